import { resizePixels } from "../../images/decode/resize_pixels.ts";
import { answerInOrder } from "../../io/worker_lane.ts";
import { UserError } from "../../language/user_error.ts";
import { parseSafetensors } from "../../model_file/parse_safetensors.ts";
import type { Verifier } from "../../model/verifier.ts";
import { decodeInBrowser } from "./decode_in_browser.ts";
import { fetchFile } from "./fetch_file.ts";
import { engineMessages } from "./messages.ts";
import { openModel } from "./open_model.ts";
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
  // It is under way while the backend opens.
  const file = fetchFile(modelFile, (fraction) => progress.postMessage(fraction))
    .then((bytes) => parseSafetensors(bytes, modelFile));
  file.catch(() => {});
  const model = await openModel(file, modelFile, wanted);
  verifier = model.verifier;
  const { metadata } = await file;
  return {
    metadata: verifier.metadata,
    modelHash: metadata.weightsHash ?? "",
    backend: model.backend,
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
