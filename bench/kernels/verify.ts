import * as tf from "@tensorflow/tfjs";
import type { CheckTensors, KernelCheck } from "../../kernels/checks/kernel_check.ts";
import { largestDifference } from "../../kernels/checks/largest_difference.ts";
import { poison } from "../../kernels/checks/poison.ts";

/**
 * Compares a kernel with its reference before it is timed, in memory that was filled with NaN.
 *
 * @param tensors the check's inputs on the current backend
 * @throws {Error} where it differs by more than the check's tolerance
 */
export async function verify(
  { kernel, run, tolerance }: Pick<KernelCheck, "kernel" | "run" | "tolerance">,
  tensors: CheckTensors,
  expected: readonly ArrayLike<number>[],
): Promise<void> {
  await poison(expected.map(({ length }) => length));
  const found = tf.tidy(() => run(tensors));
  for (const [i, values] of expected.entries()) {
    const difference = largestDifference(await found[i]!.data(), values);
    if (difference <= tolerance) continue;
    throw new Error(
      `${kernel}: output ${i} is off by ${difference}, expected at most ${tolerance}`,
    );
  }
  tf.dispose(found);
}
