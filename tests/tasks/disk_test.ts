import assert from "node:assert/strict";
import { join } from "node:path";
import { needs } from "../needs.ts";
import { drawPatterns } from "../training/fixtures.ts";
import { packageCache } from "./start_task.ts";
import { fullTest } from "../slow.ts";

const project = join(import.meta.dirname!, "..", "..");
const quick = "--backend wasm --image-size 32 --embedding 16 --batch 4 --per-identity 2 " +
  "--validation 3 --test 3 --data data";

/** Trains with files of at most so many blocks of 1,024 bytes. */
async function trainWithin(root: string, blocks: number | "unlimited", args: string) {
  const task = "deno run --no-prompt --allow-read --allow-write --allow-env --allow-sys " +
    `--config="${project}/deno.json" "${project}/tasks/train.ts"`;
  const { code, stderr } = await new Deno.Command("bash", {
    args: ["-c", `ulimit -f ${blocks}; ${task} ${quick} ${args}; exit $?`],
    cwd: root,
    env: {
      NO_COLOR: "1",
      // Paths are taken from there; `deno task` has set it to the project's folder.
      INIT_CWD: root,
      XDG_CACHE_HOME: join(root, "cache"),
      DENO_DIR: await packageCache(),
    },
  }).output();
  return { code, stderr: new TextDecoder().decode(stderr) };
}

fullTest({
  name: "where a disk takes no more, training ends in one line and the checkpoint stays",
  ...needs({ read: true, write: true, env: true, run: true }),
  async fn() {
    const root = await Deno.makeTempDir();
    const state = () => Deno.readFile(join(root, "run", "checkpoint", "state.safetensors"));
    try {
      await drawPatterns(join(root, "data"));
      const first = await trainWithin(root, "unlimited", "--out run --epochs 1");
      assert.equal(first.code, 0, first.stderr);
      const kept = await state();
      const resume = "--out run --resume --epochs 2";
      const limited = await trainWithin(root, Math.floor(kept.length / 2 / 1024), resume);
      assert.equal(limited.code, 2, limited.stderr);
      assert.match(limited.stderr, /^train: File too large [^\n]*: raise the limit [^\n]*\n$/m);
      assert.doesNotMatch(limited.stderr, /\n +at /);
      assert.deepEqual(await state(), kept);
      const again = await trainWithin(root, "unlimited", resume);
      assert.equal(again.code, 0, again.stderr);
      assert.notDeepEqual(await state(), kept);
    } finally {
      await Deno.remove(root, { recursive: true });
    }
  },
});
