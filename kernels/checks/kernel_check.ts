import type * as tf from "@tensorflow/tfjs";
import type { BackendName } from "../../lib/backends/open_backend.ts";

/** A kernel of our own on small inputs, and what it is to give. */
export interface KernelCheck {
  readonly kernel: string;
  /** The one backend that has it; all have it where this is left out. */
  readonly backend?: BackendName;
  /** True where it takes a backend that computes in halves. */
  readonly float16?: boolean;
  /** The largest difference that rounding explains, in parts of the larger of 1 and the number. */
  readonly tolerance: number;
  /** Computes on the current backend, inside a `tf.tidy`. */
  run(): tf.Tensor[];
  /** The same tensors' numbers by the plain reference, in double precision where it has that. */
  expected(): ArrayLike<number>[];
}
