import { type Augmentation, defaultAugmentation } from "../../../images/augment/augmentation.ts";
import { augmentationSchema } from "../augmentation.ts";
import { whole } from "../../../options/schemas.ts";
import { number, options, type SettingsOf } from "../../../options/setting.ts";

/** Settings of the batches that training learns from. */
export interface BatchSettings {
  /** Images per batch. */
  readonly batch: number;
  /** Images of each identity in a batch. */
  readonly perIdentity: number;
  /** How strongly training changes images. */
  readonly augmentation: Augmentation;
}

const strengths = Object.keys(defaultAugmentation).join(", ");

/** The definitions of the settings of the batches. */
export const batchSettings: SettingsOf<BatchSettings> = {
  batch: number({
    placeholder: "<n>",
    schema: whole(4, 65_536),
    default: 32,
    help: { en: "images per batch", ja: "1バッチの画像数" },
  }),
  perIdentity: number({
    placeholder: "<n>",
    schema: whole(2, 32_768),
    default: 4,
    help: {
      en: "images of each identity in a batch",
      ja: "そのうちアイデンティティあたりの画像数",
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
