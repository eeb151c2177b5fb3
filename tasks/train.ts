import { join, relative } from "node:path";
import { InvalidArgumentError, Option } from "@commander-js/extra-typings";
import {
  backboneNames,
  completeSettings,
  defaultSettings,
  distanceNames,
  drawSampleSet,
  lossNames,
  minerNames,
  type NamedOptions,
  newestRun,
  optimiserNames,
  parseSettings,
  resumeRun,
  scheduleNames,
  train,
  type TrainResult,
  type TrainSettings,
  usualOf,
} from "../mod.ts";
import { cacheFolder } from "./terminal/cache_folder.ts";
import { positiveNumber, taskCommand, wholeNumber } from "./terminal/command.ts";
import { interruption } from "./terminal/interruption.ts";
import { runTask } from "./terminal/run_task.ts";
import { renderTable } from "./terminal/table.ts";
import { showTraining } from "./terminal/show_training.ts";

const sampleFolder = join(import.meta.dirname!, "..", "data", "sample");

/** The file by which the newest run is told. */
const checkpoint = join("checkpoint", "state.safetensors");

const usual = defaultSettings;
const command = taskCommand(
  "train",
  "Trains an image verifier on a folder of pictures, one folder an identity.\n" +
    "Without --data it draws a set of faces of its own and trains on that.",
)
  .option("--data <dir>", "folder of pictures (default: a sample set, drawn at need)")
  .option("--val <dir>", "folder to validate on (default: identities of --data)")
  .option(
    "--validation <x>",
    "identities to validate on: share or number",
    number,
    usual.validation,
  )
  .option("--test <x>", "identities to measure on: share or number", number, usual.test)
  .option("--out <dir>", "the run's folder (default: runs/ and the time)")
  .option("--resume", "go on from a run's checkpoint: --out's, or the newest of runs/", false)
  .option("--seed <n>", "draws split, weights, batches, augmentation", number, usual.seed)
  .addOption(
    new Option("--backend <name>", "where to compute").choices(["auto", "webgpu", "wasm", "cpu"])
      .default(usual.backend),
  )
  .addOption(
    new Option("--backbone <name>", "network").choices(backboneNames).default(usual.backbone),
  )
  .option(
    "--weights <file>",
    "weights to start from: safetensors under timm's names; for mobilenetv1_075 a layers model",
    usual.weights,
  )
  .option("--image-size <px>", "side of the square that it sees (default: the backbone's)", number)
  .option("--embedding <n>", "numbers an embedding", number, usual.embeddingSize)
  .addOption(new Option("--loss <name>", "loss").choices(lossNames).default(usual.loss))
  .addOption(
    new Option("--miner <name>", "what to learn from, after a beginning on all")
      .choices(minerNames).default(usual.miner),
  )
  .addOption(
    new Option("--distance <name>", "between embeddings").choices(distanceNames)
      .default(usual.distance),
  )
  .option(
    "--margin <x>",
    `the loss's and the miner's (default: triplet ${usual.margin}; others their own)`,
    number,
  )
  .option("--loss-options <name=x...>", "its other options, such as temperature=0.1", option)
  .option("--miner-options <name=x...>", "its other options, such as epsilon=0.2", option)
  .addOption(
    new Option("--optimizer <name>", "optimiser").choices(optimiserNames).default(usual.optimizer),
  )
  .option(
    "--weight-decay <x>",
    `not on biases and norms (${usually("weightDecay")})`,
    number,
  )
  .option("--decay-all", "weight decay on biases and norms too")
  .option("--momentum <x>", "SGD's, or the first beta", number, usual.momentum)
  .option("--beta2 <x>", "the second beta", number, usual.beta2)
  .option("--clip <x>", "longest gradient, over all parameters (default: any)", number)
  .option("--accumulate <n>", "batches a step of the optimiser", number, usual.accumulate)
  .addOption(
    new Option(
      "--schedule <name>",
      `of the learning rate (default: ${usual.schedule}; schedule-free: constant)`,
    ).choices(scheduleNames),
  )
  .option(
    "--learning-rate <x>",
    `the highest of the schedule (${usually("learningRate")})`,
    number,
  )
  .option("--warm-up <steps>", "steps that lead up to it", number, usual.warmUp)
  .option(
    "--gamma <x>",
    "factor of step, exponential, plateau (default: 0.1; exponential: to a hundredth)",
    number,
  )
  .option("--step-size <epochs>", "between steps (default: a third of the run)", number)
  .option("--patience <epochs>", "without a better AUC: a plateau", number, usual.patience)
  .option("--batch <n>", "images a batch", number, usual.batch)
  .option("--per-identity <n>", "images of each identity in it", number, usual.perIdentity)
  .option("--epochs <n>", "times to show every image (default: about 800 batches)", wholeNumber(1))
  .option("--minutes <x>", "stop after so long (default: no limit)", positiveNumber)
  .option("--far <x>", "false accept rate to choose the threshold for", number, usual.far)
  .option("--json", "one JSON document on stdout", false);

