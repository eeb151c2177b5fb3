import assert from "node:assert/strict";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const runtime = fileURLToPath(new URL("./runtime/", import.meta.url));

/** An ONNX file, and batches of pixels for it, each `[n, 3, imageSize, imageSize]`. */
export interface OnnxJob {
  readonly model: Uint8Array;
  readonly imageSize: number;
  readonly batches: readonly Float32Array[];
}

/**
 * Runs ONNX files by onnxruntime-web, in a process of its own.
 *
 * @returns for each job, the embeddings of each batch, row by row
 */
export async function runOnnx(jobs: readonly OnnxJob[]): Promise<Float32Array[][]> {
  const folder = await Deno.makeTempDir();
  try {
    const named = jobs.map(({ imageSize, batches }, i) => ({
      model: `${i}.onnx`,
      imageSize,
      inputs: batches.map((_, batch) => `${i}.${batch}`),
    }));
    for (const [i, { model, batches }] of jobs.entries()) {
      await Deno.writeFile(join(folder, named[i]!.model), model);
      for (const [batch, pixels] of batches.entries()) {
        await Deno.writeFile(join(folder, named[i]!.inputs[batch]!), new Uint8Array(pixels.buffer));
      }
    }
    await Deno.writeTextFile(join(folder, "jobs.json"), JSON.stringify(named));
    const { success, stderr } = await new Deno.Command(Deno.execPath(), {
      args: [
        ...["run", "--no-prompt", "--frozen", `--config=${join(runtime, "deno.json")}`],
        ...["--allow-read", "--allow-write", "--allow-env", "--allow-sys"],
        ...[join(runtime, "run_onnx.ts"), folder],
      ],
      env: { NO_COLOR: "1" },
    }).output();
    assert.ok(success, new TextDecoder().decode(stderr));
    return await Promise.all(named.map(({ inputs }) =>
      Promise.all(inputs.map(async (input) => {
        const { buffer } = await Deno.readFile(join(folder, `${input}.embeddings`));
        return new Float32Array(buffer);
      }))
    ));
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}
