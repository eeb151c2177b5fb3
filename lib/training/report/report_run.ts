import * as tf from "@tensorflow/tfjs";
import { basename, join, resolve } from "node:path";
import { makeFolder } from "../../io/make_folder.ts";
import { shellQuote } from "../../language/shell_quote.ts";
import { writeAtomically } from "../../io/write_atomically.ts";
import { estimateCatalog } from "../../dataset/estimate/estimate_pairs.ts";
import { measuredContent } from "../../reporting/report/measured_content.ts";
import { renderReport } from "../../reporting/report/render_report.tsx";
import type { ReportContent } from "../../reporting/report/content/report_content.ts";
import { writeReportCharts } from "../../reporting/report/images/write_report_charts.ts";
import { heldOutFractions } from "../data/divide_data.ts";
import { describeData } from "./describe_data.ts";
import { describeSettings } from "./describe_settings.ts";
import type { FinishedRun } from "./finished_run.ts";
import { metricsPath, readMetrics } from "../run_folder/epoch_metrics.ts";
import { repeatCommand } from "./repeat_command.ts";

/**
 * Writes `report.html` into a run's folder, and its charts into `charts/`, each as SVG and PNG, in the
 * language of the run.
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
  const { seed, batch, perIdentity, shrinkBatch } = settings;
  const { folds } = finished;
  const { repeatable, best, seconds, imagesPerSecond } = outcome;
  const epochs = await readMetrics(metricsPath(run));
  const command = repeatCommand(settings);
  const foldOf = new Map(
    folds.flatMap(({ identities }, fold) => identities.map((name) => [name, fold])),
  );
  const { identities, ...measured } = await measuredContent({
    // Embeddings of several models are on no common map.
    mapped: folds.length === 0,
    language,
    model: metadata,
    catalog: data[data.measuredOn].catalog,
    embeddings: test.embeddings,
    measured: test,
    thresholdInterval: metadata.calibration.thresholdInterval ?? null,
    store: finished.store,
    seed,
    cautions: finished.cautions,
  });
  return {
    ...measured,
    identities: identities.map((identity) => ({ ...identity, fold: foldOf.get(identity.name) })),
    run: {
      name: basename(resolve(run)),
      finished: new Date().toISOString(),
      backend,
      system: Deno.build.target,
      repeatable,
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
    folds,
    estimate: {
      ...estimateCatalog(data.catalog, {
        ...{ batch, perIdentity, shrinkBatch, seed },
        ...heldOutFractions(settings),
      }),
      ...folds.length > 0 ? { smallestFar: metadata.calibration.smallestFar } : {},
    },
    epochs,
    bestEpoch: best.epoch,
    settings: describeSettings(settings),
  };
}
