import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import type { JumpableRandomGenerator } from "pure-rand/types/JumpableRandomGenerator";

/**
 * A seeded source of random numbers (xoroshiro128+). Streams of one seed are 2⁶⁴ numbers apart, so that
 * every epoch has its own numbers, which depend only on the seed and the epoch.
 *
 * @param seed a 32-bit integer
 * @param stream which of the seed's streams, 0 or more
 */
export function randomStream(seed: number, stream: number): JumpableRandomGenerator {
  const random = xoroshiro128plus(seed);
  for (let i = 0; i <= stream; i++) random.jump();
  return random;
}
