import * as tf from "@tensorflow/tfjs";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";
import { type KernelCall, replaceKernel } from "../../runtime/replace_kernel.ts";

/**
 * Replaces slices and concatenations on TensorFlow.js's WebGPU backend where they are contiguous: a
 * copy between buffers, without a program.
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
 * True where tensors can be copied. Small tensors that were never on the device are cheaper to compute
 * on the processor. A cast to a wider type leaves the memory as it was, in the type that the backend
 * keeps; programs convert it when they read it, but a copy does not.
 */
function canBeCopied(backend: WebGPUBackend, tensors: tf.TensorInfo[]): boolean {
  const type = tensors[0]!.dtype;
  return (type === "float32" || type === "int32") &&
    tensors.every(({ dataId }) => backend.tensorMap.get(dataId).dtype === type) &&
    !backend.shouldExecuteOnCPU(tensors);
}

/** Consecutive elements of a tensor. */
interface TensorRange {
  readonly tensor: tf.TensorInfo;
  /** The index of the first element in the tensor. */
  readonly offset: number;
}

/** The backend's commands that wait to be submitted. */
interface WaitingCommands {
  readonly commandEncoder: GPUCommandEncoder;
  /** Tensors whose memory must not be reused before. */
  readonly commandQueueOwnedIds: WeakSet<object>;
}

/**
 * Copies elements from one tensor to another on WebGPU, in order with its programs. It needs no program,
 * uniforms or bindings.
 *
 * @param from of four bytes per element, as `to`
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
