/** So many numbers of each tensor stay in the first cache while a kernel goes from column to column. */
const elementsPerItem = 4096;
/** As many rows pay for what is computed once a column. */
const minRows = 8;

/** How many rows of `[rows, columns]` are an item: the same whatever the number of threads. */
export function rowsPerItem(columns: number): number {
  return Math.max(minRows, Math.ceil(elementsPerItem / columns));
}
