import * as tf from "@tensorflow/tfjs";
import type { OpenBackend } from "../../lib/backends/open_backend.ts";
import type { KernelCheck } from "./kernel_check.ts";

/** What a kernel's check came to. */
export interface KernelVerdict {
  readonly kernel: string;
  readonly backend: string;
  /**
   * From the reference, in parts of the larger of 1 and the number; null where it failed, or something
   * is not finite that is to be.
   */
  readonly largestDifference: number | null;
  readonly ok: boolean;
  /** What was thrown, where something was. */
  readonly error?: string;
}

/**
 * Runs kernels on the current backend and compares them with their references. The memory that their
 * outputs take is filled with NaN before, so that what a kernel leaves unwritten shows.
 */
export async function runChecks(
  checks: readonly KernelCheck[],
  backend: Pick<OpenBackend, "name" | "float16" | "check">,
): Promise<KernelVerdict[]> {
  const verdicts: KernelVerdict[] = [];
  for (const check of checks) {
    const { kernel, tolerance, backend: only = backend.name } = check;
    if (only !== backend.name || (check.float16 && !backend.float16)) continue;
    const about = { kernel, backend: backend.name };
    const expected = check.expected();
    try {
      await poison(expected.map(({ length }) => length));
      const tensors = tf.tidy(() => check.run());
      const found: ArrayLike<number>[] = [];
      for (const tensor of tensors) found.push(await tensor.data());
      tf.dispose(tensors);
      backend.check();
      const difference = largestDifference(found, expected);
      const isFinite = Number.isFinite(difference);
      verdicts.push({
        ...about,
        largestDifference: isFinite ? difference : null,
        ok: difference <= tolerance,
      });
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      verdicts.push({ ...about, largestDifference: null, ok: false, error: text });
    }
  }
  return verdicts;
}

function largestDifference(
  found: readonly ArrayLike<number>[],
  expected: readonly ArrayLike<number>[],
): number {
  let largest = found.length === expected.length ? 0 : Infinity;
  for (const [i, wanted] of expected.entries()) {
    if (found[i]?.length !== wanted.length) return Infinity;
    for (let j = 0; j < wanted.length; j++) {
      const [a, e] = [found[i]![j]!, wanted[j]!];
      if (Object.is(a, e)) continue;
      const difference = Math.abs(a - e) / Math.max(1, Math.abs(e));
      // NaN compares with nothing.
      if (!(difference <= largest)) largest = Number.isNaN(difference) ? Infinity : difference;
    }
  }
  return largest;
}

/** The pool of buffers goes by size: the next tensors of these sizes are the ones filled here. */
async function poison(sizes: readonly number[]): Promise<void> {
  const whole = sizes.reduce((sum, size) => sum + size, 0);
  for (const size of new Set([...sizes, whole])) {
    const tensors = Array.from({ length: 4 }, () => tf.fill([size], NaN));
    for (const tensor of tensors) await tensor.data();
    tf.dispose(tensors);
  }
}
