import { WorkerLane } from "../../io/worker_lane.ts";
import { type FileToInspect, type Inspected, inspectFiles } from "./inspect_files.ts";
import type { Found } from "./walk_folder.ts";

/** A worker takes as long to start as so many files take: for fewer, it is not worth it. */
const fewFiles = 4096;
/** The work of the caller's thread keeps no more workers busy. */
const maxWorkers = 4;
const batchSize = 128;
/** A worker inspects one while the others wait: this thread takes long for a batch of its own. */
const batchesPerWorker = 4;

/**
 * Inspects every file that a walk finds once, a few at a time and, where there are many, in workers as
 * well.
 *
 * @param walk see `walkFolder`
 * @param take called for everything that the walk finds, in no particular order, and for a file with
 *   what it is
 */
export async function inspectFolder(
  walk: AsyncIterable<Found>,
  take: (found: Found, inspected?: Inspected) => void,
): Promise<void> {
  const batches = inBatches(walk);
  let seen = 0;
  const inspectWith = async (inspect: typeof inspectFiles, enough = Infinity) => {
    while (seen < enough) {
      const { value: batch } = await batches.next();
      if (!batch) return;
      seen += batch.length;
      const files = batch.filter((found) => found.kind === "file")
        .map(({ path, file }) => ({ path, file }));
      const inspected = (await inspect(files)).values();
      for (const found of batch) {
        take(found, found.kind === "file" ? inspected.next().value : undefined);
      }
    }
  };
  await inspectWith(inspectFiles, fewFiles);
  if (seen < fewFiles) return;
  const workers = Math.min(navigator.hardwareConcurrency - 1, maxWorkers);
  const lanes = Array.from({ length: workers }, startLane);
  try {
    await Promise.all([
      inspectWith(inspectFiles),
      ...lanes.flatMap((lane) =>
        Array.from({ length: batchesPerWorker }, () => inspectWith((files) => lane.request(files)))
      ),
    ]);
  } finally {
    for (const lane of lanes) lane.close();
  }
}

function startLane(): WorkerLane<readonly FileToInspect[], Inspected[]> {
  const url = new URL("./inspect_worker.ts", import.meta.url);
  return new WorkerLane(new Worker(url, { type: "module" }), "index a folder");
}

async function* inBatches(all: AsyncIterable<Found>): AsyncGenerator<Found[], undefined> {
  let batch: Found[] = [];
  for await (const found of all) {
    if (batch.push(found) < batchSize) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}
