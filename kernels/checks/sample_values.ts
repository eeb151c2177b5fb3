import type { Values } from "../runtime/register_op.ts";

/** Values from -1 to 1 without an order, the same in every call. */
export function sampleValues(length: number, seed: number): Float32Array {
  return Float32Array.from({ length }, (_, i) => Math.sin((i + 1) * (i + 17 * seed) % 9973));
}

/** 1/4 or -1/4 each: distances between rows of 16 are exact, and full of ties. */
export function tiedValues(length: number, seed: number): Float32Array {
  return sampleValues(length, seed).map((value) => value < 0 ? -0.25 : 0.25);
}

/** Integers from `least` to `most`. */
export function sampleIntegers(
  length: number,
  seed: number,
  least: number,
  most: number,
): Int32Array {
  return Int32Array.from(
    sampleValues(length, seed),
    (value) => Math.min(most, least + Math.floor((value + 1) / 2 * (most - least + 1))),
  );
}

/** A tensor of {@linkcode sampleValues}. */
export function sampleTensor(shape: readonly number[], seed: number): Values {
  return {
    values: sampleValues(shape.reduce((size, length) => size * length, 1), seed),
    shape: [...shape],
  };
}

/** A vector of values. */
export function vector(values: Values["values"]): Values {
  return { values, shape: [values.length] };
}
