/** What one part of the bench found: rows for people, and its share of the document. */
export interface Findings {
  readonly rows: [string, string][];
  readonly document: Record<string, unknown>;
}
