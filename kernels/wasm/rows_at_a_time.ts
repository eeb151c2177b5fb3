/** So many numbers of each tensor stay in the first cache while a kernel goes from column to column. */
const numbersAtATime = 4096;
/** As many rows pay for what is computed once a column. */
const leastRows = 8;

/** How many rows of `[rows, columns]` are an item: the same whatever the number of threads. */
export function rowsAtATime(columns: number): number {
  return Math.max(leastRows, Math.ceil(numbersAtATime / columns));
}
