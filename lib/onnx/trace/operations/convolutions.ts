import * as tf from "@tensorflow/tfjs";
import type { Operation } from "../operation.ts";
import type { Recorder } from "../recorder.ts";
import { requireChannelsLast, windowAttributes } from "./window_attributes.ts";

/** Convolutions of images by constant filters. */
export const convolutions: Readonly<Record<string, Operation>> = {
  Conv2D(recorder, { x, filter }, { strides, pad, dilations, dimRoundingMode, dataFormat }) {
    requireChannelsLast(recorder, "Conv2D", dataFormat);
    const info = tf.backend_util.computeConv2DInfo(
      x!.shape as Shape4D,
      filter!.shape as Shape4D,
      strides,
      dilations,
      pad,
      dimRoundingMode,
    );
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

  DepthwiseConv2dNative(recorder, { x, filter }, { strides, pad, dilations, dimRoundingMode }) {
    const [height, width, channels, multiplier] = filter!.shape as Shape4D;
    const info = tf.backend_util.computeConv2DInfo(
      x!.shape as Shape4D,
      filter!.shape as Shape4D,
      strides,
      dilations,
      pad,
      dimRoundingMode,
      true,
    );
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

function requireConstant(recorder: Recorder, kernel: string, filter: tf.TensorInfo): void {
  if (recorder.isTraced(filter)) recorder.refuse(`${kernel} (filter from images)`);
}
