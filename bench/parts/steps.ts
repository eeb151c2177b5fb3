import { openWebGpu } from "../../lib/backends/webgpu.ts";
import { withStockKernels } from "../kernels/stock_kernels.ts";
import { benchTrainingStep, stepRow } from "../training/training_step.ts";
import type { Findings } from "../findings.ts";

/** Training steps on every backend. */
export async function measureSteps(): Promise<Findings> {
  const onWebGpu = () => benchTrainingStep({ backend: "webgpu", steps: 3 });
  const webgpu = await onWebGpu();
  const stock = await withStockKernels(onWebGpu);
  const half = (await openWebGpu()).float16
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
      stepRow(webgpu),
      stepRow(stock, ", stock convolutions and matrix products"),
      ...half ? [stepRow(half, ", float16")] : [],
      stepRow(wasm),
      stepRow(large),
      ...Object.entries(large.launchesPerStep!.byProgram).slice(0, 10)
        .map(([program, count]): [string, string] => [`  ${program}`, `${count} launches`]),
      ["webgpu against stock kernels", `${stepAgainstStock.toFixed(1)} x`],
      ["wasm against webgpu", `${wasmAgainstWebgpu.toFixed(1)} x, ${webgpu.reason}`],
    ],
    document: {
      trainingSteps: [wasm, webgpu, large, ...half ? [half] : []],
      stockTrainingStep: stock,
      stepAgainstStock,
      launchesAgainstStock,
      wasmAgainstWebgpu,
    },
  };
}
