import * as tf from "@tensorflow/tfjs";
import { inFloat16 } from "../../kernels/checks/conv_checks.ts";
import { type KernelCheck, toTensors } from "../../kernels/checks/kernel_check.ts";
import { openWebGpu } from "../../lib/backends/webgpu.ts";
import { awaitTensor } from "../timing/await_tensor.ts";
import { median } from "../timing/median.ts";
import { type Peaks, type Roofline, roofline } from "./measure_peaks.ts";
import { withStockKernels } from "./stock_kernels.ts";
import { verify } from "./verify.ts";

/** The time of a kernel, and of TensorFlow.js's own in the same run. */
export interface KernelAgainstStock {
  /** Of one launch, the median of the rounds. */
  readonly milliseconds: number;
  readonly stockMilliseconds: number;
  /** How many times faster than TensorFlow.js's own: the median of the rounds' ratios. */
  readonly againstStock: number;
  /** How many times faster in float16 than in float32; null where the kernel has no float16. */
  readonly float16Speedup: number | null;
  /** Two operations for each product, those at the padding too. */
  readonly gigaflopsPerSecond: number;
  /** Of inputs and output, each once. */
  readonly gigabytesPerSecond: number;
  readonly roofline: Roofline;
}

/** A kernel to measure. */
export interface MeasuredKernel {
  /** Runs one kernel that replaces one of TensorFlow.js's. */
  readonly check: KernelCheck;
  readonly products: number;
  /** True where it is measured in float16 too, if the device has that. */
  readonly hasFloat16: boolean;
}

const rounds = 5;
/** A round takes at least so long, so that waiting for its end costs little beside it. */
const minMilliseconds = 60;

/**
 * Measures a kernel on WebGPU against TensorFlow.js's own, after it agreed with its reference.
 *
 * @param peaks measured in the same run
 */
export async function kernelAgainstStock(
  { check, products, hasFloat16 }: MeasuredKernel,
  peaks: Peaks,
): Promise<KernelAgainstStock> {
  const device = await openWebGpu();
  const values = check.inputs(), tensors = toTensors(values), expected = check.expected(values);
  const outputSize = expected[0]!.length;
  const time = async ({ run }: KernelCheck, launches: number) => {
    const start = performance.now();
    for (let i = 1; i < launches; i++) tf.tidy(() => void run(tensors));
    const last = tf.tidy(() => run(tensors)[0]!);
    await awaitTensor(last);
    device.check();
    last.dispose();
    return (performance.now() - start) / launches;
  };
  const stockTime = (launches: number) => withStockKernels(() => time(check, launches));
  // Sums of so many products, each rounded by up to a 2048th.
  const half = hasFloat16 && device.float16
    ? { ...inFloat16(check), tolerance: 2 ** -7 * Math.sqrt(products / outputSize) }
    : null;
  await verify(check, tensors, expected);
  if (half) await verify(half, tensors, expected);
  device.check();
  const launchesOf = async (timed: (launches: number) => Promise<number>) => {
    await timed(1);
    return Math.ceil(minMilliseconds / await timed(1));
  };
  const launches = await launchesOf((count) => time(check, count));
  const stockLaunches = await launchesOf(stockTime);
  if (half) await launchesOf((count) => time(half, count));

  const ownTimes: number[] = [], stockTimes: number[] = [], halfRatios: number[] = [];
  for (let round = 0; round < rounds; round++) {
    ownTimes.push(await time(check, launches));
    stockTimes.push(await stockTime(stockLaunches));
    if (half) halfRatios.push(ownTimes[round]! / await time(half, launches));
  }
  const milliseconds = median(ownTimes);
  const elements = Object.values(tensors).reduce((sum, { size }) => sum + size, outputSize);
  tf.dispose(tensors);
  const rates = {
    gigaflopsPerSecond: 2 * products / milliseconds / 1e6,
    gigabytesPerSecond: 4 * elements / milliseconds / 1e6,
  };
  return {
    milliseconds,
    stockMilliseconds: median(stockTimes),
    againstStock: median(ownTimes.map((own, round) => stockTimes[round]! / own)),
    float16Speedup: half ? median(halfRatios) : null,
    ...rates,
    roofline: roofline(rates, peaks),
  };
}
