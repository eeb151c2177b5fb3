import * as tf from "@tensorflow/tfjs";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import {
  convCheck,
  convGeometry,
  type ConvKernel,
  convKernels,
} from "../../kernels/checks/conv_checks.ts";
import { toTensors } from "../../kernels/checks/kernel_check.ts";
import { convolutionSignatures } from "../../kernels/conv/convolution_signatures.ts";
import { stockKernel } from "../../kernels/runtime/replace_kernel.ts";
import { convolutionKernels } from "../../kernels/wasm/ops/register_convolutions.ts";
import { startNodeThread } from "../../kernels/wasm/runtime/start_node_thread.ts";
import { WasmProgram } from "../../kernels/wasm/runtime/wasm_program.ts";
import { openWasm, wasmThreads } from "../../lib/backends/wasm.ts";
import type { Findings } from "../findings.ts";
import { takeTurns } from "../timing/take_turns.ts";
import { type Layer, layer, layerTitle, productsOf } from "./layers.ts";
import { verify } from "./verify.ts";

/** The time of a kernel on one layer. */
export interface WasmKernelFigures {
  readonly kernel: string;
  readonly layer: string;
  /** Of the fastest round, with one thread and with all. */
  readonly milliseconds: { readonly one: number; readonly all: number };
  readonly gigaflopsPerSecond: { readonly one: number; readonly all: number };
  /** How many times faster than TensorFlow.js's own, both at their fastest; null where it has none. */
  readonly againstStock: number | null;
}

const layers: readonly Layer[] = [
  layer("tiny 3 > 16", [32, 64, 64, 3], 16, 3, 2),
  layer("tiny 16 > 32", [32, 32, 32, 16], 32, 3, 2),
  layer("tiny 32 > 32", [32, 16, 16, 32], 32, 3, 1),
  layer("tiny 64 > 64", [32, 8, 8, 64], 64, 3, 1),
  layer("tiny 4096 > 128", [32, 1, 1, 4096], 128, 1, 1),
  layer("v2_b0 3 > 32", [2, 224, 224, 3], 32, 3, 2),
  layer("v2_b0 32 > 128", [1, 56, 56, 32], 128, 3, 1),
  layer("v2_b0 96 > 384", [4, 14, 14, 96], 384, 1, 1),
  layer("v2_b0 1152 > 192", [4, 7, 7, 1152], 192, 1, 1),
  layer("resnet50 256 > 1024", [1, 14, 14, 256], 1024, 1, 1),
  layer("v2_b0 192", [4, 28, 28, 192], null, 3, 2),
  layer("v2_b0 384", [4, 14, 14, 384], null, 3, 1),
  layer("v2_b0 1152", [4, 7, 7, 1152], null, 3, 1),
];

const rounds = 40;

/** Kernels on WebAssembly beside TensorFlow.js's own. */
export async function measureWasm(): Promise<Findings> {
  const wasmKernels = await benchWasmKernels();
  return {
    rows: wasmKernels.map(({ kernel, layer, milliseconds, gigaflopsPerSecond, againstStock }) => [
      `${kernel} ${layer}, wasm`,
      `${milliseconds.all.toFixed(2)} ms, ${gigaflopsPerSecond.one.toFixed(1)} GFLOP/s on one ` +
      `thread, ${gigaflopsPerSecond.all.toFixed(1)} on all` +
      (againstStock === null ? "" : `, ${againstStock.toFixed(1)} x stock`),
    ]),
    document: { wasmKernels },
  };
}

/**
 * Measures the kernels of convolutions on WebAssembly, on layers of `tiny`, EfficientNetV2-B0 and
 * ResNet-50, with one thread and with all, against TensorFlow.js's own, after each agreed with its
 * reference. The fastest of many short rounds counts: other work on the machine only slows.
 */
async function benchWasmKernels(): Promise<WasmKernelFigures[]> {
  await openWasm();
  const backend = tf.backend() as BackendWasm;
  // The one with all threads last: ops that are run later use the newest.
  const one = new WasmProgram(backend, 1, startNodeThread);
  const all = new WasmProgram(backend, wasmThreads, startNodeThread);
  const figures: WasmKernelFigures[] = [];
  for (const layer of layers) {
    for (const key of convKernels) {
      if (convolutionSignatures[key].depthwise !== layer.depthwise) continue;
      figures.push(await benchKernel(key, layer, one, all));
    }
  }
  return figures;
}

async function benchKernel(
  key: ConvKernel,
  layer: Layer,
  one: WasmProgram,
  all: WasmProgram,
): Promise<WasmKernelFigures> {
  const own = convolutionKernels[key], { name } = convolutionSignatures[key];
  const geometry = convGeometry(key, layer.convCase);
  const check = { ...convCheck(key, layer.convCase), tolerance: 1e-3 };
  const values = check.inputs(), inputs = toTensors(values);
  await verify(check, inputs, check.expected(values));
  const [a, b] = Object.values(inputs) as [tf.Tensor, tf.Tensor];
  const { strides, pad } = layer.convCase;
  const attrs = {
    ...{ strides, pad, dimRoundingMode: "floor", dataFormat: "NHWC", dilations: 1 },
    ...{ inputShape: geometry.inShape, filterShape: geometry.filterShape },
  } as tf.NamedAttrMap;
  const stock = stockKernel("wasm", name);
  const drop = (result: tf.TensorInfo) => tf.engine().makeTensorFromTensorInfo(result).dispose();
  const seconds = await takeTurns(rounds, {
    one: () => drop(own(one, a, b, geometry)),
    all: () => drop(own(all, a, b, geometry)),
    stock: () => stock && drop(stock({ inputs, attrs, backend: tf.backend() })),
  });
  tf.dispose(inputs);
  const [onOne, onAll, onStock] = [seconds.one, seconds.all, seconds.stock]
    .map((all) => 1000 * Math.min(...all)) as [number, number, number];
  const products = productsOf(layer, geometry);
  return {
    kernel: name,
    layer: layerTitle(layer),
    milliseconds: { one: onOne, all: onAll },
    gigaflopsPerSecond: { one: 2e-6 * products / onOne, all: 2e-6 * products / onAll },
    againstStock: stock ? onStock / onAll : null,
  };
}
