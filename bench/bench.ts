/**
 * Measures what the README claims: `deno task bench`. A table for people on stderr, and one JSON
 * document as the last line of stdout.
 *
 * @module
 */

import { runTask } from "../tasks/terminal/run_task.ts";
import { renderTable } from "../tasks/terminal/table.ts";
import { benchMining } from "./mining.ts";
import { benchTrainingStep } from "./training_step.ts";

await runTask("bench", async () => {
  const steps = [
    await benchTrainingStep({ backend: "wasm", steps: 20 }),
    await benchTrainingStep({ backend: "webgpu", steps: 3 }),
  ];
  const [wasm, webgpu] = steps.map(({ imagesPerSecond }) => imagesPerSecond) as [number, number];
  const mining = await benchMining({ rows: 16_384, runs: 1 });

  console.error(renderTable([
    ...steps.map(({ backend, backbone, batch, imageSize, ...step }): [string, string] => [
      `training step, ${backbone}, ${batch} x ${imageSize} px, ${backend}`,
      `${(1000 * step.secondsPerStep).toFixed(0)} ms, ${step.imagesPerSecond.toFixed(0)} images/s`,
    ]),
    ["wasm against webgpu", `${(wasm / webgpu).toFixed(1)} x on ${mining.adapter}`],
    [
      `mining ${mining.rows} x ${mining.dimension}, webgpu`,
      `${mining.seconds.toFixed(1)} s, ${mining.gigaflopsPerSecond.toFixed(1)} GFLOP/s, ` +
      `${mining.extraMebibytes.toFixed(1)} MiB beyond inputs and outputs`,
    ],
  ]));
  const { cores, ...machine } = { cores: navigator.hardwareConcurrency, ...Deno.build };
  console.log(JSON.stringify({
    date: new Date().toISOString(),
    machine: { cores, os: machine.os, arch: machine.arch, deno: Deno.version.deno },
    trainingSteps: steps,
    wasmAgainstWebgpu: wasm / webgpu,
    mining,
  }));
});
