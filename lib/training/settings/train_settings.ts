import type { ComputePrecision } from "../../../kernels/webgpu/matmul/compute_precision.ts";
import type { DistanceName } from "../../distances/distance_name.ts";
import { type Augmentation, defaultAugmentation } from "../../images/augment/augmentation.ts";
import type { LossName } from "../../losses/registry.ts";
import type { MinerName } from "../../miners/registry.ts";
import type { OptimizerName } from "../../optimizers/registry.ts";
import type { ScheduleSettings } from "../../schedules/learning_rate_at.ts";

/** Options of a loss or a miner, by name. */
export type NamedOptions = Readonly<Record<string, number | string | boolean>>;

/** Every setting of a run, as `config.json` keeps it. */
export interface TrainSettings extends ScheduleSettings {
  /** Folder of pictures, one folder an identity. */
  readonly data: string;
  /** Another such folder to validate on; null takes identities of `data`. */
  readonly validationData: string | null;
  /** Identities held out to choose epoch and threshold: a share below 1, or how many. */
  readonly validation: number;
  /** Identities held out for the figures: a share below 1, or how many. */
  readonly test: number;
  /** Draws split, weights, batches and augmentation; a 32-bit integer. */
  readonly seed: number;
  readonly backend: "auto" | "webgpu" | "wasm" | "cpu";
  /** Of the products of convolutions in training; evaluation takes single precision always. */
  readonly precision: ComputePrecision;
  readonly backbone: string;
  /** What pictures are normalised by: the mean and deviation of the backbone, or of ImageNet. */
  readonly normalisation: "backbone" | "imagenet";
  /** "none" draws new weights; "imagenet" takes timm's; else a file, see `loadWeights`. */
  readonly weights: string;
  /** Side of the square that the network sees, in pixels. */
  readonly imageSize: number;
  readonly embeddingSize: number;
  /** How strongly training changes pictures. */
  readonly augmentation: Augmentation;
  /** The rate at which the backbone's deepest residual path is left out in training; 0 to 1. */
  readonly dropPath: number;
  /** The backbone stays as it is for so many epochs, while head and loss learn. */
  readonly freezeEpochs: number;
  /** The backbone's learning rate over that of the head and the loss; above 0. */
  readonly backboneRate: number;
  /** True where the backbone's BatchNorm keeps its statistics, scales and shifts. */
  readonly freezeBatchNorm: boolean;
  readonly loss: LossName;
  /** What training learns from, once it is past its gentle beginning on all of a batch. */
  readonly miner: MinerName;
  readonly distance: DistanceName;
  /** The loss's margin, and the miner's where it has one; null takes the loss's usual one. */
  readonly margin: number | null;
  /** Other options of the loss and of the miner: see `lossRules` and `minerRules`. */
  readonly lossOptions: NamedOptions;
  readonly minerOptions: NamedOptions;
  readonly optimizer: OptimizerName;
  readonly weightDecay: number;
  /** True where biases and norms decay too. */
  readonly decayAll: boolean;
  /** SGD's momentum, and the first beta of all other optimisers. */
  readonly momentum: number;
  /** The second beta, of the second moments. */
  readonly beta2: number;
  /** Gradients longer than this, over all parameters, are scaled down to it; null lets them be. */
  readonly clip: number | null;
  /** Batches a step of the optimiser. */
  readonly accumulate: number;
  /** Epochs that the schedule "plateau" waits for a better validation AUC. */
  readonly patience: number;
  /** Images a batch. */
  readonly batch: number;
  /** Images of each identity in a batch. */
  readonly perIdentity: number;
  /** Null takes as many as make about 800 batches, 20 at least, or any number within `minutes`. */
  readonly epochs: number | null;
  /** Training stops after so long, and the schedule is laid out over it; null sets no limit. */
  readonly minutes: number | null;
  /** The false accept rate that the threshold is chosen for. */
  readonly far: number;
}

/** What a setting is when nothing is said. */
export const defaultSettings: Omit<TrainSettings, "data"> = {
  validationData: null,
  validation: 0.15,
  test: 0.15,
  seed: 0,
  backend: "auto",
  precision: "f32",
  backbone: "tiny",
  normalisation: "backbone",
  weights: "none",
  imageSize: 64,
  embeddingSize: 128,
  augmentation: defaultAugmentation,
  dropPath: 0,
  freezeEpochs: 0,
  backboneRate: 1,
  freezeBatchNorm: false,
  loss: "triplet",
  miner: "all",
  distance: "cosine",
  margin: 0.2,
  lossOptions: {},
  minerOptions: {},
  optimizer: "adamw",
  weightDecay: 0.05,
  decayAll: false,
  momentum: 0.9,
  beta2: 0.999,
  clip: null,
  accumulate: 1,
  schedule: "cosine",
  learningRate: 1e-3,
  warmUp: 20,
  gamma: null,
  stepSize: null,
  minimumRate: null,
  patience: 5,
  batch: 32,
  perIdentity: 4,
  epochs: null,
  minutes: null,
  far: 0.01,
};
