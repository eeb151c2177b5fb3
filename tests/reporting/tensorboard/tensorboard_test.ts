import assert from "node:assert/strict";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { writeTensorBoard } from "../../../lib/reporting/tensorboard/write_tensorboard.ts";
import { writeProjector } from "../../../lib/reporting/tensorboard/write_projector.ts";
import { MetricsLog } from "../../../lib/training/run_folder/metrics_log.ts";
import { pythonHas, runPython } from "../../python.ts";
import { epochMetrics, temporaryFolder } from "./fixtures.ts";
import golden from "./golden.json" with { type: "json" };

const script = fileURLToPath(new URL("../../reference/event_files.py", import.meta.url));
const png = Uint8Array.fromBase64(golden.read.pictures.augmented[0]![3] as string);

// The golden file of event_file_test.ts stands for TensorBoard where it is not installed. Where it is,
// there is one test more.
if (pythonHas("tensorboard")) {
  Deno.test("TensorBoard itself reads a resumed run, its images, and its embeddings", async () => {
    await using run = await temporaryFolder();
    await Deno.writeFile(join(run.path, "augmented.png"), png);
    const settings = {
      data: "リン|\n```",
      margin: 0.25,
      epochs: null,
      flip: true,
      options: { k: 2 },
    };
    await writeTensorBoard(run.path, settings, ["augmented.png"]);
    for (const [from, losses] of [[0, [0.5, 0.4, 0.3]], [1, [0.375, 0.25]]] as const) {
      const log = new MetricsLog(run.path);
      await log.truncateToEpoch(from);
      for (const [i, loss] of losses.entries()) await log.append(epochMetrics(from + i, loss));
    }
    await writeProjector(run.path, {
      values: Float32Array.of(1, 0, -0.5, 0.25, 0, -1),
      dimension: 2,
      rows: ["リン", "a\tb", "c\n\r\u2028\u0085d"].map((identity) => ({
        identity,
        path: `${identity}/1.png`,
      })),
      readImage: () => ({ width: 2, height: 1, data: Uint8Array.of(255, 0, 0, 0, 0, 255) }),
    });

    const read = JSON.parse(await runPython([script, run.path]));
    assert.deepEqual(read.scalars["training/loss"], [[100, 0.5], [200, 0.375], [300, 0.25]]);
    assert.deepEqual(read.scalars["validation/AUC"], [[100, 0.875], [200, 0.875], [300, 0.875]]);
    assert.equal(Object.keys(read.scalars).length, 11);
    assert.deepEqual(read.pictures, golden.read.pictures);
    const [text] = read.texts.settings;
    assert.deepEqual(JSON.parse(text), settings);
    assert.ok(text.split("\n").every((line: string) => line.startsWith("    ")));
    const { epochs: _, options, ...plain } = settings;
    assert.deepEqual(read.settings, { ...plain, options: JSON.stringify(options) });
    assert.deepEqual(read.projector, {
      embeddings: [[1, 0], [-0.5, 0.25], [0, -1]],
      metadata: [
        ["identity", "path"],
        ["リン", "リン/1.png"],
        ["a\\tb", "a\\tb/1.png"],
        ["c\\n\\r\\u2028\\u0085d", "c\\n\\r\\u2028\\u0085d/1.png"],
      ],
      side: [64, 64],
    });
  });
}
