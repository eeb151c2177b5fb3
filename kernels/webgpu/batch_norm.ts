import * as tf from "@tensorflow/tfjs";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import type { Activation } from "../reference/activation.ts";
import { type Pass, runPasses } from "../run_passes.ts";
import { activationNumber } from "./activation_number.ts";
import activationWgsl from "./activation.wgsl" with { type: "text" };
import normaliseWgsl from "./batch_norm.wgsl" with { type: "text" };
import gradientWgsl from "./batch_norm_gradient.wgsl" with { type: "text" };
import sumsWgsl from "./batch_norm_sums.wgsl" with { type: "text" };
import momentsWgsl from "./batch_moments.wgsl" with { type: "text" };
import statisticsWgsl from "./batch_statistics.wgsl" with { type: "text" };
import { foldWorkgroups } from "./fold_workgroups.ts";
import mergeMomentsWgsl from "./merge_moments.wgsl" with { type: "text" };
import { inQuads, readQuad } from "./read_quad.ts";
import { rowShares } from "./row_shares.ts";
import { sumShares } from "./sum_shares.ts";

/** How a batch is normalised. */
export interface BatchNormOptions {
  readonly epsilon: number;
  readonly activation: Activation;
}

const forwardName = "FutagoBatchNorm", gradientName = "FutagoBatchNormGradient";
const threads = 64;

tf.registerKernel({
  kernelName: forwardName,
  backendName: "webgpu",
  kernelFunc({ inputs, attrs, backend }) {
    const webGpu = backend as WebGPUBackend;
    const shape = inputs.x!.shape, x = asRows(inputs.x!);
    const [rows, channels] = x.shape as [number, number];
    const { shares, constants, ...geometry } = rowShares(rows, channels);
    const moments = run(webGpu, "FutagoBatchMoments", { x }, [shares, 3 * channels], {
      source: [mergeMomentsWgsl, momentsWgsl],
      constants,
      ...geometry,
    });
    const statistics = run(webGpu, "FutagoBatchStatistics", { shares: moments }, [2, channels], {
      source: [mergeMomentsWgsl, statisticsWgsl],
      threads,
      workgroups: [Math.ceil(channels / 4 / threads), 1],
    }, channels);
    webGpu.disposeData(moments.dataId);
    const y = run(
      webGpu,
      forwardName,
      { x, statistics, scale: inputs.scale!, shift: inputs.offset! },
      shape,
      elementwise(normaliseWgsl, x.shape, attrs as unknown as BatchNormOptions),
      channels,
    );
    return [y, statistics];
  },
});

tf.registerKernel({
  kernelName: gradientName,
  backendName: "webgpu",
  kernelFunc({ inputs, attrs, backend }) {
    const webGpu = backend as WebGPUBackend;
    const options = attrs as unknown as BatchNormOptions;
    const shape = inputs.x!.shape, x = asRows(inputs.x!), dy = asRows(inputs.dy!);
    const [rows, channels] = x.shape as [number, number];
    const { shares, constants, ...geometry } = rowShares(rows, channels);
    const known = { x, dy, statistics: inputs.statistics!, scale: inputs.scale! };
    const given = { ...known, shift: inputs.offset! };
    const pass = elementwise(sumsWgsl, x.shape, options);
    const partial = run(webGpu, "FutagoBatchNormSums", given, [shares, 2 * channels], {
      ...pass,
      constants: { ...pass.constants, ...constants },
      ...geometry,
    }, channels);
    const sums = sumShares(webGpu, partial, [2, channels]);
    const last = elementwise(gradientWgsl, x.shape, options);
    return [run(webGpu, gradientName, { ...given, sums }, shape, last, channels), sums];
  },
});

/**
 * Normalises by the batch, scales, shifts and activates on WebGPU, with a gradient: three launches
 * forward, three backward, and of the activations one copy kept, what came in.
 *
 * @param x `[..., channels]`
 * @param scale `[channels]`
 * @param offset `[channels]`
 * @param onStatistics is given the batch's mean and biased variance, `[2, channels]`
 * @returns of x's shape
 */
export function batchNorm(
  x: tf.Tensor,
  scale: tf.Tensor,
  offset: tf.Tensor,
  options: BatchNormOptions,
  onStatistics: (statistics: tf.Tensor2D) => void,
): tf.Tensor {
  const attributes = options as unknown as tf.NamedAttrMap;
  const normalise = tf.customGrad((...given) => {
    const [x, scale, offset, save] = given as unknown as BatchNormArguments;
    const inputs = { x, scale, offset };
    const [y, statistics] = runAll(forwardName, inputs, attributes);
    onStatistics(statistics as tf.Tensor2D);
    save([x, statistics!, scale, offset]);
    return {
      value: y!,
      gradFunc(dy: tf.Tensor, saved: tf.Tensor[]) {
        const [x, statistics, scale, offset] = saved;
        const inputs = { x, dy, statistics, scale, offset } as unknown as tf.NamedTensorMap;
        const [dx, sums] = runAll(gradientName, inputs, attributes);
        const row = (i: number) => tf.reshape(tf.slice(sums!, [i, 0], [1, -1]), scale!.shape);
        return [dx!, row(1), row(0)];
      },
    };
  });
  return normalise(x, scale, offset);
}

type BatchNormArguments = [
  x: tf.Tensor,
  scale: tf.Tensor,
  offset: tf.Tensor,
  save: tf.GradSaveFunc,
];

function runAll(name: string, inputs: tf.NamedTensorMap, attributes: tf.NamedAttrMap): tf.Tensor[] {
  return tf.engine().runKernel(name, inputs, attributes) as unknown as tf.Tensor[];
}

/** The tensor as `[rows, channels]`. */
function asRows(x: tf.TensorInfo): tf.TensorInfo {
  const channels = x.shape[x.shape.length - 1]!;
  return { ...x, shape: [tf.util.sizeFromShape(x.shape) / channels, channels] };
}

/** A thread for each four channels of a row. */
function elementwise(wgsl: string, [rows, channels]: number[], options: BatchNormOptions): Pass {
  return {
    source: [activationWgsl, wgsl],
    constants: { ACTIVATION: activationNumber(options.activation) },
    uniforms: { epsilon: options.epsilon },
    threads,
    workgroups: foldWorkgroups(Math.ceil(rows! * Math.ceil(channels! / 4) / threads)),
  };
}

/** Runs one pass over inputs whose last axis, or whose rows one after another, are channels. */
function run(
  backend: WebGPUBackend,
  name: string,
  inputs: Record<string, tf.TensorInfo>,
  outputShape: number[],
  pass: Pass,
  channels = inputs.x!.shape[1]!,
): tf.TensorInfo {
  const names = Object.keys(inputs);
  return runPasses(backend, {
    name,
    inputs,
    outputShape,
    dtype: "float32",
    passes: [{
      ...pass,
      // The number is not baked, so that all layers share one program.
      source: [
        `fn channels() -> i32 { return uniforms.${inputs.x ? "xShape" : "outShape"}.y; }`,
        ...names.map((name) => readQuad(name, channels, "channels()")),
        ...pass.source,
      ],
      quads: inQuads(channels) ? names : [],
    }],
  });
}
