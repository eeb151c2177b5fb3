import type { OnnxNode } from "../../file/onnx_graph.ts";
import type { Recorder } from "../recorder.ts";

/** How a window moves over images, as TensorFlow.js computes it. */
export interface WindowInfo {
  readonly inHeight: number;
  readonly inWidth: number;
  readonly outHeight: number;
  readonly outWidth: number;
  readonly strideHeight: number;
  readonly strideWidth: number;
  readonly dilationHeight: number;
  readonly dilationWidth: number;
  readonly filterHeight: number;
  readonly filterWidth: number;
  readonly padInfo: Record<"top" | "left" | "bottom" | "right", number>;
}

/**
 * The attributes of a window that moves over images. TensorFlow's "same" becomes numbers, since it can be
 * one more at the end, which the automatic padding of ONNX leaves to each program that reads it.
 */
export function windowAttributes(
  recorder: Recorder,
  kernel: string,
  info: WindowInfo,
): OnnxNode["attributes"] {
  const { top, left, bottom, right } = info.padInfo;
  const steps = (side: number, filter: number, dilation: number, stride: number) =>
    Math.floor((side - dilation * (filter - 1) - 1) / stride) + 1;
  const { inHeight, inWidth, filterHeight, filterWidth, dilationHeight, dilationWidth } = info;
  const { strideHeight, strideWidth } = info;
  const height = steps(inHeight + top + bottom, filterHeight, dilationHeight, strideHeight);
  const width = steps(inWidth + left + right, filterWidth, dilationWidth, strideWidth);
  if (height !== info.outHeight || width !== info.outWidth) {
    recorder.refuse(`${kernel} (dimRoundingMode)`);
  }
  return {
    kernel_shape: [filterHeight, filterWidth],
    strides: [strideHeight, strideWidth],
    dilations: [dilationHeight, dilationWidth],
    pads: [top, left, bottom, right],
  };
}

/** @throws {UserError} if a kernel's images have their channels second */
export function requireChannelsLast(recorder: Recorder, kernel: string, dataFormat: string): void {
  if (dataFormat !== "NHWC") recorder.refuse(`${kernel} (${dataFormat})`);
}
