import assert from "node:assert/strict";
import { join } from "node:path";
import { resumeRun } from "../../../lib/training/run_folder/run_folder.ts";
import { lockRun } from "../../../lib/training/run_folder/run_lock.ts";
import { needs } from "../../needs.ts";
import { assertRefused, training } from "../fixtures.ts";

const lockModule = new URL("../../../lib/training/run_folder/run_lock.ts", import.meta.url).href;

/** Starts a process that holds a folder's lock, and waits until it does. */
async function holder(run: string): Promise<Deno.ChildProcess> {
  const code = `import { lockRun } from ${JSON.stringify(lockModule)};
    const lock = await lockRun(${JSON.stringify(run)});
    console.log("held");
    setInterval(() => lock, 1000);`;
  const process = new Deno.Command("deno", {
    args: ["run", "--no-prompt", "--allow-read", "--allow-write", "--ext=ts", "-"],
    stdin: "piped",
    stdout: "piped",
    stderr: "inherit",
  }).spawn();
  const writer = process.stdin.getWriter();
  await writer.write(new TextEncoder().encode(code));
  await writer.close();
  const reader = process.stdout.getReader();
  const { value } = await reader.read();
  assert.equal(new TextDecoder().decode(value), "held\n");
  await reader.cancel();
  return process;
}

Deno.test({
  name: "a dead process holds no lock, however it died",
  ...needs({ read: true, write: true, run: true }),
  async fn() {
    const run = await Deno.makeTempDir();
    try {
      for (const signal of ["SIGKILL", "SIGTERM"] as const) {
        const process = await holder(run);
        await assertRefused(
          lockRun(run),
          new RegExp(`cannot train into ".*": process ${process.pid} is training into it; wait`),
        );
        process.kill(signal);
        await process.status;
        (await lockRun(run))[Symbol.dispose]();
      }
    } finally {
      await Deno.remove(run, { recursive: true });
    }
  },
});

Deno.test({
  name: "what is no file of its own is no lock, and what a link leads to stays as it is",
  ...needs({ read: true, write: true }),
  async fn() {
    const root = await Deno.makeTempDir();
    const run = join(root, "run"), lock = join(run, "lock"), diary = join(root, "diary");
    try {
      await Deno.mkdir(run);
      await Deno.writeTextFile(diary, "secret");
      for (const [target, wanted] of [[diary, "secret"], [join(root, "new"), undefined]] as const) {
        await Deno.symlink(target, lock);
        await assertRefused(
          lockRun(run),
          /expected a regular file at ".*lock", got .*; remove it/,
        );
        const found = await Deno.readTextFile(target).catch(() => undefined);
        assert.equal(found, wanted);
        await Deno.remove(lock);
      }
      await Deno.mkdir(lock);
      await assertRefused(lockRun(run), /expected a regular file/);
    } finally {
      await Deno.remove(root, { recursive: true });
    }
  },
});

training("while a run goes on nobody else trains into its folder", async (workshop) => {
  const { root, train, read } = workshop;
  const run = join(root, "run");
  const pid = new RegExp(`process ${Deno.pid} is training into it`);
  let tried = 0;
  const pending: Promise<void>[] = [];
  await train("whole");
  await train("run", {}, {
    onEvent(event) {
      if (event.kind !== "epoch") return;
      tried++;
      pending.push(assertRefused(train("run", {}, { resume: true }), pid));
      pending.push(assertRefused(resumeRun(run, { epochs: 9 }), pid));
    },
  });
  await Promise.all(pending);
  assert.equal(tried, 3);
  // Nothing of the others shows in what came out, and the folder is free.
  assert.deepEqual(await read("run"), await read("whole"));
  assert.equal((await resumeRun(run)).epochs, 3);
  await train("run", {}, { resume: true });
});

training("of two that start into one folder at once, one trains", async ({ root, train, read }) => {
  const outcomes = await Promise.allSettled([train("run"), train("run", { seed: 2 })]);
  const refused = outcomes.flatMap((end) => end.status === "rejected" ? [end.reason] : []);
  assert.equal(refused.length, 1);
  assert.match(refused[0].message, /is training into it|already holds a run/);
  const kept = outcomes[0]!.status === "fulfilled" ? 1 : 2;
  const config = await Deno.readTextFile(join(root, "run", "config.json"));
  assert.equal(JSON.parse(config).seed, kept);
  await train("alone", { seed: kept });
  assert.deepEqual(await read("run"), await read("alone"));
});

training("a run that was killed before its first step begins again", async (workshop) => {
  const { root, train, read } = workshop;
  await train("run");
  const whole = await read("run");
  const run = join(root, "run");
  for (const name of ["checkpoint", "metrics.jsonl", "model.safetensors"]) {
    await Deno.remove(join(run, name), { recursive: true });
  }
  const draft = join(run, `config.json.${crypto.randomUUID()}.part`);
  await Deno.writeTextFile(draft, "{");
  await Deno.writeTextFile(join(run, "mine.part"), "");
  await train("run", {}, { resume: true });
  assert.deepEqual(await read("run"), whole);
  await assert.rejects(Deno.stat(draft), Deno.errors.NotFound);
  await Deno.stat(join(run, "mine.part"));
});
