import * as v from "valibot";
import { between, numberThat, text, whole } from "../../../options/schemas.ts";
import { settingsMessages } from "../messages.ts";
import { boolean, number, path, type SettingsOf } from "../../../options/setting.ts";

/** Settings of what is held out from training, and of the threshold that is chosen on it. */
export interface HeldOutSettings {
  /** Another folder to validate on. Null takes identities of `data`. */
  readonly validationData: string | null;
  /** Identities held out to choose the epoch and the threshold: a fraction below 1, or a count. */
  readonly validation: number;
  /** Identities held out to measure the model on: a fraction below 1, a count, or 0 for none. */
  readonly test: number;
  /**
   * Identities are split into so many folds, each measured by a model that trains on the others, before
   * the model trains on all of them; nothing else is held out. Null holds out identities instead.
   */
  readonly folds: number | null;
  /** Another folder to measure the model on. Null takes identities of `data`. */
  readonly testData: string | null;
  /** Also holds out identities that are trained on, or that the initial weights were trained on. */
  readonly includeSeen: boolean;
  /** The false accept rate that the threshold is chosen for, above 0 and below 1. */
  readonly far: number;
}

const isHeldOut = (x: number) => (x > 0 && x < 1) || (Number.isInteger(x) && x >= 2);

/** The definitions of the settings of what is held out. */
export const heldOutSettings: SettingsOf<HeldOutSettings> = {
  validationData: path<string | null>({
    flag: "val",
    placeholder: "<dir>",
    schema: v.nullable(text),
    default: null,
    defaultHelp: { en: "identities of the data folder", ja: "画像フォルダーの一部" },
    help: { en: "folder to validate on", ja: "検証用のフォルダー" },
  }),
  validation: number({
    schema: numberThat(settingsMessages.heldOut(), isHeldOut),
    default: 0.15,
    help: { en: "to choose the epoch and the threshold", ja: "エポックと閾値の選択用(検証)" },
  }),
  test: number({
    placeholder: "<x|dir>",
    schema: numberThat(settingsMessages.heldOutOrNone(), (x) => x === 0 || isHeldOut(x)),
    default: 0.15,
    help: {
      en: "to measure the model; a folder takes its identities, 0 measures on validation",
      ja: "性能の測定用(テスト)。フォルダーも指定可。0なら検証データで測定",
    },
  }),
  testData: path<string | null>({
    flag: "test",
    schema: v.nullable(text),
    default: null,
    before: null,
    help: { en: "folder to measure the model on", ja: "測定用のフォルダー" },
  }),
  folds: number<number | null>({
    placeholder: "<n>",
    schema: v.nullable(whole(2, 1000)),
    default: null,
    before: null,
    defaultHelp: { en: "none", ja: "なし" },
    help: {
      en: "measure on all identities by cross-validation instead, with so many more models",
      ja: "取り分けずに交差検証で全員を測定するときの分割数(その数だけ余分に学習)",
    },
  }),
  includeSeen: boolean({
    default: false,
    before: true,
    help: {
      en: "also hold out identities that training or its initial weights know",
      ja: "学習や初期の重みの学習に使ったアイデンティティも検証・テストに含める",
    },
  }),
  far: number({
    schema: between(0, 1),
    default: 0.01,
    help: {
      en: "false accept rate to choose the threshold for",
      ja: "閾値を選ぶときに目標とする他人受入率",
    },
  }),
};
