import * as tf from "@tensorflow/tfjs";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import type { Activation } from "../../reference/layers/activation.ts";
import scaleWgsl from "./scale_channels.wgsl" with { type: "text" };
import scaleGradientWgsl from "./scale_channels_gradient.wgsl" with { type: "text" };
import exciteWgsl from "./squeeze_excite.wgsl" with { type: "text" };
import gradientWgsl from "./squeeze_excite_gradient.wgsl" with { type: "text" };
import { squeezeExcitePrograms } from "./squeeze_excite_programs.ts";
import parametersWgsl from "./squeeze_excite_parameters.wgsl" with { type: "text" };

/** The two layers of a squeeze-and-excitation. */
export interface SqueezeExciteLayers {
  /** `[..., channels, units]`, the filter of a 1 x 1 convolution. */
  readonly reduce: tf.Tensor;
  /** `[units]` */
  readonly reduceBias: tf.Tensor;
  /** `[..., units, channels]` */
  readonly expand: tf.Tensor;
  /** `[channels]` */
  readonly expandBias: tf.Tensor;
}

interface Attributes {
  readonly activation: Activation;
}

const forwardName = "FutagoSqueezeExcite", gradientName = "FutagoSqueezeExciteGradient";

tf.registerKernel({
  kernelName: forwardName,
  backendName: "webgpu",
  kernelFunc({ inputs, attrs, backend }) {
    const { x, reduce, reduceBias, expand, expandBias } = inputs as tf.NamedTensorInfoMap;
    const { activation } = attrs as unknown as Attributes;
    const run = squeezeExcitePrograms(backend as WebGPUBackend, x!, reduceBias!, activation);
    const given = { x: x!, reduce: reduce!, reduceBias: reduceBias!, expand: expand! };
    const excitation = run.ofImages("FutagoExcitation", exciteWgsl, {
      ...given,
      expandBias: expandBias!,
    });
    return [run.ofPositions(forwardName, scaleWgsl, { x: x!, excitation }), excitation];
  },
});

tf.registerKernel({
  kernelName: gradientName,
  backendName: "webgpu",
  kernelFunc({ inputs, attrs, backend }) {
    const { x, dy, excitation, reduce, reduceBias, expand } = inputs as tf.NamedTensorInfoMap;
    const { activation } = attrs as unknown as Attributes;
    const run = squeezeExcitePrograms(backend as WebGPUBackend, x!, reduceBias!, activation);
    const known = { excitation: excitation! };
    const given = { x: x!, dy: dy!, reduce: reduce!, expand: expand! };
    const gradients = run.ofImages("FutagoExcitationGradient", gradientWgsl, {
      ...given,
      ...known,
    });
    const dx = run.ofPositions(gradientName, scaleGradientWgsl, { dy: dy!, ...known, gradients });
    const parameters = run.ofParameters("FutagoSqueezeExciteParameters", parametersWgsl, {
      ...known,
      gradients,
    });
    (backend as WebGPUBackend).disposeData(gradients.dataId);
    return [dx, parameters];
  },
});

/**
 * Scales each channel of an image by a factor from 0 to 1, which two layers compute from the means of
 * all channels, on WebGPU, with a gradient. Two launches forward, three backward.
 *
 * @param x `[n, height, width, channels]`
 * @returns `[n, height, width, channels]`
 */
export function squeezeExcite(
  x: tf.Tensor4D,
  { reduce, reduceBias, expand, expandBias }: SqueezeExciteLayers,
  activation: Activation,
): tf.Tensor4D {
  const channels = expandBias.size, units = reduceBias.size;
  const attributes = { activation } satisfies Attributes;
  const compute = tf.customGrad((...given) => {
    const [x, reduce, reduceBias, expand, expandBias, save] = given as unknown as Given;
    const layers = { reduce, reduceBias, expand, expandBias };
    const [y, excitation] = runKernel(forwardName, { x, ...layers }, attributes);
    save([x, excitation!, reduce, reduceBias, expand]);
    return {
      value: y!,
      gradFunc(dy: tf.Tensor, saved: tf.Tensor[]) {
        const [x, excitation, reduce, reduceBias, expand] = saved as Saved;
        const inputs = { x, dy, excitation, reduce, reduceBias, expand };
        const [dx, parameters] = runKernel(gradientName, inputs, attributes);
        let first = 0;
        const next = (shape: number[]) => {
          const size = tf.util.sizeFromShape(shape);
          first += size;
          return tf.reshape(tf.slice(parameters!, [first - size], [size]), shape);
        };
        const ofFirst = [next(reduce.shape), next([units])];
        return [dx!, ...ofFirst, next(expand.shape), next([channels])];
      },
    };
  });
  return compute(x, reduce, reduceBias, expand, expandBias) as tf.Tensor4D;
}

type Given = [
  x: tf.Tensor,
  reduce: tf.Tensor,
  reduceBias: tf.Tensor,
  expand: tf.Tensor,
  expandBias: tf.Tensor,
  save: tf.GradSaveFunc,
];
type Saved = [
  x: tf.Tensor,
  excitation: tf.Tensor,
  reduce: tf.Tensor,
  reduceBias: tf.Tensor,
  expand: tf.Tensor,
];

function runKernel(name: string, inputs: tf.NamedTensorMap, attributes: Attributes): tf.Tensor[] {
  const attrs = attributes as unknown as tf.NamedAttrMap;
  return tf.engine().runKernel(name, inputs, attrs) as unknown as tf.Tensor[];
}
