import * as tf from "@tensorflow/tfjs";
import {
  type CheckTensors,
  type KernelCheck,
  toTensors,
} from "../../kernels/checks/kernel_check.ts";
import { openWebGpu } from "../../lib/backends/webgpu.ts";
import { awaitTensor } from "../timing/await_tensor.ts";
import { countLaunches } from "../timing/count_launches.ts";
import { median } from "../timing/median.ts";
import { verify } from "./verify.ts";

/** The time of an op, forward and backward, and of the same composed of TensorFlow.js's ops. */
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
 * Measures an op on WebGPU against the same composed of TensorFlow.js's ops, after it agreed with its
 * reference.
 *
 * @param check computes the output and the gradient by each input; the last input is `dy`
 * @param stock the same of the other inputs, in their order
 */
export async function compareWithStock(
  check: KernelCheck,
  stock: (...inputs: tf.Tensor[]) => tf.Tensor,
): Promise<StockComparison> {
  const device = await openWebGpu();
  const values = check.inputs(), tensors = toTensors(values);
  const stockRun = ({ dy, ...inputs }: CheckTensors) => {
    const { value, grads } = tf.valueAndGrads(stock)(Object.values(inputs), dy!);
    return [value, ...grads];
  };
  const time = async (run: KernelCheck["run"]) => {
    const start = performance.now();
    const found = tf.tidy(() => run(tensors));
    await awaitTensor(found[1]!);
    device.check();
    tf.dispose(found);
    return performance.now() - start;
  };
  await verify(check, tensors, check.expected(values));
  device.check();
  const count = async (run: KernelCheck["run"]) =>
    (await countLaunches(async () => void await time(run)))!.programs;
  const [launches, stockLaunches] = [await count(check.run), await count(stockRun)];
  const times: number[] = [], ratios: number[] = [];
  await time(stockRun);
  for (let round = 0; round < rounds; round++) {
    const milliseconds = await time(check.run);
    times.push(milliseconds);
    ratios.push(await time(stockRun) / milliseconds);
  }
  tf.dispose(tensors);
  return { milliseconds: median(times), againstStock: median(ratios), launches, stockLaunches };
}
