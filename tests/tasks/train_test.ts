import assert from "node:assert/strict";
import { join } from "node:path";
import { needs } from "../needs.ts";
import { drawPatterns } from "../training/fixtures.ts";
import { runTask, startTask } from "./start_task.ts";
import { full } from "../slow.ts";

/** Flags of a run that takes seconds. */
const quick = [
  ...["--data", "data", "--out", "run", "--backend", "wasm", "--image-size", "32"],
  ...["--embedding", "16", "--batch", "4", "--per-identity", "2", "--validation", "3"],
  ...["--test", "3"],
];

/** Every flag of the contract. */
const flags = [
  ...["data", "out", "resume", "seed", "backend", "backbone", "weights", "image-size", "embedding"],
  ...["loss", "miner", "distance", "margin", "optimizer", "schedule", "learning-rate"],
  ...["weight-decay", "batch", "per-identity", "epochs", "minutes", "json", "preset", "config"],
  ...["augmentation", "augment", "drop-path", "freeze-epochs", "backbone-rate"],
  ...["freeze-batch-norm", "normalization", "minimum-rate", "early-stop", "shrink-batch"],
];

/** A test that runs the task beside a folder of images. */
function training(name: string, test: (root: string) => Promise<void>): void {
  Deno.test({
    name,
    ...needs({ read: true, write: true, env: true, run: true }),
    async fn() {
      const root = await Deno.makeTempDir();
      try {
        await drawPatterns(join(root, "data"));
        await test(root);
      } finally {
        await Deno.remove(root, { recursive: true });
      }
    },
  });
}

training("one JSON document on stdout, and all that the flags said in the run", async (root) => {
  await drawPatterns(join(root, "validation"), { identities: 6, seed: 2, first: 50 });
  const { code, stdout, stderr } = await runTask("train.ts", root, [
    ...[...quick, "--json", "--epochs", "2", "--seed", "7", "--val", "validation"],
    ...["--miner", "semi-hard", "--distance", "euclidean", "--margin", "0.3", "--far", "0.1"],
    ...["--schedule", "constant", "--learning-rate", "2e-3", "--weight-decay", "0"],
  ]);
  assert.equal(code, 0, stderr);
  const result = JSON.parse(stdout);
  const { run, backend, seconds, imagesPerSecond, heldOut, threshold, calibration } = result;
  assert.deepEqual([run, backend, result.interrupted], ["run", "wasm", false]);
  assert.ok(seconds > 0 && imagesPerSecond > 0);
  assert.deepEqual([heldOut.identities, heldOut.images], [3, 18]);
  for (const figure of [heldOut.auc, heldOut.eer]) assert.ok(figure >= 0 && figure <= 1);
  assert.ok("0.01" in heldOut.tarAtFar);
  assert.equal(threshold, calibration.threshold);
  const [lower, upper] = heldOut.intervals.auc;
  assert.ok(lower <= heldOut.auc && heldOut.auc <= upper, `${heldOut.auc}: ${lower} to ${upper}`);
  assert.ok(calibration.thresholdInterval[0] <= threshold);
  assert.deepEqual(result.duplicates, { exact: 0, near: 0, conflicts: 0, within: 0, before: 0 });
  assert.ok(!("operatingPoints" in calibration));
  assert.match(stderr, /72 images of 12 identities: 9 to train, 6 to validate, 3 to test/);
  assert.match(stderr, /computing on wasm: as requested/);

  const settings = JSON.parse(await Deno.readTextFile(join(root, "run", "config.json")));
  const { data, validationData, seed, miner, distance, margin, weightDecay, epochs } = settings;
  assert.deepEqual([data, validationData, seed, miner], ["data", "validation", 7, "semi-hard"]);
  assert.deepEqual([distance, margin, weightDecay, epochs], ["euclidean", 0.3, 0, 2]);
});

