import * as tf from "@tensorflow/tfjs";
import { openWebGpu } from "../../lib/backends/webgpu.ts";
import { assertCloseTo } from "../../tests/kernels/support/assert_close_to.ts";
import { poison } from "../../tests/kernels/support/test_on_devices.ts";
import { awaitTensor } from "../timing/await_tensor.ts";
import { countLaunches } from "../timing/count_launches.ts";
import { median } from "../timing/median.ts";

/** What an op takes, forward and backward, and the same put together of TensorFlow.js's ops. */
export interface StockComparison {
  /** Median of the rounds. */
  readonly milliseconds: number;
  /** How many times faster than TensorFlow.js's ops and their tape: the median of the rounds' ratios. */
  readonly againstStock: number;
  readonly launches: number;
  readonly stockLaunches: number;
}

const rounds = 5;

/**
 * Measures an op on WebGPU against the same put together of TensorFlow.js's ops, after it was found to
 * agree with its reference.
 *
 * @param options.inputs of both, by all of which a gradient is asked for
 * @param options.upstream the gradient of what they give
 * @param options.expected what the gradient by the first input is to be
 */
export async function compareWithStock({ own, stock, inputs, upstream, expected }: {
  own: (...inputs: tf.Tensor[]) => tf.Tensor;
  stock: (...inputs: tf.Tensor[]) => tf.Tensor;
  inputs: tf.Tensor[];
  upstream: tf.Tensor;
  expected: () => Promise<ArrayLike<number>>;
}): Promise<StockComparison> {
  const { check } = await openWebGpu();
  const gradients = (op: typeof own) => tf.tidy(() => tf.grads(op)(inputs, upstream));
  const time = async (op: typeof own) => {
    const start = performance.now();
    const found = gradients(op);
    await awaitTensor(found[0]!);
    check();
    tf.dispose(found);
    return performance.now() - start;
  };
  await poison([inputs[0]!.size]);
  const found = gradients(own);
  assertCloseTo(await found[0]!.data(), await expected(), 1e-4);
  check();
  tf.dispose(found);
  const count = async (op: typeof own) =>
    (await countLaunches(async () => void await time(op)))!.programs;
  const [launches, stockLaunches] = [await count(own), await count(stock)];
  const times: number[] = [], ratios: number[] = [];
  await time(stock);
  for (let round = 0; round < rounds; round++) {
    const milliseconds = await time(own);
    times.push(milliseconds);
    ratios.push(await time(stock) / milliseconds);
  }
  return { milliseconds: median(times), againstStock: median(ratios), launches, stockLaunches };
}
