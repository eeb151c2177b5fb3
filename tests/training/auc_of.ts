import { join } from "node:path";
import { indexFolder } from "../../lib/dataset/catalog/index_folder.ts";
import type { Split } from "../../lib/dataset/split/split_by_identity.ts";
import { areaUnderCurve } from "../../lib/evaluation/metrics/area_under_curve.ts";
import { scorePairs } from "../../lib/evaluation/scores/score_pairs.ts";
import { openPixelStore } from "../../lib/images/cache/open_pixel_store.ts";
import type { Verifier } from "../../lib/model/verifier.ts";
import { embedCatalog } from "../../lib/verification/embed_catalog.ts";
import type { Workshop } from "./fixtures.ts";

/** The AUC of a verifier on a part of the identities of a run. */
export async function aucOf(
  verifier: Verifier,
  { root, data }: Workshop,
  run: string,
  part: keyof Split,
): Promise<number> {
  const catalog = await indexFolder(data);
  const split = JSON.parse(await Deno.readTextFile(join(root, run, "split.json")));
  const { embeddingSize, imageSize: size } = verifier.metadata;
  const store = await openPixelStore({ ...catalog, size, cacheFolder: join(root, "cache") });
  const images = catalog.images.flatMap(({ label }, index) =>
    split[part].includes(catalog.identities[label]) ? [index] : []
  );
  const embed = (images: readonly Uint8Array[]) => verifier.embed(images);
  const embeddings = await embedCatalog({ embeddingSize, embed }, catalog, store, images);
  store.close();
  return areaUnderCurve(scorePairs(embeddings));
}
