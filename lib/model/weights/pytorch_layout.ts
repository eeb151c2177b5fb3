import type { ParameterKind } from "../layers/parameters.ts";

/** Order of axes that turns TensorFlow's layout into PyTorch's, by kind of parameter. */
const toPyTorchAxes: Record<ParameterKind, readonly number[]> = {
  // [height, width, inputs, outputs] -> [outputs, inputs, height, width]
  convolution: [3, 2, 0, 1],
  // [height, width, channels, 1] -> [channels, 1, height, width]
  depthwise: [2, 3, 0, 1],
  // [inputs, outputs] -> [outputs, inputs]
  linear: [1, 0],
  vector: [0],
};

/** A tensor's values, row by row, with its shape. */
export interface TensorData {
  /** Length of each axis. */
  readonly shape: readonly number[];
  /** Values, the last axis fastest. */
  readonly data: Float32Array;
}

/** A model's tensors by name, in PyTorch's layout. */
export type Weights = ReadonlyMap<string, TensorData>;

/** Reorders a parameter from TensorFlow's layout to PyTorch's, in which model files store it. */
export function toPyTorch(kind: ParameterKind, tensor: TensorData): TensorData {
  return permute(tensor, toPyTorchAxes[kind]);
}

/** Reorders a parameter from PyTorch's layout to TensorFlow's: the inverse of {@linkcode toPyTorch}. */
export function fromPyTorch(kind: ParameterKind, tensor: TensorData): TensorData {
  const axes = toPyTorchAxes[kind];
  return permute(tensor, axes.map((_, axis) => axes.indexOf(axis)));
}

/** The shape that a parameter of TensorFlow's layout has in PyTorch's. */
export function toPyTorchShape(kind: ParameterKind, shape: readonly number[]): number[] {
  return toPyTorchAxes[kind].map((axis) => shape[axis]!);
}

/** @throws {RangeError} if the tensor has another number of axes */
function permute({ shape, data }: TensorData, axes: readonly number[]): TensorData {
  if (shape.length !== axes.length) {
    throw new RangeError(`cannot reorder the axes of [${shape}]: expected ${axes.length} axes`);
  }
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((a, b) => a * b, 1));
  const permuted = axes.map((axis) => shape[axis]!);
  const steps = axes.map((axis) => strides[axis]!);
  const out = new Float32Array(data.length);
  const index = new Array<number>(axes.length).fill(0);
  const last = axes.length - 1, row = permuted[last]!, step = steps[last]!;
  for (let source = 0, target = 0; target < out.length;) {
    // The last axis has a loop of its own, for speed.
    for (let from = source, end = target + row; target < end; from += step) {
      out[target++] = data[from]!;
    }
    for (let axis = last - 1; axis >= 0; axis--) {
      source += steps[axis]!;
      if (++index[axis]! < permuted[axis]!) break;
      source -= steps[axis]! * permuted[axis]!;
      index[axis] = 0;
    }
  }
  return { shape: permuted, data: out };
}
