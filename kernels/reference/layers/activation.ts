/** The names of activations. SiLU is x sigmoid(x). */
export type Activation = "none" | "relu" | "relu6" | "silu";

/** The functions and their derivatives. */
export const activations: Record<
  Activation,
  { readonly apply: (z: number) => number; readonly slope: (z: number) => number }
> = {
  none: { apply: (z) => z, slope: () => 1 },
  relu: { apply: (z) => Math.max(z, 0), slope: (z) => z > 0 ? 1 : 0 },
  relu6: { apply: (z) => Math.min(Math.max(z, 0), 6), slope: (z) => z > 0 && z < 6 ? 1 : 0 },
  silu: {
    apply: (z) => z * sigmoid(z),
    slope: (z) => sigmoid(z) * (1 + z * (1 - sigmoid(z))),
  },
};

function sigmoid(z: number): number {
  return 1 / (1 + Math.exp(-z));
}
