import * as tf from "@tensorflow/tfjs";
import { withComputePrecision } from "../../kernels/webgpu/matmul/compute_precision.ts";
import { openWebGpu } from "../../lib/backends/webgpu.ts";
import { assertCloseTo } from "../../tests/kernels/support/assert_close_to.ts";
import { poison } from "../../tests/kernels/support/test_on_devices.ts";
import { awaitTensor } from "../timing/await_tensor.ts";
import type { Peaks } from "./measure_peaks.ts";
import { median } from "../timing/median.ts";
import { type Roofline, roofline } from "./roofline.ts";
import { type Kernel, type KernelCall, stockKernel } from "../../kernels/runtime/replace_kernel.ts";
import { kernelOf } from "./stock_kernels.ts";

/** What a kernel takes, and TensorFlow.js's own in the same run. */
export interface KernelAgainstStock {
  /** Of one launch, the median of the rounds. */
  readonly milliseconds: number;
  readonly stockMilliseconds: number;
  /** How many times faster than TensorFlow.js's own: the median of the rounds' ratios. */
  readonly againstStock: number;
  /** How many times faster in halves than in single precision; null where it has no halves. */
  readonly float16Speedup: number | null;
  /** Two operations for each product, those at the padding too. */
  readonly gigaflopsPerSecond: number;
  /** Of inputs and output, each once. */
  readonly gigabytesPerSecond: number;
  readonly ceiling: Roofline;
}

/** A kernel with what it computes on. */
export interface MeasuredKernel {
  /** In TensorFlow.js's registry; one that WebGPU has a kernel of its own for. */
  readonly name: string;
  readonly inputs: Readonly<Record<string, tf.Tensor>>;
  readonly attributes: object;
  /** Numbers that it gives. */
  readonly outputSize: number;
  readonly products: number;
  /** True where it is measured in halves too, if the device has them. */
  readonly float16: boolean;
  /** What it is to give, by its reference. */
  expected(): Promise<ArrayLike<number>>;
}

const rounds = 5;
/** A round takes at least so long, so that waiting for its end costs little beside it. */
const minMilliseconds = 60;

/**
 * Measures a kernel on WebGPU against TensorFlow.js's own, after it was found to agree with its
 * reference.
 *
 * @param ceilings measured in the same run
 */
export async function kernelAgainstStock(
  { name, inputs, attributes, outputSize, products, ...measured }: MeasuredKernel,
  ceilings: Peaks,
): Promise<KernelAgainstStock> {
  const { check, float16: halves } = await openWebGpu();
  const call = { inputs, attrs: attributes as tf.NamedAttrMap, backend: tf.backend() };
  const time = async (kernel: Kernel, launches: number) => {
    const start = performance.now();
    for (let i = 1; i < launches; i++) toTensor(kernel(call)).dispose();
    const last = toTensor(kernel(call));
    await awaitTensor(last);
    check();
    last.dispose();
    return (performance.now() - start) / launches;
  };
  const own = kernelOf(name), stock = stockKernel("webgpu", name)!;
  const inHalves = measured.float16 && halves
    ? (call: KernelCall) => withComputePrecision("f16", () => own(call))
    : null;
  const expected = await measured.expected();
  const verify = async (kernel: Kernel, tolerance: number) => {
    await poison([outputSize]);
    const found = toTensor(kernel(call));
    assertCloseTo(await found.data(), expected, tolerance);
    check();
    found.dispose();
  };
  await verify(own, 1e-4);
  // Sums of so many products, each rounded by up to a 2048th.
  if (inHalves) await verify(inHalves, 2 ** -7 * Math.sqrt(products / outputSize));
  const launchesOf = async (kernel: Kernel) => {
    await time(kernel, 1);
    return Math.ceil(minMilliseconds / await time(kernel, 1));
  };
  const launches = await launchesOf(own), stockLaunches = await launchesOf(stock);
  if (inHalves) await launchesOf(inHalves);

  const ownTimes: number[] = [], stockTimes: number[] = [], halfRatios: number[] = [];
  for (let round = 0; round < rounds; round++) {
    ownTimes.push(await time(own, launches));
    stockTimes.push(await time(stock, stockLaunches));
    if (inHalves) halfRatios.push(ownTimes[round]! / await time(inHalves, launches));
  }
  const milliseconds = median(ownTimes);
  const numbers = Object.values(inputs).reduce((sum, { size }) => sum + size, outputSize);
  const rates = {
    gigaflopsPerSecond: 2 * products / milliseconds / 1e6,
    gigabytesPerSecond: 4 * numbers / milliseconds / 1e6,
  };
  return {
    milliseconds,
    stockMilliseconds: median(stockTimes),
    againstStock: median(ownTimes.map((own, round) => stockTimes[round]! / own)),
    float16Speedup: inHalves ? median(halfRatios) : null,
    ...rates,
    ceiling: roofline(rates, ceilings),
  };
}

function toTensor(info: tf.TensorInfo): tf.Tensor {
  return tf.engine().makeTensorFromTensorInfo(info);
}
