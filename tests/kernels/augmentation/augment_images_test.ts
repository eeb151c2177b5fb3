import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { augmentCheck } from "../../../kernels/checks/augmentation_checks.ts";
import { runChecks } from "../../../kernels/checks/run_checks.ts";
import { openBackend } from "../../../lib/backends/open_backend.ts";
import { augmentImages } from "../../../kernels/augmentation/augment_images.ts";
import {
  AUGMENTATION_COLUMN_COUNT,
  AUGMENTATION_COLUMNS,
} from "../../../kernels/reference/augmentation/augmentation_columns.ts";
import * as reference from "../../../kernels/reference/augmentation/augment_images.ts";
import { articleAugmentation } from "../../../lib/images/augment/augmentation.ts";
import { sampleAugmentation } from "../../../lib/images/augment/sample_augmentation.ts";
import { assertCloseTo } from "../support/assert_close_to.ts";
import { devices, take, testOnDevices } from "../support/test_on_devices.ts";
import torchvision from "./torchvision.json" with { type: "json" };
import { needs } from "../../needs.ts";

type Column = keyof typeof AUGMENTATION_COLUMNS;

/** Leaves values on a scale of 0 to 1. */
const unscaled = { mean: [0, 0, 0], std: [1, 1, 1] } as const;
const imageNet = { mean: [0.485, 0.456, 0.406], std: [0.229, 0.224, 0.225] } as const;

/** A row of the table that leaves an image as it is, but for what is named. */
function row(changes: Partial<Record<Column, number>>): Float32Array {
  const row = new Float32Array(AUGMENTATION_COLUMN_COUNT);
  const all = { XX: 1, YY: 1, BRIGHTNESS: 1, CONTRAST: 1, SATURATION: 1, ...changes };
  for (const [name, value] of Object.entries(all)) {
    row[AUGMENTATION_COLUMNS[name as Column]] = value;
  }
  return row;
}

/** The image that the results in `torchvision.json` were made of. */
function torchvisionImage(): Uint8Array {
  const { side } = torchvision;
  return Uint8Array.from({ length: side * side * 3 }, (_, i) => {
    const x = Math.floor(i / 3) % side, y = Math.floor(i / 3 / side);
    return 31 * x + 17 * y + 5 * x * y + 89 * (i % 3);
  });
}

const half = (torchvision.side - 1) / 2;
const cos = Math.cos(Math.PI / 12), sin = Math.sin(Math.PI / 12);
const everywhere = () => true;

/** What torchvision was asked for, and where the two are to agree. */
const CASES: Record<
  keyof typeof torchvision.results,
  { changes: Parameters<typeof row>[0]; where?: (x: number, y: number) => boolean }
> = {
  flip: { changes: { XX: -1, X0: 2 * half } },
  rotation: {
    changes: {
      XX: cos,
      XY: -sin,
      X0: half - (cos - sin) * half,
      YX: sin,
      YY: cos,
      Y0: half - (cos + sin) * half,
    },
    // Farther out torchvision is black.
    where: (x, y) => Math.hypot(x - half, y - half) < half,
  },
  crop: {
    changes: { XX: 0.8, X0: 0.4 - 0.5 + 2, YY: 0.9, Y0: 0.45 - 0.5 + 1 },
    // At the edges torchvision does not look beyond the crop.
    where: (x, y) => Math.max(Math.abs(x - half), Math.abs(y - half)) < half,
  },
  brightness: { changes: { BRIGHTNESS: 1.2 } },
  contrast: { changes: { CONTRAST: 0.8 } },
  saturation: { changes: { SATURATION: 1.2 } },
  hue: { changes: { HUE: 0.1 } },
  hueBack: { changes: { HUE: -0.4 } },
  grey: { changes: { SATURATION: 0 } },
  blur: { changes: { SIGMA: 1.3 } },
  faintBlur: { changes: { SIGMA: 0.3 } },
  erase: { changes: { LEFT: 3, TOP: 2, RIGHT: 8, BOTTOM: 6 } },
};

for (const [name, { changes, where = everywhere }] of Object.entries(CASES)) {
  Deno.test(`the reference's ${name} is torchvision's`, needs({ read: true }), () => {
    const { side } = torchvision;
    const bytes = torchvisionImage();
    const text = torchvision.results[name as keyof typeof CASES];
    const wanted = new Float32Array(Uint8Array.fromBase64(text).buffer);
    const found = reference.augmentImages(
      { bytes, stride: bytes.length, side },
      row(changes),
      unscaled,
    );
    const compared = (values: Float32Array) =>
      values.filter((_, i) => where(Math.floor(i / 3) % side, Math.floor(i / 3 / side)));
    assert.ok(compared(wanted).length > wanted.length / 2);
    // torchvision's weight of red is 0.2989, where this has 0.299.
    assertCloseTo(compared(found), compared(wanted), 1e-4);
  });
}

/** Noise and gradients, n images of `[side, side, 3]`, packed with padding that must not be seen. */
function pack(n: number, side: number) {
  const stride = 4 * Math.ceil(side * side * 3 / 4);
  const bytes = new Uint8Array(n * stride).fill(255);
  for (let i = 0; i < n; i++) {
    for (let at = 0; at < side * side * 3; at++) {
      const noise = Math.imul(at * 71 + i * 1327 + 3, 2654435761) >>> 24;
      bytes[i * stride + at] = i % 2 === 0 ? noise : at * 255 / (side * side * 3);
    }
  }
  const words = new Int32Array(bytes.buffer);
  return { bytes, stride, side, pixels: tf.tensor2d(words, [n, stride / 4]) };
}

const strongest = { ...articleAugmentation, scale: 0.3, shift: 0.2, rotation: 180, hue: 0.5 };
const sometimes = { grey: 0.2, blur: 0.5, erase: 0.5 };

for (const device of devices) {
  Deno.test({
    ...needs({ read: true }),
    name: `images are augmented as training samples it (${device})`,
    sanitizeOps: false,
    sanitizeResources: false,
    async fn() {
      const n = 12;
      const backend = await openBackend(device);
      const checks = [1, 2, 3, 7, 16, 33, 70].flatMap((side) => {
        const table = sampleAugmentation(
          n,
          side,
          { ...strongest, ...sometimes },
          { seed: 1, epoch: 2, step: side },
        );
        return [unscaled, imageNet]
          .map((normalization) => augmentCheck({ n, side, table, normalization }));
      });
      const wrong = (await runChecks(checks, backend)).filter(({ ok }) => !ok);
      assert.deepEqual(wrong, []);
    },
  });
}

testOnDevices("without a change, bytes are normalized alone", [2 * 5 * 5 * 3], async () => {
  const { pixels, bytes, stride, side } = pack(2, 5);
  const table = tf.tensor2d([...row({}), ...row({})], [2, AUGMENTATION_COLUMN_COUNT]);
  const expected: number[] = [];
  for (let i = 0; i < 2; i++) {
    for (let at = 0; at < side * side * 3; at++) {
      const { mean, std } = imageNet;
      const value = bytes[i * stride + at]! / 255;
      expected.push((value - mean[at % 3]!) / std[at % 3]!);
    }
  }
  assertCloseTo(await take(augmentImages(pixels, table, { side, ...imageNet })), expected, 1e-6);
  tf.dispose([pixels, table]);
});
