import * as tf from "@tensorflow/tfjs";
import { basename, join, resolve } from "node:path";
import type { ModelMetadata } from "../artefact/model_metadata.ts";
import { writeAtomically } from "../artefact/write_atomically.ts";
import { batchShape } from "../dataset/batch_shape.ts";
import { estimateCatalog } from "../dataset/estimate_pairs.ts";
import { detCurve } from "../evaluation/det_curve.ts";
import { figuresByIdentity } from "../evaluation/figures_by_identity.ts";
import { hardestPairs } from "../evaluation/hardest_pairs.ts";
import { precisionRecallCurve } from "../evaluation/precision_recall_curve.ts";
import { retrievalFigures } from "../evaluation/retrieval_figures.ts";
import { rocCurve } from "../evaluation/roc_curve.ts";
import type { PixelStore, SkippedImage } from "../images/pixel_store.ts";
import { similarityHistogram } from "../reporting/charts/similarity_histogram.ts";
import type { Language } from "../reporting/report/language.ts";
import { renderReport } from "../reporting/report/render_report.tsx";
import type { ReportContent, TestContent } from "../reporting/report/report_content.ts";
import { writeReportCharts } from "../reporting/report/write_report_charts.ts";
import { describeData } from "./describe_data.ts";
import { describeSettings } from "./describe_settings.ts";
import type { MeasuredTest } from "./measure_model.ts";
import type { TrainingData } from "./prepare_data.ts";
import { readMetrics } from "./read_metrics.ts";
import { quoted, repeatCommand } from "./repeat_command.ts";
import { reportPictures } from "./report_pictures.ts";
import type { DuplicateCounts } from "./split_check.ts";
import type { TrainSettings } from "./train_settings.ts";
import type { TrainingLoopResult } from "./training_loop.ts";

/** A finished run, to be reported on. */
export interface FinishedRun {
  /** The run's folder; its `metrics.jsonl` is read. */
  readonly run: string;
  readonly settings: TrainSettings;
  readonly data: TrainingData;
  readonly backend: string;
  readonly outcome: Omit<TrainingLoopResult, "bestWeights">;
  readonly metadata: ModelMetadata;
  readonly test: MeasuredTest;
  /** Pixels of `data.catalog`. */
  readonly store: PixelStore;
  /** Pictures that could not be decoded. */
  readonly skipped: readonly SkippedImage[];
  /** Held-out pictures that are in another part of the split as well. */
  readonly duplicates: DuplicateCounts;
  /** English where it is left out. */
  readonly language?: Language;
}

/** Points that a curve is drawn with, along either axis. */
const resolution = 300;
/** Of each kind of hardest pairs, so many are gone through, for pictures that are not yet shown. */
const hardestFound = 1_000;

/**
 * Writes `report.html` into a run's folder, and its charts into `charts/`, each as SVG and PNG, in
 * English.
 */
export async function reportRun(finished: FinishedRun): Promise<void> {
  const { run } = finished;
  const content = await reportContent(finished);
  await Deno.mkdir(join(run, "charts"), { recursive: true });
  await writeReportCharts(join(run, "charts"), content);
  await writeAtomically(join(run, "report.html"), renderReport(content));
}

async function reportContent(finished: FinishedRun): Promise<ReportContent> {
  const { run, settings, data, backend, outcome, metadata, test, language = "en" } = finished;
  const { seed, batch, perIdentity, far } = settings;
  const { duplicates } = finished;
  const { interrupted, best, seconds, imagesPerSecond } = outcome;
  const { embeddings } = test;
  const { threshold } = metadata.calibration;
  const epochs = await readMetrics(join(run, "metrics.jsonl"));
  const command = repeatCommand(settings);
  return {
    language,
    run: {
      name: basename(resolve(run)),
      finished: new Date().toISOString(),
      backend,
      system: Deno.build.target,
      seconds,
      imagesPerSecond,
      seed,
      commands: [
        ...command === null ? [] : [command],
        `deno task train --config ${quoted(join(run, "config.json"))}`,
      ],
      versions: {
        "Deno": Deno.version.deno,
        "TensorFlow.js": tf.version_core,
      },
    },
    model: metadata,
    data: describeData(finished),
    estimate: estimateCatalog(data.catalog, {
      ...batchShape(batch, perIdentity),
      seed,
      validation: settings.validationData === null ? settings.validation : 0,
      test: settings.test,
    }),
    epochs,
    kept: best.epoch,
    test: testContent(test),
    ...await reportPictures({ ...finished, hardest: hardestPairs(embeddings, hardestFound) }),
    identities: figuresByIdentity(embeddings, threshold).map((figures) => ({
      ...figures,
      name: data.test.catalog.identities[figures.label]!,
    })),
    settings: describeSettings(settings),
    warnings: {
      interrupted,
      askedFar: far,
      copies: duplicates.exact + (duplicates.near ?? 0),
    },
  };
}

function testContent({ pairs, embeddings, figures, intervals }: MeasuredTest): TestContent {
  return {
    figures,
    intervals,
    retrieval: retrievalFigures(embeddings),
    roc: rocCurve(pairs, { resolution }),
    precisionRecall: precisionRecallCurve(pairs, { resolution }),
    det: detCurve(pairs, { resolution }),
    histogram: similarityHistogram(pairs),
  };
}
