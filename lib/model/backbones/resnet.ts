import * as tf from "@tensorflow/tfjs";
import { imageNetNormalization } from "../../images/normalize/normalization.ts";
import type { Backbone } from "./backbone.ts";
import { type ConvolutionUnit, convolutionUnit } from "../layers/convolution_unit.ts";
import { chain, type Layer } from "../layers/layer.ts";
import { residual } from "../layers/residual.ts";
import type { Parameters } from "../layers/parameters.ts";

const style = { padding: "symmetric", epsilon: 1e-5, activation: "relu" } as const;
/** Channels inside the blocks of each layer. */
const widths = [64, 128, 256, 512] as const;

/** What makes a residual network. */
interface ResNet {
  readonly name: string;
  /** Blocks of each layer. */
  readonly repeats: readonly [number, number, number, number];
  /**
   * Ratio of a block's output channels to those inside: 1 for two 3 x 3 convolutions; 4 for one between
   * two of 1 x 1, a bottleneck.
   */
  readonly expansion: 1 | 4;
}

/** Residual networks (He et al., 2016) that stride in the 3 x 3 convolution, under timm's names. */
export const resNets: readonly Backbone[] = [
  resNet({ name: "resnet18", repeats: [2, 2, 2, 2], expansion: 1 }),
  resNet({ name: "resnet50", repeats: [3, 4, 6, 3], expansion: 4 }),
];

function resNet({ name, repeats, expansion }: ResNet): Backbone {
  return {
    name,
    imageNetTag: "a1_in1k",
    imageSize: 224,
    ...imageNetNormalization,
    supportsDropPath: true,
    build(parameters, _imageSize, drop) {
      const first = { inputs: 3, outputs: widths[0], size: 7, stride: 2 };
      const layers: Layer[] = [
        convolutionUnit(parameters, ["conv1", "bn1"], style, first),
        (x) => tf.maxPool(x, 3, 2, 1),
      ];
      const total = repeats.reduce((count, n) => count + n, 0) - 1;
      let inputs: number = widths[0], block = 0;
      widths.forEach((width, i) => {
        const outputs = width * expansion;
        for (let j = 0; j < repeats[i]!; j++) {
          const path = `layer${i + 1}.${j}`, stride = i > 0 && j === 0 ? 2 : 1;
          const shape = { inputs, width, outputs, stride };
          const shortcut = inputs === outputs && stride === 1
            ? undefined
            : unit(parameters, [`${path}.downsample.0`, `${path}.downsample.1`], {
              inputs,
              outputs,
              size: 1,
              stride,
              activation: "none",
            });
          layers.push(residual(branch(parameters, path, shape), {
            shortcut,
            activation: "relu",
            drop,
            depth: { block, total },
          }));
          inputs = outputs;
          block++;
        }
      });
      const apply = chain(layers);
      return {
        features: inputs,
        apply: (images, training) => tf.mean(apply(images, training), [1, 2]) as tf.Tensor2D,
      };
    },
  };
}

/** The convolutions of a block. The last norm starts at 0, so that the block starts as the identity. */
function branch(
  parameters: Parameters,
  name: string,
  { inputs, width, outputs, stride }: {
    inputs: number;
    width: number;
    outputs: number;
    stride: number;
  },
): Layer {
  const last = { outputs, activation: "none", scale: 0 } as const;
  const units: ConvolutionUnit[] = width === outputs
    ? [
      { inputs, outputs: width, size: 3, stride },
      { inputs: width, size: 3, ...last },
    ]
    : [
      { inputs, outputs: width, size: 1 },
      { inputs: width, outputs: width, size: 3, stride },
      { inputs: width, size: 1, ...last },
    ];
  return chain(
    units.map((shape, i) =>
      unit(parameters, [`${name}.conv${i + 1}`, `${name}.bn${i + 1}`], shape)
    ),
  );
}

function unit(
  parameters: Parameters,
  names: readonly [string, string],
  shape: ConvolutionUnit,
): Layer {
  return convolutionUnit(parameters, names, style, shape);
}
