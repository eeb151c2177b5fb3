import assert from "node:assert/strict";
import { join } from "node:path";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { needs } from "../needs.ts";
import { fullTest, slow } from "../slow.ts";
import { drawPatterns, readRun } from "./fixtures.ts";

const kills = slow ? 30 : 4;
const program = join(import.meta.dirname!, "killable_run.ts");

/** How a process ended, what it was at, and the seconds since it began to train. */
interface End {
  readonly killed: boolean;
  readonly at: string;
  readonly seconds: number;
}

/** Trains in a process of its own, which is killed after some seconds of training. */
async function trainUntil(root: string, name: string, seconds: number): Promise<End> {
  const process = new Deno.Command("deno", {
    args: ["run", "--no-prompt", "--allow-read", "--allow-write", program, root, name],
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  let at = "", started = 0, timer: ReturnType<typeof setTimeout> | undefined;
  const stderr = new Response(process.stderr).text();
  for await (const text of process.stdout.pipeThrough(new TextDecoderStream())) {
    if (!started) {
      started = performance.now();
      if (seconds < Infinity) timer = setTimeout(() => process.kill("SIGKILL"), seconds * 1000);
    }
    at = text.trim().split("\n").at(-1)!;
  }
  const { success, signal } = await process.status;
  clearTimeout(timer);
  assert.ok(success || signal === "SIGKILL", await stderr);
  return { killed: !success, at, seconds: (performance.now() - started) / 1000 };
}

/** Names of files that were left half written. */
async function drafts(folder: string): Promise<string[]> {
  const found: string[] = [];
  for await (const { name, isDirectory } of Deno.readDir(folder)) {
    if (isDirectory) found.push(...await drafts(join(folder, name)));
    else if (name.endsWith(".part")) found.push(name);
  }
  return found;
}

fullTest({
  name: `killed ${kills} times at random moments, runs come out as the one that was not`,
  ...needs({ read: true, write: true, run: true }),
  async fn() {
    const root = await Deno.makeTempDir();
    const random = xoroshiro128plus(20);
    try {
      await drawPatterns(join(root, "data"));
      const { seconds } = await trainUntil(root, "whole", Infinity);
      const whole = await readRun(join(root, "whole"));
      assert.equal(whole.metrics.length, 4);
      const at: string[] = [];
      let finished = 0;
      for (let killsLeft = kills; killsLeft > 0;) {
        const name = `run-${finished}`;
        // At most so many kills a run: each is compared, and there are several.
        const wanted = Math.min(killsLeft, slow ? 6 : 2);
        let done = false;
        for (let k = 0; k < wanted && !done; k++) {
          const end = await trainUntil(root, name, uniformFloat64(random) * seconds);
          done = !end.killed;
          if (!end.killed) continue;
          killsLeft--;
          at.push(end.at);
        }
        if (!done) await trainUntil(root, name, Infinity);
        assert.deepEqual(await readRun(join(root, name)), whole, `${name}, killed at ${at}`);
        assert.deepEqual(await drafts(join(root, name)), []);
        finished++;
      }
      if (slow) console.log(`${finished} runs, killed at: ${at.join(" ")}`);
      assert.equal(at.length, kills);
    } finally {
      await Deno.remove(root, { recursive: true });
    }
  },
});
