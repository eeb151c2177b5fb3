import assert from "node:assert/strict";
import { join } from "node:path";
import {
  embeddingFormats,
  findEmbeddingFormat,
} from "../../lib/embedding_file/embedding_formats.ts";
import { readEmbeddings } from "../../lib/embedding_file/read_embeddings.ts";
import { randomStream } from "../../lib/dataset/sampling/random_stream.ts";
import { needs } from "../needs.ts";

const permissions = needs({ read: true, write: true });
/** Names that need quotes in one format or another. */
const identities = ['"A", さくら', "b\nc", "z"];
const rows = 20, dimension = 3;
const random = randomStream(1, 0);
const values = Float32Array.from(
  { length: rows * dimension },
  () => (random.next() / 2 ** 31) * 1e-3,
);
const paths = Array.from({ length: rows }, (_, row) => `さ,"\t/${row}.jpg`);
const labels = Int32Array.from({ length: rows }, (_, row) => row % 3);
const table = { values, dimension, paths, labels, identities };

async function inFolder(check: (folder: string) => Promise<void>): Promise<void> {
  const folder = await Deno.makeTempDir();
  try {
    await check(folder);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Writes the table in parts of seven rows. */
async function write(path: string, finish = true): Promise<void> {
  using writer = await findEmbeddingFormat(path).create(path, table);
  for (let begin = 0; begin < rows; begin += 7) {
    await writer.write({
      values: values.subarray(begin * dimension, (begin + 7) * dimension),
      paths: paths.slice(begin, begin + 7),
      labels: labels.subarray(begin, begin + 7),
    });
  }
  if (finish) await writer.finish();
}

for (const { ending, read, files } of embeddingFormats) {
  Deno.test({
    name: `what is written as ${ending} is read again, to the bit`,
    ...permissions,
    fn: () =>
      inFolder(async (folder) => {
        const path = join(folder, `表${ending}`);
        await write(path);
        assert.deepEqual(await read(path), table);
        const names = [...Deno.readDirSync(folder)].map(({ name }) => join(folder, name)).sort();
        assert.deepEqual(names, files(path).toSorted());
      }),
  });

  Deno.test({
    name: `of ${ending} that is not finished, nothing is left`,
    ...permissions,
    fn: () =>
      inFolder(async (folder) => {
        await write(join(folder, `x${ending}`), false);
        assert.deepEqual([...Deno.readDirSync(folder)], []);
      }),
  });

  Deno.test({
    name: `${ending} that is cut short or holds something else is refused in one line`,
    ...permissions,
    fn: () =>
      inFolder(async (folder) => {
        const path = join(folder, `x${ending}`);
        await write(path);
        const whole = await Deno.readFile(path);
        for (const bytes of [whole.subarray(0, 40), new Uint8Array(), new Uint8Array(300)]) {
          await Deno.writeFile(path, bytes);
          await assert.rejects(readEmbeddings(path), {
            name: "UserError",
            message: /^cannot (read|use) [^\n]*$/,
          });
        }
      }),
  });
}

Deno.test({
  name: "embeddings are scaled to unit length; what has no direction is refused by its row",
  ...permissions,
  fn: () =>
    inFolder(async (folder) => {
      const path = join(folder, "x.csv");
      const text = (second: string) => `label,a,b\nx,3,4\ny,${second}\n`;
      await Deno.writeTextFile(path, text("0,-2"));
      const read = await readEmbeddings(path);
      assert.deepEqual(read.values, Float32Array.of(0.6, 0.8, 0, -1));
      assert.deepEqual([read.paths, read.identities], [["", ""], ["x", "y"]]);
      await Deno.writeTextFile(path, text("0,0"));
      await assert.rejects(readEmbeddings(path), { message: /not all 0, got others in row 2$/ });
      await Deno.writeTextFile(path, text("1,many"));
      await assert.rejects(readEmbeddings(path), {
        message: /number per dimension in line 3, got/,
      });
      await Deno.writeTextFile(path, "path,a,b\nx,3,4\n");
      await assert.rejects(readEmbeddings(path), { message: /expected columns path, identity/ });
    }),
});

/** As `numpy.save` of 2.4 writes `np.array([[1, 2], [3, 4]], type)`, header and values. */
const saved = (type: string, numbers: ArrayBufferLike, version = 1) => {
  const description = `{'descr': '${type}', 'fortran_order': False, 'shape': (2, 2), }`;
  const start = version === 1 ? 10 : 12;
  const text = description.padEnd(128 - start - 1) + "\n";
  const bytes = new Uint8Array(128 + numbers.byteLength);
  bytes.set([0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, version, 0]);
  new DataView(bytes.buffer).setUint16(8, text.length, true);
  bytes.set(new TextEncoder().encode(text), start);
  bytes.set(new Uint8Array(numbers), 128);
  return bytes;
};

Deno.test({
  name: "arrays of other programs are read: half, single and double precision, both versions",
  ...permissions,
  fn: () =>
    inFolder(async (folder) => {
      const path = join(folder, "x.npy");
      await Deno.writeTextFile(join(folder, "x.csv"), "identity\nb\na\n");
      const numbers = [1, 2, 3, 4];
      const read = () => findEmbeddingFormat(path).read(path);
      for (
        const bytes of [
          saved("<f2", Float16Array.from(numbers).buffer),
          saved("<f4", Float32Array.from(numbers).buffer),
          saved("<f8", Float64Array.from(numbers).buffer),
          saved("<f4", Float32Array.from(numbers).buffer, 2),
        ]
      ) {
        await Deno.writeFile(path, bytes);
        const { values, labels, identities } = await read();
        assert.deepEqual([...values], numbers);
        assert.deepEqual([[...labels], identities], [[1, 0], ["a", "b"]]);
      }
      await Deno.writeFile(path, saved("<i4", Int32Array.from(numbers).buffer));
      await assert.rejects(read(), { name: "UserError", message: /as numpy.save writes it/ });
      await Deno.writeFile(path, saved("<f4", Float32Array.from(numbers).buffer));
      await Deno.writeTextFile(join(folder, "x.csv"), "identity\nb\n");
      await assert.rejects(read(), { message: /expected 2 rows, got 1 row$/ });
      await Deno.remove(join(folder, "x.csv"));
      await assert.rejects(readEmbeddings(path), {
        message: /expected a file at ".*x.csv", got none/,
      });
    }),
});

Deno.test("another ending is refused with those that there are", () => {
  assert.throws(() => findEmbeddingFormat("x.txt"), {
    name: "UserError",
    message: /"x.txt": expected a name that ends in .npy, .csv, .safetensors, .parquet$/,
  });
});

/** What `tests/reference/embedding_file.py` prints. */
const ofPandas = [
  "UEFSMRUEFRQVGEwVBBUAEgAACiQBAAAAYgEAAABhFQAVEhUWLBUGFRAVBhUGHDYAKAFiGAFhEREAAAAJIAIAAAAGAQED",
  "AhUEFTYVOEwVBhUAEgAAGyAFAAAAMS5qcGcBCTQyLmpwZwUAAAAzLmpwZxUAFRQVGCwVBhUQFQYVBhw2ACgFMy5qcGcY",
  "BTEuanBnEREAAAAKJAIAAAAGAQIDJAAVBBUwFTRMFQwVABIAABhcAACAPwAAAEAAAEBAAACAQAAAoEAAAMBAFQAVIhUm",
  "LBUMFRAVBhUGHBgEAADAQBgEAACAPxYAKAQAAMBAGAQAAIA/EREAAAARQAIAAAADKgIAAAAMAwMDiMYCFQQZbDUAGAZz",
  "Y2hlbWEVBgAVDCUCGAhpZGVudGl0eSUATBwAAAAVDCUCGARwYXRoJQBMHAAAADUCGAllbWJlZGRpbmcVAhUGTDwAAAA1",
  "BBgEbGlzdBUCABUIJQIYB2VsZW1lbnQAFgYZHBk8JgAcFQwZNQAGEBkYCGlkZW50aXR5FQIWBhZ8FoQBJjwmCBw2ACgB",
  "YhgBYRERABksFQQVABUCABUAFRAVAgA8FgYZBhkmAAYAAAAmABwVDBk1AAYQGRgEcGF0aBUCFgYWsAEWtgEm4AEmjAEc",
  "NgAoBTMuanBnGAUxLmpwZxERABksFQQVABUCABUAFRAVAgA8Fh4ZBhkmAAYAAAAmABwVCBk1AAYQGTgJZW1iZWRkaW5n",
  "BGxpc3QHZWxlbWVudBUCFgwWzAEW1AEmkgMmwgIcGAQAAMBAGAQAAIA/FgAoBAAAwEAYBAAAgD8REQAZLBUEFQAVAgAV",
  "ABUQFQIAPCkmBgYZRgAAAAwAAAAW+AMWBiYIFo4EACggcGFycXVldC1jcHAtYXJyb3cgdmVyc2lvbiAyNi4wLjEZPBwA",
  "ABwAABwAAACvAQAAUEFSMQ==",
].join("");

Deno.test({
  name: "a table that pandas writes is read",
  ...permissions,
  fn: () =>
    inFolder(async (folder) => {
      const path = join(folder, "x.parquet");
      await Deno.writeFile(path, Uint8Array.fromBase64(ofPandas));
      const { values, paths, labels, identities } = await findEmbeddingFormat(path).read(path);
      assert.deepEqual([...values], [1, 2, 3, 4, 5, 6]);
      assert.deepEqual(paths, ["1.jpg", "2.jpg", "3.jpg"]);
      assert.deepEqual([[...labels], identities], [[1, 0, 1], ["a", "b"]]);
    }),
});
