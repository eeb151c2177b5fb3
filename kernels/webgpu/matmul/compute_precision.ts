/** How products of convolutions are computed: in float32 or in float16. */
export type ComputePrecision = "f32" | "f16";

let current: ComputePrecision = "f32";

/** The precision of convolutions that are launched now, see {@linkcode withComputePrecision}. */
export function computePrecision(): ComputePrecision {
  return current;
}

/**
 * Runs `compute` with another precision of the convolutions that it launches on WebGPU, and of their
 * gradients. "f16" needs a device with the feature "shader-f16".
 */
export function withComputePrecision<T>(precision: ComputePrecision, compute: () => T): T {
  const before = current;
  current = precision;
  try {
    return compute();
  } finally {
    current = before;
  }
}
