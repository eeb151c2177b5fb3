import * as v from "valibot";
import type { Text } from "../../../language/user_message.ts";
import {
  findOptimizer,
  type OptimizerName,
  optimizerNames,
  optimizers,
} from "../../../optimizers/registry.ts";
import type { ScheduleSettings } from "../../../schedules/learning_rate_at.ts";
import { scheduleNames } from "../../../schedules/registry.ts";
import { above, atLeast, between, fraction, whole } from "../../../options/schemas.ts";
import { boolean, choice, number, type SettingsOf } from "../../../options/setting.ts";

/** Settings of the optimizer and its learning rate. */
export interface OptimizationSettings extends ScheduleSettings {
  /** The name of the optimizer. */
  readonly optimizer: OptimizerName;
  /** Epochs that the schedule "plateau" waits for a better validation AUC. */
  readonly patience: number;
  /** Factor of the weight decay, at least 0. */
  readonly weightDecay: number;
  /** True where biases and norms decay too. */
  readonly decayAll: boolean;
  /** SGD's momentum, and the first beta of all other optimizers. */
  readonly momentum: number;
  /** The second beta, of the second moments. */
  readonly beta2: number;
  /** Maximum norm of the gradient over all parameters; a longer one is scaled down. Null: no limit. */
  readonly clip: number | null;
  /** Batches per step of the optimizer. */
  readonly accumulate: number;
}

const { learningRate: defaultRate, weightDecay: defaultDecay } = findOptimizer("adamw");

/** The definitions of the settings of the optimizer and its learning rate. */
export const optimizationSettings: SettingsOf<OptimizationSettings> = {
  optimizer: choice({
    names: optimizerNames,
    default: "adamw",
    help: { en: "optimizer", ja: "オプティマイザー" },
  }),
  learningRate: number({
    schema: above(0),
    default: defaultRate,
    defaultHelp: byOptimizer("learningRate", defaultRate),
    help: { en: "maximum learning rate", ja: "学習率の最大値" },
  }),
  schedule: choice({
    names: scheduleNames,
    default: "cosine",
    defaultHelp: {
      en: "cosine; schedule-free: constant",
      ja: "cosine、schedule-freeでは constant",
    },
    help: { en: "learning-rate schedule", ja: "学習率のスケジュール" },
  }),
  warmUp: number({
    placeholder: "<steps>",
    schema: whole(0, 1e9),
    default: 20,
    help: { en: "warm-up steps of the learning rate", ja: "学習率を上げていくステップ数" },
  }),
  minimumRate: number({
    schema: v.nullable(atLeast(0)),
    default: null,
    before: null,
    defaultHelp: { en: "a hundredth of the maximum", ja: "最大値の100分の1" },
    help: { en: "final learning rate of cosine", ja: "cosineの終わりの学習率" },
  }),
  gamma: number({
    schema: v.nullable(between(0, 1)),
    default: null,
    defaultHelp: {
      en: "0.1; exponential: a hundredth at the end",
      ja: "0.1、exponentialは最後に100分の1",
    },
    help: {
      en: "decay factor of step, exponential, plateau",
      ja: "step・exponential・plateauの係数",
    },
  }),
  stepSize: number({
    placeholder: "<epochs>",
    schema: v.nullable(whole(1, 1e9)),
    default: null,
    defaultHelp: { en: "a third of the run", ja: "全体の3分の1" },
    help: { en: "epochs between steps", ja: "stepの間隔(エポック数)" },
  }),
  patience: number({
    placeholder: "<epochs>",
    schema: whole(0, 1e9),
    default: 5,
    help: {
      en: "epochs without a better AUC before plateau lowers the rate",
      ja: "AUCがこのエポック数だけ改善しなければplateauとみなす",
    },
  }),
  weightDecay: number({
    schema: atLeast(0),
    default: defaultDecay,
    defaultHelp: byOptimizer("weightDecay", defaultDecay),
    help: { en: "weight decay, not of biases and norms", ja: "重み減衰。バイアスと正規化層は除く" },
  }),
  decayAll: boolean({
    default: false,
    help: {
      en: "apply weight decay to biases and norms too",
      ja: "バイアスと正規化層にも重み減衰をかける",
    },
  }),
  momentum: number({
    schema: fraction,
    default: 0.9,
    help: { en: "momentum of SGD, or the first beta", ja: "SGDのモーメンタム、または1つ目のβ" },
  }),
  beta2: number({
    schema: between(0, 1),
    default: 0.999,
    help: { en: "second beta", ja: "2つ目のβ" },
  }),
  clip: number({
    schema: v.nullable(above(0)),
    default: null,
    defaultHelp: { en: "no limit", ja: "なし" },
    help: { en: "maximum global gradient norm", ja: "全パラメーターの勾配ノルムの上限" },
  }),
  accumulate: number({
    placeholder: "<n>",
    schema: whole(1, 65_536),
    default: 1,
    help: {
      en: "batches per step of the optimizer",
      ja: "オプティマイザー1ステップあたりのバッチ数",
    },
  }),
};

/** The default, and those of optimizers that have another. */
function byOptimizer(key: "learningRate" | "weightDecay", common: number): Text {
  const others = optimizers
    .filter((optimizer) => optimizer[key] !== common)
    .map((optimizer) => `${optimizer.name} ${optimizer[key]}`);
  const all = [String(common), ...others];
  return { en: all.join("; "), ja: all.join("、") };
}
