import { requireOutputFolder } from "../../lib/io/mod.ts";
import { UserError } from "../../lib/language/mod.ts";
import { loadVerifier } from "../../lib/model/mod.ts";
import { folderCautions, writeVerification } from "../../lib/reporting/mod.ts";
import { chooseDecision, readEmbeddings, verifyEmbeddings } from "../../lib/verification/mod.ts";
import { displayPath } from "../flags/display_path.ts";
import { translate } from "../language/language.ts";
import { describeStage } from "../output/describe_stage.ts";
import { startProgress } from "../output/progress.ts";
import { verifyMessages as messages } from "../output/verify_messages.ts";
import { readPairList } from "./read_pair_list.ts";
import { say } from "./say.ts";
import { showVerification } from "./show_verification.ts";
import { thresholdChoice, type VerifyOptions } from "./verify_options.ts";

/** Measures the embeddings of a file, whatever model made them. */
export async function measureEmbeddingFile(file: string, options: VerifyOptions): Promise<void> {
  const { mode, pairs, out, json } = options;
  if (out !== undefined) await requireOutputFolder(out, { inputs: [] });
  const list = pairs === undefined ? undefined : await readPairList(pairs);
  const table = await readEmbeddings(file);
  const threshold = await chosenThreshold(table.dimension, options);
  const progress = startProgress(translate(messages.verifying()), 1);
  const verification = await verifyEmbeddings(table, {
    ...{ source: file, mode, threshold, far: options.far, list },
    onProgress: (stage) => progress.update(stage.done / stage.total, describeStage(stage)),
  }).finally(() => progress.stop());
  if (out !== undefined) await writeVerification(out, verification);
  const cautions = folderCautions({ verification, catalog: null });
  showVerification(verification, cautions, { json });
  if (out !== undefined) say(translate(messages.wroteMetrics({ folder: displayPath(out) })));
}

/** The threshold that was typed, or that of a model which makes such embeddings. */
async function chosenThreshold(dimension: number, options: VerifyOptions): Promise<number> {
  const { model, threshold } = options;
  if (threshold !== undefined) return threshold;
  if (model === undefined) throw new UserError(messages.embeddingsNeedThreshold());
  using verifier = await loadVerifier(model, "wasm");
  const { embeddingSize } = verifier.metadata;
  if (embeddingSize !== dimension) {
    throw new UserError(
      messages.embeddingsOfOtherSize({ found: dimension, expected: embeddingSize, model }),
    );
  }
  return chooseDecision(verifier.metadata, thresholdChoice(options)).threshold;
}
