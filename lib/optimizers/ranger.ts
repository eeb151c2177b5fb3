import { momentUpdate } from "../../kernels/optimizers/moment_update.ts";
import { defineOptimizer, type OptimizerDefinition } from "./optimizer_definition.ts";
import { epsilon } from "./optimizer_options.ts";
import { rectification } from "./rectification.ts";
import { noMomentStep } from "./update_rule.ts";

/** Lookahead's defaults: fast steps to a slow one, and how far that goes towards the fast values. */
const fastSteps = 6;
const pull = 0.5;
/** PyTorch's threshold of RAdam's average: below it, a step is one of momentum alone. */
const shortestAverage = 5;

/**
 * Ranger: RAdam (Liu et al., 2020), as PyTorch computes it with decoupled weight decay, under
 * Lookahead (Zhang et al., 2019).
 */
export const ranger: OptimizerDefinition<"ranger"> = defineOptimizer({
  name: "ranger",
  // RAdam holds back for some 2,000 steps, and Lookahead halves what is left.
  learningRate: 5e-3,
  weightDecay: 0.05,
  isScheduleFree: false,
  rule: ({ momentum, beta2 }) => ({
    vectors: [["first", "zeros"], ["second", "zeros"], ["slow", "values"]],
    counters: { steps: 0 },
    update: momentUpdate,
    noStep: noMomentStep,
    step({ steps: before }, learningRate, weightDecay) {
      const steps = before! + 1;
      const trust = rectification(steps, beta2, shortestAverage);
      const correction = 1 - beta2 ** steps;
      return {
        counters: { steps },
        numbers: {
          coupledDecay: 0,
          keepFirst: momentum,
          addFirst: 1 - momentum,
          keepSecond: beta2,
          addSecond: 1 - beta2,
          adaptive: trust === null ? 0 : 1,
          correction,
          // PyTorch adds it before the correction.
          epsilon: epsilon / Math.sqrt(correction),
          rate: learningRate * (trust ?? 1) / (1 - momentum ** steps),
          decay: learningRate * weightDecay,
          pull: steps % fastSteps === 0 ? pull : 0,
        },
      };
    },
  }),
});
