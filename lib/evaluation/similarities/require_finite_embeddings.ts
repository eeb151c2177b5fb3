import { UserError } from "../../language/user_error.ts";
import { evaluationMessages } from "../messages.ts";
import type { Embeddings } from "./embeddings.ts";

/**
 * Checks that embeddings are numbers. A collapsed training leaves NaN or infinity in them.
 *
 * @throws {UserError} if an embedding contains NaN or infinity
 */
export function requireFiniteEmbeddings({ values, dimension }: Embeddings): void {
  const broken = values.findIndex((value) => !Number.isFinite(value));
  if (broken < 0) return;
  const row = Math.floor(broken / dimension);
  throw new UserError(evaluationMessages.notFinite({ row, value: values[broken]! }));
}
