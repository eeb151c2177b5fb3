import type { PairFigures } from "../evaluation/evaluate_pairs.ts";
import type { RocCurve } from "../evaluation/roc_curve.ts";

/**
 * Which pairs make up the figures: `one-to-many` takes all pairs together; `one-to-one` enrols each
 * identity in turn against all pictures, and then takes all pairs together.
 */
export type VerificationMode = "one-to-one" | "one-to-many";

/** One enrolled identity against all pictures. */
export interface EnrolledFigures {
  readonly identity: string;
  readonly images: number;
  /** Null where it has no positive pair, or no negative one. */
  readonly figures: PairFigures | null;
}

/** How well a model tells the identities of a folder apart. */
export interface FolderVerification {
  readonly mode: VerificationMode;
  /** Identities with a picture that was scored. */
  readonly identities: number;
  /** Pictures that were scored. */
  readonly images: number;
  /** Over all pairs together, each unordered pair once. */
  readonly figures: PairFigures;
  /** The threshold that the model decides by, and what was measured at it in this folder. */
  readonly decision: { readonly threshold: number; readonly far: number; readonly frr: number };
  /** For `one-to-one`, each identity in the catalog's order; otherwise none. */
  readonly enrolled: readonly EnrolledFigures[];
  /** At a resolution to draw. */
  readonly curve: RocCurve;
  /** Pictures that could not be decoded. */
  readonly skipped: readonly { readonly path: string; readonly reason: string }[];
  /** Listed pairs left out because a picture is not there, or could not be decoded. */
  readonly missingPairs: number;
  /** Pictures of the list of pairs that are not in the catalog. */
  readonly missing: readonly string[];
}
