/** A calibrated threshold and what was measured at it, on identities that training never saw. */
export interface Calibration {
  /** Two pictures are called the same when their similarity is at least this. */
  readonly threshold: number;
  /** The false accept rate that was asked for. */
  readonly targetFar: number;
  /** The measured share of different pairs accepted at the threshold. */
  readonly far: number;
  /** The measured share of same pairs rejected at the threshold. */
  readonly frr: number;
  readonly positivePairs: number;
  readonly negativePairs: number;
}

/** Figures measured on held-out identities. */
export interface HeldOutFigures {
  readonly identities: number;
  readonly images: number;
  readonly auc: number;
  readonly eer: number;
  /** TAR by FAR, keyed by the FAR as text ("0.01"); null where the negatives cannot support it. */
  readonly tarAtFar: Readonly<Record<string, number | null>>;
}

/** All that a reader of `model.safetensors` needs, kept in its `__metadata__`. */
export interface ModelMetadata {
  /** Version of the program that wrote it. */
  readonly version: string;
  readonly backbone: string;
  /** Side of the square that the network sees, in pixels. */
  readonly imageSize: number;
  /** Per channel, on a scale of 0 to 1. */
  readonly mean: readonly [number, number, number];
  readonly deviation: readonly [number, number, number];
  readonly embeddingSize: number;
  readonly distance: "cosine" | "euclidean";
  readonly catalogHash: string;
  readonly calibration: Calibration;
  readonly heldOut: HeldOutFigures;
}
