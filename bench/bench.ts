/**
 * Measures what the README claims: `deno task bench [PART...]`, the parts being kernels, wasm, steps,
 * mining, pipeline, index, peers and evaluation, all of them unless told otherwise. `peers` takes a
 * `python3` with PyTorch, and timm, on the PATH, as in an active virtual environment. A table for
 * people on stderr, and one JSON document as the last line of stdout.
 *
 * @module
 */

import { openWebGpu } from "../lib/backends/webgpu.ts";
import { runTask } from "../tasks/terminal/run_task.ts";
import { renderTable } from "../tasks/terminal/table.ts";
import { message, UserError } from "../mod.ts";
import { benchBatchNorm } from "./batch_norm.ts";
import type { StockComparison } from "./compare_with_stock.ts";
import { benchEvaluation } from "./evaluation.ts";
import { benchIndexing } from "./indexing.ts";
import { benchInputPipeline } from "./input_pipeline.ts";
import { benchKernels } from "./kernels.ts";
import { measureCeilings } from "./measure_ceilings.ts";
import { benchMining } from "./mining.ts";
import { benchPairwise } from "./pairwise.ts";
import { benchSqueezeExcite } from "./squeeze_excite.ts";
import { benchProducts } from "./products.ts";
import { benchPeers } from "./peers/peers.ts";
import { withStockKernels } from "./stock_kernels.ts";
import { benchTrainingStep, type TrainingStepFigures } from "./training_step.ts";
import { benchWasmKernels } from "./wasm_kernels.ts";

/** What one part found: rows for people, and its share of the document. */
interface Findings {
  readonly rows: [string, string][];
  readonly document: Record<string, unknown>;
}

