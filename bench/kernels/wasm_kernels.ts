import * as tf from "@tensorflow/tfjs";
import type { BackendWasm } from "@tensorflow/tfjs-backend-wasm";
import { convolutionKernels as ownKernels } from "../../kernels/wasm/ops/convolution_kernels.ts";
import { WasmProgram } from "../../kernels/wasm/runtime/wasm_program.ts";
import { openWasm, wasmThreads } from "../../lib/backends/wasm.ts";
import { assertCloseTo } from "../../tests/kernels/support/assert_close_to.ts";
import { type ConvReference, convReferences } from "../../kernels/checks/conv_references.ts";
import { poison } from "../../tests/kernels/support/test_on_devices.ts";
import { stockKernel } from "../../kernels/runtime/replace_kernel.ts";
import { takeTurns } from "../timing/take_turns.ts";

type Sizes = [number, number, number, number];

/** What a kernel takes on one layer. */
export interface WasmKernelFigures {
  readonly kernel: string;
  readonly layer: string;
  /** Of the fastest round, with one thread and with all. */
  readonly milliseconds: { readonly one: number; readonly all: number };
  readonly gigaflopsPerSecond: { readonly one: number; readonly all: number };
  /** How many times faster than TensorFlow.js's own, both at their fastest; null where it has none. */
  readonly againstStock: number | null;
}

/** A convolution of a network, "same" padding; a depthwise one has no outputs of its own. */
interface Layer {
  readonly name: string;
  readonly input: Sizes;
  readonly outputs: number | null;
  readonly size: number;
  readonly stride: number;
}

const layers: readonly Layer[] = [
  { name: "tiny 3 > 16", input: [32, 64, 64, 3], outputs: 16, size: 3, stride: 2 },
  { name: "tiny 16 > 32", input: [32, 32, 32, 16], outputs: 32, size: 3, stride: 2 },
  { name: "tiny 32 > 32", input: [32, 16, 16, 32], outputs: 32, size: 3, stride: 1 },
  { name: "tiny 64 > 64", input: [32, 8, 8, 64], outputs: 64, size: 3, stride: 1 },
  { name: "tiny 4096 > 128", input: [32, 1, 1, 4096], outputs: 128, size: 1, stride: 1 },
  { name: "v2_b0 3 > 32", input: [2, 224, 224, 3], outputs: 32, size: 3, stride: 2 },
  { name: "v2_b0 32 > 128", input: [1, 56, 56, 32], outputs: 128, size: 3, stride: 1 },
  { name: "v2_b0 96 > 384", input: [4, 14, 14, 96], outputs: 384, size: 1, stride: 1 },
  { name: "v2_b0 1152 > 192", input: [4, 7, 7, 1152], outputs: 192, size: 1, stride: 1 },
  { name: "resnet50 256 > 1024", input: [1, 14, 14, 256], outputs: 1024, size: 1, stride: 1 },
  { name: "v2_b0 192", input: [4, 28, 28, 192], outputs: null, size: 3, stride: 2 },
  { name: "v2_b0 384", input: [4, 14, 14, 384], outputs: null, size: 3, stride: 1 },
  { name: "v2_b0 1152", input: [4, 7, 7, 1152], outputs: null, size: 3, stride: 1 },
];

const rounds = 40;

/**
 * Measures the kernels of convolutions on WebAssembly, on layers of `tiny`, EfficientNetV2-B0 and
 * ResNet-50, with one thread and with all, against TensorFlow.js's own, after each was found to agree
 * with its reference. The fastest of many short rounds counts: other work on the machine only slows.
 */
export async function benchWasmKernels(): Promise<WasmKernelFigures[]> {
  await openWasm();
  const backend = tf.backend() as BackendWasm;
  // The one of all threads last: what is made later takes the newest.
  const one = new WasmProgram(backend, 1), all = new WasmProgram(backend, wasmThreads);
  const figures: WasmKernelFigures[] = [];
  for (const layer of layers) {
    for (const kernel of convReferences) {
      if (kernel.depthwise !== (layer.outputs === null)) continue;
      figures.push(await benchKernel(kernel, layer, one, all));
    }
  }
  return figures;
}

async function benchKernel(
  { key, name: kernel, depthwise, inputs: names, output, reference }: ConvReference,
  { name, input, outputs, size, stride }: Layer,
  one: WasmProgram,
  all: WasmProgram,
): Promise<WasmKernelFigures> {
  const own = ownKernels[key];
  const filterShape: Sizes = [size, size, input[3], outputs ?? 1];
  const geometry = tf.backend_util
    .computeConv2DInfo(input, filterShape, stride, 1, "same", "floor", depthwise);
  const shapes = { x: input, filter: filterShape, dy: geometry.outShape };
  const [a, b] = names.map((name, i) => tf.randomNormal(shapes[name], 0, 1, "float32", i + 1)) as [
    tf.Tensor,
    tf.Tensor,
  ];
  await poison([tf.util.sizeFromShape(shapes[output])]);
  const found = toTensor(own(all, a, b, geometry));
  const [first, second] = [await a.data(), await b.data()] as [Float32Array, Float32Array];
  assertCloseTo(await found.data(), reference(first, second, geometry), 1e-3);
  found.dispose();

  const attrs = {
    strides: stride,
    pad: "same",
    dimRoundingMode: "floor",
    dataFormat: "NHWC",
    dilations: 1,
    inputShape: input,
    filterShape,
  };
  const inputs = { [names[0]]: a, [names[1]]: b };
  const stock = stockKernel("wasm", kernel);
  const drop = (result: tf.TensorInfo) => toTensor(result).dispose();
  const seconds = await takeTurns(rounds, {
    one: () => drop(own(one, a, b, geometry)),
    all: () => drop(own(all, a, b, geometry)),
    stock: () => stock && drop(stock({ inputs, attrs, backend: tf.backend() })),
  });
  tf.dispose([a, b]);
  const [onOne, onAll, onStock] = [seconds.one, seconds.all, seconds.stock]
    .map((all) => 1000 * Math.min(...all)) as [number, number, number];
  const { outHeight, outWidth, outChannels } = geometry;
  const products = input[0] * outHeight * outWidth * outChannels * size * size *
    (depthwise ? 1 : input[3]);
  return {
    kernel,
    layer: `${name}, ${size} x ${size}${stride > 1 ? `, stride ${stride}` : ""}, [${input}]`,
    milliseconds: { one: onOne, all: onAll },
    gigaflopsPerSecond: { one: 2e-6 * products / onOne, all: 2e-6 * products / onAll },
    againstStock: stock ? onStock / onAll : null,
  };
}

function toTensor(info: tf.TensorInfo): tf.Tensor {
  return tf.engine().makeTensorFromTensorInfo(info);
}
