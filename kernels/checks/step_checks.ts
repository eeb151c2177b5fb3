import * as tf from "@tensorflow/tfjs";
import { augmentImages } from "../augmentation/augment_images.ts";
import { momentUpdate } from "../optimizers/moment_update.ts";
import { lerp } from "../batch_norm/lerp.ts";
import * as pictures from "../reference/augmentation/augment_images.ts";
import { AUGMENTATION_COLUMN_COUNT } from "../reference/augmentation/augmentation_columns.ts";
import * as moments from "../reference/optimizers/moment_update.ts";
import * as moving from "../reference/layers/lerp.ts";
import * as scheduleFree from "../reference/optimizers/schedule_free_update.ts";
import { type SectionUpdate, updateGroups } from "../reference/optimizers/update_groups.ts";
import type { ParameterUpdate } from "../optimizers/register_parameter_update.ts";
import { scheduleFreeUpdate } from "../optimizers/schedule_free_update.ts";
import { articleAugmentation } from "../../lib/images/augment/augmentation.ts";
import { sampleAugmentation } from "../../lib/images/augment/sample_augmentation.ts";
import type { KernelCheck } from "./kernel_check.ts";
import { sampleIntegers, sampleValues } from "./sample_numbers.ts";

const count = 5_003;
const gradient = sampleValues(count, 2), groups = sampleIntegers(count, 3, 0, 1).sort();
/** Values, and three vectors of which the second is above 0, as second moments are. */
const state = sampleValues(4 * count, 1).map((value, i) =>
  i >= 2 * count && i < 3 * count ? value * value : value
);

function updateCheck<Step>(
  kernel: string,
  rows: number,
  update: ParameterUpdate<Step>,
  reference: SectionUpdate<Step>,
  steps: readonly Step[],
): KernelCheck {
  const before = state.slice(0, rows * count);
  return {
    kernel,
    tolerance: 1e-5,
    run: () => [
      update(tf.tensor1d(before), tf.tensor1d(gradient), tf.tensor1d(groups, "int32"), steps),
    ],
    expected() {
      const next = new Float32Array(before.length);
      updateGroups(reference, { state: before, gradient, groups }, steps, next);
      return [next];
    },
  };
}

const move = { row: 1, factor: 1.1, weight: 0.3 };
const seconds = { keepSecond: 0.9, addSecond: 0.1, adaptive: 1, correction: 0.4, epsilon: 1e-3 };
const momentSteps: readonly moments.MomentStep[] = [0.2, 0].map((decay) => ({
  ...seconds,
  coupledDecay: decay,
  keepFirst: 0.8,
  addFirst: 0.2,
  rate: 0.02,
  decay: decay / 2,
  pull: 0.5,
}));
const scheduleFreeSteps: readonly scheduleFree.ScheduleFreeStep[] = [0.2, 0].map((decay) => ({
  ...seconds,
  decay,
  averageWeight: 0.3,
  rate: 0.02,
  baseRate: 0.05,
}));

const n = 4, side = 33;
const stride = 4 * Math.ceil(side * side * 3 / 4);
const bytes = Uint8Array.from(sampleValues(n * stride, 4), (value) => 127.5 * (value + 1));
const words = new Int32Array(bytes.buffer);
const changes = sampleAugmentation(
  n,
  side,
  { ...articleAugmentation, gray: 0.3, blur: 0.5, erase: 0.5, hue: 0.2 },
  { seed: 1, epoch: 2, step: 3 },
);
const scale: pictures.Normalization = {
  mean: [0.485, 0.456, 0.406],
  std: [0.229, 0.224, 0.225],
};

/** Kernels of a step of training that are not over embeddings. */
export const stepChecks: readonly KernelCheck[] = [
  {
    kernel: "slices and concatenations",
    tolerance: 0,
    run() {
      const whole = tf.tensor1d(state), first = tf.slice(whole, [count], [count]);
      return [first, tf.concat([first, tf.slice(whole, [0], [count])])];
    },
    expected: () => [
      state.slice(count, 2 * count),
      Float32Array.of(...state.slice(count, 2 * count), ...state.slice(0, count)),
    ],
  },
  {
    kernel: "sums over rows",
    tolerance: 1e-4,
    run: () => [tf.sum(tf.tensor2d(state, [count, 4]), 0)],
    expected: () => [
      [0, 1, 2, 3].map((column) =>
        state.reduce((sum, value, i) => i % 4 === column ? sum + value : sum, 0)
      ),
    ],
  },
  {
    kernel: "numbers moved towards others",
    tolerance: 1e-5,
    run: () => [
      lerp(tf.tensor1d(gradient), tf.tensor2d(state.slice(0, 2 * count), [2, count]), move),
    ],
    expected: () => [moving.lerp(gradient, state, move)],
  },
  updateCheck("update by moments", 3, momentUpdate, moments.momentUpdate, momentSteps),
  updateCheck("update with slow values", 4, momentUpdate, moments.momentUpdate, momentSteps),
  updateCheck(
    "schedule-free update",
    3,
    scheduleFreeUpdate,
    scheduleFree.scheduleFreeUpdate,
    scheduleFreeSteps,
  ),
  {
    kernel: "augmented pictures",
    tolerance: 1e-4,
    run: () => [
      augmentImages(
        tf.tensor2d(words, [n, stride / 4], "int32"),
        tf.tensor2d(changes, [n, AUGMENTATION_COLUMN_COUNT]),
        { side, ...scale },
      ),
    ],
    expected: () => [pictures.augmentImages({ bytes, stride, side }, changes, scale)],
  },
];
