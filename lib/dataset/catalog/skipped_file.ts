import type { UserMessage } from "../../language/user_message.ts";

/** A file or folder that cannot be used, and why. */
export interface SkippedFile {
  /** Path relative to the root of the catalog, with `/` between its parts. */
  readonly path: string;
  /** Such as `image.cutShort`, "image is cut short". */
  readonly reason: UserMessage;
}
