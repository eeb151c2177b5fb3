import * as tf from "@tensorflow/tfjs";
import type { Operation } from "../operation.ts";
import { windowAttributes } from "./window_attributes.ts";

/** The largest or the mean number in a window; what pads an image counts in neither. */
function pool(op: string, kernel: string): Operation {
  return (recorder, { x }, { filterSize, strides, pad, dimRoundingMode }) => {
    const info = tf.backend_util.computePool2DInfo(
      x!.shape as [number, number, number, number],
      filterSize,
      strides,
      1,
      pad,
      dimRoundingMode,
    );
    const { dilations: _, ...attributes } = windowAttributes(recorder, kernel, {
      ...info,
      filterHeight: info.effectiveFilterHeight,
      filterWidth: info.effectiveFilterWidth,
    });
    return recorder.record(op, [recorder.nameOf(x!, "channelsFirst")], {
      shape: info.outShape,
      layout: "channelsFirst",
      attributes,
    });
  };
}

/** Windows over images. */
export const pools: Readonly<Record<string, Operation>> = {
  AvgPool: pool("AveragePool", "AvgPool"),
  MaxPool: pool("MaxPool", "MaxPool"),
};
