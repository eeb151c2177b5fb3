import type { TensorInfo } from "@tensorflow/tfjs";
import type { WebGPUBackend } from "@tensorflow/tfjs-backend-webgpu";

/** Numbers of a tensor that lie one after another. */
export interface TensorRange {
  readonly tensor: TensorInfo;
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
export function copyRange(
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
