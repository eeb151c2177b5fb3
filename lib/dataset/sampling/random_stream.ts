import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { JumpableRandomGenerator } from "pure-rand/types/JumpableRandomGenerator";

/**
 * A seeded source of random numbers (xoroshiro128+). Streams of one seed are far apart, by jumps of
 * 2⁶⁴ numbers, so that every epoch draws anew and yet depends on nothing but its own number.
 *
 * @param seed a 32-bit integer
 * @param stream which of the seed's streams, 0 and up
 */
export function randomStream(seed: number, stream: number): JumpableRandomGenerator {
  const random = xoroshiro128plus(seed);
  for (let i = 0; i <= stream; i++) random.jump();
  return random;
}
