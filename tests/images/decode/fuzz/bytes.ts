/** One after the other; numbers are bytes, strings are ASCII. */
export function bytes(
  ...parts: readonly (number | string | Uint8Array)[]
): Uint8Array<ArrayBuffer> {
  const arrays = parts.map((part) =>
    typeof part === "number"
      ? Uint8Array.of(part)
      : typeof part === "string"
      ? Uint8Array.from(part, (letter) => letter.charCodeAt(0))
      : part
  );
  const whole = new Uint8Array(arrays.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const array of arrays) {
    whole.set(array, at);
    at += array.length;
  }
  return whole;
}

/** Numbers of 1 to 4 bytes, the highest byte first. */
export function bigEndian(size: number, ...values: readonly number[]): Uint8Array {
  return littleEndian(size, ...values.toReversed()).reverse();
}

/** Numbers of 1 to 4 bytes, the lowest byte first. */
export function littleEndian(size: number, ...values: readonly number[]): Uint8Array {
  return Uint8Array.from(
    values.flatMap((value) => Array.from({ length: size }, (_, i) => value >>> 8 * i)),
  );
}

/** The same bytes, so many times. */
export function repeated(part: Uint8Array, times: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(part.length * times);
  for (let i = 0; i < times; i++) whole.set(part, i * part.length);
  return whole;
}
