import assert from "node:assert/strict";
import { needs } from "../../needs.ts";
import { slow } from "../../slow.ts";
import { runTask } from "../../tasks/start_task.ts";
import { HostileRun, type replacements } from "./hostile_run.ts";

const resume = ["train.ts", "--resume", "--out", "run", "--epochs", "3"];
const compare = ["verify.ts", "data/一/一_1.bmp", "data/丁/丁_1.bmp", "--model", "run"];
const measure = ["verify.ts", "--data", "data", "--include-seen", "--model", "run", "--json"];

/** What is done with which file's replacement, all of which is refused. */
const all: readonly [task: string[], file: string, kind: keyof typeof replacements][] = [
  [compare, "model.safetensors", "a device without end"],
  [resume, "lock", "a link to nothing out of the run"],
  [resume, "checkpoint", "a link to a folder out of the run"],
  [resume, "charts", "a link to a folder out of the run"],
  [resume, "metrics.jsonl", "a folder"],
  [resume, "config.json", "a device without end"],
  [resume, "report.html", "a folder"],
  [compare, "model.safetensors", "empty"],
  [compare, "model.safetensors", "larger than memory"],
  [measure, "seen.txt", "a link out of the run"],
];
const cases = slow ? all : all.slice(0, 3);

Deno.test({
  name:
    `tasks refuse hostile runs in one line with exit code 2, and touch nothing else (${cases.length})`,
  ...needs({ read: true, write: true, run: true, env: true }),
  async fn() {
    const hostile = await HostileRun.make();
    const { root } = hostile;
    try {
      const before = hostile.surroundings();
      for (const [[file, ...args], name, kind] of cases) {
        hostile.restore();
        hostile.replace(name, kind);
        const { code, stdout, stderr } = await runTask(file!, root, [...args, "--backend=wasm"]);
        const lines = stderr.trimEnd().split("\n");
        const task = file!.replace(".ts", "");
        assert.equal(code, 2, `${name}, ${kind}: ${stderr}`);
        assert.equal(stdout, "");
        assert.match(
          lines.at(-1)!,
          new RegExp(`^${task}: .*(expected|it is not a file|check the path|no )`),
        );
        assert.doesNotMatch(stderr, /fault in Futago|\n {4}at /);
        assert.equal(hostile.surroundings(), before, `${name}, ${kind}`);
      }
    } finally {
      await hostile.remove();
    }
  },
});
