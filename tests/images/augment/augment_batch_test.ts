import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import fc from "fast-check";
import { augmentBatch, type BatchAugmentation } from "../../../lib/images/augment/augment_batch.ts";
import type { Augmentation } from "../../../lib/images/augment/augmentation.ts";
import { normalizeImages } from "../../../lib/images/normalize/normalize_images.ts";
import { augmentationPresets } from "../../../lib/training/settings/augmentation.ts";

const size = 32;
const centre = (size - 1) / 2;
const still = augmentationPresets.none;
/** Leaves values on their scale of 0 to 255. */
const plain = { mean: [0, 0, 0], std: [1 / 255, 1 / 255, 1 / 255] } as const;

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

async function augmented(
  images: readonly Uint8Array[],
  strength: Partial<Augmentation>,
  options: Partial<BatchAugmentation> = {},
): Promise<Float32Array[]> {
  await tf.setBackend("cpu");
  const batch = augmentBatch(images, size, {
    seed: 1,
    epoch: 0,
    step: 0,
    ...plain,
    ...still,
    ...strength,
    ...options,
  });
  assert.deepEqual(batch.shape, [images.length, size, size, 3]);
  const values = await batch.data<"float32">();
  batch.dispose();
  return images.map((_, i) => values.subarray(i * size * size * 3, (i + 1) * size * size * 3));
}

function near(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance = 1e-4): void {
  assert.equal(actual.length, expected.length);
  for (let i = 0; i < actual.length; i++) {
    assert.ok(Math.abs(actual[i]! - expected[i]!) <= tolerance, `${i}: ${actual[i]}`);
  }
}

const copies = (image: Uint8Array, n: number) => Array.from({ length: n }, () => image);

Deno.test("without strength, augmentation is normalization alone", async () => {
  const normalisation = { mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] } as const;
  const expected = new Float32Array(2 * noise.length);
  normalizeImages([noise, ramp], normalisation, expected);
  const images = await augmented([noise, ramp], {}, {
    seed: 3,
    epoch: 4,
    step: 5,
    ...normalisation,
  });
  near(images.flatMap((image) => [...image]), expected, 1e-6);
});

Deno.test("a certain flip mirrors left for right exactly", async () => {
  const [flipped] = await augmented([noise], { flip: 1 });
  near(
    flipped!,
    draw((x, y) =>
      [...noise.subarray((y * size + size - 1 - x) * 3).subarray(0, 3)] as [number, number, number]
    ),
    0,
  );
});

Deno.test("half of the images are flipped, and the others not at all", async () => {
  const images = await augmented(copies(noise, 1000), { flip: 0.5 });
  const flips = images.filter((image) => image[0] !== noise[0]).length;
  assert.ok(flips > 450 && flips < 550, `${flips} of 1000`);
});

Deno.test("the same seed, epoch and step give the same batch; any other gives another", async () => {
  const strength = { rotation: 10, brightness: 0.2, shift: 0.1, erase: 0.5 };
  const batch = (place: { seed?: number; epoch?: number; step?: number }) =>
    augmented([noise, noise], strength, { seed: 7, epoch: 2, step: 3, ...place });
  const [first, second] = await batch({});
  assert.deepEqual(await batch({}), [first, second]);
  assert.notDeepEqual(first, second, "pictures of a batch differ");
  const others = [{ seed: 8 }, { epoch: 3 }, { step: 4 }, { epoch: 3, step: 2 }, {
    seed: 2,
    epoch: 7,
  }];
  for (const place of others) assert.notDeepEqual((await batch(place))[0], first);
});

/** The affine map that an image of the ramp went through, from three of its inner pixels. */
function affineOf(image: Float32Array) {
  const at = (x: number, y: number) => {
    const i = (y * size + x) * 3;
    return [(image[i]! - 60) / 3, (image[i + 1]! - 60) / 3] as const;
  };
  const [x0, y0] = at(12, 12), [x1, y1] = at(20, 12), [x2, y2] = at(12, 20);
  const [a, b, c, d] = [(x1 - x0) / 8, (x2 - x0) / 8, (y1 - y0) / 8, (y2 - y0) / 8];
  return { a, b, c, d, x: x0 - a * 12 - b * 12, y: y0 - c * 12 - d * 12 };
}

