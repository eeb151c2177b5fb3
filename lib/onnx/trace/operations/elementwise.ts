import * as tf from "@tensorflow/tfjs";
import type { Operation } from "../operation.ts";
import { placeOf, type Recorder } from "../recorder.ts";

/** An operator on each number of one tensor. */
function unary(op: string): Operation {
  return (recorder, { x }) => apply(recorder, op, [x!]);
}

/** An operator on the numbers of two tensors, which are broadcast. */
function binary(op: string): Operation {
  return (recorder, { a, b }) => apply(recorder, op, [a!, b!]);
}

/** An operator on the numbers of tensors, and on further ones that are not broadcast. */
function apply(
  recorder: Recorder,
  op: string,
  tensors: readonly tf.TensorInfo[],
  others: readonly string[] = [],
  attributes?: Readonly<Record<string, number>>,
): tf.TensorInfo {
  const layout = recorder.commonLayout(tensors);
  const shape = tensors.map(({ shape }) => shape)
    .reduce((a, b) => tf.backend_util.assertAndGetBroadcastShape(a, b));
  const names = tensors.map((tensor) => recorder.nameOf(tensor, layout));
  return recorder.record(op, [...names, ...others], { shape, layout, attributes });
}

/** Limits numbers to a range. */
function clip(recorder: Recorder, x: tf.TensorInfo, ends: readonly [number, number]) {
  const names = ends.map((end) => recorder.graph.number(end));
  return apply(recorder, "Clip", [x], names);
}

/** Numbers one by one. */
export const elementwise: Readonly<Record<string, Operation>> = {
  Abs: unary("Abs"),
  Ceil: unary("Ceil"),
  Cos: unary("Cos"),
  Erf: unary("Erf"),
  Exp: unary("Exp"),
  Floor: unary("Floor"),
  Log: unary("Log"),
  Neg: unary("Neg"),
  Reciprocal: unary("Reciprocal"),
  Relu: unary("Relu"),
  Selu: unary("Selu"),
  Sigmoid: unary("Sigmoid"),
  Sin: unary("Sin"),
  Softplus: unary("Softplus"),
  Sqrt: unary("Sqrt"),
  Tanh: unary("Tanh"),
  Elu: unary("Elu"),

  Add: binary("Add"),
  Maximum: binary("Max"),
  Minimum: binary("Min"),
  Multiply: binary("Mul"),
  Pow: binary("Pow"),
  Prelu: (recorder, { x, alpha }) => apply(recorder, "PRelu", [x!, alpha!]),
  RealDiv: binary("Div"),
  Sub: binary("Sub"),

  ClipByValue: (recorder, { x }, { clipValueMin, clipValueMax }) =>
    clip(recorder, x!, [clipValueMin, clipValueMax]),
  LeakyRelu: (recorder, { x }, { alpha }) => apply(recorder, "LeakyRelu", [x!], [], { alpha }),
  Relu6: (recorder, { x }) => clip(recorder, x!, [0, 6]),
  Softmax(recorder, { logits }) {
    const axis = placeOf(logits!.shape.length - 1, recorder.layoutOf(logits!)!);
    return apply(recorder, "Softmax", [logits!], [], { axis });
  },

  Identity: (recorder, { x }) => recorder.keep(x!),
  Cast(recorder, { x }, { dtype }) {
    if (dtype !== "float32") recorder.refuse(`Cast (${dtype})`);
    return recorder.keep(x!);
  },
};
