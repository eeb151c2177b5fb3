import assert from "node:assert/strict";
import fc from "fast-check";
import { augmentBatch } from "../../lib/images/augment_batch.ts";
import type { Augmentation } from "../../lib/images/augmentation.ts";
import { normaliseImages } from "../../lib/images/normalise_images.ts";

const size = 32;
const centre = (size - 1) / 2;
const still: Augmentation = {
  flip: 0,
  rotation: 0,
  scale: 0,
  shift: 0,
  brightness: 0,
  contrast: 0,
  saturation: 0,
  erase: 0,
};
/** Leaves values on their scale of 0 to 255. */
const plain = { mean: [0, 0, 0], deviation: [1 / 255, 1 / 255, 1 / 255] } as const;

function draw(colour: (x: number, y: number) => [number, number, number]): Uint8Array {
  const image = new Uint8Array(size * size * 3);
  for (let y = 0; y < size; y++) {
    for (let x = 0; x < size; x++) image.set(colour(x, y), (y * size + x) * 3);
  }
  return image;
}

const noise = draw((x, y) =>
  [1, 2, 3].map((k) => Math.imul(x * 71 + y * 1327 + k, 2654435761) >>> 24) as [
    number,
    number,
    number,
  ]
);
/** Red tells x, green tells y. */
const ramp = draw((x, y) => [3 * x + 60, 3 * y + 60, 128]);

function augmented(
  images: readonly Uint8Array[],
  strength: Partial<Augmentation>,
  place: { seed?: number; epoch?: number; step?: number } = {},
): Float32Array[] {
  const out = new Float32Array(images.length * size * size * 3).fill(NaN);
  const options = { seed: 1, epoch: 0, step: 0, ...place, ...plain, ...still, ...strength };
  augmentBatch(images, size, options, out);
  return images.map((_, i) => out.subarray(i * size * size * 3, (i + 1) * size * size * 3));
}

function near(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance = 1e-4): void {
  assert.equal(actual.length, expected.length);
  for (let i = 0; i < actual.length; i++) {
    assert.ok(Math.abs(actual[i]! - expected[i]!) <= tolerance, `${i}: ${actual[i]}`);
  }
}

const copies = (image: Uint8Array, n: number) => Array.from({ length: n }, () => image);

Deno.test("without strength, augmentation is normalisation alone", () => {
  const normalisation = { mean: [0.485, 0.456, 0.406], deviation: [0.229, 0.224, 0.225] } as const;
  const expected = new Float32Array(2 * noise.length);
  normaliseImages([noise, ramp], normalisation, expected);
  const out = new Float32Array(2 * noise.length);
  augmentBatch([noise, ramp], size, {
    seed: 3,
    epoch: 4,
    step: 5,
    ...normalisation,
    ...still,
  }, out);
  near(out, expected, 1e-6);
});

Deno.test("a certain flip mirrors left for right exactly", () => {
  const [flipped] = augmented([noise], { flip: 1 });
  near(
    flipped!,
    draw((x, y) =>
      [...noise.subarray((y * size + size - 1 - x) * 3).subarray(0, 3)] as [number, number, number]
    ),
    0,
  );
});

Deno.test("half of the pictures are flipped, and the others not at all", () => {
  const images = augmented(copies(noise, 1000), { flip: 0.5 });
  const flips = images.filter((image) => image[0] !== noise[0]).length;
  assert.ok(flips > 450 && flips < 550, `${flips} of 1000`);
});

Deno.test("the same seed, epoch and step give the same batch; any other gives another", () => {
  const strength = { rotation: 10, brightness: 0.2, shift: 0.1, erase: 0.5 };
  const batch = (place: { seed?: number; epoch?: number; step?: number }) =>
    augmented([noise, noise], strength, { seed: 7, epoch: 2, step: 3, ...place });
  const [first, second] = batch({});
  assert.deepEqual(batch({}), [first, second]);
  assert.notDeepEqual(first, second, "pictures of a batch differ");
  const others = [{ seed: 8 }, { epoch: 3 }, { step: 4 }, { epoch: 3, step: 2 }, {
    seed: 2,
    epoch: 7,
  }];
  for (const place of others) assert.notDeepEqual(batch(place)[0], first);
});

/** The affine map that a picture of the ramp went through, from three of its inner pixels. */
function affineOf(image: Float32Array) {
  const at = (x: number, y: number) => {
    const i = (y * size + x) * 3;
    return [(image[i]! - 60) / 3, (image[i + 1]! - 60) / 3] as const;
  };
  const [x0, y0] = at(12, 12), [x1, y1] = at(20, 12), [x2, y2] = at(12, 20);
  const [a, b, c, d] = [(x1 - x0) / 8, (x2 - x0) / 8, (y1 - y0) / 8, (y2 - y0) / 8];
  return { a, b, c, d, x: x0 - a * 12 - b * 12, y: y0 - c * 12 - d * 12 };
}

Deno.test("rotation and scale about the centre stay in range and are nothing else", () => {
  const maps = augmented(copies(ramp, 300), { rotation: 15, scale: 0.2 }).map(affineOf);
  const scales = maps.map(({ a, c }) => 1 / Math.hypot(a, c));
  const angles = maps.map(({ a, c }) => Math.atan2(c, a) * 180 / Math.PI);
  for (const { a, b, c, d, x, y } of maps) {
    near([a, b], [d, -c], 1e-4);
    near([a * centre + b * centre + x, c * centre + d * centre + y], [centre, centre], 1e-3);
  }
  const within = (values: number[], low: number, high: number) => {
    assert.ok(Math.min(...values) >= low - 1e-4 && Math.max(...values) <= high + 1e-4);
    const margin = (high - low) / 10;
    assert.ok(Math.min(...values) < low + margin && Math.max(...values) > high - margin);
  };
  within(scales, 0.8, 1.2);
  within(angles, -15, 15);
});

