import {
  describeRates,
  type FolderVerification,
  type Intervals,
  message,
  negativesFor,
  type PairFigures,
} from "../../mod.ts";
import { percent } from "./percent.ts";
import { renderTable } from "./table.ts";
import { withInterval } from "./with_interval.ts";

/** Pictures and identities that are named to people; `--json` names all. */
const maxNamed = 20;

type Row = [label: string, value: string];

/** What was measured on a folder, for people to read. */
export function renderVerification(verification: FolderVerification): string {
  const { figures, intervals, decision, enrolled, skipped, missing, missingPairs } = verification;
  const { positivePairs, negativePairs } = figures;
  return [
    renderTable([
      ["mode", verification.mode],
      ["identities", count(verification.identities)],
      ["images", count(verification.images)],
      ["positive pairs", count(positivePairs)],
      ["negative pairs", count(negativePairs)],
      ["AUC", withInterval(figures.auc, intervals?.auc, decimals)],
      ["EER", withInterval(figures.eer, intervals?.eer, percent)],
      [
        "average precision",
        withInterval(figures.averagePrecision, intervals?.averagePrecision, decimals),
      ],
      ["best accuracy", withInterval(figures.accuracy, intervals?.accuracy, percent)],
      [
        "best balanced accuracy",
        withInterval(figures.balancedAccuracy, intervals?.balancedAccuracy, percent),
      ],
      ...tarRows(figures, intervals),
      ...protocolRows(verification),
      ["threshold", withInterval(decision.threshold, verification.thresholdInterval, decimals)],
      ["false accept rate there", percent(decision.far)],
      ["false reject rate there", percent(decision.frr)],
    ]),
    intervals
      ? `In brackets: 95 % confidence intervals, by ${count(intervals.replicates)} draws of ` +
        `${count(intervals.identities)} identities.`
      : "",
    String(describeRates({ ...decision, positivePairs, negativePairs }, message`this folder`)),
    section(
      "Each identity enrolled in turn",
      enrolled.map(({ identity, images, figures }) =>
        `${identity}: ${images} image${images === 1 ? "" : "s"}, ` +
        (figures
          ? `AUC ${decimals(figures.auc)}, EER ${percent(figures.eer)}`
          : "no pair to measure")
      ),
    ),
    section("Skipped", skipped.map(({ path, reason }) => `${path}: ${reason}`)),
    missingPairs > 0 ? `Listed pairs left out: ${count(missingPairs)}` : "",
    section("Listed but not in the folder", missing),
  ].filter((text) => text !== "").join("\n\n");
}

/** The rates that the negative pairs support, and what the next one would take. */
function tarRows({ tarAtFar }: PairFigures, intervals: Intervals | null): Row[] {
  const rates = Object.entries(tarAtFar);
  const supported = rates.filter(([, tar]) => tar !== null);
  const [next] = rates.find(([, tar]) => tar === null) ?? [];
  return [
    ...supported.map(([far, tar]): Row => [
      `TAR at FAR ${far}`,
      withInterval(tar!, intervals?.tarAtFar[far as keyof typeof tarAtFar], percent),
    ]),
    ...(next === undefined ? [] : [
      [
        `TAR at FAR ${next}`,
        `- (takes ${count(negativesFor(Number(next)))} negative pairs)`,
      ] satisfies Row,
    ]),
  ];
}

/** What the pairs' order and origin allow beyond the figures of single pairs. */
function protocolRows(
  { retrieval, identification, crossValidation }: FolderVerification,
): Row[] {
  const rows: Row[] = [];
  if (crossValidation) {
    const { accuracy, standardError, folds } = crossValidation;
    rows.push([
      "accuracy by folds",
      `${percent(accuracy)} ± ${
        percent(standardError)
      } (mean and standard error of ${folds.length})`,
    ]);
  }
  if (retrieval) {
    const ranks = [1, 5, 10].filter((rank) => rank <= retrieval.cmc.length);
    rows.push(
      ["precision at 1", percent(retrieval.precisionAt1)],
      ["R-precision", percent(retrieval.rPrecision)],
      ["MAP@R", percent(retrieval.mapAtR)],
      ["mean reciprocal rank", decimals(retrieval.meanReciprocalRank)],
      [
        `CMC at ${ranks.join(", ")}`,
        ranks.map((rank) => percent(retrieval.cmc[rank - 1]!)).join(", "),
      ],
    );
  }
  if (identification) {
    const { galleryIdentities, knownProbes, unknownProbes, dirAtFar } = identification;
    const rates = Object.entries(dirAtFar).filter(([, dir]) => dir !== null);
    rows.push(
      [
        "open set",
        `${count(galleryIdentities)} known, ${count(knownProbes)} probes of them, ` +
        `${count(unknownProbes)} of strangers`,
      ],
      ["DIR at rank 1", percent(identification.rankOneRate)],
      ...rates.map(([far, dir]): Row => [`DIR at FAR ${far}`, percent(dir!)]),
    );
  }
  return rows;
}

function section(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  const more = lines.length - maxNamed;
  return [
    `${title} (${count(lines.length)}):`,
    ...lines.slice(0, maxNamed).map((line) => `  ${line}`),
    ...(more > 0 ? [`  and ${count(more)} more; --json names all`] : []),
  ].join("\n");
}

function decimals(value: number): string {
  return value.toFixed(4);
}

function count(value: number): string {
  return value.toLocaleString("en-US");
}
