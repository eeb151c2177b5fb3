import assert from "node:assert/strict";
import { formatMessage } from "../../../lib/language/user_message.ts";
import { CollapseDetector, type StepSigns } from "../../../lib/training/loop/collapse_detector.ts";

/** A step of a run that learns. */
const healthy: StepSigns = {
  loss: 0.1,
  active: 240,
  valid: 480,
  meanPositive: 0.4,
  meanNegative: 0.6,
  spread: 0.3,
};
/** Embeddings in a few places that no identity has to itself. */
const atMargin = { ...healthy, loss: 0.2001, meanPositive: 0.5, meanNegative: 0.501 };
const atOnePoint = { ...healthy, meanPositive: 0.0005, meanNegative: 0.0006, spread: 1e-6 };
const manySteps = 1000;

/** What is said of a thousand steps. */
function watch(
  signsAt: (step: number) => Partial<StepSigns>,
  { loss = "triplet", margin = 0.2, first = 0 }: {
    loss?: "triplet" | "supcon";
    margin?: number | null;
    first?: number;
  } = {},
): string[] {
  const detector = new CollapseDetector({ loss, margin });
  return Array.from({ length: manySteps }, (_, i) => i + first)
    .map((step) => detector.watch({ ...healthy, ...signsAt(step) }, step))
    .filter((message) => message !== null)
    .map((message) => formatMessage(message));
}

Deno.test("a loss that stays at the margin with all distances equal is told, once", () => {
  const messages = watch(() => atMargin);
  assert.equal(messages.length, 1);
  assert.match(messages[0]!, /have collapsed.*the margin \(0\.2\).*all distances equal \(0\.501\)/);
  assert.match(messages[0]!, /miner all or semi-hard.*learningRate.*batch/);
  assert.doesNotMatch(messages[0]!, /\n/);
  // Only the loss of triplets is the margin then.
  assert.deepEqual(watch(() => atMargin, { loss: "supcon" }), []);
  assert.deepEqual(watch(() => atMargin, { margin: 0.3 }), []);
});

Deno.test("embeddings in one place are told with any loss, once", () => {
  for (const loss of ["triplet", "supcon"] as const) {
    for (const margin of [0.2, null]) {
      const messages = watch(() => atOnePoint, { loss, margin });
      assert.equal(messages.length, 1);
      assert.match(
        messages[0]!,
        /have collapsed: for 60 steps all images have had nearly the same/,
      );
      assert.doesNotMatch(messages[0]!, /\n/);
    }
  }
});

Deno.test("a loss of exactly 0 is told where it was never anything else", () => {
  const messages = watch(() => ({ loss: 0 }));
  assert.equal(messages.length, 1);
  assert.match(
    messages[0]!,
    /^there is nothing to learn from: .* 0 since the first step, for 20 st/,
  );
  // A run that has learned all, one that goes on from there, and one that had a loss once.
  assert.deepEqual(watch((step) => step < 5 ? {} : { loss: 0 }), []);
  assert.deepEqual(watch(() => ({ loss: 0 }), { first: 500 }), []);
  assert.deepEqual(watch((step) => step === 10 ? {} : { loss: 0 }), []);
});

Deno.test("a healthy run is left alone", () => {
  assert.deepEqual(watch(() => ({})), []);
  assert.deepEqual(watch(() => ({ ...atMargin, meanNegative: 0.7 })), []);
  assert.deepEqual(watch(() => ({ ...atMargin, loss: 0.1 })), []);
  assert.deepEqual(watch((step) => ({ loss: 1 / (step + 1), spread: 0.01 })), []);
});

Deno.test("so is one that looks collapsed for a few steps, again and again", () => {
  for (const signs of [atMargin, atOnePoint]) {
    assert.deepEqual(watch((step) => step % 10 === 0 ? healthy : signs), []);
  }
});
