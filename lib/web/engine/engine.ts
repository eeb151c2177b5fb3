import type { BackendName } from "../../backends/open_backend_with.ts";
import { WorkerLane } from "../../io/worker_lane.ts";
import { UserError } from "../../language/user_error.ts";
import type { ModelMetadata } from "../../model_file/model_metadata.ts";
import { engineMessages } from "./messages.ts";
import type { EngineBackend, EngineReply, EngineRequest } from "./protocol.ts";

/** A model that runs in a worker of the page. */
export interface Engine {
  /** How the model was trained, and its threshold. */
  readonly metadata: ModelMetadata;
  /** A hash of its weights: embeddings of models with another one cannot be compared. */
  readonly modelHash: string;
  /** Where it computes, why there, and on how many threads. */
  readonly backend: EngineBackend;
  /**
   * Embeds an image. Images wait for each other.
   *
   * @param image the content of a file, or a frame of the camera
   * @returns the embedding, of unit length, and the time that decoding and the network took
   * @throws {UserError} as a rejection, if the image cannot be decoded
   */
  embed(
    image: Blob | ImageBitmap,
  ): Promise<{ readonly embedding: Float32Array; readonly milliseconds: number }>;
}

/** Options of `startEngine`. */
export interface EngineOptions {
  /** The address of the worker's script. The other files lie beside it. */
  readonly worker: URL | string;
  /** Where it computes: `auto`, the default, is WebGPU on hardware, and WebAssembly otherwise. */
  readonly backend?: BackendName | "auto";
  /** Called with the fraction of the model that has arrived, 0 to 1. */
  readonly onProgress?: (fraction: number) => void;
}

/**
 * Starts the worker, which fetches the model and opens a backend.
 *
 * @throws {UserError} as a rejection, if the worker does not start, as on a page that is opened as a
 *   file; if the model cannot be fetched or is damaged; or if no backend opens
 */
export async function startEngine(
  { worker, backend = "auto", onProgress = () => {} }: EngineOptions,
): Promise<Engine> {
  const lane = new WorkerLane<EngineRequest, EngineReply>(startWorker(worker), "run the model");
  const { port1, port2: progress } = new MessageChannel();
  port1.onmessage = ({ data }) => onProgress(data);
  const started = await lane.request({ backend, progress }, [progress]).catch((cause) => {
    throw new UserError(engineMessages.workerFailed(), { cause });
  });
  port1.close();
  if ("error" in started) {
    lane.close();
    throw new UserError(started.error);
  }
  return {
    ...started as Extract<EngineReply, { metadata: ModelMetadata }>,
    async embed(image) {
      const reply = await lane.request({ image }).catch((cause) => {
        throw new UserError(engineMessages.failed({ detail: cause.message }), { cause });
      });
      if ("error" in reply) throw new UserError(reply.error);
      return reply as Extract<EngineReply, { embedding: Float32Array }>;
    },
  };
}

function startWorker(script: URL | string): Worker {
  try {
    return new Worker(script, { type: "module" });
  } catch (cause) {
    // Where a script may not be loaded, some browsers throw at once, and others report it later.
    throw new UserError(engineMessages.workerFailed(), { cause });
  }
}
