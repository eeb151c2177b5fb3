import * as tf from "@tensorflow/tfjs";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import { type KernelCall, replaceKernel } from "../../runtime/replace_kernel.ts";

/**
 * Registers slices and concatenations on TensorFlow.js's WebGPU backend in place of its own, where
 * what is taken or put lies in one piece: they are copies then, and no programs.
 */
export function registerCopyKernels(): void {
  replaceKernel("webgpu", tf.Slice, slice);
  replaceKernel("webgpu", tf.Concat, concatenate);
}

function slice({ inputs, attrs, backend }: KernelCall): tf.TensorInfo | null {
  const webGpu = backend as WebGPUBackend, x = inputs.x!;
  const given = attrs as unknown as { begin: number[]; size: number[] };
  const [begin, size] = tf.slice_util.parseSliceParams(x as tf.Tensor, given.begin, given.size);
  tf.slice_util.assertParamsValid(x as tf.Tensor, begin!, size!);
  const count = tf.util.sizeFromShape(size!);
  const outer = size!.findIndex((length) => length > 1);
  const inOnePiece = size!.every((length, axis) =>
    outer < 0 || axis <= outer || length === x.shape[axis]
  );
  if (!inOnePiece || count === 0 || !canBeCopied(webGpu, [x])) return null;
  const strides = [...tf.util.computeStrides(x.shape), 1].slice(-x.shape.length);
  const first = begin!.reduce((sum, index, axis) => sum + index * strides[axis]!, 0);
  const output = webGpu.makeTensorInfo(size!, x.dtype);
  copyRange(webGpu, { tensor: x, offset: first }, { tensor: output, offset: 0 }, count);
  return output;
}

function concatenate({ inputs, attrs, backend }: KernelCall): tf.TensorInfo | null {
  const webGpu = backend as WebGPUBackend;
  const parts = Object.values(inputs as Record<string, tf.TensorInfo>)
    .filter(({ shape }) => tf.util.sizeFromShape(shape) > 0);
  if (parts.length < 2 || !canBeCopied(webGpu, parts)) return null;
  const shapes = parts.map(({ shape }) => shape);
  const [axis] = tf.util.parseAxisParam((attrs as unknown as { axis: number }).axis, shapes[0]!);
  tf.backend_util.assertParamsConsistent(shapes, axis!);
  if (tf.util.sizeFromShape(shapes[0]!.slice(0, axis)) > 1) return null;
  const output = webGpu
    .makeTensorInfo(tf.backend_util.computeOutShape(shapes, axis!), parts[0]!.dtype);
  let first = 0;
  for (const tensor of parts) {
    const count = tf.util.sizeFromShape(tensor.shape);
    copyRange(webGpu, { tensor, offset: 0 }, { tensor: output, offset: first }, count);
    first += count;
  }
  return output;
}

/**
 * Whether these can be copied. Small tensors that were never on the device are cheaper to compute
 * where they are; and a cast to a wider type leaves the numbers as they were, of the type that the
 * backend has kept, which programs convert when they read them and a copy does not.
 */
function canBeCopied(backend: WebGPUBackend, tensors: tf.TensorInfo[]): boolean {
  const type = tensors[0]!.dtype;
  return (type === "float32" || type === "int32") &&
    tensors.every(({ dataId }) => backend.tensorMap.get(dataId).dtype === type) &&
    !backend.shouldExecuteOnCPU(tensors);
}

/** Numbers of a tensor that lie one after another. */
interface TensorRange {
  readonly tensor: tf.TensorInfo;
  /** The first of them, counted over the whole tensor. */
  readonly offset: number;
}

/** What the backend keeps of the commands that wait to be submitted. */
interface WaitingCommands {
  readonly commandEncoder: GPUCommandEncoder;
  /** Tensors whose memory is not to be given to others before that. */
  readonly commandQueueOwnedIds: WeakSet<object>;
}

/**
 * Copies numbers from one tensor to another on WebGPU, in order with its programs: a command without
 * a program, and so without uniforms and bindings to make.
 *
 * @param from of four bytes a number, as `to`
 */
function copyRange(
  backend: WebGPUBackend,
  from: TensorRange,
  to: TensorRange,
  count: number,
): void {
  const [source, target] = [from, to].map(({ tensor: { dataId } }) => {
    backend.uploadToGPU(dataId);
    return backend.tensorMap.get(dataId).resource as GPUBuffer;
  });
  backend.ensureCommandEncoderReady();
  backend.endComputePassEncoder();
  const waiting = backend as unknown as WaitingCommands;
  waiting.commandEncoder
    .copyBufferToBuffer(source!, 4 * from.offset, target!, 4 * to.offset, 4 * count);
  for (const { tensor } of [from, to]) waiting.commandQueueOwnedIds.add(tensor.dataId);
}