training("what is not understood is one line on stderr, and exit code 2", async (root) => {
  await Deno.mkdir(join(root, "old"));
  await drawPatterns(join(root, "singles"), { identities: 2, images: 1 });
  await Deno.writeTextFile(join(root, "old", "config.json"), "{}");
  const refused = async (message: RegExp, ...args: string[]) => {
    const { code, stdout, stderr } = await runTask("train.ts", root, [...quick, ...args]);
    assert.equal(code, 2, args.join(" "));
    assert.equal(stdout, "");
    assert.match(stderr, message);
    assert.match(stderr, /^train: [^\n]*\n$/);
  };
  await Promise.all([
    refused(/unknown option --epoch; did you mean --epochs/, "--epoch", "3"),
    refused(/--seed: expected a whole number .*, got "many"/, "--seed", "many"),
    refused(/--miner: expected one of all, .*got "hadr"; did you mean "hard"/, "--miner", "hadr"),
    refused(
      /--backbone: expected one of tiny, tf_efficientnetv2_b0,.*"huge"$/m,
      "--backbone",
      "huge",
    ),
    refused(/--preset: expected one of article, modern, got "old"/, "--preset", "old"),
    refused(/--augment\.turn: .*expected one of flip, rotation/, "--augment", "turn=3"),
    refused(/cannot use --augment "turn": expected name=value/, "--augment", "turn"),
    refused(/timm has no ImageNet weights of tiny[:;] choose/, "--weights", "imagenet"),
    refused(
      /cannot download .* of tf_efficientnetv2_b0 from https:.*: Requires net .*; .* put it at \S+$/m,
      ...["--weights", "imagenet", "--backbone", "tf_efficientnetv2_b0"],
    ),
  ]);
  await Promise.all([
    refused(/--margin: expected a number of at least 0, got -1/, "--margin=-1"),
    refused(/batch of 30 images with 4 per identity/, "--batch", "30", "--per-identity", "4"),
    refused(/"arcface" with the miner "hard"/, "--loss", "arcface", "--miner", "hard"),
    refused(
      /loss "circle": distance: expected cosine, got "dot"/,
      "--loss",
      "circle",
      "--distance",
      "dot",
    ),
    refused(
      /"triplet": heat: there is no such option; expected one of .*margin/,
      "--loss-options",
      "heat=1",
    ),
    refused(/the config "absent.json": there is no such file/, "--config", "absent.json"),
  ]);
  await Promise.all([
    refused(/--image-size: expected a whole number from 16 .*got 3/, "--image-size", "3"),
    refused(
      /cannot train into "old": it already holds a run; continue it with --resume, or choose another --out/,
      "--out",
      "old",
    ),
    refused(/expected a folder outside the images, got one inside "data"/, "--out", "data/run"),
    refused(/expected a folder apart from the images, got one that holds/, "--out", "."),
    refused(/expected a new or an empty folder, got one that holds/, "--out", "singles"),
    refused(/expected a folder, got a file/, "--out", "old/config.json"),
    refused(/old\/config\.json: data: /, "--out", "old", "--resume"),
    refused(/absent/, "--data", "absent"),
    refused(/2 .*with one image.*second image/, "--data", "singles"),
    refused(
      /rate of 0.01: it needs \d+ identities in validation, got 3 identities/,
      "--far",
      "0.01",
    ),
  ]);
  const names = await Array.fromAsync(Deno.readDir(root), ({ name }) => name);
  assert.ok(!names.includes("run"), "something was written");

  const { code, stdout } = await runTask("train.ts", root, ["--help"]);
  assert.equal(code, 0);
  for (const flag of flags) assert.match(stdout, new RegExp(`^ +--${flag} `, "m"));
});

