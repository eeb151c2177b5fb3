import { type Inspected, inspectFiles } from "./inspect_files.ts";
import { InspectWorkerClient } from "./inspect_worker_client.ts";
import { type Found, walkFolder } from "./walk_folder.ts";

/** A worker takes as long to start as these files take: fewer are not worth it. */
const fewFiles = 4096;
/** What is left to the caller's thread alone keeps no more of them busy. */
const mostWorkers = 4;
const batchSize = 128;
/** One is examined while the others wait at hand: this thread is long at its own. */
const batchesAWorker = 4;

/**
 * Walks a folder and reads every file in it once, a few at a time and, where there are many, in
 * workers as well.
 *
 * @param root the folder of identities, its own symbolic links resolved
 * @param take is called for all that a walk meets, in no certain order, and for a file with what it is
 */
export async function inspectFolder(
  root: string,
  take: (found: Found, examined?: Inspected) => void,
): Promise<void> {
  const batches = inBatches(walkFolder(root));
  let seen = 0;
  const examineWith = async (examine: typeof inspectFiles, enough = Infinity) => {
    while (seen < enough) {
      const { value: batch } = await batches.next();
      if (!batch) return;
      seen += batch.length;
      const examined = (await examine(batch.filter((found) => found.kind === "file"))).values();
      for (const found of batch) {
        take(found, found.kind === "file" ? examined.next().value : undefined);
      }
    }
  };
  await examineWith(inspectFiles, fewFiles);
  if (seen < fewFiles) return;
  const workers = Math.min(navigator.hardwareConcurrency - 1, mostWorkers);
  const examiners = Array.from({ length: workers }, () => new InspectWorkerClient());
  try {
    await Promise.all([
      examineWith(inspectFiles),
      ...examiners.flatMap((examiner) =>
        Array.from(
          { length: batchesAWorker },
          () => examineWith((files) => examiner.inspect(files)),
        )
      ),
    ]);
  } finally {
    for (const examiner of examiners) examiner.close();
  }
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
