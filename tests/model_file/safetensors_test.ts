import assert from "node:assert/strict";
import fc from "fast-check";
import { encodeSafetensors } from "../../lib/model_file/write_safetensors.ts";
import { UserError } from "../../lib/language/mod.ts";
import {
  parseSafetensors,
  readSafetensors,
  type TensorFile,
  writeSafetensors,
} from "../../lib/model_file/mod.ts";
import { needs } from "../needs.ts";

/** Written by Hugging Face's safetensors 0.x for Python, from NumPy arrays of every kind we read. */
const written = Uint8Array.fromBase64(
  "0AEAAAAAAAB7Il9fbWV0YWRhdGFfXyI6eyJhIjoiYiIsIuWQjSI6IuWPjOWtkCJ9LCJzdGVwcyI6eyJkdHlwZSI6Ikk2" +
    "NCIsInNoYXBlIjpbXSwiZGF0YV9vZmZzZXRzIjpbMCw4XX0sImNvbnYud2VpZ2h0Ijp7ImR0eXBlIjoiRjMyIiwic2hh" +
    "cGUiOlsyLDNdLCJkYXRhX29mZnNldHMiOls4LDMyXX0sImVtcHR5Ijp7ImR0eXBlIjoiRjMyIiwic2hhcGUiOlswLDNd" +
    "LCJkYXRhX29mZnNldHMiOlszMiwzMl19LCJsYWJlbHMiOnsiZHR5cGUiOiJJMzIiLCJzaGFwZSI6WzJdLCJkYXRhX29m" +
    "ZnNldHMiOlszMiw0MF19LCJiZiI6eyJkdHlwZSI6IkJGMTYiLCJzaGFwZSI6WzJdLCJkYXRhX29mZnNldHMiOls0MCw0" +
    "NF19LCJoYWxmIjp7ImR0eXBlIjoiRjE2Iiwic2hhcGUiOlszXSwiZGF0YV9vZmZzZXRzIjpbNDQsNTBdfSwibWFzayI6" +
    "eyJkdHlwZSI6IkJPT0wiLCJzaGFwZSI6WzJdLCJkYXRhX29mZnNldHMiOls1MCw1Ml19fSAgICAgIAcAAAAAAAAAAAAA" +
    "AAAAgD4AAAA/AABAPwAAgD8AAKA//////////3/APyDAAD4AtP97AQA=",
);

Deno.test("a file by the reference implementation is read value by value", () => {
  const { tensors, metadata } = parseSafetensors(written, "golden");
  assert.deepEqual(metadata, { "名": "双子", a: "b" });
  assert.deepEqual(Object.fromEntries(tensors), {
    "conv.weight": { shape: [2, 3], data: Float32Array.of(0, 0.25, 0.5, 0.75, 1, 1.25) },
    labels: { shape: [2], data: Int32Array.of(-1, 2 ** 31 - 1) },
    half: { shape: [3], data: Float32Array.of(1.5, -0.25, 65504) },
    bf: { shape: [2], data: Float32Array.of(1.5, -2.5) },
    steps: { shape: [], data: Int32Array.of(7) },
    empty: { shape: [0, 3], data: new Float32Array() },
    mask: { shape: [2], data: Int32Array.of(1, 0) },
  });
});

const tensor = fc.tuple(fc.array(fc.nat(4), { maxLength: 4 }), fc.boolean(), fc.integer()).map(
  ([shape, float, start]) => {
    const length = shape.reduce((product, side) => product * side, 1);
    const data = float ? new Float32Array(length) : new Int32Array(length);
    return { shape, data: data.map((_, i) => float ? (start + i) / 7 : start + i) };
  },
);
const name = fc.string({ unit: "grapheme" }).filter((text) => text !== "__metadata__");
const file: fc.Arbitrary<TensorFile> = fc.record({
  tensors: fc.array(
    fc.tuple(fc.oneof(name, fc.constantFrom("__proto__", "constructor", "1")), tensor),
  )
    .map((pairs) => new Map(pairs)),
  metadata: fc.dictionary(
    name.filter((key) => key !== "__proto__"),
    fc.string({ unit: "grapheme" }),
  )
    .map((entries) => ({ ...entries })),
});

