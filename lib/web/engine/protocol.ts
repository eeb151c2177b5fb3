import type { BackendName } from "../../backends/open_backend_with.ts";
import type { UserMessage } from "../../language/user_message.ts";
import type { ModelMetadata } from "../../model_file/model_metadata.ts";

/** Where the engine computes: see `Engine`. */
export interface EngineBackend {
  readonly name: BackendName;
  readonly reason: UserMessage;
  readonly threads: number;
}

/** What the page asks of the worker: first to start, then to embed an image at a time. */
export type EngineRequest =
  | {
    readonly backend: BackendName | "auto";
    /** Takes the fraction of the model that has arrived. */
    readonly progress: MessagePort;
  }
  | { readonly image: Blob | ImageBitmap };

/** What the worker answers, to each request in its turn. */
export type EngineReply =
  | {
    readonly metadata: ModelMetadata;
    readonly modelHash: string;
    readonly backend: EngineBackend;
  }
  | { readonly embedding: Float32Array; readonly milliseconds: number }
  | { readonly error: UserMessage };
