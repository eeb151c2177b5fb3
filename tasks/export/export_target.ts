import type { Text, UserMessage } from "../../lib/language/mod.ts";

/** A form in which a model can leave Futago. */
export interface ExportTarget {
  /** What `--to` takes. */
  readonly name: string;
  /** What `--help` says of it, after its name. */
  readonly help: Text;
  /**
   * Checks, before any work, that it can be written.
   *
   * @param out what `--out` names
   * @throws {UserError} if something is in its place
   */
  requireOut(out: string): Promise<void>;
  /**
   * Writes it.
   *
   * @param run the folder of a run, or its model file
   */
  write(run: string, out: string): Promise<Exported>;
}

/** What was written, for people and for programs. */
export interface Exported {
  /** Says it. */
  readonly message: UserMessage;
  /** Figures of it, for JSON. */
  readonly figures: Readonly<Record<string, number | string>>;
}