Deno.test("a shift moves by at most its share of the side, both ways, and continues the edges", () => {
  const images = augmented(copies(ramp, 300), { shift: 0.1 });
  const maps = images.map(affineOf);
  for (const { a, b, c, d } of maps) near([a, b, c, d], [1, 0, 0, 1]);
  for (const axis of ["x", "y"] as const) {
    const shifts = maps.map((map) => map[axis]);
    assert.ok(Math.min(...shifts) > -3.2001 && Math.max(...shifts) < 3.2001);
    assert.ok(Math.min(...shifts) < -2.8 && Math.max(...shifts) > 2.8);
  }
  const right = images[maps.findIndex(({ x }) => x < -2)]!;
  assert.equal(right[0], 60, "the left edge is continued");
});

Deno.test("between pixels, values are interpolated bilinearly", () => {
  const [image] = augmented([noise], { shift: 0.1 }, { seed: 5 });
  const { x: dx, y: dy } = affineOf(augmented([ramp], { shift: 0.1 }, { seed: 5 })[0]!);
  const value = (x: number, y: number) => noise[(y * size + x) * 3]!;
  for (const [x, y] of [[8, 9], [15, 20], [21, 13]] as const) {
    const left = Math.floor(x + dx), top = Math.floor(y + dy);
    const u = x + dx - left, v = y + dy - top;
    const expected = (value(left, top) * (1 - u) + value(left + 1, top) * u) * (1 - v) +
      (value(left, top + 1) * (1 - u) + value(left + 1, top + 1) * u) * v;
    near([image![(y * size + x) * 3]!], [expected], 0.05);
  }
});

function meanOf(values: ArrayLike<number>, weights = [1 / 3, 1 / 3, 1 / 3]): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i]! * weights[i % 3]!;
  return sum * 3 / values.length;
}
const luma = [0.299, 0.587, 0.114];
const mild = draw((x, y) => [100 + x, 90 + y, 80 + (x * y) % 30]);

Deno.test("brightness multiplies every value", () => {
  for (const image of augmented(copies(mild, 50), { brightness: 0.2 })) {
    const factor = image[0]! / mild[0]!;
    assert.ok(factor >= 0.8 && factor <= 1.2);
    near(image, Array.from(mild, (value) => value * factor), 1e-3);
  }
});

Deno.test("contrast multiplies the distance from the mean grey, saturation from each pixel's grey", () => {
  const mean = meanOf(mild, luma);
  for (const image of augmented(copies(mild, 50), { contrast: 0.2 })) {
    const factor = (image[0]! - mean) / (mild[0]! - mean);
    assert.ok(factor >= 0.8 && factor <= 1.2);
    near(image, Array.from(mild, (value) => mean + (value - mean) * factor), 1e-3);
  }
  for (const image of augmented(copies(mild, 50), { saturation: 0.5 })) {
    const greyOf = (values: ArrayLike<number>, i: number) =>
      luma[0]! * values[i]! + luma[1]! * values[i + 1]! + luma[2]! * values[i + 2]!;
    const factor = (image[0]! - image[1]!) / (mild[0]! - mild[1]!);
    assert.ok(factor >= 0.5 && factor <= 1.5);
    for (let i = 0; i < mild.length; i += 3) {
      near([greyOf(image, i)], [greyOf(mild, i)], 1e-3);
      near([image[i]! - image[i + 1]!], [(mild[i]! - mild[i + 1]!) * factor], 1e-3);
    }
  }
});

Deno.test("no strength leads outside 0 to 255", () => {
  const unit = fc.double({ min: 0, max: 0.99, noNaN: true });
  const strength = fc.record({
    flip: unit,
    rotation: fc.double({ min: 0, max: 180, noNaN: true }),
    scale: unit,
    shift: unit,
    brightness: unit,
    contrast: unit,
    saturation: unit,
    erase: unit,
  });
  fc.assert(
    fc.property(strength, fc.integer(), (strength, seed) => {
      const [image] = augmented([noise], strength, { seed });
      assert.ok(image!.every((value) => value >= -1e-3 && value <= 255.001));
    }),
    { numRuns: 50, seed: 1 },
  );
});

Deno.test("erasing blanks one rectangle of 2 to 20 % of the picture", () => {
  const white = draw(() => [255, 255, 255]);
  for (const image of augmented(copies(white, 200), { erase: 1 })) {
    const blank: [number, number][] = [];
    for (let i = 0; i < size * size; i++) {
      if (image[3 * i] === 0) blank.push([i % size, Math.floor(i / size)]);
    }
    const side = (axis: 0 | 1) => {
      const values = blank.map((at) => at[axis]);
      return Math.max(...values) - Math.min(...values) + 1;
    };
    assert.equal(side(0) * side(1), blank.length, "a full rectangle");
    const share = blank.length / (size * size);
    assert.ok(share > 0.012 && share < 0.22, `${share}`);
  }
});

Deno.test("pictures of another size and outputs of another length are refused", () => {
  const options = { seed: 1, epoch: 0, step: 0, ...plain };
  const length = size * size * 3;
  assert.throws(
    () => augmentBatch([noise], size, options, new Float32Array(length - 1)),
    RangeError,
  );
  assert.throws(
    () => augmentBatch([noise], 31, options, new Float32Array(31 * 31 * 3)),
    RangeError,
  );
});
