import * as tf from "@tensorflow/tfjs";
import { toPyTorchShape, type Weights } from "../../../lib/model/weights/pytorch_layout.ts";
import type { Parameters } from "../../../lib/model/layers/parameters.ts";

/** Images in a batch, and their side in pixels. */
export const batch = 4, side = 64;

/**
 * Numbers from -1 to 1 that `tests/reference/backbones.py` draws as well: the finaliser of
 * MurmurHash3 over FNV-1a of the name and the place.
 */
export function draws(name: string, size: number): Float32Array {
  let seed = 2166136261;
  for (const byte of new TextEncoder().encode(name)) seed = Math.imul(seed ^ byte, 16777619);
  return Float32Array.from({ length: size }, (_, i) => {
    let h = Math.imul(i, 0x9E3779B9) + seed;
    h ^= h >>> 16;
    h = Math.imul(h, 0x85EBCA6B);
    h ^= h >>> 13;
    h = Math.imul(h, 0xC2B2AE35);
    h ^= h >>> 16;
    return (h >>> 0) / 2 ** 31 - 1;
  });
}

/**
 * Weights for all parameters, as the script's `fill`.
 *
 * @param variance about which BatchNorms' running variances lie
 * @param opened whether all ReLUs are within their slope
 */
export function formulaWeights(
  parameters: Parameters,
  { variance, opened }: { variance: number; opened: boolean },
): Weights {
  return new Map(
    parameters.all().map(({ name, kind, value }) => {
      const shape = toPyTorchShape(kind, value.shape);
      const fanIn = shape.slice(1).reduce((product, length) => product * length, 1);
      const scale = opened ? 0.7 : 1;
      const [level, spread] = shape.length > 1
        ? [0, Math.sqrt(6 / fanIn)]
        : name.endsWith("running_var")
        ? [variance, 0.5 * variance]
        : name.endsWith("weight")
        ? [scale, 0.2 * scale]
        : name.endsWith("bias")
        ? [opened ? 3 : 0, 0.1]
        : [0, 0.1];
      return [name, { shape, data: draws(name, value.size).map((u) => level + spread * u) }];
    }),
  );
}

/** Coarse squares and some noise, as the script's `images`: `[batch, side, side, 3]`. */
export function pictures(): tf.Tensor4D {
  const cell = side / 4;
  const coarse = draws("coarse", batch * 3 * 16), fine = draws("fine", batch * 3 * side * side);
  return tf.tidy(() => {
    const values = fine.map((noise, i) => {
      const x = i % side, y = Math.floor(i / side) % side, plane = Math.floor(i / side ** 2);
      return coarse[plane * 16 + Math.floor(y / cell) * 4 + Math.floor(x / cell)]! + 0.3 * noise;
    });
    return tf.transpose(tf.tensor4d(values, [batch, 3, side, side]), [0, 2, 3, 1]);
  });
}
