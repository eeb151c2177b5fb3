import type { Command } from "@commander-js/extra-typings";
import {
  augmentationNames,
  backboneNames,
  defaultSettings as usual,
  distanceNames,
  lossNames,
  minerNames,
  optimizerNames,
  optimizers,
  presetNames,
  scheduleNames,
} from "../../mod.ts";
import { choice, namedValue, numberAsTyped as number, taskCommand } from "./command.ts";

/** The command `deno task train`. What its values may be, `parseConfig` says. */
export const trainCommand: Command = taskCommand(
  "train",
  "Trains an image verifier on a folder of pictures, one folder an identity.\n" +
    "Without --data it draws a set of faces of its own and trains on that.",
)
  .optionsGroup("The run:")
  .option("--data <dir>", "folder of pictures (default: a sample set, drawn at need)")
  .option("--out <dir>", "the run's folder (default: runs/ and the time)")
  .option("--resume", "go on from a run's checkpoint: --out's, or the newest of runs/")
  .option("--epochs <n>", "times to show every image (default: about 800 batches)", number)
  .option("--minutes <x>", "stop after so long (default: no limit)", number)
  .option("--seed <n>", "draws split, weights, batches, augmentation", number, usual.seed)
  .addOption(
    choice(
      "--backend <name>",
      "where to compute",
      ["auto", "webgpu", "wasm", "cpu"],
      usual.backend,
    ),
  )
  .addOption(
    choice(
      "--precision <name>",
      "of convolutions in training; f16 takes a GPU with shader-f16",
      ["f32", "f16"],
      usual.precision,
    ),
  )
  .option("--json", "one JSON document on stdout")
  .optionsGroup("Many settings at once; a preset gives way to a file, and both to flags:")
  .addOption(
    choice("--preset <name>", "article: yKesamaru's, mended; modern: measured best", presetNames),
  )
  .option(
    "--config <file>",
    "flags as JSON, such as a run's config.json; its paths are taken as if typed",
  )
  .optionsGroup("Identities held out, as a share or a number:")
  .option("--val <dir>", "folder to validate on (default: identities of --data)")
  .option("--validation <x>", "to choose epoch and threshold by", number, usual.validation)
  .option("--test <x>", "to measure on", number, usual.test)
  .option("--far <x>", "false accept rate to choose the threshold for", number, usual.far)
  .optionsGroup("Model:")
  .addOption(choice("--backbone <name>", "network", backboneNames, usual.backbone))
  .option(
    "--weights <name>",
    "to start from: none, imagenet (timm's), or a file: safetensors under timm's names; for " +
      "mobilenetv1_075 a layers model",
    usual.weights,
  )
  .option("--image-size <px>", "side of the square that it sees (default: the backbone's)", number)
  .addOption(
    choice(
      "--normalisation <name>",
      "mean and deviation of pictures",
      ["backbone", "imagenet"],
      usual.normalisation,
    ),
  )
  .option("--embedding <n>", "numbers an embedding", number, usual.embeddingSize)
  .option("--drop-path <x>", "share of deepest residual paths left out", number, usual.dropPath)
  .optionsGroup("Of weights that it starts from:")
  .option("--freeze-epochs <n>", "epochs that leave the backbone be", number, usual.freezeEpochs)
  .option("--backbone-rate <x>", "its learning rate over the head's", number, usual.backboneRate)
  .option("--freeze-batch-norm", "leave its BatchNorm be throughout (default: no)")
  .option("--no-freeze-batch-norm", "where a preset or a file freezes it")
  .optionsGroup("What it learns:")
  .addOption(choice("--loss <name>", "loss", lossNames, usual.loss))
  .addOption(
    choice(
      "--miner <name>",
      "what to learn from, after a beginning on all",
      minerNames,
      usual.miner,
    ),
  )
  .addOption(choice("--distance <name>", "between embeddings", distanceNames, usual.distance))
  .option(
    "--margin <x>",
    `the loss's and the miner's (default: triplet ${usual.margin}; others their own)`,
    number,
  )
  .option("--loss-options <name=x...>", "its other options, such as temperature=0.1", namedValue)
  .option("--miner-options <name=x...>", "its other options, such as epsilon=0.2", namedValue)
  .optionsGroup("What it learns from:")
  .option("--batch <n>", "images a batch", number, usual.batch)
  .option("--per-identity <n>", "images of each identity in it", number, usual.perIdentity)
  .addOption(
    choice("--augmentation <name>", "how pictures are changed", augmentationNames, "usual"),
  )
  .option(
    "--augment <name=x...>",
    `other strengths, such as rotation=10 erase=0.25, of ${
      Object.keys(usual.augmentation).join(", ")
    }`,
    namedValue,
  )
  .optionsGroup("How it learns:")
  .addOption(choice("--optimizer <name>", "optimiser", optimizerNames, usual.optimizer))
  .option("--learning-rate <x>", `the highest of the schedule ${usually("learningRate")}`, number)
  .addOption(
    choice(
      "--schedule <name>",
      `of the learning rate (default: ${usual.schedule}; schedule-free: constant)`,
      scheduleNames,
    ),
  )
  .option("--warm-up <steps>", "steps that lead up to it", number, usual.warmUp)
  .option("--minimum-rate <x>", "where cosine ends (default: a hundredth)", number)
  .option(
    "--gamma <x>",
    "factor of step, exponential, plateau (default: 0.1; exponential: to a hundredth)",
    number,
  )
  .option("--step-size <epochs>", "between steps (default: a third of the run)", number)
  .option("--patience <epochs>", "without a better AUC: a plateau", number, usual.patience)
  .option("--weight-decay <x>", `not on biases and norms ${usually("weightDecay")}`, number)
  .option("--decay-all", "weight decay on biases and norms too (default: no)")
  .option("--no-decay-all", "where a preset or a file has it")
  .option("--momentum <x>", "SGD's, or the first beta", number, usual.momentum)
  .option("--beta2 <x>", "the second beta", number, usual.beta2)
  .option("--clip <x>", "longest gradient, over all parameters (default: any)", number)
  .option("--accumulate <n>", "batches a step of the optimiser", number, usual.accumulate);

/** The default, and those of optimisers that have another. */
function usually(key: "learningRate" | "weightDecay"): string {
  const others = optimizers
    .filter((optimizer) => optimizer[key] !== usual[key])
    .map((optimizer) => `${optimizer.name} ${optimizer[key]}`);
  return `(${[`default: ${usual[key]}`, ...others].join("; ")})`;
}
