/** A picture's content is at fault: the message is one phrase, such as "image is cut short". */
export class ImageError extends Error {
  /**
   * It took all the memory that the decoder may have, of which some is never given back: pictures
   * that come after it in this thread might fail, too.
   */
  readonly outOfMemory: boolean;

  constructor(phrase: string, { exhausting = false } = {}) {
    super(phrase);
    this.outOfMemory = exhausting;
  }
}
