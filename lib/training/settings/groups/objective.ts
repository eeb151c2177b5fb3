import * as v from "valibot";
import { type DistanceName, distanceNames } from "../../../distances/distance_name.ts";
import { type LossName, lossNames } from "../../../losses/registry.ts";
import { type MinerName, minerNames } from "../../../miners/registry.ts";
import { atLeast, mismatch } from "../../../options/schemas.ts";
import { settingsMessages } from "../messages.ts";
import { choice, number, options, type SettingsOf } from "../../../options/setting.ts";

/** Options of a loss or a miner, by name. */
export type NamedOptions = Readonly<Record<string, number | string | boolean>>;

/** Settings of what training minimizes. */
export interface ObjectiveSettings {
  /** The name of the loss. */
  readonly loss: LossName;
  /** What chooses pairs and triplets, once the mining warm-up on all of a batch is over. */
  readonly miner: MinerName;
  /** The distance between embeddings. */
  readonly distance: DistanceName;
  /** Margin of the loss, and of the miner where it has one. Null takes the default of the loss. */
  readonly margin: number | null;
  /** Other options of the loss. */
  readonly lossOptions: NamedOptions;
  /** Other options of the miner. */
  readonly minerOptions: NamedOptions;
}

const namedOptions: v.GenericSchema<NamedOptions> = v.record(
  v.string(),
  v.union(
    [v.pipe(v.number(), v.finite()), v.string(), v.boolean()],
    mismatch(settingsMessages.optionValue()),
  ),
  mismatch(settingsMessages.optionsByName()),
);

/** The margin of the triplet loss, which is the default one. */
const tripletMargin = 0.2;

/** The definitions of the settings of what training minimizes. */
export const objectiveSettings: SettingsOf<ObjectiveSettings> = {
  loss: choice({ names: lossNames, default: "triplet", help: { en: "loss", ja: "損失" } }),
  miner: choice({
    names: minerNames,
    default: "all",
    help: {
      en: "what to learn from, after a warm-up on all pairs",
      ja: "学習に使う組を選ぶマイナー(はじめは全部で学習)",
    },
  }),
  distance: choice({
    names: distanceNames,
    default: "cosine",
    help: { en: "distance between embeddings", ja: "埋め込み間の距離" },
  }),
  margin: number({
    schema: v.nullable(atLeast(0)),
    default: tripletMargin,
    defaultHelp: {
      en: `${tripletMargin} for triplet; otherwise the loss's own`,
      ja: `tripletは${tripletMargin}、ほかは各自の値`,
    },
    help: { en: "margin of the loss and the miner", ja: "損失とマイナーのマージン" },
  }),
  lossOptions: options({
    schema: namedOptions,
    default: {},
    help: {
      en: "other options of the loss, such as temperature=0.1",
      ja: "損失のその他の引数(例: temperature=0.1)",
    },
  }),
  minerOptions: options({
    schema: namedOptions,
    default: {},
    help: {
      en: "other options of the miner, such as epsilon=0.2",
      ja: "マイナーのその他の引数(例: epsilon=0.2)",
    },
  }),
};
