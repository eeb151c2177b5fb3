import { benchEvaluation } from "../evaluation/evaluation.ts";
import type { Findings } from "./findings.ts";

/** All figures of 10,000 embeddings. */
export async function measureEvaluation(): Promise<Findings> {
  const evaluations = [
    await benchEvaluation({ apart: 0.5 }),
    await benchEvaluation({ apart: 0.15 }),
  ];
  return {
    rows: evaluations.map(({ images, dimension, pairs, auc, ...cost }) => [
      `all figures and curves, ${images} x ${dimension}, ${pairs} pairs, AUC ${auc.toFixed(3)}`,
      `${cost.seconds.toFixed(1)} s, ${cost.residentMebibytes.toFixed(0)} MiB resident`,
    ]),
    document: { evaluations },
  };
}