const parts: Record<string, () => Promise<Findings>> = {
  async kernels() {
    const ceilings = await measureCeilings();
    const kernels = [...await benchKernels(ceilings), ...await benchProducts(ceilings)];
    const batchNorms = await benchBatchNorm();
    const squeezeExcites = await benchSqueezeExcite();
    return {
      rows: [
        [
          "ceilings of the adapter",
          `${ceilings.gigaflopsPerSecond.toFixed(1)} GFLOP/s, ` +
          `${ceilings.gigabytesPerSecond.toFixed(1)} GB/s`,
        ],
        ...kernels.map(({ kernel, layer, ...figures }): [string, string] => [
          `${kernel} ${layer}`,
          `${figures.milliseconds.toFixed(1)} ms, ${
            figures.gigaflopsPerSecond.toFixed(2)
          } GFLOP/s, ` +
          `${figures.gigabytesPerSecond.toFixed(2)} GB/s, ` +
          `${(100 * figures.ceiling.share).toFixed(1)} % of ${figures.ceiling.binding}, ` +
          `${figures.againstStock.toFixed(1)} x stock` +
          (figures.halvesAgainstSingle === null
            ? ""
            : `, in halves ${figures.halvesAgainstSingle.toFixed(2)} x as fast`),
        ]),
        ...batchNorms.map(({ shape, activation, ...figures }) =>
          comparisonRow(`BatchNorm and ${activation}, [${shape}]`, figures)
        ),
        ...squeezeExcites.map(({ shape, units, ...figures }) =>
          comparisonRow(`squeeze-and-excitation, ${units} units, [${shape}]`, figures)
        ),
      ],
      document: { ceilings, kernels, batchNorms, squeezeExcites },
    };
  },

  async wasm() {
    const wasmKernels = await benchWasmKernels();
    return {
      rows: wasmKernels.map(({ kernel, layer, milliseconds, gigaflopsPerSecond, againstStock }) => [
        `${kernel} ${layer}, wasm`,
        `${milliseconds.all.toFixed(2)} ms, ${gigaflopsPerSecond.one.toFixed(1)} GFLOP/s on one ` +
        `thread, ${gigaflopsPerSecond.all.toFixed(1)} on all` +
        (againstStock === null ? "" : `, ${againstStock.toFixed(1)} x stock`),
      ]),
      document: { wasmKernels },
    };
  },

  async steps() {
    const onWebGpu = () => benchTrainingStep({ backend: "webgpu", steps: 3 });
    const webgpu = await onWebGpu();
    const stock = await withStockKernels(onWebGpu);
    const halves = (await openWebGpu()).halves
      ? await benchTrainingStep({ backend: "webgpu", steps: 3, precision: "f16" })
      : null;
    const wasm = await benchTrainingStep({ backend: "wasm", steps: 20 });
    const large = await benchTrainingStep({
      backend: "webgpu",
      backbone: "tf_efficientnetv2_b0",
      batch: 8,
      imageSize: 64,
      steps: 3,
    });
    const stepAgainstStock = webgpu.imagesPerSecond / stock.imagesPerSecond;
    const launchesAgainstStock = webgpu.launchesPerStep!.programs / stock.launchesPerStep!.programs;
    const wasmAgainstWebgpu = wasm.imagesPerSecond / webgpu.imagesPerSecond;
    return {
      rows: [
        stepRow(webgpu, ""),
        stepRow(stock, ", stock kernels of convolutions and products"),
        ...halves ? [stepRow(halves, ", in halves")] : [],
        stepRow(wasm, ""),
        stepRow(large, ""),
        ...Object.entries(large.launchesPerStep!.byProgram).slice(0, 10)
          .map(([program, count]): [string, string] => [`  ${program}`, `${count} launches`]),
        ["webgpu against stock kernels", `${stepAgainstStock.toFixed(1)} x`],
        ["wasm against webgpu", `${wasmAgainstWebgpu.toFixed(1)} x, ${webgpu.reason}`],
      ],
      document: {
        trainingSteps: [wasm, webgpu, large, ...halves ? [halves] : []],
        stockTrainingStep: stock,
        stepAgainstStock,
        launchesAgainstStock,
        wasmAgainstWebgpu,
      },
    };
  },

  async mining() {
    const ceilings = await measureCeilings();
    // Before what leaves buffers of the same sizes behind: their memory is counted.
    const minings = [
      await benchMining({ backend: "webgpu", rows: 1024, runs: 3 }),
      await benchMining({ backend: "wasm", rows: 1024, runs: 3 }),
      await benchMining({ backend: "webgpu", rows: 4096, runs: 3 }),
      await benchMining({ backend: "wasm", rows: 4096, runs: 3 }),
      await benchMining({ backend: "webgpu", rows: 16_384, runs: 2 }),
    ];
    const pairwise = await benchPairwise(ceilings);
    const share = (gigaflops: number) =>
      `${gigaflops.toFixed(1)} GFLOP/s, ${
        (100 * gigaflops / ceilings.gigaflopsPerSecond).toFixed(1)
      } % of ${ceilings.gigaflopsPerSecond.toFixed(1)}`;
    return {
      rows: [
        [
          `all distances, ${pairwise.rows} x ${pairwise.dimension}, webgpu`,
          `${pairwise.milliseconds.toFixed(1)} ms, ${share(pairwise.gigaflopsPerSecond)}, ` +
          `${pairwise.againstStock.toFixed(1)} x stock`,
        ],
        ...minings.map((mining): [string, string] => [
          `mining ${mining.rows} x ${mining.dimension}, ${mining.backend}`,
          `${(1000 * mining.seconds).toFixed(1)} ms, ` +
          (mining.extraMebibytes === null
            ? `${mining.gigaflopsPerSecond.toFixed(1)} GFLOP/s`
            : `${share(mining.gigaflopsPerSecond)}, ` +
              `${mining.extraMebibytes.toFixed(1)} MiB beyond inputs and outputs`),
        ]),
      ],
      document: { ceilings, pairwise, minings },
    };
  },

  async pipeline() {
    const pipeline = await benchInputPipeline();
    const { images, fileSide, imageSize } = pipeline;
    const speed = (imagesPerSecond: number) => `${imagesPerSecond.toFixed(0)} images/s`;
    const what = `input pipeline, ${images} pictures of ${fileSide} px at ${imageSize} px`;
    return {
      rows: [
        [
          `${what}, decoding`,
          `${speed(pipeline.decoding)}, the first batch after ${
            pipeline.firstBatchSeconds.toFixed(1)
          } s`,
        ],
        [`${what}, from the cache on disk`, speed(pipeline.fromDisk)],
        [
          `${what}, from memory`,
          `${speed(pipeline.fromMemory)}, the step of tiny on wasm ${
            speed(pipeline.trainingStep)
          }: ${pipeline.againstStep.toFixed(1)} x`,
        ],
      ],
      document: { pipeline },
    };
  },

  async index() {
    const index = await benchIndexing();
    return {
      rows: [[
        `index, ${index.files} files of ${index.bytesAFile} bytes`,
        `${index.filesPerSecond.toFixed(0)} files/s, a bare walk ${
          index.bareFilesPerSecond.toFixed(0)
        }, ${index.againstBareWalk.toFixed(2)} x its time`,
      ]],
      document: { index },
    };
  },

  async peers() {
    const peers = await benchPeers();
    if ("leftOut" in peers) {
      return { rows: [["PyTorch's side", `left out: ${peers.leftOut}`]], document: { peers } };
    }
    const milliseconds = (seconds: number) => `${(1000 * seconds).toFixed(1)} ms`;
    return {
      rows: peers.figures.map(({ what, seconds, peerSeconds, againstPeer }) => [
        `${what}, wasm`,
        `${milliseconds(seconds)}; PyTorch ${peers.versions.torch} ` +
        `${
          Object.entries(peerSeconds).map(([how, its]) => `${milliseconds(its)} (${how})`).join(
            ", ",
          )
        }; ${againstPeer.toFixed(2)} x as fast as its fastest`,
      ]),
      document: { peers },
    };
  },

  async evaluation() {
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
  },
};

