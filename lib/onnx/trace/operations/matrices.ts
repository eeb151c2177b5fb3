import * as tf from "@tensorflow/tfjs";
import type { Operation } from "../operation.ts";
import type { Recorder } from "../recorder.ts";

/** Products of matrices. That of one matrix and a constant is ONNX's linear layer, which has a bias. */
export const matrices: Readonly<Record<string, Operation>> = {
  BatchMatMul(recorder, { a, b }, { transposeA, transposeB }) {
    const shape = productShape(a!.shape, b!.shape, transposeA, transposeB);
    const isLinear = a!.shape.length === 2 && b!.shape.length === 2 && !transposeA && !transposeB &&
      !recorder.isTraced(b!);
    return isLinear
      ? recorder.record("Gemm", [recorder.nameOf(a!, "plain"), recorder.weight(b!, "linear")], {
        shape,
        layout: "plain",
        attributes: { transB: 1 },
      })
      : recorder.record("MatMul", [
        turned(recorder, a!, transposeA),
        turned(recorder, b!, transposeB),
      ], {
        shape,
        layout: "plain",
      });
  },
};

/** The name of a tensor whose last two axes are exchanged, if they are to be. */
function turned(recorder: Recorder, tensor: tf.TensorInfo, isTransposed: boolean): string {
  const name = recorder.nameOf(tensor, "plain");
  if (!isTransposed) return name;
  const axes = tensor.shape.map((_, axis) => axis), count = axes.length;
  const perm = [...axes.slice(0, -2), count - 1, count - 2];
  return recorder.graph.node("Transpose", [name], { perm });
}

function productShape(
  a: readonly number[],
  b: readonly number[],
  transposeA: boolean,
  transposeB: boolean,
): number[] {
  const before = tf.backend_util.assertAndGetBroadcastShape(a.slice(0, -2), b.slice(0, -2));
  return [...before, a.at(transposeA ? -1 : -2)!, b.at(transposeB ? -2 : -1)!];
}
