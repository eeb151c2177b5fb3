import { openBackendWith } from "../../backends/open_backend_with.ts";
import { startWasm } from "../../backends/start_wasm.ts";
import { supportsSimd } from "../../doctor/wasm_features.ts";
import { resizePixels } from "../../images/decode/resize_pixels.ts";
import { answerInOrder } from "../../io/worker_lane.ts";
import { UserError } from "../../language/user_error.ts";
import { parseSafetensors } from "../../model_file/parse_safetensors.ts";
import { openVerifier } from "../../model/open_verifier.ts";
import type { Verifier } from "../../model/verifier.ts";
import { decodeInBrowser } from "./decode_in_browser.ts";
import { fetchFile } from "./fetch_file.ts";
import { engineMessages } from "./messages.ts";
import { pageWasm } from "./page_wasm.ts";
import type { EngineReply, EngineRequest } from "./protocol.ts";

const modelFile = "model.safetensors";
let verifier: Verifier;

answerInOrder<EngineRequest, EngineReply>(async (request) => {
  try {
    return "image" in request ? await embed(request) : await start(request);
  } catch (error) {
    if (error instanceof UserError) return { error: error.userMessage };
    const detail = error instanceof Error ? error.message : String(error);
    return { error: engineMessages.failed({ detail }) };
  }
});

async function start(
  { backend: wanted, progress }: Extract<EngineRequest, { progress: MessagePort }>,
): Promise<EngineReply> {
  const openWasm = () => {
    if (!supportsSimd()) throw new UserError(engineMessages.noSimd());
    return startWasm(pageWasm);
  };
  const [bytes, backend] = await Promise.all([
    fetchFile(modelFile, (fraction) => progress.postMessage(fraction)),
    openBackendWith(wanted, openWasm),
  ]);
  const file = parseSafetensors(bytes, modelFile);
  verifier = openVerifier(file, modelFile, backend);
  const { name, reason } = backend;
  const threads = name === "wasm" ? pageWasm.threads : 1;
  return {
    metadata: verifier.metadata,
    modelHash: file.metadata.weightsHash ?? "",
    backend: { name, reason, threads },
  };
}

async function embed(
  { image }: Extract<EngineRequest, { image: Blob | ImageBitmap }>,
): Promise<EngineReply> {
  const begin = performance.now();
  const { imageSize, fit } = verifier.metadata;
  const { data } = resizePixels(await decodeInBrowser(image), imageSize, fit);
  const embedding = await verifier.embed([data]);
  return { embedding, milliseconds: performance.now() - begin };
}
