import type { HardestPairs } from "../evaluation/hardest_pairs.ts";
import { chooseHardest } from "../reporting/report/choose_hardest.ts";
import { chooseMapped } from "../reporting/report/choose_mapped.ts";
import { layoutEmbeddings } from "../reporting/report/layout_embeddings.ts";
import { pictureSource } from "../reporting/report/picture_source.ts";
import type { ReportContent, ReportPicture } from "../reporting/report/report_content.ts";
import type { FinishedRun } from "./report_run.ts";

/** Sides of pictures in pixels: twice what is shown of them, where there is so much. */
const onMap = 64;
const inPair = 160;
/** Pairs of each kind. */
const pairsShown = 12;

/** Gathers the pictures of a report: those on its map, and the hardest pairs. */
export async function reportPictures(
  { settings, test: { embeddings }, data, store, hardest }:
    & Pick<
      FinishedRun,
      "settings" | "test" | "data" | "store"
    >
    & {
      /** Rows of the test part's embeddings. */
      readonly hardest: HardestPairs;
    },
): Promise<Pick<ReportContent, "map" | "hardest">> {
  const { catalog } = data.test;
  const picture = async (row: number, side: number): Promise<ReportPicture> => {
    const index = embeddings.images[row]!;
    const { path, label } = catalog.images[index]!;
    const [pixels] = await store.read([index]);
    // It was there to be embedded; a cache that is lost meanwhile leaves a place without a picture.
    const source = pixels ? pictureSource(pixels, store.size, side) : "data:,";
    return { path, identity: catalog.identities[label]!, source };
  };
  const pairs = (scored: HardestPairs[keyof HardestPairs]) =>
    Promise.all(
      chooseHardest(scored, pairsShown).map(async ({ a, b, similarity }) => ({
        a: await picture(a, inPair),
        b: await picture(b, inPair),
        similarity,
      })),
    );
  const rows = chooseMapped(embeddings.labels);
  const places = layoutEmbeddings(embeddings, rows, settings.seed);
  return {
    map: await Promise.all(places.map(async ([x, y], i) => ({
      ...await picture(rows[i]!, onMap),
      x,
      y,
    }))),
    hardest: {
      positives: await pairs(hardest.positives),
      negatives: await pairs(hardest.negatives),
    },
  };
}
