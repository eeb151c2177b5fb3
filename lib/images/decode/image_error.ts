import { formatMessage, type UserMessage } from "../../language/user_message.ts";

/** The content of an image cannot be decoded. */
export class ImageError extends Error {
  /**
   * Makes the error.
   *
   * @param reason such as "image is cut short"
   * @param outOfMemory true where the image took all the memory that the decoder can have. Some of it
   *   is never freed, so that later images in the same thread can fail, too.
   */
  constructor(readonly reason: UserMessage, readonly outOfMemory = false) {
    super(formatMessage(reason));
  }
}
