import assert from "node:assert/strict";
import { smallestSupportedFar } from "../../lib/dataset/estimate/supported_far.ts";
import { decodeImage } from "../../lib/images/decode/decode_image.ts";
import { UserError } from "../../lib/language/user_error.ts";
import type { ModelMetadata, NamedThreshold } from "../../lib/model_file/model_metadata.ts";
import type { Verifier } from "../../lib/model/verifier.ts";
import type { ThresholdChoice } from "../../lib/verification/choose_decision.ts";
import { verifyPair } from "../../lib/verification/verify_pair.ts";
import { needs } from "../needs.ts";
import { colours, colourVerifier, metadata } from "./fixtures.ts";

const { calibration } = metadata;
/** What none of so many pairs of the held-out identities rules out. */
const boundOf = (pairs: number) =>
  smallestSupportedFar({ pairs, identities: metadata.heldOut.identities });
const granted = needs({ read: true });
const files = [...colours["赤"].slice(0, 2), colours.green[0]!];
const [red, darkRed, green] = granted.ignore ? [] : await Promise.all(files.map(decodeImage));

Deno.test(
  "the calibrated threshold and its held-out rates are used by default",
  granted,
  async () => {
    const same = await verifyPair(colourVerifier, red!, darkRed!);
    assert.ok(same.similarity > 0.999);
    assert.equal(same.same, true);
    const { similarity: _, same: __, ...told } = same;
    const { threshold, thresholdInterval, targetFar, far, frr } = calibration;
    assert.deepEqual(told, {
      ...{ threshold, thresholdInterval, targetFar, far, frr, close: false, thresholdName: null },
      provisional: false,
      negativesAtLeast: { fraction: 0, below: boundOf(400), pairs: 400 },
      positivesAtMost: { fraction: 1, below: null, pairs: 50 },
    });

    const different = await verifyPair(colourVerifier, red!, green!);
    // Of (220, 40, 40) and (40, 200, 60).
    const cosine = (220 * 40 + 40 * 200 + 40 * 60) / Math.hypot(220, 40, 40) /
      Math.hypot(40, 200, 60);
    assert.ok(Math.abs(different.similarity - cosine) < 1e-6);
    assert.equal(different.same, false);
  },
);

Deno.test(
  "a model of an early version has no interval of its threshold, and verifies",
  granted,
  async () => {
    const { thresholdInterval: _, ...early } = calibration;
    const verifier = { ...colourVerifier, metadata: { ...metadata, calibration: early } };
    const verdict = await verifyPair(verifier, red!, darkRed!);
    assert.deepEqual(
      [verdict.same, verdict.threshold, verdict.thresholdInterval],
      [true, calibration.threshold, null],
    );
  },
);

Deno.test("similarity does not depend on the order of the images", granted, async () => {
  const one = await verifyPair(colourVerifier, red!, green!);
  const other = await verifyPair(colourVerifier, green!, red!);
  assert.deepEqual(one, other);
});

Deno.test("images as similar as the threshold are the same", granted, async () => {
  const { similarity } = await verifyPair(colourVerifier, red!, green!);
  const at = await verifyPair(colourVerifier, red!, green!, { threshold: similarity });
  const above = await verifyPair(colourVerifier, red!, green!, { threshold: similarity + 1e-6 });
  assert.deepEqual([at.same, above.same], [true, false]);
});

Deno.test(
  "another threshold brings the rates measured there, on held-out pairs",
  granted,
  async () => {
    const strict = await verifyPair(colourVerifier, red!, green!, { threshold: 0.995 });
    const lax = await verifyPair(colourVerifier, red!, green!, { far: 0.4 });
    assert.deepEqual([strict.far, strict.frr], [0, 1]);
    assert.equal(lax.far, 0.4);
    assert.equal(lax.frr, 0.18);
    assert.ok(lax.threshold < calibration.threshold);
  },
);

/** A verifier that finds any two images so similar. */
function finding(similarity: number, changes: Partial<ModelMetadata> = {}): Verifier {
  const pair = Float32Array.of(1, 0, 0, similarity, Math.sqrt(1 - similarity ** 2), 0);
  return {
    ...colourVerifier,
    metadata: { ...metadata, ...changes },
    embed: () => Promise.resolve(pair),
  };
}

