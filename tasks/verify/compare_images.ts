import { type MetricDefinition, operatingPointMetrics } from "../../lib/evaluation/mod.ts";
import { readImage } from "../../lib/images/mod.ts";
import { loadVerifier } from "../../lib/model/mod.ts";
import {
  chooseDecision,
  describeAnswer,
  describeFraction,
  describeVerdict,
  pairFraction,
  type PairVerdict,
  verdictLabels as labels,
  verifyPair,
} from "../../lib/verification/mod.ts";
import { translate } from "../language/language.ts";
import { metricRow } from "../output/format_metric.ts";
import { renderTable } from "../output/table.ts";
import { verifyMessages as messages } from "../output/verify_messages.ts";
import { chosenRun, thresholdChoice, type VerifyOptions } from "./verify_options.ts";

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
  const choice = thresholdChoice(options);
  const verdict = await verifyPair(verifier, a, b, choice);
  if (options.json) console.log(JSON.stringify(verdict, null, 2));
  else {
    const notes = describeVerdict(verdict, verifier.metadata, choice);
    const { identities } = chooseDecision(verifier.metadata, choice);
    console.log([verdictTable(verdict, identities), ...notes.map(translate)].join("\n\n"));
  }
  return verdict.same ? 0 : 1;
}

function verdictTable(verdict: PairVerdict, identities: number): string {
  const { threshold, thresholdInterval, thresholdName, targetFar } = verdict;
  return renderTable([
    [translate(labels.verdict), translate(describeAnswer(verdict))],
    [translate(labels.similarity), verdict.similarity.toFixed(4)],
    [
      translate(labels.negativesAtLeast),
      translate(describeFraction(verdict.negativesAtLeast)),
    ],
    [translate(labels.positivesAtMost), translate(describeFraction(verdict.positivesAtMost))],
    ...thresholdName === null
      ? []
      : [[translate(messages.thresholdName()), thresholdName] as const],
    metricRow(operatingPointMetrics.threshold, threshold, thresholdInterval),
    ...targetFar === null ? [] : [metricRow(operatingPointMetrics.targetFar, targetFar)],
    rateRow(operatingPointMetrics.far, verdict.far, verdict.negativesAtLeast.pairs, identities),
    rateRow(operatingPointMetrics.frr, verdict.frr, verdict.positivesAtMost.pairs, identities),
  ]);
}

/** A rate, or what it is below where no pair counts: pairs never show that an error cannot happen. */
function rateRow(
  definition: MetricDefinition,
  rate: number,
  pairs: number,
  identities: number,
): [label: string, value: string] {
  if (rate > 0) return metricRow(definition, rate);
  return [
    translate(definition.label),
    translate(describeFraction(pairFraction(rate, pairs, identities))),
  ];
}
