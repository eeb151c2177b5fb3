import assert from "node:assert/strict";
import { homedir } from "node:os";
import { defineMessages } from "../../lib/language/mod.ts";
import { doctorReport } from "../../tasks/output/doctor_report.ts";
import { needs } from "../needs.ts";
import { runTask } from "./start_task.ts";
import { fullTest } from "../slow.ts";

const { again } = defineMessages("doctorTest", {
  again: { en: "try again", ja: "もう一度" },
});

fullTest({
  name: "the doctor describes the machine to people and in JSON, without anything personal",
  ...needs({ read: true, write: true, env: true, sys: true, run: true }),
  async fn() {
    const root = await Deno.makeTempDir();
    try {
      const json = await runTask("doctor.ts", root, ["--json"]);
      assert.equal(json.code, 0, json.stderr);
      const found = JSON.parse(json.stdout);
      assert.equal(found.ok, true);
      assert.deepEqual(found.backends.map(({ name }: { name: string }) => name), [
        "webgpu",
        "wasm",
        "cpu",
      ]);
      assert.ok(found.kernels.length >= 90);
      for (const { code, message } of found.advice) {
        assert.match(code, /^doctor\.\w+$/);
        assert.equal(typeof message, "string");
      }
      assert.match(found.chosen.code, /^backends\.\w+$/);
      assert.equal(typeof found.machine.diskFree, "number");
      for (const personal of [homedir(), root]) {
        assert.ok(!json.stdout.includes(personal), personal);
      }
      // Nothing else, such as TensorFlow.js's advice on Node.
      assert.match(json.stderr, /^(?:checking \d+ kernels on (?:webgpu|wasm|cpu)\n){3}$/);

      const shown = doctorReport({ ...found, chosen: null, advice: [again()] });
      assert.match(shown, /^cores +\d+$/m);
      assert.match(
        shown,
        /^mined rows, hardest, squared, \[131, 16\] +webgpu 0 +ok +wasm 0 +ok +cpu 0 +ok$/m,
      );
      assert.match(shown, /\n\ntry again\n\nTraining is possible\.$/);
      assert.match(shown, /^WebGPU implementation +wgpu$/m);
      const [first, ...others] = found.kernels;
      const sick = { ...found, ok: false, kernels: [{ ...first, ok: false }, ...others] };
      assert.match(
        doctorReport({ ...sick, chosen: null, advice: [] }),
        /^pairwise .* webgpu \S+ +WRONG /m,
      );
      const uncompiled = { ...first, largestDifference: null, ok: false, error: "no such op" };
      assert.match(
        doctorReport({ ...sick, kernels: [uncompiled, ...others], chosen: null, advice: [] }),
        /^pairwise .* webgpu - +FAILED .*\n +webgpu: no such op\npairwise/m,
      );
    } finally {
      await Deno.remove(root, { recursive: true });
    }
  },
});