function comparisonRow(what: string, figures: StockComparison): [string, string] {
  return [
    `${what}, forward and backward`,
    `${figures.milliseconds.toFixed(1)} ms, ${figures.againstStock.toFixed(1)} x stock, ` +
    `${figures.launches} launches against ${figures.stockLaunches}`,
  ];
}

function stepRow(step: TrainingStepFigures, how: string): [string, string] {
  const { backend, backbone, batch, imageSize, launchesPerStep } = step;
  return [
    `training step, ${backbone}, ${batch} x ${imageSize} px, ${backend}${how}`,
    `${(1000 * step.secondsPerStep).toFixed(0)} ms, ${step.imagesPerSecond.toFixed(0)} images/s` +
    (launchesPerStep
      ? `, ${launchesPerStep.programs} launches, ${launchesPerStep.copies} copies`
      : ""),
  ];
}

await runTask("bench", async () => {
  const wanted = Deno.args.length > 0 ? Deno.args : Object.keys(parts);
  const unknown = wanted.find((part) => !(part in parts));
  if (unknown !== undefined) {
    throw new UserError(
      message`Measuring: wanted of ${
        Object.keys(parts).join(", ")
      }, found ${unknown}; leave it out`,
    );
  }
  const findings: Findings[] = [];
  for (const part of wanted) findings.push(await parts[part]!());
  console.error(renderTable(findings.flatMap(({ rows }) => rows)));
  const { cores, ...machine } = { cores: navigator.hardwareConcurrency, ...Deno.build };
  console.log(JSON.stringify(Object.assign({
    date: new Date().toISOString(),
    machine: { cores, os: machine.os, arch: machine.arch, deno: Deno.version.deno },
  }, ...findings.map(({ document }) => document))));
});
