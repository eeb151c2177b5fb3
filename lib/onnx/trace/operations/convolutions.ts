import * as tf from "@tensorflow/tfjs";
import type { Operation } from "../operation.ts";
import type { Recorder } from "../recorder.ts";
import { requireChannelsLast, windowAttributes } from "./window_attributes.ts";

/** Convolutions of images by constant filters. */
export const convolutions: Readonly<Record<string, Operation>> = {
  Conv2D(recorder, { x, filter }, attributes) {
    requireChannelsLast(recorder, "Conv2D", attributes.dataFormat);
    const info = infoOf(x!, filter!, attributes, false);
    requireConstant(recorder, "Conv2D", filter!);
    return recorder.record("Conv", [
      recorder.nameOf(x!, "channelsFirst"),
      recorder.weight(filter!, "convolution"),
    ], {
      shape: info.outShape,
      layout: "channelsFirst",
      attributes: { ...windowAttributes(recorder, "Conv2D", info), group: 1 },
    });
  },

  DepthwiseConv2dNative(recorder, { x, filter }, attributes) {
    const [height, width, channels, multiplier] = filter!.shape as Shape4D;
    const info = infoOf(x!, filter!, attributes, true);
    requireConstant(recorder, "DepthwiseConv2dNative", filter!);
    const shape = [channels * multiplier, 1, height, width];
    return recorder.record("Conv", [
      recorder.nameOf(x!, "channelsFirst"),
      recorder.weight(filter!, "depthwise", shape),
    ], {
      shape: info.outShape,
      layout: "channelsFirst",
      attributes: {
        ...windowAttributes(recorder, "DepthwiseConv2dNative", info),
        group: channels,
      },
    });
  },
};

type Shape4D = [number, number, number, number];

function infoOf(
  x: tf.TensorInfo,
  filter: tf.TensorInfo,
  { strides, pad, dilations, dimRoundingMode }: Parameters<Operation>[2],
  depthwise: boolean,
): tf.backend_util.Conv2DInfo {
  return tf.backend_util.computeConv2DInfo(
    x.shape as Shape4D,
    filter.shape as Shape4D,
    strides,
    dilations,
    pad,
    dimRoundingMode,
    depthwise,
  );
}

function requireConstant(recorder: Recorder, kernel: string, filter: tf.TensorInfo): void {
  if (recorder.isTraced(filter)) recorder.refuse(`${kernel} (filter from images)`);
}
