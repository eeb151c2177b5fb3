/** A value that TensorBoard shows. */
export type TensorBoardValue =
  /** A point of a curve. TensorBoard groups tags by the part before their first `/`. */
  | { readonly kind: "scalar"; readonly tag: string; readonly value: number }
  | {
    readonly kind: "image";
    readonly tag: string;
    /** The bytes of a PNG. */
    readonly png: Uint8Array;
    /** In pixels, as is the height. */
    readonly width: number;
    readonly height: number;
  }
  | { readonly kind: "text"; readonly tag: string; readonly markdown: string }
  /** A row of the table that compares runs by their settings. */
  | {
    readonly kind: "settings";
    readonly settings: Readonly<Record<string, string | number | boolean>>;
  };

/** An event of an event file. */
export interface TensorBoardEvent {
  readonly time: Date;
  /** The place on the horizontal axis: the number of batches of the run so far. */
  readonly step: number;
  /**
   * `version` is at the start of each event file. `start` says that a run continues from `step`: a
   * TensorBoard that watches the run then discards what it has of that step and later ones.
   */
  readonly content: "version" | "start" | readonly TensorBoardValue[];
}

/**
 * The name of an event file. TensorBoard takes each file whose name contains `tfevents`, and reads the
 * files of a run in the order of their names, so the names sort by time.
 *
 * @param part the part of a run that the file has, by which {@linkcode isEventFileOf} recognizes it
 */
export function eventFileName(time: Date, part: string): string {
  return `events.out.tfevents.${(time.getTime() / 1000).toFixed(3)}.futago.${part}`;
}

/** Whether a file has the name of an event file with that part of a run. */
export function isEventFileOf(name: string, part: string): boolean {
  return name.startsWith("events.out.tfevents.") && name.endsWith(`.futago.${part}`);
}
