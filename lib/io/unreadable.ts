import type { UserMessage } from "../language/user_message.ts";
import { ioMessages } from "./messages.ts";

/** Why a file or folder is left out that the system does not let this process read. */
export function unreadable(error: unknown): UserMessage {
  const reason = error instanceof Error ? error.message : String(error);
  return ioMessages.unreadable({ reason });
}
