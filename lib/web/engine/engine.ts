import type { BackendName } from "../../backends/open_backend.ts";
import type { UserMessage } from "../../language/user_message.ts";
import type { ModelMetadata } from "../../model_file/model_metadata.ts";

/** A model that runs in a worker of the page. */
export interface Engine {
  /** How the model was trained, and its threshold. */
  readonly metadata: ModelMetadata;
  /** Where it computes, why there, and on how many threads. */
  readonly backend: {
    readonly name: BackendName;
    readonly reason: UserMessage;
    readonly threads: number;
  };
  /**
   * Embeds an image.
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
  /** The address of the worker's script. */
  readonly worker: URL | string;
  /** Called with the fraction of the model that has arrived, 0 to 1. */
  readonly onProgress?: (fraction: number) => void;
}