if (full) {
  training("a run's config repeats it, and flags go before it", async (root) => {
    await Deno.mkdir(join(root, "sub"));
    const first = [
      ...["--epochs", "1", "--seed", "5", "--json"],
      ...["--augment", "rotation=10", "erase=0.25"],
    ];
    const { stdout, stderr } = await runTask("train.ts", root, [...quick, ...first]);
    const config = join("run", "config.json");
    const read = async (path: string) => JSON.parse(await Deno.readTextFile(join(root, path)));
    const { augmentation } = await read(config);
    assert.deepEqual([augmentation.rotation, augmentation.erase], [10, 0.25], stderr);

    const again = await runTask("train.ts", root, ["--config", config, "--out", "again", "--json"]);
    assert.equal(again.code, 0, again.stderr);
    assert.deepEqual(await read("again/config.json"), await read(config));
    assert.deepEqual(JSON.parse(again.stdout).heldOut, JSON.parse(stdout).heldOut);

    // Everything that a flag says may stand in the file; paths are taken from where it was typed.
    const asked = { ...await read(config), data: "../data", out: "third", json: true, seed: 6 };
    await Deno.writeTextFile(join(root, "sub", "mine.json"), JSON.stringify(asked));
    const args = ["--config", "mine.json", "--batch", "8"];
    const third = await runTask("train.ts", root, args, { INIT_CWD: join(root, "sub") });
    assert.equal(third.code, 0, third.stderr);
    assert.equal(JSON.parse(third.stdout).run, "third");
    assert.deepEqual(
      await read("sub/third/config.json"),
      { ...await read(config), seed: 6, batch: 8 },
    );
  });
}

/** Trains without an end until the first epoch is over, and then sends signals. */
async function endBy(
  root: string,
  ...signals: Deno.Signal[]
): Promise<Deno.CommandStatus & { said: string; stdout: string }> {
  const task = await startTask("train.ts", root, [
    ...[...quick, "--out", "runs/one", "--epochs", "100000"],
  ]);
  let said = "", sent = 0;
  const stdout = new Response(task.stdout).text();
  for await (const text of task.stderr.pipeThrough(new TextDecoderStream())) {
    said += text;
    // The next one once the one before has been heard.
    if (said.includes(sent === 0 ? "epoch 1:" : "stopping after") && sent < signals.length) {
      task.kill(signals[sent++]!);
    }
  }
  return { ...await task.status, said, stdout: await stdout };
}

const endings = full ? ["SIGINT", "SIGTERM", "SIGHUP"] as const : ["SIGTERM"] as const;
// Windows has only Ctrl-C, which one process cannot send to another.
for (const signal of Deno.build.os === "windows" ? [] : endings) {
  training(`${signal} ends a run in good order, and --resume alone finishes it`, async (root) => {
    const { code, said, stdout } = await endBy(root, signal);
    assert.equal(code, 0, said);
    assert.match(said, /\nstopping after this step; saving the run\n/);
    assert.match(
      stdout,
      /^run +runs\/one\ntraining time +\d+ s, stopped; continue with --resume\n/,
    );

    const metrics = join(root, "runs", "one", "metrics.jsonl");
    const epochsIn = async () => (await Deno.readTextFile(metrics)).trimEnd().split("\n").length;
    const done = await epochsIn();
    const args = ["--resume", "--epochs", `${done + 2}`, "--json"];
    const resumed = await runTask("train.ts", root, args);
    assert.equal(resumed.code, 0, resumed.stderr);
    const result = JSON.parse(resumed.stdout);
    assert.deepEqual([result.run, result.interrupted], ["runs/one", false]);
    assert.equal(await epochsIn(), done + 2);
  });
}

if (full && Deno.build.os !== "windows") {
  training("a second Ctrl-C ends a run at once; it has a model and resumes", async (root) => {
    const { signal, said, stdout } = await endBy(root, "SIGINT", "SIGTERM");
    assert.equal(signal, "SIGTERM", said);
    assert.equal(stdout, "");
    const image = `data/一/一_1.bmp`;
    const verified = await runTask("verify.ts", root, [image, image, "--model", "runs/one"]);
    assert.equal(verified.code, 0, verified.stderr);
    assert.match(verified.stdout, /^This run has not ended: its model is the best so far/m);
    assert.match(verified.stdout, /^On the validation identities, which also chose /m);
    const metrics = await Deno.readTextFile(join(root, "runs", "one", "metrics.jsonl"));
    const epochs = `${metrics.trimEnd().split("\n").length + 1}`;
    const resumed = await runTask("train.ts", root, ["--resume", "--epochs", epochs, "--json"]);
    assert.equal(resumed.code, 0, resumed.stderr);
  });
}
