import type { ConvCase } from "../../kernels/checks/conv_cases.ts";

/** A convolution of a network. */
export interface Layer {
  readonly name: string;
  readonly depthwise: boolean;
  readonly convCase: ConvCase;
}

/**
 * Defines a layer with "same" padding.
 *
 * @param input `[batch, height, width, channels]`
 * @param outputs channels that it gives; null where it is depthwise
 * @param side of the filter
 */
export function layer(
  name: string,
  [batch, height, width, inputs]: readonly [number, number, number, number],
  outputs: number | null,
  side: number,
  stride: number,
): Layer {
  return {
    name,
    depthwise: outputs === null,
    convCase: {
      batch,
      size: [height, width],
      channels: [inputs, outputs ?? inputs],
      filter: [side, side],
      strides: [stride, stride],
      pad: "same",
    },
  };
}

/** The layer for people to read. */
export function layerTitle({ name, convCase }: Layer): string {
  const { batch, size, channels, filter, strides } = convCase;
  const stride = strides[0] > 1 ? `, stride ${strides[0]}` : "";
  return `${name}, ${filter.join(" x ")}${stride}, [${[batch, ...size, channels[0]]}]`;
}

/** Products that a convolution, or a gradient of it, adds up; those at the padding too. */
export function productsOf(
  { convCase, depthwise }: Layer,
  { outShape }: { readonly outShape: readonly number[] },
): number {
  const [height, width] = convCase.filter;
  return outShape.reduce((size, length) => size * length, 1) * height * width *
    (depthwise ? 1 : convCase.channels[0]);
}
