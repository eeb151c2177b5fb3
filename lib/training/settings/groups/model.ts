import { type Fit, fits } from "../../../model_file/fit.ts";
import { modelBounds } from "../../../model_file/model_bounds.ts";
import { backboneNames } from "../../../model/backbones/registry.ts";
import { fraction, whole } from "../../../options/schemas.ts";
import { choice, number, path, type SettingsOf } from "../../../options/setting.ts";

/** Settings of the model. */
export interface ModelSettings {
  /** The name of the backbone. */
  readonly backbone: string;
  /** Initial weights: `none` samples them, `imagenet` takes timm's, else a file, see `loadWeights`. */
  readonly weights: string;
  /** Side of the square that the network sees, in pixels. */
  readonly imageSize: number;
  /** How an image that is not square becomes that square. */
  readonly fit: Fit;
  /** What normalizes images: the mean and standard deviation of the backbone, or of ImageNet. */
  readonly normalization: "backbone" | "imagenet";
  /** Dimension of an embedding. */
  readonly embeddingSize: number;
  /** Rate at which training drops the backbone's deepest residual path; at least 0, below 1. */
  readonly dropPath: number;
}

/** The definitions of the settings of the model. */
export const modelSettings: SettingsOf<ModelSettings> = {
  backbone: choice({
    names: backboneNames,
    default: "tiny",
    help: { en: "network", ja: "ネットワーク" },
  }),
  weights: path({
    placeholder: "<name>",
    default: "none",
    help: {
      en:
        "initial weights: none, imagenet (timm's), or a file: safetensors with timm's names; for mobilenetv1_075 a layers model",
      ja:
        "初期の重み: none、imagenet(timmのもの)、またはファイル(timmの名前のsafetensors。mobilenetv1_075 はlayersモデル)",
    },
  }),
  imageSize: number({
    placeholder: "<px>",
    schema: whole(...modelBounds.imageSize),
    default: 64,
    defaultHelp: { en: "the backbone's", ja: "バックボーンのもの" },
    help: { en: "side of the square input image", ja: "入力画像の一辺" },
  }),
  fit: choice({
    names: fits,
    default: "stretch",
    before: "stretch",
    help: {
      en: "how an image becomes square: stretch it, crop its middle, or pad it with black",
      ja: "画像を正方形にする方法: stretch(伸縮)、crop(中央を切り抜き)、pad(黒い余白を追加)",
    },
  }),
  normalization: choice({
    names: ["backbone", "imagenet"],
    default: "backbone",
    before: "backbone",
    help: {
      en: "mean and standard deviation that normalize images",
      ja: "正規化に使う画像の平均と標準偏差",
    },
  }),
  embeddingSize: number({
    flag: "embedding",
    placeholder: "<n>",
    schema: whole(...modelBounds.embeddingSize),
    default: 128,
    help: { en: "embedding dimension", ja: "埋め込みの次元数" },
  }),
  dropPath: number({
    schema: fraction,
    default: 0,
    before: 0,
    help: {
      en: "stochastic-depth rate of the deepest block",
      ja: "最も深いブロックの確率的深度(stochastic depth)の率",
    },
  }),
};
