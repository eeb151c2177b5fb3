/** So many elements of each tensor stay in the first cache from one column to the next. */
const elementsPerItem = 4096;
/** So many rows pay for the work that is done once per column. */
const minRows = 8;

/** How many rows of `[rows, columns]` are an item. It does not depend on the number of threads. */
export function rowsPerItem(columns: number): number {
  return Math.max(minRows, Math.ceil(elementsPerItem / columns));
}
