import assert from "node:assert/strict";
import {
  AUGMENTATION_COLUMN_COUNT,
  AUGMENTATION_COLUMNS as COLUMN,
} from "../../../kernels/reference/augmentation/augmentation_columns.ts";
import {
  articleAugmentation,
  type Augmentation,
  defaultAugmentation,
} from "../../../lib/images/augment/augmentation.ts";
import { sampleAugmentation } from "../../../lib/images/augment/sample_augmentation.ts";
import { sampleRectangle } from "../../../lib/images/augment/sample_rectangle.ts";

const place = { seed: 3, epoch: 1, step: 2 };
const n = 4000;

/**
 * Means over 100,000 draws of torchvision 0.29.2 at 224 px, areas as shares, aspects as the distance of
 * their logarithm from 0: `RandomResizedCrop.get_params` with (0.8, 1) and (3/4, 4/3), and
 * `RandomErasing.get_params` with its defaults.
 */
const TORCHVISION = {
  cropArea: 0.8679,
  cropAspect: 0.0739,
  erasedArea: 0.1740,
  erasedAspect: 0.5973,
};

function column(strength: Augmentation, name: keyof typeof COLUMN, side = 64): number[] {
  const table = sampleAugmentation(n, side, strength, place);
  assert.equal(table.length, n * AUGMENTATION_COLUMN_COUNT);
  return Array.from({ length: n }, (_, i) => table[i * AUGMENTATION_COLUMN_COUNT + COLUMN[name]]!);
}

/** Asserts that numbers are spread evenly from `low` to `high`: in each of ten parts, a tenth. */
function assertUniform(values: readonly number[], low: number, high: number): void {
  const parts = new Array(10).fill(0);
  for (const value of values) {
    assert.ok(value >= low - 1e-6 && value <= high + 1e-6, `${value}`);
    parts[Math.min(9, Math.floor((value - low) / (high - low) * 10))]++;
  }
  const expected = values.length / 10;
  const deviation = Math.sqrt(expected * 0.9);
  for (const count of parts) assert.ok(Math.abs(count - expected) < 4.5 * deviation, `${parts}`);
}

Deno.test("the color jitter is uniform over its range", () => {
  assertUniform(column(articleAugmentation, "BRIGHTNESS"), 0.8, 1.2);
  assertUniform(column(articleAugmentation, "CONTRAST"), 0.8, 1.2);
  assertUniform(column(articleAugmentation, "SATURATION"), 0.8, 1.2);
  assertUniform(column(articleAugmentation, "HUE"), -0.1, 0.1);
  assertUniform(column({ ...articleAugmentation, brightness: 3 }, "BRIGHTNESS"), 0, 4);
});

Deno.test("rotations are uniform over their range", () => {
  const strength = { ...articleAugmentation, flip: 0, crop: 0 };
  const cos = column(strength, "XX"), sin = column(strength, "XY");
  const degrees = cos.map((cos, i) => Math.atan2(sin[i]!, cos) * 180 / Math.PI);
  assertUniform(degrees, -15, 15);
});

Deno.test("what happens, happens as often as is asked for, and apart from the others", () => {
  const strength = { ...articleAugmentation, rotation: 0, gray: 0.3, blur: 0.6, erase: 0.4 };
  const happens = {
    flip: column(strength, "XX").map((value) => value < 0),
    gray: column(strength, "SATURATION").map((value) => value === 0),
    blur: column(strength, "SIGMA").map((value) => value > 0),
    erase: column(strength, "RIGHT").map((value) => value > 0),
  };
  const names = Object.keys(happens) as (keyof typeof happens)[];
  const near = (actual: number, expected: number, what: string) =>
    assert.ok(Math.abs(actual - expected) < 0.04, `${what}: ${actual}, not ${expected}`);
  const share = (of: (i: number) => boolean) =>
    Array.from({ length: n }, (_, i) => Number(of(i))).reduce((sum, one) => sum + one) / n;
  for (const name of names) {
    near(share((i) => happens[name][i]!), strength[name], name);
    // A generator whose streams overlap would show here.
    near(
      share((i) => happens[name][i] === happens[name][(i + 1) % n]!),
      same(strength[name]),
      name,
    );
    for (const other of names.filter((other) => other !== name)) {
      const both = strength[name] * strength[other];
      near(share((i) => happens[name][i]! && happens[other][i]!), both, `${name} and ${other}`);
    }
  }
  assertUniform(column(strength, "SIGMA").filter((sigma) => sigma > 0), 0.1, 2);
});

const same = (probability: number) => probability ** 2 + (1 - probability) ** 2;

Deno.test("crops have torchvision's distribution", () => {
  const strength = { ...articleAugmentation, flip: 0, rotation: 0 };
  const width = column(strength, "XX", 224), height = column(strength, "YY", 224);
  const mean = (of: (i: number) => number) => width.reduce((sum, _, i) => sum + of(i), 0) / n;
  const near = (actual: number, expected: number, tolerance: number) =>
    assert.ok(Math.abs(actual - expected) < tolerance, `${actual}, not ${expected}`);
  near(mean((i) => width[i]! * height[i]!), TORCHVISION.cropArea, 0.005);
  near(mean((i) => Math.log(width[i]! / height[i]!)), 0, 0.01);
  near(mean((i) => Math.abs(Math.log(width[i]! / height[i]!))), TORCHVISION.cropAspect, 0.005);
});

Deno.test("erased rectangles have torchvision's distribution", () => {
  const strength = { ...defaultAugmentation, erase: 1 };
  const side = (low: "LEFT" | "TOP", high: "RIGHT" | "BOTTOM") => {
    const starts = column(strength, low, 224);
    return column(strength, high, 224).map((end, i) => (end - starts[i]!) / 224);
  };
  const width = side("LEFT", "RIGHT"), height = side("TOP", "BOTTOM");
  const erased = width.flatMap((width, i) => width > 0 ? [[width, height[i]!] as const] : []);
  const mean = (of: (width: number, height: number) => number) =>
    erased.reduce((sum, [width, height]) => sum + of(width, height), 0) / erased.length;
  const near = (actual: number, expected: number, tolerance: number) =>
    assert.ok(Math.abs(actual - expected) < tolerance, `${actual}, not ${expected}`);
  assert.ok(erased.length > 0.99 * n);
  near(mean((width, height) => width * height), TORCHVISION.erasedArea, 0.006);
  near(mean((width, height) => Math.abs(Math.log(width / height))), TORCHVISION.erasedAspect, 0.02);
});

Deno.test("an image's draws do not depend on the batch's size", () => {
  const strength = { ...articleAugmentation, erase: 0.5, blur: 0.5 };
  const many = sampleAugmentation(9, 64, strength, place);
  const few = sampleAugmentation(4, 64, strength, place);
  assert.deepEqual(many.subarray(0, few.length), few);
});

Deno.test("a strength that is not geometry leaves the geometry as it was", () => {
  const weak = column({ ...articleAugmentation, hue: 0, blur: 0, gray: 0 }, "XY");
  const strong = column({ ...articleAugmentation, hue: 0.5, blur: 1, gray: 1, erase: 1 }, "XY");
  assert.deepEqual(strong, weak);
});

Deno.test("a rectangle that never fits is none", () => {
  assert.equal(sampleRectangle(() => 0.5, 10, { area: [1, 1], aspect: [4, 4] }), null);
  assert.deepEqual(
    sampleRectangle(() => 0.999, 10, { area: [0.25, 0.25], aspect: [4, 4] }),
    { left: 0, top: 7, width: 10, height: 3 },
  );
});
