import type * as tf from "@tensorflow/tfjs";
import { momentUpdate } from "../optimizers/moment_update.ts";
import type { ParameterUpdate } from "../optimizers/register_parameter_update.ts";
import { scheduleFreeUpdate } from "../optimizers/schedule_free_update.ts";
import * as moments from "../reference/optimizers/moment_update.ts";
import * as scheduleFree from "../reference/optimizers/schedule_free_update.ts";
import { type SectionUpdate, updateGroups } from "../reference/optimizers/update_groups.ts";
import { defineCheck, type KernelCheck } from "./kernel_check.ts";
import { sampleIntegers, sampleValues, vector } from "./sample_values.ts";

/** Parameters, rows of the state, and whether a step divides by second moments. */
interface Sizes {
  readonly count: number;
  readonly rows: number;
  readonly adaptive: 0 | 1;
}

function updateCheck<Step>(
  kernel: string,
  { count, rows, adaptive }: Sizes,
  update: ParameterUpdate<Step>,
  reference: SectionUpdate<Step>,
  steps: readonly Step[],
): KernelCheck {
  return defineCheck({
    kernel: `${kernel}, ${rows} rows of ${count}${adaptive ? ", adaptive" : ""}`,
    tolerance: 1e-5,
    inputs: () => ({
      // Second moments, in the third row, are above 0.
      state: vector(
        sampleValues(rows * count, 1).map((value, i) =>
          i >= 2 * count && i < 3 * count ? value * value : value
        ),
      ),
      gradient: vector(sampleValues(count, 2)),
      groups: vector(sampleIntegers(count, 3, 0, steps.length - 1).sort()),
    }),
    run: ({ state, gradient, groups }) => [
      update(state as tf.Tensor1D, gradient as tf.Tensor1D, groups as tf.Tensor1D, steps),
    ],
    expected({ state, gradient, groups }) {
      const next = new Float32Array(state.values.length);
      const inputs = {
        state: state.values as Float32Array,
        gradient: gradient.values as Float32Array,
        groups: groups.values as Int32Array,
      };
      updateGroups(reference, inputs, steps, next);
      return [next];
    },
  });
}

const decays = [0.2, 0, 0.5, 0.1];
const secondMoments = { keepSecond: 0.9, addSecond: 0.1, correction: 0.4, epsilon: 1e-3 };

/** A step of Adam's family; a fourth row of the state holds slow values. */
export function momentUpdateCheck(sizes: Sizes): KernelCheck {
  const steps = decays.map((decay, group): moments.MomentStep => ({
    ...secondMoments,
    coupledDecay: decay,
    keepFirst: 0.7 - group / 10,
    addFirst: 0.3,
    adaptive: sizes.adaptive,
    rate: 0.02 * (1 + group),
    decay: decay / 2,
    pull: sizes.rows > 3 && group !== 1 ? 0.5 : 0,
  }));
  return updateCheck("moment update", sizes, momentUpdate, moments.momentUpdate, steps);
}

/** A step of a schedule-free optimizer. */
export function scheduleFreeCheck(sizes: Sizes): KernelCheck {
  const steps = decays.map((decay, group): scheduleFree.ScheduleFreeStep => ({
    ...secondMoments,
    adaptive: sizes.adaptive,
    decay,
    averageWeight: 0.3 + group / 10,
    rate: 0.02,
    baseRate: 0.05 * (1 + group),
  }));
  const { scheduleFreeUpdate: reference } = scheduleFree;
  return updateCheck("schedule-free update", sizes, scheduleFreeUpdate, reference, steps);
}

/** Steps of all optimizers, over so many parameters. */
export function optimizerChecksOf(count: number): KernelCheck[] {
  return [
    momentUpdateCheck({ count, rows: 2, adaptive: 0 }),
    momentUpdateCheck({ count, rows: 3, adaptive: 1 }),
    momentUpdateCheck({ count, rows: 3, adaptive: 0 }),
    momentUpdateCheck({ count, rows: 4, adaptive: 1 }),
    scheduleFreeCheck({ count, rows: 2, adaptive: 0 }),
    scheduleFreeCheck({ count, rows: 3, adaptive: 1 }),
  ];
}

/** Steps of all optimizers. */
export const optimizerChecks: readonly KernelCheck[] = optimizerChecksOf(5_003);