Deno.test(
  "a verdict says how many pairs are as alike, and never that none can be",
  granted,
  async () => {
    // Negative pairs are at 0, 1/420, ... 399/420, positive ones at 0.48, 0.49, ... 0.97.
    for (const similarity of [0.3, 0.5, 0.6, 0.75, 0.9]) {
      const verdict = await verifyPair(finding(similarity), red!, green!);
      const negatives = Array.from({ length: 400 }, (_, index) => index / 420);
      const positives = Array.from({ length: 50 }, (_, index) => 0.48 + index / 100);
      const share = negatives.filter((score) => score >= similarity).length / 400;
      const below = positives.filter((score) => score < similarity).length / 50;
      const { negativesAtLeast, positivesAtMost } = verdict;
      assert.ok(Math.abs(negativesAtLeast.fraction - share) < 0.01, `${similarity}`);
      assert.ok(Math.abs(positivesAtMost.fraction - below) < 0.021, `${similarity}`);
      assert.equal(positivesAtMost.below, below === 0 ? boundOf(50) : null);
    }
    const twins = await verifyPair(finding(1), red!, green!);
    assert.deepEqual(twins.negativesAtLeast, { fraction: 0, below: boundOf(400), pairs: 400 });
    const opposites = await verifyPair(finding(-1), red!, green!);
    assert.deepEqual(opposites.positivesAtMost, { fraction: 0, below: boundOf(50), pairs: 50 });
    assert.equal(opposites.negativesAtLeast.fraction, 1);
  },
);

Deno.test("a verdict within the interval of the threshold is close", granted, async () => {
  const close = async (similarity: number, choice?: ThresholdChoice) =>
    (await verifyPair(finding(similarity), red!, green!, choice)).close;
  const [lower, upper] = calibration.thresholdInterval!;
  assert.deepEqual(
    await Promise.all(
      [lower - 0.01, lower + 0.01, upper - 0.01, upper + 0.01].map((x) => close(x)),
    ),
    [false, true, true, false],
  );
  assert.equal(await close(0.93, { threshold: 0.93 }), null);
  assert.equal(await close(0.93, { far: 0.1 }), null);
});

Deno.test("a named threshold decides, with the pairs of its folder", granted, async () => {
  const office: NamedThreshold = {
    ...calibration,
    ...{ name: "office", folder: "office", catalogHash: "", identities: 9, images: 90 },
    date: "2026-12-01T00:00:00.000Z",
    ...{ threshold: 0.2, targetFar: 0.05, far: 0.06, frr: 0.01, negativePairs: 4_000 },
  };
  const verifier = finding(0.5, { thresholds: [office] });
  const verdict = await verifyPair(verifier, red!, green!, { name: "office" });
  assert.deepEqual(
    [verdict.same, verdict.threshold, verdict.targetFar, verdict.far, verdict.frr],
    [true, 0.2, 0.05, 0.06, 0.01],
  );
  assert.deepEqual([verdict.thresholdName, verdict.negativesAtLeast.pairs], ["office", 4_000]);
  const strict = await verifyPair(verifier, red!, green!, { name: "office", far: 0.1 });
  assert.deepEqual([strict.targetFar, strict.thresholdInterval], [0.1, null]);

  // The rates of a run that has not ended flatter it, not those of the folder.
  const unfinished = finding(0.5, { thresholds: [office], provisional: true });
  const own = await verifyPair(unfinished, red!, green!);
  const ofOffice = await verifyPair(unfinished, red!, green!, { name: "office" });
  assert.deepEqual([own.provisional, ofOffice.provisional], [true, false]);

  const unknown = verifyPair(verifier, red!, green!, { name: "home" });
  await assert.rejects(unknown, /cannot find the threshold "home" .* has "office"/);
  const none = verifyPair(finding(0.5), red!, green!, { name: "home" });
  await assert.rejects(none, /has none under a name; .* calibrate$/);
});

Deno.test("a FAR that the negatives do not support is refused", granted, async () => {
  await assert.rejects(verifyPair(colourVerifier, red!, green!, { far: 0.001 }), UserError);
});

Deno.test("embeddings that are not numbers are no verdict", granted, async () => {
  const broken = { ...colourVerifier, embed: () => Promise.resolve(new Float32Array(6).fill(NaN)) };
  await assert.rejects(verifyPair(broken, red!, green!), (error) => {
    assert.ok(error instanceof UserError);
    assert.match(error.message, /embeddings are not numbers/);
    return true;
  });
});
