/** Which triplets training learns from, once it is past its gentle beginning. */
export type MinerName = "all" | "semi-hard" | "hard" | "batch-hard";

/** Every setting of a run, as `config.json` keeps it. */
export interface TrainSettings {
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
  readonly backbone: string;
  readonly weights: "none";
  /** Side of the square that the network sees, in pixels. */
  readonly imageSize: number;
  readonly embeddingSize: number;
  readonly loss: "triplet";
  readonly miner: MinerName;
  readonly distance: "cosine" | "euclidean";
  readonly margin: number;
  readonly optimizer: "adamw";
  readonly schedule: "cosine" | "constant";
  readonly learningRate: number;
  readonly weightDecay: number;
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
  backbone: "tiny",
  weights: "none",
  imageSize: 64,
  embeddingSize: 128,
  loss: "triplet",
  miner: "all",
  distance: "cosine",
  margin: 0.2,
  optimizer: "adamw",
  schedule: "cosine",
  learningRate: 1e-3,
  weightDecay: 0.05,
  batch: 32,
  perIdentity: 4,
  epochs: null,
  minutes: null,
  far: 0.01,
};