/** Flags whose setting has another name. */
const settingOf: Record<string, keyof TrainSettings> = {
  val: "validationData",
  embedding: "embeddingSize",
};

await runTask("train", async () => {
  command.parse(Deno.args, { from: "user" });
  const flags = command.opts();
  const show = showTraining(flags.json);
  const run = flags.out ??
    (flags.resume ? await newestRun("runs", checkpoint) : join("runs", timestamp()));
  const settings = flags.resume
    ? await resumeRun(run, givenSettings())
    : parseSettings(completeSettings({ data: sampleFolder, ...givenSettings() }), "these flags");
  if (settings.data === sampleFolder) await drawSamples(show.note);
  const signal = interruption();
  signal.addEventListener("abort", () => show.note("stopping after this step; saving the run"));
  const result = await train({
    settings,
    run,
    resume: flags.resume,
    cacheFolder: cacheFolder(),
    signal,
    onEvent: show.event,
  }).finally(show.stop);
  console.log(flags.json ? JSON.stringify(summary(result), null, 2) : report(result));
});

/** The default, and those of optimisers that have another. */
function usually(key: "learningRate" | "weightDecay"): string {
  const others = optimiserNames.flatMap((name) => {
    const value = usualOf[name][key];
    return value === undefined ? [] : [`${name} ${value}`];
  });
  return [`default: ${defaultSettings[key]}`, ...others].join("; ");
}

/** Gathers options: `temperature=0.1`, `swap=true`, `negative=hard`. */
function option(text: string, others: NamedOptions = {}): NamedOptions {
  const [, name, value] = /^([^=]+)=(.*)$/s.exec(text) ?? [];
  if (name === undefined || value === undefined) {
    throw new InvalidArgumentError(`Wanted name=value, found "${text}".`);
  }
  const read = value === "true" ? true : value === "false" ? false : number(value);
  return { ...others, [name]: read };
}

/** Leaves what is no number as it was typed, for the message that refuses it. */
function number(text: string): number | string {
  return text.trim() === "" || Number.isNaN(Number(text)) ? text : Number(text);
}

/** Settings that were asked for on the command line, not by default. */
function givenSettings(): Partial<TrainSettings> {
  const { out: _, resume: __, json: ___, ...values } = command.opts();
  return Object.fromEntries(
    Object.entries(values)
      .filter(([flag]) => command.getOptionValueSource(flag as keyof typeof values) === "cli")
      .map(([flag, value]) => [settingOf[flag] ?? flag, value]),
  );
}

async function drawSamples(note: (line: string) => void): Promise<void> {
  const started = performance.now();
  if (await drawSampleSet(sampleFolder)) {
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    note(`drew a sample set of faces into ${relative(Deno.cwd(), sampleFolder)} in ${seconds} s`);
  }
}

/** Local time as a folder's name, such as 2026-11-23-141502. */
function timestamp(): string {
  const now = new Date(Date.now() - new Date().getTimezoneOffset() * 60_000);
  return now.toISOString().slice(0, 19).replace("T", "-").replaceAll(":", "");
}

/** The model keeps the other operating points. */
function summary({ calibration, ...rest }: TrainResult) {
  const { operatingPoints: _, ...chosen } = calibration;
  return { ...rest, threshold: chosen.threshold, calibration: chosen };
}

function report({ run, interrupted, best, seconds, heldOut, calibration }: TrainResult): string {
  const percent = (rate: number) => `${(100 * rate).toFixed(2)} %`;
  const tar = heldOut.tarAtFar["0.01"];
  return [
    renderTable([
      ["run", run],
      ["trained", `${seconds.toFixed(0)} s${interrupted ? ", stopped; go on with --resume" : ""}`],
      ["best epoch", `${best.epoch + 1}, validation AUC ${best.auc.toFixed(4)}`],
      ["held out", `${heldOut.identities} identities, ${heldOut.images} images`],
      ["AUC", heldOut.auc.toFixed(4)],
      ["EER", percent(heldOut.eer)],
      ["TAR at FAR 1 %", tar === null || tar === undefined ? "too few negatives" : percent(tar)],
      ["threshold", calibration.threshold.toFixed(4)],
      ["accepted falsely there", percent(calibration.far)],
      ["rejected falsely there", percent(calibration.frr)],
    ]),
    `Now compare two pictures: deno task verify A.jpg B.jpg --model ${run}`,
  ].join("\n\n");
}
