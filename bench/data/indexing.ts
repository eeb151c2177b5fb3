import assert from "node:assert/strict";
import { join } from "node:path";
import { indexFolder } from "../../lib/dataset/catalog/index_folder.ts";
import { encodeJpeg } from "../../lib/images/encode/encode_jpeg.ts";
import type { Findings } from "../findings.ts";
import { median, medianRatio } from "../timing/median.ts";
import { takeTurns } from "../timing/take_turns.ts";

/** The cost of indexing a folder. */
export interface IndexingFigures {
  readonly files: number;
  readonly bytesPerFile: number;
  /** Median of the rounds. */
  readonly seconds: number;
  readonly filesPerSecond: number;
  /** Of a walk that only reads each file once. */
  readonly bareFilesPerSecond: number;
  /** The time relative to the bare walk: the median of the rounds' ratios. */
  readonly againstBareWalk: number;
}

const rounds = 5;
const perIdentity = 100;
const side = 64;

/** Indexing beside a bare walk. */
export async function measureIndex(): Promise<Findings> {
  const index = await benchIndexing();
  return {
    rows: [[
      `index, ${index.files} files of ${index.bytesPerFile} bytes`,
      `${index.filesPerSecond.toFixed(0)} files/s, a bare walk ${
        index.bareFilesPerSecond.toFixed(0)
      }, ${index.againstBareWalk.toFixed(2)} x its time`,
    ]],
    document: { index },
  };
}

/**
 * Measures `indexFolder` on a folder of small images, which it makes and removes, against a bare walk:
 * Deno's fastest, one thread that reads one file after another. The system has all files in memory.
 */
async function benchIndexing(
  { identities = 1000 }: { identities?: number } = {},
): Promise<IndexingFigures> {
  const files = identities * perIdentity;
  const root = await Deno.makeTempDir({ prefix: "futago-bench-" });
  try {
    const bytesPerFile = writeImages(root, identities);
    const { bare, indexed } = await takeTurns(rounds, {
      bare: () => assert.equal(readAll(root), files),
      async indexed() {
        const { images, leftOut, duplicates } = await indexFolder(root);
        assert.deepEqual([images.length, leftOut.length, duplicates.length], [files, 0, 0]);
      },
    });
    return {
      files,
      bytesPerFile,
      seconds: median(indexed),
      filesPerSecond: files / median(indexed),
      bareFilesPerSecond: files / median(bare),
      againstBareWalk: medianRatio(indexed, bare),
    };
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

/** Copies of one image; a number behind its end makes each file different. */
function writeImages(root: string, identities: number): number {
  const pixels = Uint8Array.from({ length: side * side * 4 }, (_, i) => {
    const x = Math.floor(i / 4) % side, y = Math.floor(i / 4 / side);
    return 128 + 80 * Math.sin(x / 7 + i % 4) * Math.cos(y / 9) + (Math.imul(i, 40503) >>> 28);
  });
  const image = encodeJpeg(pixels, side, side, 90);
  const file = new Uint8Array(image.length + 4);
  file.set(image);
  const number = new DataView(file.buffer, image.length);
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

/** Reads all files of a folder, and returns how many there are. */
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
