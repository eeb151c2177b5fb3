import type { Rows } from "../reference/distances/distance.ts";
import type { Values } from "../runtime/register_op.ts";

/** Converts values `[n, d]` to the rows that references take. */
export function toRows({ values, shape }: Values): Rows {
  return { values: values as Float32Array, dimension: shape[1]! };
}
