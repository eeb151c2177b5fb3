import { above, whole } from "../../../options/schemas.ts";
import { boolean, number, type SettingsOf } from "../../../options/setting.ts";

/** Settings of how training treats the initial weights of the backbone. */
export interface FineTuningSettings {
  /** For so many epochs training changes the head and the loss alone, not the backbone. */
  readonly freezeEpochs: number;
  /** Ratio of the backbone's learning rate to that of the head and the loss; above 0. */
  readonly backboneRate: number;
  /** True where the backbone's BatchNorm keeps its statistics, scales and shifts. */
  readonly freezeBatchNorm: boolean;
}

/** The definitions of the settings of how training treats the initial weights. */
export const fineTuningSettings: SettingsOf<FineTuningSettings> = {
  freezeEpochs: number({
    placeholder: "<n>",
    schema: whole(0, 1e9),
    default: 0,
    before: 0,
    help: { en: "epochs to train only the head", ja: "ヘッドだけを学習するエポック数" },
  }),
  backboneRate: number({
    schema: above(0),
    default: 1,
    before: 1,
    help: {
      en: "the backbone's learning rate as a multiple of the head's",
      ja: "ヘッドに対するバックボーンの学習率の比",
    },
  }),
  freezeBatchNorm: boolean({
    default: false,
    before: false,
    help: {
      en: "freeze the backbone's BatchNorm throughout",
      ja: "バックボーンのBatchNormを常に凍結",
    },
  }),
};
