import assert from "node:assert/strict";
import { smallestSupportedFar } from "../../lib/dataset/estimate/supported_far.ts";
import { describeFpir } from "../../lib/identification/describe_fpir.ts";
import { chooseIdentificationThreshold } from "../../lib/identification/identification_threshold.ts";
import { formatMessage, languages } from "../../lib/language/user_message.ts";
import { metadata } from "../verification/fixtures.ts";

/** Thresholds 0.000 to 0.999, at which 10 to the power of -5 times the threshold is accepted. */
const operatingPoints = Array.from({ length: 1000 }, (_, index) => {
  const threshold = index / 1000;
  return {
    threshold,
    validationFar: 10 ** (-5 * threshold),
    far: 2 * 10 ** (-5 * threshold),
    frr: threshold,
  };
});

const model = (smallestFar: number, negativePairs = 1e9) => ({
  ...metadata,
  calibration: {
    ...metadata.calibration,
    operatingPoints,
    smallestFar,
    negativePairs,
    positivePairs: 1e6,
  },
});

const near = (actual: number, expected: number) =>
  assert.ok(Math.abs(actual / expected - 1) < 1e-9, `${actual}, expected ${expected}`);

Deno.test("with one image, it is the threshold of verification at that rate", () => {
  const { threshold, targetFpir, fpir } = chooseIdentificationThreshold(model(1e-5), 1, 0.01);
  assert.deepEqual([threshold, targetFpir], [0.4, 0.01]);
  near(fpir.fraction, 0.02);
});

Deno.test("a larger gallery has a higher threshold, by the rate of independent comparisons", () => {
  for (const images of [2, 10, 50]) {
    const { threshold, fpir, frr } = chooseIdentificationThreshold(model(1e-5), images, 0.01);
    // The rate of one comparison by bisection: (1 - far) multiplied once an image is 1 - FPIR.
    let low = 0, high = 1;
    for (let step = 0; step < 100; step++) {
      const far = (low + high) / 2;
      let none = 1;
      for (let image = 0; image < images; image++) none *= 1 - far;
      if (1 - none <= 0.01) low = far;
      else high = far;
    }
    const expected = operatingPoints.find((point) => point.validationFar <= low)!;
    assert.equal(threshold, expected.threshold);
    near(fpir.fraction, 1 - (1 - expected.far) ** images);
    assert.deepEqual(frr, { fraction: threshold, below: null, pairs: 1e6 });
  }
});

Deno.test("strangers who meet a gallery are taken for somebody as often as it says", () => {
  const images = 20, strangers = 100_000, fpir = 0.05;
  const { threshold } = chooseIdentificationThreshold(model(1e-6), images, fpir);
  // Similarities whose fraction above t is 10^(-5 t), as of validation; a plain generator of Lehmer.
  let state = 1, taken = 0;
  const next = () => (state = state * 48271 % 2147483647) / 2147483647;
  for (let stranger = 0; stranger < strangers; stranger++) {
    let best = 0;
    for (let image = 0; image < images; image++) best = Math.max(best, -Math.log10(next()) / 5);
    if (best >= threshold) taken++;
  }
  // A hundredth of the rate is three standard errors of so many strangers.
  assert.ok(Math.abs(taken / strangers - fpir) < 0.003, `${taken / strangers}`);
});

Deno.test("a rate that the identities cannot support is raised to what they support", () => {
  const { threshold, askedFpir, targetFpir } = chooseIdentificationThreshold(model(0.001), 100);
  assert.deepEqual([threshold, askedFpir], [0.6, 0.01]);
  near(targetFpir, 1 - 0.999 ** 100);
  const none = chooseIdentificationThreshold(model(1), 10);
  near(none.targetFpir, 1 - 0.5 ** 10);
});

Deno.test("rates of less than a pair are told as what they are below", () => {
  const { fpir } = chooseIdentificationThreshold(model(1e-5, 40), 10);
  const bound = smallestSupportedFar({ pairs: 40, identities: metadata.heldOut.identities });
  assert.deepEqual([fpir.fraction, fpir.pairs], [0, 40]);
  near(fpir.below!, 1 - (1 - bound) ** 10);
});

Deno.test("what a gallery errs is said in both languages", () => {
  for (const [chosen, sentences] of [[model(1e-5), 2], [model(0.001, 40), 3]] as const) {
    const said = describeFpir(chooseIdentificationThreshold(chosen, 100), 100);
    assert.equal(said.length, sentences);
    for (const language of languages) {
      for (const message of said) assert.match(formatMessage(message, { language }), /\d %/);
    }
  }
});
