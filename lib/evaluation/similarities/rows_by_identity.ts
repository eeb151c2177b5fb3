/** Which rows of embeddings belong to which identity. */
export interface RowsByIdentity {
  /** Labels in ascending order. */
  readonly identities: readonly number[];
  /** For each identity its rows, ascending. */
  readonly rows: readonly (readonly number[])[];
  /** For each row the index of its identity. */
  readonly identityOf: Int32Array;
}

/** Groups rows by their labels, whatever numbers those are. */
export function rowsByIdentity(labels: Int32Array): RowsByIdentity {
  const found = new Map<number, number[]>();
  labels.forEach((label, row) => {
    const rows = found.get(label);
    if (rows) rows.push(row);
    else found.set(label, [row]);
  });
  const identities = [...found.keys()].sort((a, b) => a - b);
  const rows = identities.map((label) => found.get(label)!);
  const identityOf = new Int32Array(labels.length);
  rows.forEach((own, index) => own.forEach((row) => identityOf[row] = index));
  return { identities, rows, identityOf };
}
