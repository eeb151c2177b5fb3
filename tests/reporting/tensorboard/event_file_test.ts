import assert from "node:assert/strict";
import fc from "fast-check";
import type { TensorBoardEvent } from "../../../lib/reporting/tensorboard/tensorboard_event.ts";
import { encodeEvent } from "../../../lib/reporting/tensorboard/encode_event.ts";
import { encodeRecord } from "../../../lib/reporting/tensorboard/records.ts";
import { maskedCrc32c } from "../../../lib/reporting/tensorboard/records.ts";
import { decodeRecords } from "../../../lib/reporting/tensorboard/records.ts";
import golden from "./golden.json" with { type: "json" };
import { plainCrc32c, readEventFile } from "./read_event_file.ts";

const png = Uint8Array.fromBase64(golden.read.pictures.augmented[0]![3] as string);
const seconds = (time: number) => new Date(1000 * time);

/** The events of tests/reference/event_files.py. */
const events: TensorBoardEvent[] = [
  { time: seconds(1700000000.125), step: 0, content: "version" },
  { time: seconds(1700000000.125), step: 1, content: "start" },
  {
    time: seconds(1700000001),
    step: 300,
    content: [
      { kind: "scalar", tag: "training/loss", value: 0.125 },
      { kind: "scalar", tag: "検証/AUC", value: 0.9 },
    ],
  },
  {
    time: seconds(1700000002),
    step: 0,
    content: [
      { kind: "image", tag: "augmented", png, width: 2, height: 1 },
      { kind: "text", tag: "settings", markdown: "    リン | <b>" },
    ],
  },
  ...Object.entries({ string_value: "リン", bool_value: true, number_value: 0.2 }).map((entry) => ({
    time: seconds(1700000003),
    step: 0,
    content: [{ kind: "settings" as const, settings: Object.fromEntries([entry]) }],
  })),
];

Deno.test("event files are those of TensorBoard's own writer, to the byte", async () => {
  const bytes = await new Blob(events.map(encodeEvent)).bytes();
  assert.equal(bytes.toBase64(), golden.file);
});

Deno.test("the reader that tests use takes TensorBoard's own file", () => {
  const read = readEventFile(Uint8Array.fromBase64(golden.file));
  assert.equal(read.length, golden.events);
  assert.equal(read[0]!.fileVersion, "brain.Event:2");
  assert.equal(read[1]!.isStart, true);
  assert.deepEqual(read[2], {
    step: 300,
    scalars: { "training/loss": 0.125, "検証/AUC": Math.fround(0.9) },
    pictures: {},
  });
  assert.deepEqual(read[3]!.pictures, { augmented: png });
});

Deno.test("checksums are RFC 3720's, masked", () => {
  const digits = new TextEncoder().encode("123456789");
  assert.equal(plainCrc32c(digits), 0xe3069283);
  assert.equal(plainCrc32c(new Uint8Array(32)), 0x8a9136aa);
  assert.equal(plainCrc32c(new Uint8Array(32).fill(255)), 0x62a8ab43);
  const unmasked = (masked: number) => {
    const rotated = (masked - 0xa282ead8) >>> 0;
    return (rotated >>> 17 | rotated << 15) >>> 0;
  };
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      assert.equal(unmasked(maskedCrc32c(bytes)), plainCrc32c(bytes));
    }),
    { seed: 1 },
  );
});

const contents = fc.array(fc.uint8Array({ maxLength: 20 }), { minLength: 1, maxLength: 5 });

Deno.test("a file cut anywhere gives the records before the cut", () => {
  fc.assert(
    fc.property(contents, fc.nat(), (parts, at) => {
      const file = joined(parts);
      const cut = at % (file.length + 1);
      assert.deepEqual(read(file.slice(0, cut)), parts.slice(0, recordsBefore(parts, cut)));
    }),
    { seed: 1 },
  );
});

Deno.test("a damaged byte ends a file at its record", () => {
  fc.assert(
    fc.property(contents, fc.nat(), fc.integer({ min: 1, max: 255 }), (parts, at, change) => {
      const file = joined(parts);
      file[at % file.length]! ^= change;
      assert.deepEqual(read(file), parts.slice(0, recordsBefore(parts, at % file.length)));
    }),
    { seed: 1 },
  );
});

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return Uint8Array.from(parts.flatMap((part) => [...encodeRecord(part)]));
}

function read(file: Uint8Array): Uint8Array[] {
  return [...decodeRecords(file)].map(({ data }) => Uint8Array.from(data));
}

/** How many records end at or before a byte. */
function recordsBefore(parts: readonly Uint8Array[], byte: number): number {
  let end = 0;
  return parts.filter((part) => (end += part.length + 16) <= byte).length;
}
