import * as tf from "@tensorflow/tfjs";
import type { Operation } from "../operation.ts";
import { type Layout, placeOf, type Recorder } from "../recorder.ts";

/** An operator over whole axes. */
function reduction(op: string): Operation {
  return (recorder, { x }, attributes) => {
    const { keepDims } = attributes;
    const given: number | number[] = attributes.axis ?? attributes.reductionIndices;
    const axes = tf.util.parseAxisParam(given, x!.shape);
    const [kept, reduced] = tf.backend_util.computeOutAndReduceShapes(x!.shape, axes);
    const shape = keepDims ? tf.backend_util.expandShapeToKeepDim(kept, axes) : kept;
    if (reduced.length === 0) return recorder.refuse(`${op} (no axis)`);
    const layout = layoutFor(recorder, x!, axes, keepDims);
    const found = axes.map((axis) => placeOf(axis, layout)).sort();
    const keepdims = Number(keepDims ?? false), name = recorder.nameOf(x!, layout);
    const result = { shape, layout: keepdims ? layout : "plain" } as const;
    // Of all reductions, opset 17 has the axes of a sum as an input.
    return op === "ReduceSum"
      ? recorder.record(op, [name, recorder.graph.integers(found)], {
        ...result,
        attributes: { keepdims },
      })
      : recorder.record(op, [name], { ...result, attributes: { axes: found, keepdims } });
  };
}

/** Images stay as they are, unless the axes that are left would be in another order. */
function layoutFor(
  recorder: Recorder,
  x: tf.TensorInfo,
  axes: readonly number[],
  keepDims: boolean,
): Layout {
  const layout = recorder.layoutOf(x)!;
  const left = [1, 2, 3].filter((axis) => !axes.includes(axis));
  return keepDims || left.length === 1 || !left.includes(3) ? layout : "plain";
}

/** Numbers along whole axes. */
export const reductions: Readonly<Record<string, Operation>> = {
  Max: reduction("ReduceMax"),
  Mean: reduction("ReduceMean"),
  Min: reduction("ReduceMin"),
  Prod: reduction("ReduceProd"),
  Sum: reduction("ReduceSum"),
};
