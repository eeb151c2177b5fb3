import {
  describeRates,
  type EnrolledMetrics,
  type FolderVerification,
  type Intervals,
  message,
  negativesNeededFor,
  type PairMetrics,
} from "../../mod.ts";
import { phrase, textInLanguage, translate } from "../language/language.ts";
import { titledList } from "./titled_list.ts";
import { percent } from "./percent.ts";
import { renderTable } from "./table.ts";
import { formatInterval } from "./format_interval.ts";

type Row = [label: string, value: string];

/** Sets rows apart that belong together. */
const blank: Row = ["", ""];

/** What was measured on a folder, for people to read. */
export function verificationReport(verification: FolderVerification): string {
  const {
    metrics: figures,
    intervals,
    operatingPoint: decision,
    enrolled,
    skipped,
    missing,
    missingPairs,
  } = verification;
  const { positivePairs, negativePairs } = figures;
  return [
    renderTable([
      [phrase`mode`, verification.mode],
      [phrase`identities`, count(verification.identities)],
      [phrase`images`, count(verification.images)],
      [phrase`positive pairs`, count(positivePairs)],
      [phrase`negative pairs`, count(negativePairs)],
      blank,
      ["AUC", formatInterval(figures.auc, intervals?.auc, decimals)],
      ["EER", formatInterval(figures.eer, intervals?.eer, percent)],
      [
        phrase`average precision`,
        formatInterval(figures.averagePrecision, intervals?.averagePrecision, decimals),
      ],
      [phrase`best accuracy`, formatInterval(figures.accuracy, intervals?.accuracy, percent)],
      [
        phrase`best balanced accuracy`,
        formatInterval(figures.balancedAccuracy, intervals?.balancedAccuracy, percent),
      ],
      ...tarRows(figures, intervals),
      blank,
      ...protocolRows(verification),
      [
        phrase`threshold`,
        formatInterval(decision.threshold, verification.thresholdInterval, decimals),
      ],
      [
        phrase`false accept rate there`,
        formatInterval(decision.far, intervals?.decided?.far, percent),
      ],
      [
        phrase`false reject rate there`,
        formatInterval(decision.frr, intervals?.decided?.frr, percent),
      ],
    ]),
    intervals
      ? phrase`In brackets: 95 % confidence intervals, by ${count(intervals.replicates)} draws of ${
        count(intervals.identities)
      } identities.`
      : "",
    translate(describeRates({ ...decision, positivePairs, negativePairs }, message`this folder`)),
    titledList(
      phrase`Each identity enrolled in turn, the worst first`,
      enrolled.toSorted(worstFirst),
      ({ identity, images, figures }) =>
        phrase`${identity}: ${images === 1 ? message`1 image` : message`${images} images`}, ${
          figures
            ? message`AUC ${decimals(figures.auc)}, EER ${percent(figures.eer)}`
            : message`no pair to measure`
        }`,
    ),
    titledList(
      phrase`Skipped`,
      skipped,
      ({ path, reason }) => `${path}: ${textInLanguage(reason)}`,
    ),
    missingPairs > 0 ? phrase`Listed pairs left out: ${count(missingPairs)}` : "",
    titledList(phrase`Listed but not in the folder`, missing, (path) => path),
  ].filter((text) => text !== "").join("\n\n");
}

/** By AUC, those without a pair to measure last. */
function worstFirst(a: EnrolledMetrics, b: EnrolledMetrics): number {
  return (a.figures?.auc ?? 2) - (b.figures?.auc ?? 2);
}

/** The rates that the negative pairs support, and what the next one would take. */
function tarRows({ tarAtFar }: PairMetrics, intervals: Intervals | null): Row[] {
  const rates = Object.entries(tarAtFar);
  const supported = rates.filter(([, tar]) => tar !== null);
  const [next] = rates.find(([, tar]) => tar === null) ?? [];
  return [
    ...supported.map(([far, tar]): Row => [
      phrase`TAR at FAR ${far}`,
      formatInterval(tar!, intervals?.tarAtFar[far as keyof typeof tarAtFar], percent),
    ]),
    ...(next === undefined ? [] : [
      [
        phrase`TAR at FAR ${next}`,
        phrase`- (takes ${count(negativesNeededFor(Number(next)))} negative pairs)`,
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
      phrase`accuracy by folds`,
      phrase`${percent(accuracy)} ± ${percent(standardError)} (mean and standard error of
        ${folds.length})`,
    ]);
  }
  if (retrieval) {
    const ranks = [1, 5, 10].filter((rank) => rank <= retrieval.cmc.length);
    rows.push(
      [phrase`precision at 1`, percent(retrieval.precisionAt1)],
      ["R-precision", percent(retrieval.rPrecision)],
      ["MAP@R", percent(retrieval.mapAtR)],
      [phrase`mean reciprocal rank`, decimals(retrieval.meanReciprocalRank)],
      [
        phrase`CMC at ${ranks.join(", ")}`,
        ranks.map((rank) => percent(retrieval.cmc[rank - 1]!)).join(", "),
      ],
    );
  }
  if (identification) {
    const { galleryIdentities, knownProbes, unknownProbes, dirAtFar } = identification;
    const rates = Object.entries(dirAtFar).filter(([, dir]) => dir !== null);
    rows.push(
      [
        phrase`open set`,
        phrase`${count(galleryIdentities)} known, ${count(knownProbes)} probes of them,
          ${count(unknownProbes)} of strangers`,
      ],
      [phrase`DIR at rank 1`, percent(identification.rankOneRate)],
      ...rates.map(([far, dir]): Row => [phrase`DIR at FAR ${far}`, percent(dir!)]),
    );
  }
  return rows.length > 0 ? [...rows, blank] : rows;
}

function decimals(value: number): string {
  return value.toFixed(4);
}

function count(value: number): string {
  return value.toLocaleString("en-US");
}
