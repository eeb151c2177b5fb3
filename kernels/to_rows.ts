import type { Rows } from "./reference/distance.ts";
import type { Values } from "./register_op.ts";

/** Values `[n, d]` as the rows that references take. */
export function toRows({ values, shape }: Values): Rows {
  return { values: values as Float32Array, dimension: shape[1]! };
}
