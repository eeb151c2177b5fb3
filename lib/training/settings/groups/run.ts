import * as v from "valibot";
import { above, whole } from "../../../options/schemas.ts";
import { choice, number, path, type SettingsOf } from "../../../options/setting.ts";

/** Settings of a run as a whole. */
export interface RunSettings {
  /** The folder of images, one folder per identity. */
  readonly data: string;
  /**
   * How many times to show every image. Null takes as many as make about 800 batches, at least 20, or
   * any number within `minutes`.
   */
  readonly epochs: number | null;
  /**
   * Training ends after so many epochs in a row without a better validation AUC; null never does. It ends
   * at once, wherever the schedule is: before the last quarter of a cosine, the best epoch is then that
   * of the highest AUC. In the last quarter, only its own epochs count.
   */
  readonly earlyStop: number | null;
  /** Training stops after this time, and the schedule spans it. Null sets no limit. */
  readonly minutes: number | null;
  /** Seed of the split, the weights, the batches and the augmentation; 0 to 2^31 - 1. */
  readonly seed: number;
  /** Where to compute. `auto` takes the fastest that this machine has. */
  readonly backend: "auto" | "webgpu" | "wasm" | "cpu";
  /** Precision of the convolutions in training. Evaluation always uses float32. */
  readonly precision: "f32" | "f16";
}

/** The definitions of the settings of a run as a whole. */
export const runSettings: SettingsOf<RunSettings> = {
  data: path({
    placeholder: "<dir>",
    defaultHelp: { en: "a sample set, made when needed", ja: "サンプル画像。必要なら作成" },
    help: { en: "folder of images", ja: "画像フォルダー" },
  }),
  epochs: number({
    placeholder: "<n>",
    schema: v.nullable(whole(1, 1e9)),
    default: null,
    defaultHelp: {
      en: "as many as make 800 batches, at least 20; with a time limit, any number",
      ja: "800バッチになる回数、最低20回。制限時間があれば、その間",
    },
    help: { en: "times to show every image", ja: "全画像を学習する回数" },
  }),
  earlyStop: number({
    placeholder: "<epochs>",
    schema: v.nullable(whole(1, 1e9)),
    default: null,
    before: null,
    defaultHelp: { en: "never", ja: "なし" },
    help: {
      en: "end after so many epochs without a better validation AUC",
      ja: "検証AUCがこのエポック数だけ改善しなければ終了",
    },
  }),
  minutes: number({
    schema: v.nullable(above(0)),
    default: null,
    defaultHelp: { en: "no limit", ja: "なし" },
    help: { en: "time limit in minutes", ja: "制限時間(分)" },
  }),
  seed: number({
    placeholder: "<n>",
    schema: whole(0, 2 ** 31 - 1),
    default: 0,
    help: {
      en: "random seed of split, weights, batches, augmentation",
      ja: "分割・重み・バッチ・データ拡張の乱数シード",
    },
  }),
  backend: choice({
    names: ["auto", "webgpu", "wasm", "cpu"],
    default: "auto",
    help: { en: "where to compute", ja: "計算に使うバックエンド" },
  }),
  precision: choice({
    names: ["f32", "f16"],
    default: "f32",
    before: "f32",
    help: {
      en: "precision of convolutions in training; f16 needs a GPU with shader-f16",
      ja: "学習時の畳み込みの精度(f16は shader-f16 のあるGPUが必要)",
    },
  }),
};
