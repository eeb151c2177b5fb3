import assert from "node:assert/strict";
import { join } from "node:path";
import { indexFolder } from "../../lib/dataset/catalog/index_folder.ts";
import { encodeJpeg } from "../../lib/images/encode/encode_jpeg.ts";
import { median } from "../timing/median.ts";
import { medianRatio } from "../timing/median_ratio.ts";
import { takeTurns } from "../timing/take_turns.ts";

/** What indexing a folder costs. */
export interface IndexingFigures {
  readonly files: number;
  readonly bytesAFile: number;
  /** Median of the rounds. */
  readonly seconds: number;
  readonly filesPerSecond: number;
  /** Of a walk that does no more than to read each file once. */
  readonly bareFilesPerSecond: number;
  /** How many times as long as the bare walk it takes: the median of the rounds' ratios. */
  readonly againstBareWalk: number;
}

const rounds = 5;
const perIdentity = 100;
const side = 64;

/**
 * Measures `indexFolder` on a folder of small pictures, made for it and removed afterwards, against a
 * bare walk: Deno's fastest, one thread that reads a file after another. The system has all files in
 * memory.
 */
export async function benchIndexing(
  { identities = 1000 }: { identities?: number } = {},
): Promise<IndexingFigures> {
  const files = identities * perIdentity;
  const root = await Deno.makeTempDir({ prefix: "futago-bench-" });
  try {
    const bytesAFile = writePictures(root, identities);
    const { bare, indexed } = await takeTurns(rounds, {
      bare: () => assert.equal(readAll(root), files),
      async indexed() {
        const { images, leftOut, duplicates } = await indexFolder(root);
        assert.deepEqual([images.length, leftOut.length, duplicates.length], [files, 0, 0]);
      },
    });
    return {
      files,
      bytesAFile,
      seconds: median(indexed),
      filesPerSecond: files / median(indexed),
      bareFilesPerSecond: files / median(bare),
      againstBareWalk: medianRatio(indexed, bare),
    };
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

/** One picture again and again; a number behind its end makes each file another. */
function writePictures(root: string, identities: number): number {
  const pixels = Uint8Array.from({ length: side * side * 4 }, (_, i) => {
    const x = Math.floor(i / 4) % side, y = Math.floor(i / 4 / side);
    return 128 + 80 * Math.sin(x / 7 + i % 4) * Math.cos(y / 9) + (Math.imul(i, 40503) >>> 28);
  });
  const picture = encodeJpeg(pixels, side, side, 90);
  const file = new Uint8Array(picture.length + 4);
  file.set(picture);
  const number = new DataView(file.buffer, picture.length);
  for (let identity = 0; identity < identities; identity++) {
    const folder = join(root, `${identity}`);
    Deno.mkdirSync(folder);
    for (let i = 0; i < perIdentity; i++) {
      number.setUint32(0, identity * perIdentity + i);
      Deno.writeFileSync(join(folder, `${i}.jpg`), file);
    }
  }
  return file.length;
}

/** How many files. */
function readAll(folder: string): number {
  let files = 0;
  for (const { name, isDirectory } of Deno.readDirSync(folder)) {
    const path = `${folder}/${name}`;
    if (isDirectory) {
      files += readAll(path);
    } else {
      Deno.readFileSync(path);
      files++;
    }
  }
  return files;
}
