import { join } from "node:path";
import { writeTensorBoard } from "../../reporting/tensorboard/write_tensorboard.ts";
import { writeProjector } from "../../reporting/tensorboard/write_projector.ts";
import type { FinishedRun } from "./report_run.ts";

/**
 * Writes what TensorBoard shows of a finished run beside its curves: the settings, every picture of the
 * run's folder and of its `charts/`, and the held-out embeddings with their thumbnails.
 */
export async function writeRunTensorBoard(
  { run, settings, data, test: { embeddings }, store }: Pick<
    FinishedRun,
    "run" | "settings" | "data" | "test" | "store"
  >,
): Promise<void> {
  const charts = await Array.fromAsync(Deno.readDir(join(run, "charts")), ({ name }) => name);
  const pictures = charts.filter((name) => name.endsWith(".png")).sort();
  await writeTensorBoard(run, settings, [
    "augmented.png",
    ...pictures.map((name) => join("charts", name)),
  ]);
  const { catalog } = data.test;
  const { values, dimension, images } = embeddings;
  await writeProjector(run, {
    values,
    dimension,
    rows: images.map((index) => {
      const { path, label } = catalog.images[index]!;
      return { path, identity: catalog.identities[label]! };
    }),
    readImage: async (row) => {
      const [pixels] = await store.read([images[row]!]);
      const side = store.size;
      // It was there to be embedded; a cache that is lost meanwhile leaves a black place.
      return { width: side, height: side, data: pixels ?? new Uint8Array(side * side * 3) };
    },
  });
}
