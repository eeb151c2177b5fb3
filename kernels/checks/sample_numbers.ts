/** Numbers from -1 to 1 in no order, the same at every call. */
export function sampleValues(length: number, seed: number): Float32Array {
  return Float32Array.from({ length }, (_, i) => Math.sin((i + 1) * (i + 17 * seed) % 9973));
}

/** 1/4 or -1/4 each: distances between rows of 16 are exact, and full of ties. */
export function tiedValues(length: number, seed: number): Float32Array {
  return sampleValues(length, seed).map((value) => value < 0 ? -0.25 : 0.25);
}

/** Whole numbers from `least` to `most`. */
export function sampleIntegers(length: number, seed: number, least: number, most: number) {
  return Int32Array.from(
    sampleValues(length, seed),
    (value) => Math.min(most, least + Math.floor((value + 1) / 2 * (most - least + 1))),
  );
}
