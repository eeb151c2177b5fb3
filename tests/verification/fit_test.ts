import assert from "node:assert/strict";
import { join } from "node:path";
import { indexFolder } from "../../lib/dataset/catalog/index_folder.ts";
import { readEmbeddings } from "../../lib/embedding_file/read_embeddings.ts";
import { decodeImage } from "../../lib/images/decode/decode_image.ts";
import { resizePixels } from "../../lib/images/decode/resize_pixels.ts";
import { fits } from "../../lib/model_file/fit.ts";
import type { Verifier } from "../../lib/model/verifier.ts";
import { embed } from "../../lib/verification/embed.ts";
import { embedFolder } from "../../lib/verification/embed_folder.ts";
import { verifyFolder } from "../../lib/verification/verify_folder.ts";
import { needs } from "../needs.ts";
import { colourVerifier, metadata } from "./fixtures.ts";

/** A ppm of 24 x 16 px with a bright middle. */
function wide(red: number): Uint8Array<ArrayBuffer> {
  const pixels = Uint8Array.from({ length: 24 * 16 * 3 }, (_, i) => {
    const x = Math.floor(i / 3) % 24;
    return i % 3 === 0 ? red : x > 7 && x < 16 ? 200 : 20;
  });
  return new Uint8Array([...new TextEncoder().encode("P6\n24 16\n255\n"), ...pixels]);
}

Deno.test(
  "two images, a folder, and its embeddings: images become square as the model's images did in training",
  needs({ read: true, write: true }),
  async () => {
    const root = await Deno.makeTempDir();
    try {
      const reds: Readonly<Record<string, number>> = { a1: 10, a2: 30, b1: 220, b2: 240 };
      for (const [name, red] of Object.entries(reds)) {
        await Deno.mkdir(join(root, "data", name[0]!), { recursive: true });
        await Deno.writeFile(join(root, "data", name[0]!, `${name}.ppm`), wide(red));
      }
      const catalog = await indexFolder(join(root, "data"));
      const images = await Promise.all(Object.values(reds).map((red) => decodeImage(wide(red))));
      const embedded = new Map<string, string>();
      for (const fit of fits) {
        const shown: Uint8Array[] = [];
        const verifier: Verifier = {
          ...colourVerifier,
          metadata: { ...metadata, fit },
          embed(images) {
            shown.push(...images);
            return colourVerifier.embed(images);
          },
        };
        const wanted = images.map((image) => resizePixels(image, metadata.imageSize, fit).data);
        await embed(verifier, images);
        assert.deepEqual(shown.splice(0), wanted, fit);
        await verifyFolder(verifier, catalog, {
          mode: "one-to-many",
          cacheFolder: join(root, "cache"),
        });
        assert.deepEqual(shown.splice(0), wanted, fit);
        const file = join(root, `${fit}.npy`);
        await embedFolder(verifier, catalog, { file, cacheFolder: join(root, "cache") });
        assert.deepEqual(shown, wanted, fit);
        const { values } = await readEmbeddings(file);
        assert.deepEqual(values, await colourVerifier.embed(wanted), fit);
        embedded.set(fit, values.join());
      }
      assert.notEqual(embedded.get("crop"), embedded.get("stretch"));
    } finally {
      await Deno.remove(root, { recursive: true });
    }
  },
);
