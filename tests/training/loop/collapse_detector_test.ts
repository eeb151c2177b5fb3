import assert from "node:assert/strict";
import { formatMessage } from "../../../lib/language/user_message.ts";
import { CollapseDetector } from "../../../lib/training/loop/collapse_detector.ts";

const collapsed = {
  loss: 0.2001,
  active: 480,
  valid: 480,
  meanPositive: 0.0005,
  meanNegative: 0.0006,
};
const manySteps = 1000;

/** What is said of a thousand steps with the same figures. */
function watch(figures: typeof collapsed, margin = 0.2): string[] {
  const detector = new CollapseDetector(margin);
  return Array.from({ length: manySteps }, () => detector.watch(figures))
    .filter((message) => message !== null)
    .map((message) => formatMessage(message));
}

Deno.test("a loss that stays at the margin with all distances equal is told, once", () => {
  const messages = watch(collapsed);
  assert.equal(messages.length, 1);
  assert.match(messages[0]!, /have collapsed.*the margin \(0\.2\).*all distances equal \(0\.001\)/);
  assert.match(messages[0]!, /miner all or semi-hard.*learningRate.*batch/);
  assert.doesNotMatch(messages[0]!, /\n/);
  // Embeddings may also collapse to a few points that no identity has to itself.
  assert.equal(watch({ ...collapsed, meanPositive: 0.5, meanNegative: 0.501 }).length, 1);
});

Deno.test("a healthy run is not", () => {
  assert.deepEqual(watch({ ...collapsed, loss: 0.1, meanNegative: 0.6 }), []);
  assert.deepEqual(watch({ ...collapsed, loss: 0.1 }), []);
  assert.deepEqual(watch({ ...collapsed, meanPositive: 0.4, meanNegative: 0.6 }), []);
  assert.deepEqual(watch({ ...collapsed, loss: 0, meanPositive: 0.1, meanNegative: 0.9 }), []);
  assert.deepEqual(watch(collapsed, 0.3), []);
});

Deno.test("nor is one that looks so for a few steps, again and again", () => {
  const detector = new CollapseDetector(0.2);
  for (let step = 0; step < manySteps; step++) {
    const figures = step % 10 === 0 ? { ...collapsed, loss: 0.15 } : collapsed;
    assert.equal(detector.watch(figures), null);
  }
});
