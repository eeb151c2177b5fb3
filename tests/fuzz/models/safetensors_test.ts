import assert from "node:assert/strict";
import { encodeSafetensors } from "../../../lib/model_file/write_safetensors.ts";
import { parseSafetensors } from "../../../lib/model_file/parse_safetensors.ts";
import type { TensorFile } from "../../../lib/model_file/tensor_file.ts";
import { slow } from "../../slow.ts";
import { Chance } from "./chance.ts";
import { hostileNames, mutateJson } from "./mutate_json.ts";
import { mutateBytes } from "./mutate_bytes.ts";
import { Tally } from "./tally.ts";

const cases = slow ? 20_000 : 2_000;
const lengths = [
  ...[0n, 1n, 7n, 8n, 2n ** 20n, 2n ** 20n + 1n, 2n ** 31n, 2n ** 32n, 2n ** 53n, 2n ** 63n - 1n],
  ...[2n ** 63n, 2n ** 64n - 1n],
];
const dtypes = ["F64", "F32", "F16", "BF16", "I64", "I32", "U8", "BOOL", "F8_E4M3", "constructor"];
const offsets = [-8, -1, 0, 0.5, 1, 4, 8, 24, 1e308, 2 ** 31, 2 ** 53, Number.MAX_SAFE_INTEGER];

interface Entry {
  dtype: string;
  shape: unknown[];
  data_offsets: unknown[];
}

const whole = encodeSafetensors({
  tensors: new Map([
    ["conv.weight", { shape: [2, 3], data: Float32Array.of(0, 0.25, 0.5, 0.75, 1, 1.25) }],
    ["counter", { shape: [], data: Int32Array.of(7) }],
    ["empty", { shape: [0, 3], data: new Float32Array() }],
    ["bias", { shape: [3], data: Float32Array.of(1, -1, 1e30) }],
  ]),
  metadata: { version: "0.1.0", "名": "双子" },
});
const headerLength = Number(new DataView(whole.buffer).getBigUint64(0, true));
const header = JSON.parse(new TextDecoder().decode(whole.subarray(8, 8 + headerLength)));
const values = whole.subarray(8 + headerLength);

function assemble(json: string, values: Uint8Array): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(json);
  const bytes = new Uint8Array(8 + head.length + values.length);
  new DataView(bytes.buffer).setBigUint64(0, BigInt(head.length), true);
  bytes.set(head, 8);
  bytes.set(values, 8 + head.length);
  return bytes;
}

function mutate(chance: Chance): Uint8Array {
  const kind = chance.below(6);
  if (kind === 0) return mutateBytes(whole, chance);
  if (kind === 1) return assemble(mutateJson(header, chance), mutateBytes(values, chance));
  if (kind === 2) return assemble(mutateJson(header, chance), values);
  if (kind === 3) {
    const bytes = whole.slice();
    new DataView(bytes.buffer).setBigUint64(0, chance.of(lengths), true);
    return bytes;
  }
  // A sound header that says something else of its tensors.
  const lie = structuredClone(header);
  const names = Object.keys(lie).filter((name) => name !== "__metadata__");
  for (let times = 1 + chance.below(3); times > 0; times--) {
    const name = chance.of(names), entry: Entry = lie[name];
    const other: Entry = lie[chance.of(names)];
    switch (chance.below(6)) {
      case 0:
        entry.dtype = chance.of(dtypes);
        break;
      case 1:
        entry.shape = Array.from({ length: chance.below(5) }, () => chance.of(offsets));
        break;
      case 2:
        entry.data_offsets[chance.below(2)] = chance.of(offsets);
        break;
      case 3:
        entry.data_offsets = [chance.of(offsets), chance.of(offsets)];
        break;
      case 4:
        entry.data_offsets = other.data_offsets;
        break;
      default:
        lie[chance.of(hostileNames)] = { ...entry };
    }
  }
  // What JSON has no number for.
  const json = JSON.stringify(lie).replaceAll(/\bnull\b/g, "1e999");
  return assemble(kind === 4 ? json.padEnd(json.length + chance.below(64)) : json, values);
}

/** Reads a number as the format's page says. */
function numberAt(bytes: Uint8Array, dtype: string, at: number): number {
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  switch (dtype) {
    case "F32":
      return view.getFloat32(at, true);
    case "F16":
      return view.getFloat16(at, true);
    case "BF16": {
      const wide = new DataView(new ArrayBuffer(4));
      wide.setUint16(2, view.getUint16(at, true), true);
      return wide.getFloat32(0, true);
    }
    case "I64": {
      const wide = view.getBigInt64(at, true), most = 2n ** 31n;
      return Number(wide < -most ? -most : wide >= most ? most - 1n : wide);
    }
    case "I32":
      return view.getInt32(at, true);
    default:
      return view.getUint8(at);
  }
}

const sizes: Record<string, number> = { F32: 4, F16: 2, BF16: 2, I64: 8, I32: 4, U8: 1, BOOL: 1 };

/** Asserts that a file was read as its header says, and into no more memory than it calls for. */
function assertRight(bytes: Uint8Array, { tensors }: TensorFile): void {
  const start = 8 + Number(new DataView(bytes.buffer).getBigUint64(0, true));
  const said = new Map<string, Entry>(
    Object.entries(JSON.parse(new TextDecoder().decode(bytes.subarray(8, start)))),
  );
  said.delete("__metadata__");
  assert.deepEqual(new Set(tensors.keys()), new Set(said.keys()));
  let taken = 0;
  for (const [name, { shape, data }] of tensors) {
    const { dtype, data_offsets, ...entry } = said.get(name)!;
    const [begin, end] = data_offsets as [number, number];
    assert.deepEqual(shape, entry.shape);
    assert.equal(data.length * sizes[dtype]!, end - begin);
    data.forEach((value, i) =>
      assert.ok(Object.is(value, numberAt(bytes, dtype, start + begin + i * sizes[dtype]!)))
    );
    taken += data.byteLength;
  }
  // A byte may become a number of four.
  assert.ok(taken <= 4 * bytes.length, `${taken} bytes from ${bytes.length}`);
}

Deno.test(`${cases} mutations of a safetensors file: each is read right, or refused in one line`, async () => {
  const tally = new Tally();
  for (let seed = 0; seed < cases; seed++) {
    const bytes = mutate(new Chance(seed));
    await tally.take(`case ${seed}`, () => assertRight(bytes, parseSafetensors(bytes, "x")));
  }
  tally.tell("safetensors");
});
