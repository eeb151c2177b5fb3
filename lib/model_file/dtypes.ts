import type { FileTensor } from "./tensor_file.ts";

/** How a file keeps numbers. */
export interface NumberFormat {
  /** Size of one number. */
  readonly bytes: number;
  readonly decode: (buffer: ArrayBuffer) => FileTensor["data"];
}

/** The number formats that are read, by their names in safetensors files. */
export const dtypes: ReadonlyMap<string, NumberFormat> = new Map<string, NumberFormat>([
  ["F32", { bytes: 4, decode: (buffer) => new Float32Array(buffer) }],
  ["F16", { bytes: 2, decode: (buffer) => new Float32Array(new Float16Array(buffer)) }],
  ["BF16", { bytes: 2, decode: fromBfloat16 }],
  ["I64", { bytes: 8, decode: fromInt64 }],
  ["I32", { bytes: 4, decode: (buffer) => new Int32Array(buffer) }],
  ["U8", { bytes: 1, decode: (buffer) => new Int32Array(new Uint8Array(buffer)) }],
  ["BOOL", { bytes: 1, decode: (buffer) => new Int32Array(new Uint8Array(buffer)) }],
]);

/** A bfloat16 is the upper half of a float32. */
function fromBfloat16(buffer: ArrayBuffer): Float32Array<ArrayBuffer> {
  return new Float32Array(
    new Uint32Array(new Uint16Array(buffer)).map((half) => half << 16).buffer,
  );
}

/** Counters such as BatchNorm's; one beyond 32 bits stays at the end of the range. */
function fromInt64(buffer: ArrayBuffer): Int32Array<ArrayBuffer> {
  return Int32Array.from(
    new BigInt64Array(buffer),
    (value) => Math.max(-(2 ** 31), Math.min(2 ** 31 - 1, Number(value))),
  );
}
