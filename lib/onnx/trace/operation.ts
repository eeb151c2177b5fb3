import type * as tf from "@tensorflow/tfjs";
import type { Recorder } from "./recorder.ts";

/** What a kernel of TensorFlow.js takes beside tensors, by name. */
// deno-lint-ignore no-explicit-any
type Attributes = any;

/**
 * Writes a kernel of TensorFlow.js down as nodes.
 *
 * @param inputs tensors by TensorFlow.js's names, or a list; at least one depends on the images
 * @param attributes of the kernel, by TensorFlow.js's names
 * @returns what the kernel returns
 */
export type Operation = (
  recorder: Recorder,
  inputs: Readonly<Record<string, tf.TensorInfo>>,
  attributes: Attributes,
) => tf.TensorInfo | tf.TensorInfo[];
