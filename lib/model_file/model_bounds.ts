/** The least and the most that a model's sizes may be. */
export const modelBounds = {
  /** Side of the square that the network sees, in pixels. */
  imageSize: [16, 1024],
  embeddingSize: [2, 4096],
} as const;