Deno.test("rotation and scale about the centre stay in range and are nothing else", async () => {
  const maps = (await augmented(copies(ramp, 300), { rotation: 15, scale: 0.2 })).map(affineOf);
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

Deno.test("a shift moves by at most its share of the side, both ways, and continues the edges", async () => {
  const images = await augmented(copies(ramp, 300), { shift: 0.1 });
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

Deno.test("between pixels, values are interpolated bilinearly", async () => {
  const [image] = await augmented([noise], { shift: 0.1 }, { seed: 5 });
  const { x: dx, y: dy } = affineOf((await augmented([ramp], { shift: 0.1 }, { seed: 5 }))[0]!);
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

Deno.test("brightness multiplies every value", async () => {
  for (const image of await augmented(copies(mild, 50), { brightness: 0.2 })) {
    const factor = image[0]! / mild[0]!;
    assert.ok(factor >= 0.8 && factor <= 1.2);
    near(image, Array.from(mild, (value) => value * factor), 1e-3);
  }
});

Deno.test("contrast multiplies the distance from the mean gray, saturation from each pixel's gray", async () => {
  const mean = meanOf(mild, luma);
  for (const image of await augmented(copies(mild, 50), { contrast: 0.2 })) {
    const factor = (image[0]! - mean) / (mild[0]! - mean);
    assert.ok(factor >= 0.8 && factor <= 1.2);
    near(image, Array.from(mild, (value) => mean + (value - mean) * factor), 1e-3);
  }
  for (const image of await augmented(copies(mild, 50), { saturation: 0.5 })) {
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

Deno.test("no strength leads outside 0 to 255", async () => {
  const unit = fc.double({ min: 0, max: 0.99, noNaN: true });
  const strength = fc.record({
    flip: unit,
    rotation: fc.double({ min: 0, max: 180, noNaN: true }),
    scale: unit,
    shift: unit,
    crop: unit,
    aspect: unit,
    brightness: unit,
    contrast: unit,
    saturation: unit,
    hue: fc.double({ min: 0, max: 0.5, noNaN: true }),
    gray: unit,
    blur: unit,
    erase: unit,
  });
  await fc.assert(
    fc.asyncProperty(strength, fc.integer(), async (strength, seed) => {
      const [image] = await augmented([noise], strength, { seed });
      assert.ok(image!.every((value) => value >= -1e-3 && value <= 255.001));
    }),
    { numRuns: 50, seed: 1 },
  );
});

Deno.test("a crop shows a part of the image, stretched to the whole", async () => {
  const maps = (await augmented(copies(ramp, 300), { crop: 0.5, aspect: 1 / 3 })).map(affineOf);
  const areas = maps.map(({ a, d }) => a * d);
  const aspects = maps.map(({ a, d }) => a / d);
  for (const { a, b, c, d, x, y } of maps) {
    near([b, c], [0, 0]);
    const width = a * size, height = d * size;
    near([width, height], [Math.round(width), Math.round(height)], 1e-3);
    // The crop's left edge, where the outermost pixels' outer edges lie at -1/2.
    for (const [start, length] of [[x + 0.5 - a / 2, width], [y + 0.5 - d / 2, height]] as const) {
      near([start], [Math.round(start)], 1e-3);
      assert.ok(start > -1e-3 && start + length < size + 1e-3);
    }
  }
  const pixel = 1.03;
  assert.ok(Math.min(...areas) > 0.5 / pixel && Math.min(...areas) < 0.55);
  assert.ok(Math.max(...areas) > 0.93 && Math.max(...areas) < 1 + 1e-3);
  assert.ok(Math.min(...aspects) > 0.75 / pixel && Math.min(...aspects) < 0.8);
  assert.ok(Math.max(...aspects) < pixel * 4 / 3 && Math.max(...aspects) > 1.25);
});

Deno.test("flip, rotation and crop are one map: first mirrored, then turned, then cropped", async () => {
  const only = (strength: Partial<Augmentation>) =>
    augmented(copies(ramp, 1), strength, { seed: 9 }).then(([image]) => affineOf(image!));
  const turned = await only({ rotation: 10 });
  const cropped = await only({ crop: 0.3, aspect: 0.2 });
  const both = await only({ flip: 1, rotation: 10, crop: 0.3, aspect: 0.2 });
  // Where in the source the corner of a square of the inside stands.
  for (const [u, v] of [[12, 12], [20, 12], [12, 20]] as const) {
    const x = cropped.a * u + cropped.b * v + cropped.x;
    const y = cropped.c * u + cropped.d * v + cropped.y;
    const sourceX = size - 1 - (turned.a * x + turned.b * y + turned.x);
    const sourceY = turned.c * x + turned.d * y + turned.y;
    near(
      [both.a * u + both.b * v + both.x, both.c * u + both.d * v + both.y],
      [sourceX, sourceY],
      1e-3,
    );
  }
});

Deno.test("a shift of the hue keeps value and saturation, and leaves greys alone", async () => {
  const hues: number[] = [];
  for (const image of await augmented(copies(noise, 100), { hue: 0.1 })) {
    const turns: number[] = [];
    for (let i = 0; i < 300; i += 3) {
      const before = hsv(noise.subarray(i)), after = hsv(image.subarray(i));
      near([after.value, after.chroma], [before.value, before.chroma], 1e-3);
      if (before.chroma > 50) turns.push((after.hue - before.hue + 1.5) % 1 - 0.5);
    }
    near(turns, turns.map(() => turns[0]!), 1e-4);
    hues.push(turns[0]!);
  }
  assert.ok(Math.min(...hues) > -0.1001 && Math.min(...hues) < -0.08);
  assert.ok(Math.max(...hues) < 0.1001 && Math.max(...hues) > 0.08);
  const grey = draw((x, y) => [x + 5 * y, x + 5 * y, x + 5 * y]);
  near((await augmented([grey], { hue: 0.5 }))[0]!, grey, 0);
});

/** Value, chroma and hue in turns, by which channel is highest and which is lowest. */
function hsv(colour: ArrayLike<number>) {
  const [red, green, blue] = [colour[0]!, colour[1]!, colour[2]!];
  const sorted = [red, green, blue].sort((a, b) => a - b) as [number, number, number];
  const [low, middle, value] = sorted;
  const chroma = value - low;
  const share = (middle - low) / chroma;
  const sextant = red === value
    ? (blue === low ? share : 6 - share)
    : green === value
    ? (blue === low ? 2 - share : 2 + share)
    : (red === low ? 4 - share : 4 + share);
  return { hue: sextant / 6, chroma, value };
}

Deno.test("gray takes all color, whatever the jitter, from as many images as are asked for", async () => {
  for (const image of await augmented(copies(mild, 20), { gray: 1, hue: 0.5, saturation: 0.9 })) {
    for (let i = 0; i < image.length; i += 3) {
      const luma = 0.299 * mild[i]! + 0.587 * mild[i + 1]! + 0.114 * mild[i + 2]!;
      near(image.subarray(i, i + 3), [luma, luma, luma], 1e-3);
    }
  }
  const images = await augmented(copies(mild, 1000), { gray: 0.2 });
  const greys = images.filter((image) => Math.abs(image[0]! - image[1]!) < 1e-3).length;
  assert.ok(greys > 160 && greys < 240, `${greys} of 1000`);
});

Deno.test("a blur keeps the inside of a ramp, and smooths noise", async () => {
  const inner = (image: ArrayLike<number>) => {
    const values: number[] = [];
    for (let y = 7; y < size - 7; y++) {
      for (let x = 7; x < size - 7; x++) values.push(image[(y * size + x) * 3]!);
    }
    return values;
  };
  const roughness = (image: ArrayLike<number>) => {
    const values = inner(image);
    const mean = values.reduce((sum, value) => sum + value) / values.length;
    return Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length);
  };
  for (const image of await augmented(copies(ramp, 20), { blur: 1 })) {
    near(inner(image), inner(ramp), 1e-3);
  }
  const rough = (await augmented(copies(noise, 200), { blur: 0.5 })).map(roughness);
  const sharp = rough.filter((value) => value === roughness(noise)).length;
  assert.ok(sharp > 75 && sharp < 125, `${sharp} of 200 stay as they are`);
  assert.ok(Math.max(...rough) <= roughness(noise) && Math.min(...rough) < roughness(noise) / 5);
});

Deno.test("erasing blanks one rectangle of 2 to 33 % of the image", async () => {
  const white = draw(() => [255, 255, 255]);
  for (const image of await augmented(copies(white, 300), { erase: 1 })) {
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
    assert.ok(share > 0.012 && share < 0.35, `${share}`);
  }
});

Deno.test("images of another size are refused", () => {
  const options = { seed: 1, epoch: 0, step: 0, ...plain };
  assert.throws(() => augmentBatch([noise, noise.subarray(1)], size, options), RangeError);
});
