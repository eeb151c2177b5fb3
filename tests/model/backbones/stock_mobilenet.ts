import * as tf from "@tensorflow/tfjs";
import { join } from "node:path";
import { draws } from "./formula.ts";

/** Channels that the blocks put out, and the blocks that halve each side. */
const channels = [48, 96, 96, 192, 192, 384, 384, 384, 384, 384, 384, 768, 768];
const halving = [2, 4, 6, 12];

/**
 * Writes Keras's MobileNet v1 at 0.75 as a layers model: TensorFlow.js's own layers, under Keras's
 * names, with weights that a formula fills in.
 *
 * @param folder where a `model.json` goes, and a file for every layer's weights
 */
export async function writeStockMobileNet(folder: string): Promise<void> {
  const model = tf.sequential({ layers: stockLayers() });
  for (const weight of model.weights) {
    const { shape } = weight.read();
    const drawn = tf.tensor(formula(weight.originalName, shape), shape);
    weight.write(drawn);
    drawn.dispose();
  }
  const modelTopology = model.toJSON(null, false);
  const weightsManifest = [];
  for (const layer of model.layers.filter(({ weights }) => weights.length > 0)) {
    const { data, specs } = await tf.io.encodeWeights(
      Object.fromEntries(layer.weights.map((weight) => [weight.originalName, weight.read()])),
    );
    const path = `${layer.name}-shard1of1`;
    await Deno.writeFile(join(folder, path), new Uint8Array(data as ArrayBuffer));
    weightsManifest.push({ paths: [path], weights: specs });
  }
  model.dispose();
  const json = JSON.stringify({ modelTopology, weightsManifest });
  await Deno.writeTextFile(join(folder, "model.json"), json);
}

function stockLayers(): tf.layers.Layer[] {
  const { conv2d, depthwiseConv2d, batchNormalization, activation } = tf.layers;
  const common = { padding: "same", useBias: false } as const;
  const convolution = (name: string, filters: number, kernelSize: number, strides: number) =>
    conv2d({ ...common, name, filters, kernelSize, strides, kernelInitializer: "zeros" });
  const depthwise = (name: string, strides: number) =>
    depthwiseConv2d({ ...common, name, kernelSize: 3, strides, depthwiseInitializer: "zeros" });
  const activated = (layer: tf.layers.Layer) => [
    layer,
    batchNormalization({ name: `${layer.name}_bn` }),
    activation({ activation: "relu6", name: `${layer.name}_relu` }),
  ];
  return [
    tf.layers.inputLayer({ inputShape: [224, 224, 3] }),
    ...activated(convolution("conv1", 24, 3, 2)),
    ...channels.flatMap((filters, i) => [
      ...activated(depthwise(`conv_dw_${i + 1}`, halving.includes(i + 1) ? 2 : 1)),
      ...activated(convolution(`conv_pw_${i + 1}`, filters, 1, 1)),
    ]),
    tf.layers.globalAveragePooling2d({ name: "global_average_pooling2d_1" }),
    tf.layers.reshape({ targetShape: [1, 1, channels.at(-1)!] }),
    conv2d({ name: "conv_preds", filters: 1000, kernelSize: 1, kernelInitializer: "zeros" }),
  ];
}

/** Scales that keep images apart, and some activations beyond ReLU6's bend. */
function formula(name: string, shape: readonly number[]): Float32Array {
  const size = shape.reduce((product, side) => product * side, 1);
  const filters = name.endsWith("/depthwise_kernel") ? shape[2]! : shape.at(-1)!;
  const [level, spread] = shape.length > 1
    ? [0, Math.sqrt(6 * filters / size)]
    : name.endsWith("/moving_variance")
    ? [1, 0.5]
    : name.endsWith("/gamma")
    ? [1, 0.2]
    : [0, 0.1];
  return draws(name, size).map((u) => level + spread * u);
}
