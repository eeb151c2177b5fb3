/** The figures of one part of the benchmark. */
export interface Findings {
  /** A table's rows for people to read: what was measured, and the figures. */
  readonly rows: [string, string][];
  /** The same for programs, by name. */
  readonly document: Record<string, unknown>;
}
