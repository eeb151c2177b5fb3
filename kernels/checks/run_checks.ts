import * as tf from "@tensorflow/tfjs";
import { type KernelBackend, type KernelCheck, toTensors } from "./kernel_check.ts";
import { largestDifference } from "./largest_difference.ts";
import { poison } from "./poison.ts";
import { throwDeviceErrors } from "./throw_device_errors.ts";

/** The current backend, as checks need to know it. */
export interface CheckedBackend {
  /** Its name in TensorFlow.js. */
  readonly name: KernelBackend;
  /** True where it computes in float16. */
  readonly float16: boolean;
  /** Throws the first error that the device reported. */
  check(): void;
}

/** The outcome of a kernel's check. */
export interface KernelVerdict {
  /** The name of the check. */
  readonly kernel: string;
  /** The name of the backend. */
  readonly backend: string;
  /**
   * From the reference, relative to the larger of 1 and the value; null where the kernel failed, or a
   * value is not finite that should be.
   */
  readonly largestDifference: number | null;
  /** True where the difference is within the tolerance. */
  readonly ok: boolean;
  /** What the kernel failed with, in one line: it does not compile, or it throws. */
  readonly error?: string;
}

/** True where a backend has what a check needs. */
export function isFor(
  { backend, float16 }: KernelCheck,
  { name, float16: hasFloat16 }: Omit<CheckedBackend, "check">,
): boolean {
  return (backend ?? name) === name && (!float16 || hasFloat16);
}

/**
 * Runs the checks that the current backend is able to run. Before each, the memory that the outputs
 * take is filled with NaN. A kernel that fails does not keep others from being checked.
 */
export async function runChecks(
  checks: readonly KernelCheck[],
  backend: CheckedBackend,
): Promise<KernelVerdict[]> {
  const verdicts: KernelVerdict[] = [];
  for (const check of checks) {
    if (!isFor(check, backend)) continue;
    const about = { kernel: check.kernel, backend: backend.name };
    try {
      const difference = await throwDeviceErrors(() => differenceOf(check));
      backend.check();
      verdicts.push({
        ...about,
        largestDifference: Number.isFinite(difference) ? difference : null,
        ok: difference <= check.tolerance,
      });
    } catch (error) {
      const text = error instanceof Error ? error.message : String(error);
      verdicts.push({ ...about, largestDifference: null, ok: false, error: text });
    }
  }
  return verdicts;
}

async function differenceOf(check: KernelCheck): Promise<number> {
  const inputs = check.inputs(), expected = check.expected(inputs);
  await poison(likelySizes(expected.map(({ length }) => length)));
  const tensors = tf.tidy(() => check.run(toTensors(inputs)));
  const found = await Promise.all(tensors.map((tensor) => tensor.data()));
  tf.dispose(tensors);
  if (found.length !== expected.length) return Infinity;
  return Math.max(0, ...expected.map((values, i) => largestDifference(found[i]!, values)));
}

/** Of outputs, of all of them in one, and of a few partial sums of small ones. */
function likelySizes(outputs: readonly number[]): number[] {
  const all = [...outputs, outputs.reduce((sum, size) => sum + size, 0)].filter((size) => size > 0);
  const small = all.filter((size) => size <= 2 ** 14);
  return [...all, ...[2, 3, 4, 5].flatMap((parts) => small.map((size) => parts * size))];
}
