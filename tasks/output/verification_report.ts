import { identitiesNeededFor } from "../../lib/dataset/mod.ts";
import { numberFormat, type UserMessage } from "../../lib/language/mod.ts";
import {
  operatingPointMetrics,
  pairMetrics,
  retrievalDefinitions,
  retrievalKeys,
  shownPairMetrics,
  tarAtFarMetric,
} from "../../lib/evaluation/mod.ts";
import {
  describeFraction,
  describeRates,
  type EnrolledMetrics,
  type FolderThreshold,
  type FolderVerification,
  pairFraction,
} from "../../lib/verification/mod.ts";
import { currentLanguage, translate } from "../language/language.ts";
import { cautionList } from "./caution_list.ts";
import { formatMetric, metricRow } from "./format_metric.ts";
import { percent } from "./percent.ts";
import { renderTable } from "./table.ts";
import { titledList } from "./titled_list.ts";
import { verifyMessages as messages } from "./verify_messages.ts";

type Row = [label: string, value: string];

/** Separates groups of rows. */
const blank: Row = ["", ""];

/** What was measured on a folder, for people to read. */
export function verificationReport(
  verification: FolderVerification,
  cautions: readonly UserMessage[],
): string {
  const { metrics, intervals, operatingPoint, targetFar, named, folderThreshold } = verification;
  const { enrolled, skipped, missing, missingPairs } = verification;
  const { positivePairs, negativePairs } = metrics;
  const { count } = numberFormat(currentLanguage());
  return [
    renderTable([
      [translate(messages.mode()), verification.mode],
      [translate(messages.identities()), count(verification.identities)],
      [translate(messages.images()), count(verification.images)],
      [translate(messages.positivePairs()), count(positivePairs)],
      [translate(messages.negativePairs()), count(negativePairs)],
      blank,
      ...shownPairMetrics(metrics).map((key) =>
        metricRow(pairMetrics[key], metrics[key], intervals?.[key])
      ),
      ...tarRows(verification),
      blank,
      ...protocolRows(verification),
      ...named ? [[translate(messages.thresholdName()), named.name] as const] : [],
      metricRow(
        operatingPointMetrics.threshold,
        operatingPoint.threshold,
        verification.thresholdInterval,
      ),
      ...targetFar === null ? [] : [metricRow(operatingPointMetrics.targetFar, targetFar)],
      metricRow(operatingPointMetrics.far, operatingPoint.far, intervals?.decided?.far),
      metricRow(operatingPointMetrics.frr, operatingPoint.frr, intervals?.decided?.frr),
      ...folderThresholdRows(folderThreshold),
    ]),
    intervals
      ? translate(messages.intervals({
        replicates: intervals.replicates,
        identities: intervals.identities,
      }))
      : "",
    translate(describeRates(
      { ...operatingPoint, positivePairs, negativePairs, identities: verification.identities },
      messages.thisFolder(),
    )),
    folderThreshold
      ? translate(messages.crossFitted({
        far: percent(folderThreshold.targetFar),
        raised: folderThreshold.targetFar > folderThreshold.askedFar ? "yes" : "no",
      }))
      : "",
    cautionList(cautions),
    titledList(translate(messages.enrolledTitle()), enrolled.toSorted(worstFirst), enrolledLine),
    titledList(
      translate(messages.skippedTitle()),
      skipped,
      ({ path, reason }) => `${path}: ${translate(reason)}`,
    ),
    missingPairs > 0 ? translate(messages.missingPairs({ count: missingPairs })) : "",
    titledList(translate(messages.missingTitle()), missing, (path) => path),
  ].filter((text) => text !== "").join("\n\n");
}

/** The threshold that the folder chooses, and the rates to expect at it. */
function folderThresholdRows(folderThreshold: FolderThreshold | null): Row[] {
  if (!folderThreshold) return [];
  const { threshold, thresholdInterval, far, frr } = folderThreshold;
  const { negativePairs, positivePairs, identities } = folderThreshold;
  return [
    blank,
    [
      translate(messages.folderThreshold()),
      formatMetric(operatingPointMetrics.threshold, threshold, thresholdInterval),
    ],
    [
      translate(messages.folderFar()),
      translate(describeFraction(pairFraction(far, negativePairs, identities))),
    ],
    [
      translate(messages.folderFrr()),
      translate(describeFraction(pairFraction(frr, positivePairs, identities))),
    ],
  ];
}

/** By AUC, those without a pair to measure last. */
function worstFirst(a: EnrolledMetrics, b: EnrolledMetrics): number {
  return (a.figures?.auc ?? 2) - (b.figures?.auc ?? 2);
}

function enrolledLine({ identity, images, figures }: EnrolledMetrics): string {
  if (!figures) return translate(messages.enrolledWithoutPairs({ identity, images }));
  const auc = formatMetric(pairMetrics.auc, figures.auc);
  const eer = formatMetric(pairMetrics.eer, figures.eer);
  return translate(messages.enrolled({ identity, images, auc, eer }));
}

/** The rates that have support, and what the next one needs. */
function tarRows(
  { metrics: { tarAtFar }, intervals, mode, identities, images }: FolderVerification,
): Row[] {
  const rates = Object.entries(tarAtFar);
  const label = (far: string) => translate(tarAtFarMetric.label(far));
  const [next] = rates.find(([, tar]) => tar === null) ?? [];
  const rows = rates.filter(([, tar]) => tar !== null).map(([far, tar]): Row => [
    label(far),
    formatMetric(tarAtFarMetric, tar!, intervals?.tarAtFar[far as keyof typeof tarAtFar]),
  ]);
  if (next === undefined) return rows;
  if (mode === "listed") return [...rows, [label(next), "-"]];
  const perIdentity = Math.round(images / identities);
  const needed = identitiesNeededFor(Number(next), { images: perIdentity });
  return [...rows, [label(next), translate(messages.farUnsupported({ needed }))]];
}

/** What is measured beyond single pairs: by folds, by retrieval, and by identification. */
function protocolRows(
  { retrieval, identification, crossValidation }: FolderVerification,
): Row[] {
  const rows: Row[] = [];
  if (crossValidation) {
    const { accuracy, standardError, folds } = crossValidation;
    rows.push([
      translate(messages.foldAccuracy()),
      translate(messages.foldAccuracyValue({
        accuracy: percent(accuracy),
        error: percent(standardError),
        folds: folds.length,
      })),
    ]);
  }
  if (retrieval) {
    const ranks = [1, 5, 10].filter((rank) => rank <= retrieval.cmc.length);
    rows.push(
      ...retrievalKeys.map((key) => metricRow(retrievalDefinitions[key], retrieval[key])),
      [
        translate(messages.cmc({ ranks: ranks.join(", ") })),
        ranks.map((rank) => percent(retrieval.cmc[rank - 1]!)).join(", "),
      ],
    );
  }
  if (identification) {
    const { galleryIdentities, knownProbes, unknownProbes, dirAtFar } = identification;
    const rates = Object.entries(dirAtFar).filter(([, dir]) => dir !== null);
    rows.push(
      [
        translate(messages.openSet()),
        translate(messages.openSetValue({
          gallery: galleryIdentities,
          known: knownProbes,
          unknown: unknownProbes,
        })),
      ],
      [translate(messages.rankOneRate()), percent(identification.rankOneRate)],
      ...rates.map(([far, dir]): Row => [translate(messages.dirAtFar({ far })), percent(dir!)]),
    );
  }
  return rows.length > 0 ? [...rows, blank] : rows;
}
