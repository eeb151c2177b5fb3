import { join } from "node:path";
import { writeTensorBoard } from "../../reporting/tensorboard/write_tensorboard.ts";
import { writeProjector } from "../../reporting/tensorboard/write_projector.ts";
import type { FinishedRun } from "./finished_run.ts";

/**
 * Writes what TensorBoard shows of a finished run beside its curves: the settings, every image of the run's
 * folder and of its `charts/`, and the held-out embeddings with their thumbnails, if
 * one model has made them all.
 */
export async function writeRunTensorBoard(
  { run, settings, data, test: { embeddings }, folds, store }: Pick<
    FinishedRun,
    "run" | "settings" | "data" | "test" | "folds" | "store"
  >,
): Promise<void> {
  const charts = await Array.fromAsync(Deno.readDir(join(run, "charts")), ({ name }) => name);
  const images = charts.filter((name) => name.endsWith(".png")).sort();
  await writeTensorBoard(run, settings, [
    "augmented.png",
    ...images.map((name) => join("charts", name)),
  ]);
  if (folds.length > 0) return;
  const { catalog } = data[data.measuredOn];
  const { values, dimension } = embeddings;
  await writeProjector(run, {
    values,
    dimension,
    rows: embeddings.images.map((index) => {
      const { path, label } = catalog.images[index]!;
      return { path, identity: catalog.identities[label]! };
    }),
    readImage: async (row) => {
      const [pixels] = await store.read([embeddings.images[row]!]);
      const side = store.size;
      // It could be embedded. If the cache is lost since then, its thumbnail is black.
      return { width: side, height: side, data: pixels ?? new Uint8Array(side * side * 3) };
    },
  });
}