Deno.test("what is encoded is read back, whatever the names, shapes and values", () => {
  fc.assert(
    fc.property(file, (original) => {
      const bytes = encodeSafetensors(original);
      const read = parseSafetensors(bytes, "memory");
      assert.deepEqual(new Map([...read.tensors].sort()), new Map([...original.tensors].sort()));
      assert.deepEqual(read.metadata, original.metadata);
      // Readers that map the file want values at a multiple of their size.
      assert.equal(new DataView(bytes.buffer).getBigUint64(0, true) % 8n, 0n);
    }),
    { seed: 1 },
  );
});

Deno.test("a file cut short anywhere, or with anything after it, is refused in one line", () => {
  for (let length = 0; length < written.length; length++) {
    refused(written.subarray(0, length));
  }
  refused(Uint8Array.of(...written, 0));
});

Deno.test("a file with any byte changed is read or refused in one line, and nothing else", () => {
  fc.assert(
    fc.property(fc.nat(written.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      const bytes = written.slice();
      bytes[at]! ^= change;
      try {
        parseSafetensors(bytes, "memory");
      } catch (error) {
        assertOneLine(error);
      }
    }),
    { numRuns: 2000, seed: 1 },
  );
});

Deno.test("hostile headers are refused", () => {
  const entry = (fields: object) => ({
    t: { dtype: "F32", shape: [2], data_offsets: [0, 8], ...fields },
  });
  const huge = Number.MAX_SAFE_INTEGER;
  const headers: unknown[] = [
    null,
    [],
    "text",
    { t: 1 },
    { __metadata__: { a: 1 } },
    { __metadata__: [] },
    entry({ dtype: "F64" }),
    entry({ dtype: "constructor" }),
    entry({ dtype: ["F32"] }),
    entry({ shape: [3] }),
    entry({ shape: [-1, -2] }),
    entry({ shape: [0.5, 4] }),
    entry({ shape: [huge, huge, huge] }),
    entry({ shape: [huge, huge, 0] }),
    entry({ shape: "2" }),
    entry({ shape: [2, null] }),
    entry({ data_offsets: [0] }),
    entry({ data_offsets: [0, 8, 8] }),
    entry({ data_offsets: [8, 0] }),
    entry({ data_offsets: [-8, 0] }),
    entry({ data_offsets: [4, 12] }),
    entry({ data_offsets: [huge - 8, huge] }),
    { ...entry({}), u: { dtype: "F32", shape: [2], data_offsets: [0, 8] } },
    { ...entry({}), u: { dtype: "F32", shape: [1], data_offsets: [4, 8] } },
    {
      ...entry({}),
      ["new\nline".repeat(1000)]: { dtype: "F32", shape: [1], data_offsets: [9, 13] },
    },
    {},
  ];
  for (const header of headers) refused(assemble(JSON.stringify(header), 8));
  assert.equal(parseSafetensors(assemble(JSON.stringify(entry({})), 8), "m").tensors.size, 1);

  refused(assemble("{", 0));
  refused(assemble("\ufeff{}", 0));
  refused(assemble("[".repeat(100_000), 0));
  refused(Uint8Array.of(1, 0, 0, 0, 0, 0, 0, 0, 0xff));
  refused(new Uint8Array(64).fill(0xff));
});

Deno.test("a name that is there twice, or a header longer than any, is refused", () => {
  const entry = '{"dtype":"F32","shape":[1],"data_offsets":[0,4]}';
  for (
    const json of [
      `{"a":${entry},"\\u0061":${entry}}`,
      `{"a":${entry.replace("}", ',"dtype":"F32"}')}}`,
    ]
  ) {
    assert.throws(
      () => parseSafetensors(assemble(json, 4), "x"),
      /got "(a|dtype)" twice in its header;/,
    );
  }
  const values =
    '{"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]},"__metadata__":{"dtype":"a","shape":"a"}}';
  assert.equal(parseSafetensors(assemble(values, 4), "x").tensors.size, 1);

  const longest = 2 ** 20;
  const ofLength = (length: number) => assemble(`{"a":${entry}}`.padEnd(length), 4);
  assert.equal(parseSafetensors(ofLength(longest), "x").tensors.size, 1);
  assert.throws(
    () => parseSafetensors(ofLength(longest + 1), "x"),
    /a header of 1048577 bytes, more/,
  );
});

