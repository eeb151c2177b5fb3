import type { ModelMetadata } from "../../../lib/model_file/model_metadata.ts";
import { estimatePlan } from "../../../lib/dataset/estimate/estimate_pairs.ts";
import { bootstrapIntervals } from "../../../lib/evaluation/intervals/bootstrap_intervals.ts";
import { calibrate, chooseThreshold } from "../../../lib/evaluation/threshold/calibrate.ts";
import { detCurve } from "../../../lib/evaluation/curves/det_curve.ts";
import { evaluatePairs } from "../../../lib/evaluation/metrics/evaluate_pairs.ts";
import { metricsByIdentity } from "../../../lib/evaluation/metrics/metrics_by_identity.ts";
import { hardestPairs } from "../../../lib/evaluation/scores/hardest_pairs.ts";
import { precisionRecallCurve } from "../../../lib/evaluation/curves/precision_recall_curve.ts";
import { retrievalMetrics } from "../../../lib/evaluation/metrics/retrieval_metrics.ts";
import { rocCurve } from "../../../lib/evaluation/curves/roc_curve.ts";
import { scorePairs } from "../../../lib/evaluation/scores/score_pairs.ts";
import { similarityHistogram } from "../../../lib/evaluation/curves/similarity_histogram.ts";
import { layoutEmbeddings } from "../../../lib/reporting/report/images/layout_embeddings.ts";
import type { ReportContent } from "../../../lib/reporting/report/content/report_content.ts";
import { describeSettings } from "../../../lib/training/report/describe_settings.ts";
import { defaultSettings } from "../../../lib/training/settings/train_settings.ts";
import { unitEmbeddings } from "../../evaluation/similarities/unit_embeddings.ts";
import { datasetMessages } from "../../../lib/dataset/messages.ts";
import { imageMessages } from "../../../lib/images/formats/messages.ts";

/** Names that a page must not take for anything else, and that must survive it. */
export const hostileNames = [
  "<script>alert(1)</script>",
  "\u202Eevil\u202C עברית",
  "👩‍🚀 & \"co\" 'x'",
  "</title><img src=x onerror=alert(1)>",
];

/** A report on random embeddings: six identities with five images each. */
export function reportContent(changes: Partial<ReportContent> = {}): ReportContent {
  const embeddings = unitEmbeddings(labels(6), 8, 1);
  const pairs = scorePairs(embeddings);
  const validation = scorePairs(unitEmbeddings(labels(30), 8, 2));
  const figures = evaluatePairs(pairs);
  const intervals = bootstrapIntervals(embeddings, { seed: 1, replicates: 50 });
  const calibration = calibrate(chooseThreshold(validation, 0.01), { validation, heldOut: pairs });
  const { auc, eer, accuracy, tarAtFar } = figures;
  const name = (label: number) => hostileNames[label] ?? `identity ${label}`;
  const picture = (row: number) => {
    const identity = name(embeddings.labels[row]!);
    // The page only passes it on.
    const source = `data:image/jpeg;base64,${btoa(`image ${row}`)}`;
    return { path: `${identity}/${row}.png`, identity, source };
  };
  const named = (pairs: ReturnType<typeof hardestPairs>["positives"]) =>
    pairs.map(({ a, b, similarity }) => ({ a: picture(a), b: picture(b), similarity }));
  const { positives, negatives } = hardestPairs(embeddings, 4);
  const rows = [...embeddings.labels.keys()];
  const model: ModelMetadata = {
    version: "1.2.3",
    backbone: "tiny",
    imageSize: 64,
    mean: [0.5, 0.5, 0.5],
    std: [0.5, 0.5, 0.5],
    embeddingSize: embeddings.dimension,
    distance: "cosine",
    catalogHash: "ab".repeat(32),
    calibration,
    heldOut: { identities: 6, images: 30, auc, eer, accuracy, tarAtFar, intervals },
  };
  const part = { identities: 6, images: 30, positivePairs: 60n, negativePairs: 375n, triplets: 1n };
  return {
    language: "en",
    run: {
      name: hostileNames[0]!,
      finished: "2026-11-24T01:02:03.000Z",
      backend: "wasm",
      system: "x86_64-unknown-linux-gnu",
      repeatable: true,
      seconds: 61,
      imagesPerSecond: 300,
      seed: 0,
      commands: ["deno task train --data '<b>'"],
      versions: { Deno: "2.9.6" },
    },
    model,
    data: {
      folder: "/pictures/<i>",
      validationFolder: null,
      testFolder: null,
      apart: true,
      parts: { train: part, validation: part, test: part },
      leftOut: [{ path: "a/<u>.txt", reason: imageMessages.emptyFile() }],
      skipped: [{ path: "b/1.png", reason: imageMessages.cutShort() }],
      duplicates: [["a/1.png", "a/2.png"]],
      conflicts: [["a/3.png", "b/3.png"]],
      notes: [datasetMessages.noteSpellings({ count: 1, name: "Zoé" })],
    },
    estimate: estimatePlan(18, 5, { batch: 16, perIdentity: 4 }),
    folds: [],
    epochs: Array.from({ length: 3 }, (_, epoch) => ({
      epoch,
      loss: 0.2 - epoch / 20,
      activeFraction: 0.5,
      meanPositive: 0.3,
      meanNegative: 0.9,
      validation: { auc: 0.9 + epoch / 50, eer: 0.1 },
      learningRate: 1e-3,
      miner: "all",
      imagesPerSecond: 300,
    })),
    bestEpoch: 1,
    heldOut: {
      identities: 6,
      images: 30,
      subtitle: "6 held-out identities, 30 images",
      operatingPoint: calibration,
      thresholdInterval: null,
      metrics: figures,
      intervals,
      retrieval: retrievalMetrics(embeddings),
      roc: rocCurve(pairs),
      precisionRecall: precisionRecallCurve(pairs),
      det: detCurve(pairs),
      histogram: similarityHistogram(pairs),
    },
    map: layoutEmbeddings(embeddings, rows, 0).map(([x, y], row) => ({ ...picture(row), x, y })),
    hardest: { positives: named(positives), negatives: named(negatives) },
    identities: metricsByIdentity(embeddings, calibration.threshold).map((figures) => ({
      ...figures,
      name: name(figures.label),
    })),
    settings: describeSettings({ ...defaultSettings, data: "/pictures/<i>", batch: 64 }),
    cautions: [],
    ...changes,
  };
}

/** Five images of each identity. */
function labels(identities: number): number[] {
  return Array.from({ length: 5 * identities }, (_, row) => Math.floor(row / 5));
}
