import * as tf from "@tensorflow/tfjs";
import type { ScheduleFreeStep } from "../../kernels/reference/optimizers/schedule_free_update.ts";
import { scheduleFreeUpdate } from "../../kernels/optimizers/schedule_free_update.ts";
import type { ResolvedOptimizerOptions } from "./optimizer_options.ts";
import { rectification } from "./rectification.ts";
import type { UpdateRule } from "./update_rule.ts";

/** The library's: below, schedule-free RAdam waits, or takes plain steps. */
const shortestAverage = 4;

const rest: ScheduleFreeStep = {
  keepSecond: 1,
  addSecond: 0,
  adaptive: 0,
  correction: 1,
  epsilon: 0,
  decay: 0,
  averageWeight: 0,
  rate: 0,
  baseRate: 0,
};

/**
 * Schedule-free learning (Defazio et al., 2024), as the library `schedulefree` computes it: gradients
 * are taken between the values that a plain optimiser reaches and their average, and the average is
 * what is evaluated. A step weighs in the average by the square of the highest learning rate so far.
 */
export function scheduleFreeRule(
  base: "adamw" | "radam" | "sgd",
  { momentum, beta2, epsilon, averagingPower, plainStart }: ResolvedOptimizerOptions,
): UpdateRule<ScheduleFreeStep> {
  return {
    vectors: [
      ["base", "values"],
      ...(base === "sgd" ? [] : [["second", "zeros"] as const]),
    ],
    counters: { steps: 0, highestRate: 0, weightSum: 0 },
    update: scheduleFreeUpdate,
    noStep: rest,
    step(before, learningRate, weightDecay) {
      const { steps: stepsBefore, highestRate: highestBefore, weightSum: sumBefore } = before;
      const steps = stepsBefore! + 1;
      const trust = base === "radam" ? rectification(steps, beta2, shortestAverage) : 1;
      const rate = learningRate * (trust ?? (plainStart ? 1 : 0));
      const highestRate = Math.max(rate, highestBefore!);
      const weight = steps ** averagingPower * highestRate ** 2;
      const weightSum = sumBefore! + weight;
      // While RAdam waits, there is nothing to average yet, and 0 / 0 is not a number.
      const share = weightSum === 0 ? 0 : weight / weightSum;
      return {
        counters: { steps, highestRate, weightSum },
        numbers: {
          keepSecond: beta2,
          addSecond: 1 - beta2,
          adaptive: base === "sgd" || trust === null ? 0 : 1,
          correction: 1 - beta2 ** steps,
          epsilon,
          decay: weightDecay,
          averageWeight: share,
          rate: rate * (1 - momentum * (1 - share)),
          baseRate: rate,
        },
      };
    },
    average(state) {
      const size = state.size / (base === "sgd" ? 2 : 3);
      const values = tf.slice(state, [0], [size]), plain = tf.slice(state, [size], [size]);
      return tf.add(values, tf.mul(tf.sub(plain, values), 1 - 1 / momentum));
    },
  };
}
