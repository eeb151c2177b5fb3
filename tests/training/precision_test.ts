import assert from "node:assert/strict";
import { backendMessages } from "../../lib/backends/messages.ts";
import { requirePrecision } from "../../lib/training/run_warnings.ts";
import { assertRefused, training } from "./fixtures.ts";
import { full } from "../slow.ts";

if (full) {
  training("a run in float16 learns as one in single precision does", async ({ train, read }) => {
    const run = async (precision: "f32" | "f16") => {
      const { heldOut } = await train(precision, { backend: "webgpu", batch: 12, precision });
      return { auc: heldOut.auc, ...await read(precision) };
    };
    const [single, halves] = [await run("f32"), await run("f16")];
    assert.notEqual(halves.model, single.model);
    assert.ok(Math.abs(halves.auc - single.auc) < 0.05, `${halves.auc}, ${single.auc}`);
    halves.metrics.forEach(({ loss }, epoch) => {
      const wanted = single.metrics[epoch]!.loss!;
      assert.ok(Math.abs(loss! / wanted - 1) < 0.1, `epoch ${epoch}: ${loss}, ${wanted}`);
    });
  });
}

training("float16 is refused if the backend has none", async ({ train }) => {
  await assertRefused(
    train("run", { precision: "f16", backend: "wasm" }),
    /^cannot train with precision f16: .*shader-f16, got wasm \(as requested\); .*f32$/,
  );
  const reason = backendMessages.requestedAdapter({ adapter: "old" });
  const software = { name: "webgpu", reason, float16: false } as const;
  assert.throws(
    () => requirePrecision({ precision: "f16" }, software),
    /got webgpu \(as requested/,
  );
  requirePrecision({ precision: "f32" }, software);
  requirePrecision({ precision: "f16" }, { ...software, float16: true });
});
