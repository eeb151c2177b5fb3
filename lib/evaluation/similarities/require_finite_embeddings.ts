import { message } from "../../language/message.ts";
import { UserError } from "../../language/user_error.ts";
import type { Embeddings } from "./embeddings.ts";

/** @throws {UserError} when an embedding holds NaN or infinity, which a collapsed training leaves */
export function requireFiniteEmbeddings({ values, dimension }: Embeddings): void {
  const broken = values.findIndex((value) => !Number.isFinite(value));
  if (broken < 0) return;
  throw new UserError(
    message`cannot measure verification: embedding ${Math.floor(broken / dimension)} holds
      ${values[broken]!}, no number; train again with a smaller learning rate`,
  );
}
