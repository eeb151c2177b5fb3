// Embeds a folder, and measures the embeddings: deno run -A embed_folder.ts RUN PHOTOS
import { embed, evaluate, indexFolder, loadVerifier, readImage } from "../../mod.ts";

const [run, data] = Deno.args as [string, string];

using verifier = await loadVerifier(run);
const { embeddingSize } = verifier.metadata;
const { identities, images } = await indexFolder(data);

const embeddings = new Float32Array(images.length * embeddingSize);
for (const [row, { path }] of images.entries()) {
  const image = await readImage(`${data}/${path}`);
  embeddings.set(await embed(verifier, [image]), row * embeddingSize);
}
const labels = images.map(({ label }) => identities[label]!);
const { auc, eer } = evaluate(embeddings, labels);
console.log(`${images.length} images: AUC ${auc.toFixed(4)}, EER ${(100 * eer).toFixed(2)} %`);
