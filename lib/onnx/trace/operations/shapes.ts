import * as tf from "@tensorflow/tfjs";
import type { Operation } from "../operation.ts";
import { placeOf, type Recorder } from "../recorder.ts";

/** Gives a tensor another shape of as many numbers, in TensorFlow.js's order of axes. */
function reshape(recorder: Recorder, x: tf.TensorInfo, shape: number[]): tf.TensorInfo {
  // The length that holds the batch follows from the others.
  const lengths = shape.map((length) => length % recorder.batch === 0 ? -1 : length);
  // Channels of one place lie as they do in the other layout.
  const [, height, width] = x.shape;
  const layout = height === 1 && width === 1 ? recorder.layoutOf(x)! : "plain";
  const names = [recorder.nameOf(x, layout), recorder.graph.integers(lengths)];
  return recorder.record("Reshape", names, { shape, layout: "plain" });
}

/** A part of a tensor. The whole batch is taken, whatever its length. */
function slice(recorder: Recorder, x: tf.TensorInfo, begin: number[], size: number[]) {
  const [starts, lengths] = tf.slice_util.parseSliceParams(x as tf.Tensor, begin, size) as [
    number[],
    number[],
  ];
  const axes = x.shape.flatMap((length, axis) => lengths[axis] === length ? [] : axis);
  if (axes.some((axis) => x.shape[axis]! % recorder.batch === 0)) recorder.refuse("Slice (batch)");
  if (axes.length === 0) return recorder.keep(x);
  const layout = recorder.layoutOf(x)!;
  const names = [
    axes.map((axis) => starts[axis]!),
    axes.map((axis) => starts[axis]! + lengths[axis]!),
    axes.map((axis) => placeOf(axis, layout)),
  ].map((integers) => recorder.graph.integers(integers));
  return recorder.record("Slice", [recorder.nameOf(x, layout), ...names], {
    shape: lengths,
    layout,
  });
}

/** Where numbers are, and how many. */
export const shapes: Readonly<Record<string, Operation>> = {
  Reshape: (recorder, { x }, { shape }) =>
    reshape(recorder, x!, tf.util.inferFromImplicitShape(shape, tf.util.sizeFromShape(x!.shape))),

  ExpandDims(recorder, { input }, { dim }) {
    const { shape } = input!, place = dim < 0 ? shape.length + 1 + dim : dim;
    return reshape(recorder, input!, shape.toSpliced(place, 0, 1));
  },

  Transpose: (recorder, { x }, { perm }) =>
    recorder.record("Transpose", [recorder.nameOf(x!, "plain")], {
      shape: perm.map((axis: number) => x!.shape[axis]!),
      layout: "plain",
      attributes: { perm },
    }),

  PadV2(recorder, { x }, { paddings, constantValue }) {
    const layout = recorder.layoutOf(x!)!;
    const order = layout === "plain" ? paddings : [0, 3, 1, 2].map((axis) => paddings[axis]);
    const ends = [0, 1].flatMap((end) => order.map((padding: number[]) => padding[end]));
    return recorder.record("Pad", [
      recorder.nameOf(x!, layout),
      recorder.graph.integers(ends),
      recorder.graph.number(constantValue),
    ], {
      shape: x!.shape.map((length, axis) => paddings[axis][0] + length + paddings[axis][1]),
      layout,
    });
  },

  Concat(recorder, inputs, { axis }) {
    const tensors = Object.values(inputs);
    const place = tf.util.parseAxisParam(axis, tensors[0]!.shape)[0]!;
    const layout = recorder.commonLayout(tensors);
    return recorder.record("Concat", tensors.map((tensor) => recorder.nameOf(tensor, layout)), {
      shape: tf.backend_util.computeOutShape(tensors.map(({ shape }) => shape), place),
      layout,
      attributes: { axis: placeOf(place, layout) },
    });
  },

  Slice: (recorder, { x }, { begin, size }) => slice(recorder, x!, begin, size),

  SplitV(recorder, { x }, { numOrSizeSplits, axis }) {
    const place = tf.util.parseAxisParam(axis, x!.shape)[0]!;
    const sizes = tf.backend_util.prepareSplitSize(x as tf.Tensor, numOrSizeSplits, place);
    let begin = 0;
    return sizes.map((size) => {
      const starts = x!.shape.map((_, axis) => axis === place ? begin : 0);
      begin += size;
      return slice(recorder, x!, starts, x!.shape.with(place, size));
    });
  },
};
