import { UserError } from "../language/user_error.ts";
import type { MessageValue } from "../language/user_message.ts";
import { embeddingFileMessages as messages } from "./messages.ts";

/** Refuses a file that does not hold what it should. */
export function refuse(
  path: string,
  expected: MessageValue,
  found: MessageValue = messages.somethingElse(),
): never {
  throw new UserError(
    messages.notReadable({ path, reason: messages.expected({ expected, found }) }),
  );
}
