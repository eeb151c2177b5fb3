import { cpuUsage } from "node:process";
import { detCurve } from "../../lib/evaluation/curves/det_curve.ts";
import { openSetIdentification } from "../../lib/evaluation/identification/open_set_identification.ts";
import { openSetSplit } from "../../lib/evaluation/identification/open_set_split.ts";
import { precisionRecallCurve } from "../../lib/evaluation/curves/precision_recall_curve.ts";
import { rocCurve } from "../../lib/evaluation/curves/roc_curve.ts";
import type { Findings } from "../findings.ts";
import { measureAllPairs } from "../../lib/verification/measure_all_pairs.ts";

/** The cost of measuring all pairs. */
export interface EvaluationFigures {
  readonly images: number;
  readonly dimension: number;
  readonly pairs: number;
  readonly auc: number;
  readonly seconds: number;
  /** Of all threads: beside other work, they get less than they ask for. */
  readonly processorSeconds: number;
  /** Of the whole process, embeddings included, the most that was seen, in MiB. */
  readonly residentMebibytes: number;
}

/** The evaluation of 10,000 embeddings. */
export async function measureEvaluation(): Promise<Findings> {
  return toFindings([
    await benchEvaluation({ apart: 0.5 }),
    await benchEvaluation({ apart: 0.15 }),
  ]);
}

/** The evaluation of 30,000 and 100,000 embeddings, whose scores are counted: minutes. */
export async function measureLargeEvaluation(): Promise<Findings> {
  return toFindings([
    await benchEvaluation({ images: 30_000, apart: 0.5 }),
    await benchEvaluation({ images: 100_000, apart: 0.5 }),
  ]);
}

function toFindings(evaluations: readonly EvaluationFigures[]): Findings {
  return {
    rows: evaluations.map(({ images, dimension, pairs, auc, ...cost }) => [
      `all metrics and curves, ${images} x ${dimension}, ${pairs} pairs, AUC ${auc.toFixed(3)}`,
      `${cost.seconds.toFixed(1)} s, ${cost.processorSeconds.toFixed(1)} s of processors, ` +
      `${cost.residentMebibytes.toFixed(0)} MiB resident`,
    ]),
    document: { evaluations },
  };
}

/**
 * Measures all pairs of random embeddings: every metric with its interval, every curve, retrieval and
 * open-set identification.
 *
 * @param images how many, 20 an identity
 * @param apart distance between identities, in units of the spread within one
 */
async function benchEvaluation(
  { images = 10_000, dimension = 512, apart }: {
    images?: number;
    dimension?: number;
    apart: number;
  },
): Promise<EvaluationFigures> {
  const identities = images / 20;
  const centres = Float32Array.from({ length: identities * dimension }, uniform(1));
  const values = Float32Array.from({ length: images * dimension }, uniform(2));
  const labels = Int32Array.from({ length: images }, (_, i) => i % identities);
  labels.forEach((label, i) => {
    const row = values.subarray(i * dimension, (i + 1) * dimension);
    let squares = 0;
    for (let k = 0; k < dimension; k++) {
      row[k]! += apart * centres[label * dimension + k]!;
      squares += row[k]! ** 2;
    }
    for (let k = 0; k < dimension; k++) row[k]! /= Math.sqrt(squares);
  });
  const embeddings = { values, dimension, labels };
  const start = performance.now(), before = cpuUsage();
  let resident = 0;
  const { scores, metrics: figures } = await measureAllPairs(embeddings, {
    threshold: 0.5,
    seed: 0,
    onProgress: () => resident = Math.max(resident, Deno.memoryUsage().rss),
  });
  for (const curve of [rocCurve, precisionRecallCurve, detCurve]) {
    curve(scores, { resolution: 300 });
  }
  openSetIdentification(embeddings, openSetSplit(embeddings, 0));
  const { user, system } = cpuUsage(before);
  return {
    images,
    dimension,
    pairs: images * (images - 1) / 2,
    auc: figures.auc,
    seconds: (performance.now() - start) / 1000,
    processorSeconds: (user + system) / 1e6,
    residentMebibytes: Math.max(resident, Deno.memoryUsage().rss) / 2 ** 20,
  };
}

/** Uniform values from -0.5 to 0.5, by a linear congruential generator (Numerical Recipes). */
function uniform(seed: number): () => number {
  let state = seed;
  return () => (state = (Math.imul(state, 1664525) + 1013904223) >>> 0) / 2 ** 32 - 0.5;
}
