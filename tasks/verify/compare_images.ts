import { operatingPointMetrics } from "../../lib/evaluation/mod.ts";
import { readImage } from "../../lib/images/mod.ts";
import { loadVerifier } from "../../lib/model/mod.ts";
import { describeRates, verifyPair } from "../../lib/verification/mod.ts";
import { translate } from "../language/language.ts";
import { metricRow } from "../output/format_metric.ts";
import { renderTable } from "../output/table.ts";
import { verifyMessages as messages } from "../output/verify_messages.ts";
import { chosenRun, operatingPoint, type VerifyOptions } from "./verify_options.ts";

/**
 * Says whether two images show the same identity.
 *
 * @returns the exit code: 0 for the same, 1 for different ones
 */
export async function compareImages(
  pathA: string,
  pathB: string,
  options: VerifyOptions,
): Promise<number> {
  const run = await chosenRun(options);
  const [a, b] = [await readImage(pathA), await readImage(pathB)];
  // To start a GPU and compile its kernels takes longer than two images do.
  const backend = options.backend === "auto" ? "wasm" : options.backend;
  using verifier = await loadVerifier(run, backend);
  const verdict = await verifyPair(verifier, a, b, operatingPoint(options));
  const { similarity, threshold, thresholdInterval, same, far, frr } = verdict;
  const { calibration: { positivePairs, negativePairs }, heldOut: { identities } } =
    verifier.metadata;
  if (options.json) console.log(JSON.stringify(verdict, null, 2));
  else {
    console.log(renderTable([
      [translate(messages.verdict()), translate(same ? messages.same() : messages.different())],
      [translate(messages.similarity()), similarity.toFixed(4)],
      metricRow(operatingPointMetrics.threshold, threshold, thresholdInterval),
      metricRow(operatingPointMetrics.far, far),
      metricRow(operatingPointMetrics.frr, frr),
    ]));
    if (thresholdInterval) {
      console.log("\n" + translate(messages.thresholdInterval()));
    }
    const { provisional, heldOut } = verifier.metadata;
    const where = provisional
      ? messages.validationIdentities()
      : heldOut.folds
      ? messages.foldIdentities()
      : messages.testIdentities();
    if (provisional) console.log("\n" + translate(messages.provisional()));
    console.log(
      "\n" +
        translate(describeRates({ far, frr, positivePairs, negativePairs, identities }, where)),
    );
  }
  return same ? 0 : 1;
}
