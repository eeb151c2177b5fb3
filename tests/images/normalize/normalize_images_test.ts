import assert from "node:assert/strict";
import { normalizeImages } from "../../../lib/images/normalize/normalize_images.ts";

Deno.test("normalizing is (value / 255 - mean) / std, to the last bit of a 32-bit float", () => {
  const mean = [0.485, 0.456, 0.406] as const;
  const std = [0.229, 0.224, 0.225] as const;
  const image = Uint8Array.from({ length: 16 * 16 * 3 }, (_, i) => i % 256);
  const other = image.map((value) => 255 - value);
  const out = new Float32Array(2 * image.length);
  normalizeImages([image, other], { mean, std }, out);
  const expected = [...image, ...other].map((value, i) =>
    Math.fround((value / 255 - mean[i % 3]!) / std[i % 3]!)
  );
  assert.deepEqual([...out], expected);
});

Deno.test("an output of another length is refused", () => {
  const normalisation = { mean: [0, 0, 0], std: [1, 1, 1] } as const;
  assert.throws(
    () => normalizeImages([new Uint8Array(12)], normalisation, new Float32Array(13)),
    RangeError,
  );
});
