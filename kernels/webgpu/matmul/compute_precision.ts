/** How the products of convolutions are computed: in single precision, or in halves. */
export type ComputePrecision = "f32" | "f16";

let current: ComputePrecision = "f32";

/** The precision of the convolutions that are launched now, see {@linkcode withComputePrecision}. */
export function computePrecision(): ComputePrecision {
  return current;
}

/**
 * Computes with another precision of the convolutions that `compute` launches on WebGPU, and of their
 * gradients. "f16" takes a device with the feature "shader-f16".
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
