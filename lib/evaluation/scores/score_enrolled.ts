import type { Embeddings } from "../similarities/embeddings.ts";
import { type PackedRows, packRows } from "../similarities/packed_rows.ts";
import type { PairScores } from "./pair_scores.ts";
import { blockStride, similarityBlock } from "../similarities/similarity_block.ts";

/**
 * Scores one enrolled identity against all images: every unordered pair of its own images, and
 * each of its images with every image of every other identity.
 *
 * @param label the identity that is enrolled
 * @param all the embeddings once more, for a caller that enrolls each identity in turn to pack once
 * @throws {RangeError} if the embeddings' values do not match their labels and dimension
 */
export function scoreEnrolled(
  embeddings: Embeddings,
  label: number,
  all: PackedRows = packRows(embeddings),
): PairScores {
  const { labels } = embeddings;
  const own = [...labels.keys()].filter((row) => labels[row] === label);
  const packed = packRows(embeddings, own);
  const stride = blockStride(labels.length);
  const block = new Float32Array(blockStride(own.length) * stride);
  similarityBlock({ packed, first: 0, end: own.length }, { packed: all, first: 0 }, block);
  const positives = new Float32Array(own.length * (own.length - 1) / 2);
  const negatives = new Float32Array(own.length * (labels.length - own.length));
  let positive = 0, negative = 0;
  own.forEach((row, index) => {
    for (let other = 0; other < labels.length; other++) {
      const score = block[index * stride + other]!;
      if (labels[other] !== label) negatives[negative++] = score;
      else if (other > row) positives[positive++] = score;
    }
  });
  return { positives, negatives };
}
