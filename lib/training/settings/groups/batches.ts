import { type BatchChoice, defaultBatch } from "../../../dataset/sampling/fit_batch.ts";
import { type Augmentation, defaultAugmentation } from "../../../images/augment/augmentation.ts";
import { augmentationSchema } from "../augmentation.ts";
import { whole } from "../../../options/schemas.ts";
import { boolean, number, options, type SettingsOf } from "../../../options/setting.ts";

/** Settings of the batches that training learns from. */
export interface BatchSettings extends BatchChoice {
  /** How strongly training changes images. */
  readonly augmentation: Augmentation;
}

const strengths = Object.keys(defaultAugmentation).join(", ");

/** The definitions of the settings of the batches. */
export const batchSettings: SettingsOf<BatchSettings> = {
  batch: number({
    placeholder: "<n>",
    schema: whole(4, 65_536),
    default: defaultBatch.batch,
    defaultHelp: {
      en: `${defaultBatch.batch}, or as many as the identities fill`,
      ja: `${defaultBatch.batch}、アイデンティティが足りなければ作れる最大`,
    },
    help: { en: "images per batch", ja: "1バッチの画像数" },
  }),
  perIdentity: number({
    placeholder: "<n>",
    schema: whole(2, 32_768),
    default: defaultBatch.perIdentity,
    help: {
      en: "images of each identity in a batch",
      ja: "そのうちアイデンティティあたりの画像数",
    },
  }),
  shrinkBatch: boolean({
    default: defaultBatch.shrinkBatch,
    before: false,
    help: {
      en: "take fewer images per batch where too few identities fill it, also if a number is given",
      ja: "1バッチの画像数を指定しても、アイデンティティが足りなければ減らす",
    },
  }),
  augmentation: options({
    flag: "augment",
    schema: augmentationSchema,
    default: defaultAugmentation,
    help: {
      en: `change strengths, such as rotation=10 erase=0.25; of ${strengths}`,
      ja: `データ拡張の強さの変更(例: rotation=10 erase=0.25)。項目: ${strengths}`,
    },
  }),
};
