import * as tf from "@tensorflow/tfjs";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import { activationCode } from "../runtime/activation_code.ts";
import type { BatchNormOptions } from "../reference/layers/batch_norm.ts";
import { foldWorkgroups, type Pass, runPasses } from "../runtime/run_passes.ts";
import activationWgsl from "../runtime/activation.wgsl" with { type: "text" };
import normalizeWgsl from "./batch_norm.wgsl" with { type: "text" };
import gradientWgsl from "./batch_norm_gradient.wgsl" with { type: "text" };
import sumsWgsl from "./batch_norm_sums.wgsl" with { type: "text" };
import momentsWgsl from "./batch_moments.wgsl" with { type: "text" };
import statisticsWgsl from "./batch_statistics.wgsl" with { type: "text" };
import mergeMomentsWgsl from "./merge_moments.wgsl" with { type: "text" };
import { inQuads, readQuad } from "../runtime/quads.ts";
import { splitRows } from "../webgpu/partial_sums/split_rows.ts";
import { sumPartials } from "../webgpu/partial_sums/sum_partials.ts";

const threads = 64;

/** Normalizes by the batch, scales, shifts and activates: three launches. */
export function batchNorm(
  backend: WebGPUBackend,
  inputs: Record<"x" | "scale" | "offset", tf.TensorInfo>,
  options: BatchNormOptions,
): [y: tf.TensorInfo, statistics: tf.TensorInfo] {
  const { shape } = inputs.x, x = asRows(inputs.x);
  const [rows, channels] = x.shape as [number, number];
  const { parts, constants, ...geometry } = splitRows(rows, channels);
  const moments = run(backend, "FutagoBatchMoments", { x }, [parts, 3 * channels], {
    source: [mergeMomentsWgsl, momentsWgsl],
    constants,
    ...geometry,
  });
  const statistics = run(backend, "FutagoBatchStatistics", { partials: moments }, [2, channels], {
    source: [mergeMomentsWgsl, statisticsWgsl],
    threads,
    workgroups: [Math.ceil(channels / 4 / threads), 1],
  }, channels);
  backend.disposeData(moments.dataId);
  const y = run(
    backend,
    "FutagoBatchNorm",
    { x, statistics, scale: inputs.scale, shift: inputs.offset },
    shape,
    elementwise(normalizeWgsl, x.shape, options),
    channels,
  );
  return [y, statistics];
}

/** The gradient of `batchNorm`: three launches. */
export function batchNormGradient(
  backend: WebGPUBackend,
  { statistics, scale, offset: shift, ...inputs }: Record<
    "x" | "dy" | "statistics" | "scale" | "offset",
    tf.TensorInfo
  >,
  options: BatchNormOptions,
): [dx: tf.TensorInfo, sums: tf.TensorInfo] {
  const { shape } = inputs.x, x = asRows(inputs.x), dy = asRows(inputs.dy);
  const [rows, channels] = x.shape as [number, number];
  const { parts, constants, ...geometry } = splitRows(rows, channels);
  const given = { x, dy, statistics, scale, shift };
  const pass = elementwise(sumsWgsl, x.shape, options);
  const partial = run(backend, "FutagoBatchNormSums", given, [parts, 2 * channels], {
    ...pass,
    constants: { ...pass.constants, ...constants },
    ...geometry,
  }, channels);
  const sums = sumPartials(backend, partial, [2, channels]);
  const last = elementwise(gradientWgsl, x.shape, options);
  const dx = run(backend, "FutagoBatchNormGradient", { ...given, sums }, shape, last, channels);
  return [dx, sums];
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
    constants: { ACTIVATION: activationCode(options.activation) },
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
      // Channels are no constant, so that all layers share one program.
      source: [
        `fn channels() -> i32 { return uniforms.${inputs.x ? "xShape" : "outShape"}.y; }`,
        ...names.map((name) => readQuad(name, channels, "channels()")),
        ...pass.source,
      ],
      quads: inQuads(channels) ? names : [],
    }],
  });
}
