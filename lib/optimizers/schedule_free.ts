import * as tf from "@tensorflow/tfjs";
import { scheduleFreeUpdate } from "../../kernels/optimizers/schedule_free_update.ts";
import type { ScheduleFreeStep } from "../../kernels/reference/optimizers/schedule_free_update.ts";
import { defineOptimizer, type OptimizerDefinition } from "./optimizer_definition.ts";
import { epsilon, type ResolvedOptimizerOptions } from "./optimizer_options.ts";
import { rectification } from "./rectification.ts";
import type { UpdateRule } from "./update_rule.ts";

/** Schedule-free AdamW. */
export const scheduleFreeAdamw: OptimizerDefinition<"schedule-free-adamw"> = defineOptimizer({
  name: "schedule-free-adamw",
  learningRate: 2.5e-3,
  weightDecay: 0.05,
  isScheduleFree: true,
  rule: (options) => scheduleFreeRule("adamw", options),
});

/** Schedule-free RAdam. */
export const scheduleFreeRadam: OptimizerDefinition<"schedule-free-radam"> = defineOptimizer({
  name: "schedule-free-radam",
  learningRate: 2.5e-3,
  weightDecay: 0.05,
  isScheduleFree: true,
  rule: (options) => scheduleFreeRule("radam", options),
});

/** Schedule-free SGD. */
export const scheduleFreeSgd: OptimizerDefinition<"schedule-free-sgd"> = defineOptimizer({
  name: "schedule-free-sgd",
  learningRate: 0.3,
  weightDecay: 1e-4,
  isScheduleFree: true,
  rule: (options) => scheduleFreeRule("sgd", options),
});

/** The library's threshold of RAdam's average: below it, schedule-free RAdam waits. */
const shortestAverage = 4;

const noStep: ScheduleFreeStep = {
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
 * are taken between the values that a plain optimizer reaches and their average, and the average is
 * what is evaluated. A step weighs in the average by the square of the highest learning rate so far.
 */
function scheduleFreeRule(
  base: "adamw" | "radam" | "sgd",
  { momentum, beta2 }: ResolvedOptimizerOptions,
): UpdateRule<ScheduleFreeStep> {
  return {
    vectors: [
      ["base", "values"],
      ...(base === "sgd" ? [] : [["second", "zeros"] as const]),
    ],
    counters: { steps: 0, highestRate: 0, weightSum: 0 },
    update: scheduleFreeUpdate,
    noStep,
    step(before, learningRate, weightDecay) {
      const { steps: stepsBefore, highestRate: highestBefore, weightSum: sumBefore } = before;
      const steps = stepsBefore! + 1;
      const trust = base === "radam" ? rectification(steps, beta2, shortestAverage) : 1;
      const rate = learningRate * (trust ?? 0);
      const highestRate = Math.max(rate, highestBefore!);
      const weight = highestRate ** 2;
      const weightSum = sumBefore! + weight;
      // While RAdam waits, there is nothing to average yet, and 0 / 0 is not a number.
      const averageWeight = weightSum === 0 ? 0 : weight / weightSum;
      return {
        counters: { steps, highestRate, weightSum },
        numbers: {
          keepSecond: beta2,
          addSecond: 1 - beta2,
          adaptive: base === "sgd" || trust === null ? 0 : 1,
          correction: 1 - beta2 ** steps,
          epsilon,
          decay: weightDecay,
          averageWeight,
          rate: rate * (1 - momentum * (1 - averageWeight)),
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
