import * as tf from "@tensorflow/tfjs";
import { basename, join, resolve } from "node:path";
import { makeFolder } from "../../io/make_folder.ts";
import type { ModelMetadata } from "../../model_file/model_metadata.ts";
import { writeAtomically } from "../../io/write_atomically.ts";
import { batchShape } from "../../dataset/sampling/batch_shape.ts";
import { estimateCatalog } from "../../dataset/estimate/estimate_pairs.ts";
import type { SkippedFile } from "../../dataset/catalog/catalog.ts";
import type { PixelStore } from "../../images/cache/pixel_store.ts";
import type { Language } from "../../language/user_message.ts";
import { measuredContent } from "../../reporting/report/measured_content.ts";
import { renderReport } from "../../reporting/report/render_report.tsx";
import type { ReportContent } from "../../reporting/report/content/report_content.ts";
import { writeReportCharts } from "../../reporting/report/images/write_report_charts.ts";
import { describeData } from "./describe_data.ts";
import { describeSettings } from "./describe_settings.ts";
import type { MeasuredTest } from "./measure_model.ts";
import type { TrainingData } from "../data/prepare_data.ts";
import { readMetrics } from "../run_folder/read_metrics.ts";
import { repeatCommand, shellQuote } from "./repeat_command.ts";
import type { DuplicateCounts } from "../data/check_split.ts";
import type { TrainSettings } from "../settings/train_settings.ts";
import type { TrainingLoopResult } from "../loop/training_loop.ts";

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
  readonly skipped: readonly SkippedFile[];
  /** Held-out pictures that are in another part of the split as well. */
  readonly duplicates: DuplicateCounts;
  /** English where it is left out. */
  readonly language?: Language;
}

/**
 * Writes `report.html` into a run's folder, and its charts into `charts/`, each as SVG and PNG, in
 * English.
 */
export async function reportRun(finished: FinishedRun): Promise<void> {
  const { run } = finished;
  const content = await reportContent(finished);
  await makeFolder(join(run, "charts"));
  await writeReportCharts(join(run, "charts"), content);
  await writeAtomically(join(run, "report.html"), renderReport(content));
}

async function reportContent(finished: FinishedRun): Promise<ReportContent> {
  const { run, settings, data, backend, outcome, metadata, test, language = "en" } = finished;
  const { seed, batch, perIdentity, far } = settings;
  const { duplicates } = finished;
  const { interrupted, best, seconds, imagesPerSecond } = outcome;
  const epochs = await readMetrics(join(run, "metrics.jsonl"));
  const command = repeatCommand(settings);
  return {
    ...await measuredContent({
      language,
      model: metadata,
      catalog: data.test.catalog,
      embeddings: test.embeddings,
      measured: test,
      thresholdInterval: metadata.calibration.thresholdInterval ?? null,
      store: finished.store,
      seed,
    }),
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
        `deno task train --config ${shellQuote(join(run, "config.json"))}`,
      ],
      versions: {
        "Deno": Deno.version.deno,
        "TensorFlow.js": tf.version_core,
      },
    },
    data: describeData(finished),
    estimate: estimateCatalog(data.catalog, {
      ...batchShape(batch, perIdentity),
      seed,
      validation: settings.validationData === null ? settings.validation : 0,
      test: settings.test,
    }),
    epochs,
    bestEpoch: best.epoch,
    settings: describeSettings(settings),
    warnings: {
      interrupted,
      requestedFar: far,
      copies: duplicates.exact + (duplicates.near ?? 0),
    },
  };
}
