import assert from "node:assert/strict";
import { join } from "node:path";
import config from "../../deno.json" with { type: "json" };
import { needs } from "../needs.ts";
import { drawPatterns } from "../training/fixtures.ts";
import { runTask } from "./start_task.ts";
import { fullTest } from "../slow.ts";

/** The tasks that users run; the others are for those who change Futago. */
const tasks = Object.fromEntries(
  Object.entries(config.tasks).filter(([, { command }]) => / tasks\/\w+\.ts$/.test(command)),
);

/** The permissions of a task, by kind: what each is limited to, "" where it is not. */
function permissions(command: string): Record<string, string> {
  return Object.fromEntries(
    [...command.matchAll(/--allow-(\w+)(?:=(\S+))?/g)].map(([, kind, to = ""]) => [kind!, to]),
  );
}

Deno.test("no task may do more than its work takes", () => {
  assert.deepEqual(Object.keys(tasks).sort(), [
    "doctor",
    "embed",
    "estimate-pairs",
    "export",
    "train",
    "verify",
  ]);
  const variables = [
    "INIT_CWD",
    "LANG",
    "LC_ALL",
    "LC_MESSAGES",
    "XDG_RUNTIME_DIR",
  ];
  const home = ["HOME", "USERPROFILE"];
  const cache = [...home, "LOCALAPPDATA", "XDG_CACHE_HOME"];
  // Data may lie anywhere, and so may what --out names.
  const wanted: Record<string, Record<string, string[]>> = {
    "estimate-pairs": { read: [""], env: [...variables, ...home] },
    export: { read: [""], write: [""], env: [...variables, ...home] },
    doctor: { read: [""], env: variables, sys: ["osRelease", "statfs", "systemMemoryInfo"] },
    train: {
      read: [""],
      write: [""],
      env: [...variables, ...cache],
      net: ["huggingface.co:443", "*.hf.co:443"],
    },
    embed: { read: [""], write: [""], env: [...variables, ...cache] },
    verify: { read: [""], write: [""], env: [...variables, ...cache] },
  };
  for (const [name, { command }] of Object.entries(tasks)) {
    assert.match(command, /^deno run --no-prompt (--allow-\S+ )+tasks\/\w+\.ts$/, name);
    assert.doesNotMatch(command, /--allow-(all|run|ffi|import)|(^| )-A( |$)|--unstable/, name);
    const found = permissions(command);
    assert.deepEqual(
      Object.fromEntries(Object.entries(found).map(([kind, to]) => [kind, to.split(",")])),
      wanted[name],
      name,
    );
  }
});

Deno.test("deno task lists every task with one line that says what it does", () => {
  for (const [name, { description }] of Object.entries(config.tasks)) {
    assert.match(description, /^[A-Z][^\n]{10,90}[^.\n]$/, name);
  }
});

fullTest({
  name: "under those permissions and no network, no task asks for anything more",
  ...needs({ read: true, write: true, env: true, run: true }),
  async fn() {
    const root = await Deno.makeTempDir();
    const data = join(root, "data");
    const quick = "--data data --out run --backend wasm --image-size 32 --embedding 16 --batch 4 " +
      "--per-identity 2 --validation 3 --test 3 --epochs 1";
    const run = async (file: string, args: string, codes = [0]) => {
      const { code, stdout, stderr } = await runTask(file, root, args.split(" "), {
        LC_ALL: "",
        LANG: "ja_JP.UTF-8",
        // Commander would look for colors elsewhere then.
        NO_COLOR: "",
      });
      const said = stdout + stderr;
      assert.doesNotMatch(said, /NotCapable|Requires \w+ access|--allow-/, `${file} ${args}`);
      assert.ok(codes.includes(code), `${file} ${args}: ${code}\n${said}`);
    };
    try {
      await drawPatterns(data);
      const [first, second] = ["一/一_1.bmp", "一/一_2.bmp"];
      await Promise.all([
        run("train.ts", quick),
        run("estimate_pairs.ts", "data"),
        run("estimate_pairs.ts", "--help"),
        run("estimate_pairs.ts", "--nonsense", [2]),
      ]);
      await Promise.all([
        run("train.ts", "--out run --resume --epochs 2"),
        run("verify.ts", `data/${first} data/${second} --model run`, [0, 1]),
        run("verify.ts", "--data data --model run --out measured"),
        run("embed.ts", "--data data --model run --out e.npy"),
        run("export.ts", "--to onnx --model run --out e.onnx"),
        run("train.ts", "--help"),
      ]);
    } finally {
      await Deno.remove(root, { recursive: true });
    }
  },
});
