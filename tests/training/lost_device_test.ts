import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { join } from "node:path";
import { assertRefused, training } from "./fixtures.ts";
import { full } from "../slow.ts";

const settings = { backend: "webgpu", epochs: 2, batch: 12 } as const;

/** Loses the graphics device, as a driver that is reset does. */
function loseDevice(): void {
  (tf.backend() as unknown as { device: GPUDevice }).device.destroy();
}

if (full) {
  training("a device that is lost ends the run, and no stale memory is kept", async (workshop) => {
    const { root, train, read } = workshop;
    await train("whole", settings);
    for (const kind of ["step", "epoch"] as const) {
      const run = join(root, kind);
      const state = () => Deno.readFile(join(run, "checkpoint", "state.safetensors"));
      let kept: Uint8Array | undefined;
      const lost = train(kind, settings, {
        // At every step, so that what is left by the device would be kept soon.
        checkpointSeconds: 0,
        onEvent(event) {
          if (event.kind !== kind || kept) return;
          kept = Deno.readFileSync(join(run, "checkpoint", "state.safetensors"));
          loseDevice();
        },
      });
      await assertRefused(
        lost,
        /the WebGPU device was lost \(destroyed.*resume goes on from the last checkpoint/,
      );
      assert.deepEqual(await state(), kept);
      await train(kind, settings, { resume: true });
      assert.deepEqual((await read(kind)).metrics, (await read("whole")).metrics, kind);
    }
  });
}