Deno.test("names are shown in letters that can be seen", () => {
  const bytes = assemble(JSON.stringify({ "\u001b[2J\u202e\nn": 1 }), 0);
  assert.throws(() => parseSafetensors(bytes, "x"), /tensor "\\u001b\[2J\\u202e\\u000an";/);
});

Deno.test("a tensor whose values do not fill its shape is not written", () => {
  const tensors = new Map([["a", { shape: [2, 2], data: new Float32Array(3) }]]);
  assert.throws(() => encodeSafetensors({ tensors, metadata: {} }), /tensor a \[2,2\].*3 values/);
});

Deno.test({
  name: "a file on disk is replaced as a whole, and nothing is left beside it",
  ...needs({ read: true, write: true }),
  async fn() {
    const folder = Deno.makeTempDirSync();
    try {
      const path = `${folder}/双子.safetensors`;
      Deno.writeTextFileSync(path, "older");
      const tensors = new Map([["a", { shape: [2], data: Float32Array.of(1, 2) }]]);
      await writeSafetensors(path, tensors, { by: "us" });
      assert.deepEqual(await readSafetensors(path), { tensors, metadata: { by: "us" } });
      const bytes = await Deno.readFile(path);
      for (let bit = 0; bit < 64; bit++) {
        // Of the two values, which any bits are.
        const flipped = bytes.slice();
        flipped[bytes.length - 1 - (bit >> 3)]! ^= 1 << (bit & 7);
        await Deno.writeFile(path, flipped);
        await assert.rejects(
          readSafetensors(path),
          /^UserError: .* content differs from what was written;/,
        );
      }
      const says = new TextDecoder("latin1").decode(bytes).replace('"by":"us"', '"by":"me"');
      await Deno.writeFile(path, Uint8Array.from(says, (letter) => letter.charCodeAt(0)));
      await assert.rejects(readSafetensors(path), /content differs from what was written/);
      await Deno.writeFile(path, encodeSafetensors({ tensors, metadata: { by: "others" } }));
      assert.deepEqual((await readSafetensors(path)).metadata, { by: "others" });

      Deno.mkdirSync(`${folder}/taken/inside`, { recursive: true });
      await assert.rejects(writeSafetensors(`${folder}/taken`, tensors, {}));
      const left = [...Deno.readDirSync(folder)].map(({ name }) => name).sort();
      assert.deepEqual(left, ["taken", "双子.safetensors"]);
      await assert.rejects(readSafetensors(`${folder}/none`), Deno.errors.NotFound);
      await assert.rejects(readSafetensors(`${path}/inside`), Deno.errors.NotFound);
      await assert.rejects(
        readSafetensors(folder),
        /^UserError: cannot read ".*": it is not a file; put/,
      );
      await Deno.truncate(path, 2 ** 40);
      await assert.rejects(
        readSafetensors(path),
        /^UserError: .* expected at most 2,147,483,648 bytes, got 1,099,511,627,776;/,
      );
    } finally {
      Deno.removeSync(folder, { recursive: true });
    }
  },
});

function assemble(header: string, values: number): Uint8Array {
  const json = new TextEncoder().encode(header);
  const bytes = new Uint8Array(8 + json.length + values);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(json.length), true);
  bytes.set(json, 8);
  return bytes;
}

function refused(bytes: Uint8Array): void {
  assert.throws(() => parseSafetensors(bytes, "x.safetensors"), (error) => {
    assertOneLine(error);
    return true;
  });
}

function assertOneLine(error: unknown): void {
  assert(error instanceof UserError, String(error));
  assert.match(
    error.message,
    /^cannot read .*: expected .*, got .*; make it again, or get it again$/,
  );
  assert(error.message.length < 400, error.message);
}
