/** One thing that TensorBoard shows. */
export type TensorBoardValue =
  /** A point of a curve; TensorBoard groups tags by what stands before their first `/`. */
  | { readonly kind: "scalar"; readonly tag: string; readonly value: number }
  | {
    readonly kind: "picture";
    readonly tag: string;
    /** Bytes of a PNG. */
    readonly png: Uint8Array;
    /** Its size in pixels. */
    readonly width: number;
    readonly height: number;
  }
  | { readonly kind: "text"; readonly tag: string; readonly markdown: string }
  /** A row of the table that compares runs by their settings. */
  | {
    readonly kind: "settings";
    readonly settings: Readonly<Record<string, string | number | boolean>>;
  };

/** What TensorBoard learns at once. */
export interface TensorBoardEvent {
  readonly time: Date;
  /** The place on the horizontal axis: batches of the run so far. */
  readonly step: number;
  /**
   * `version` is what every event file begins with. `start` says that a run goes on from `step`: a
   * TensorBoard that looks on forgets what it saw of that step and later ones.
   */
  readonly content: "version" | "start" | readonly TensorBoardValue[];
}
