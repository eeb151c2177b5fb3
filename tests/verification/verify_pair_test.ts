import assert from "node:assert/strict";
import { decodeImage } from "../../lib/images/decode/decode_image.ts";
import { UserError } from "../../lib/language/user_error.ts";
import { verifyPair } from "../../lib/verification/verify_pair.ts";
import { needs } from "../needs.ts";
import { colours, colourVerifier, metadata } from "./fixtures.ts";

const { calibration } = metadata;
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
    const { threshold, thresholdInterval, far, frr } = calibration;
    assert.deepEqual(told, { threshold, thresholdInterval, far, frr });

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
