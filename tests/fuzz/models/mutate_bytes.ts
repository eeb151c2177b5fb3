import type { Chance } from "./chance.ts";

const telling = [0, 1, 0x22, 0x2f, 0x5c, 0x7b, 0x7d, 0x7f, 0x80, 0xff];

/** Cuts, flips, overwrites, doubles or lengthens bytes, once or several times. */
export function mutateBytes(bytes: Uint8Array, chance: Chance): Uint8Array<ArrayBuffer> {
  let mutated = bytes.slice() as Uint8Array<ArrayBuffer>;
  for (let times = 1 + chance.below(4); times > 0; times--) {
    const { length } = mutated;
    const at = chance.below(length + 1), end = Math.min(length, at + 1 + chance.below(64));
    const kind = chance.below(7);
    if (kind === 0) mutated = mutated.slice(0, at);
    else if (kind === 1) mutated = joined(noise(chance), mutated);
    else if (kind === 2) mutated = joined(mutated, noise(chance));
    else if (kind === 3) mutated = joined(mutated.subarray(0, at), mutated.subarray(end));
    else if (kind === 4) mutated = joined(mutated.subarray(0, end), mutated.subarray(at));
    else if (at < length) {
      mutated[at] = kind === 5 ? mutated[at]! ^ (1 << chance.below(8)) : chance.of(telling);
    }
  }
  return mutated;
}

function noise(chance: Chance): Uint8Array {
  return Uint8Array.from({ length: 1 + chance.below(20) }, () => chance.below(256));
}

function joined(...parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let begin = 0;
  for (const part of parts) {
    whole.set(part, begin);
    begin += part.length;
  }
  return whole;
}
