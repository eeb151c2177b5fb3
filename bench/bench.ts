/**
 * Measures the figures of RESULTS.md: `deno task bench [PART...]`. The parts are kernels, wasm, steps,
 * mining, pipeline, index, peers and evaluation, which all run by default, gpu, which is for a graphics
 * card, and large-evaluation, which takes minutes. `peers` needs a `python3` with PyTorch and timm on the
 * PATH, as in an active virtual environment. It prints a table to stderr, and one JSON document as the
 * last line of stdout.
 *
 * Studies run alone, with arguments of their own: `deno task bench intervals --data DIR --model RUN` counts
 * how often confidence intervals hold the truth, see `studyIntervals`; `deno task bench threshold --model
 * RUN` studies the choice of a run's threshold, see `studyThreshold`.
 *
 * @module
 */

import { defineMessages, UserError } from "../lib/language/mod.ts";
import { runTask } from "../tasks/output/run_task.ts";
import { renderTable } from "../tasks/output/table.ts";
import { measureEvaluation, measureLargeEvaluation } from "./evaluation/evaluation.ts";
import { studyIntervals } from "./evaluation/interval_study.ts";
import type { Findings } from "./findings.ts";
import { measureGpu } from "./parts/gpu.ts";
import { measureIndex } from "./data/indexing.ts";
import { measureKernels } from "./parts/kernels.ts";
import { measureMining } from "./kernels/mining.ts";
import { measurePeers } from "./peers/peers.ts";
import { measurePipeline } from "./training/input_pipeline.ts";
import { measureSteps } from "./parts/steps.ts";
import { studyThreshold } from "./threshold/threshold_study.ts";
import { measureWasm } from "./kernels/wasm_kernels.ts";

const defaultParts: Record<string, () => Promise<Findings>> = {
  kernels: measureKernels,
  wasm: measureWasm,
  steps: measureSteps,
  mining: measureMining,
  pipeline: measurePipeline,
  index: measureIndex,
  peers: measurePeers,
  evaluation: measureEvaluation,
};
const parts: typeof defaultParts = {
  ...defaultParts,
  gpu: measureGpu,
  "large-evaluation": measureLargeEvaluation,
};
const studies: Record<string, (args: string[]) => Promise<Findings>> = {
  intervals: studyIntervals,
  threshold: studyThreshold,
};

const { unknownPart } = defineMessages("bench", {
  unknownPart: {
    en: "{part} is not a part of the benchmark; expected {parts}",
    ja: "{part} というベンチマークはありません。次から選んでください: {parts}",
  },
});

await runTask("bench", async () => {
  const [first = "", ...rest] = Deno.args;
  const study = studies[first];
  const wanted = study ? [] : first ? Deno.args : Object.keys(defaultParts);
  const unknown = wanted.find((part) => !(part in parts));
  if (unknown !== undefined) {
    const known = [...Object.keys(parts), ...Object.keys(studies)];
    throw new UserError(unknownPart({ parts: known.join(", "), part: unknown }));
  }
  const findings: Findings[] = study ? [await study(rest)] : [];
  for (const part of wanted) findings.push(await parts[part]!());
  console.error(renderTable(findings.flatMap(({ rows }) => rows)));
  const { cores, ...machine } = { cores: navigator.hardwareConcurrency, ...Deno.build };
  console.log(JSON.stringify(Object.assign({
    date: new Date().toISOString(),
    machine: { cores, os: machine.os, arch: machine.arch, deno: Deno.version.deno },
  }, ...findings.map(({ document }) => document))));
});
