import fc from "fast-check";

// Quarters tie often; single precision holds them, and their small multiples, exactly.
const score = fc.oneof(
  fc.integer({ min: -4, max: 4 }).map((quarters) => quarters / 4),
  fc.integer({ min: -1000, max: 1000 }).map((thousandths) => thousandths / 1024),
);
const scores = fc.array(score, { minLength: 1, maxLength: 40 }).map((array) =>
  Float32Array.from(array)
);

/** Scores of a few pairs, ties among them. */
export const scoreSets = fc.record({ positives: scores, negatives: scores });
