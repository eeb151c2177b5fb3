import { momentUpdate } from "../../kernels/optimizers/moment_update.ts";
import type { MomentStep } from "../../kernels/reference/optimizers/moment_update.ts";
import { defineOptimizer, type OptimizerDefinition } from "./optimizer_definition.ts";
import { epsilon, type ResolvedOptimizerOptions } from "./optimizer_options.ts";
import { noMomentStep, type UpdateRule } from "./update_rule.ts";

/** Adam (Kingma and Ba, 2015), as PyTorch computes it. */
export const adam: OptimizerDefinition<"adam"> = defineOptimizer({
  name: "adam",
  learningRate: 1e-3,
  weightDecay: 0,
  isScheduleFree: false,
  rule: (options) => adamRule(options, { decoupled: false }),
});

/** AdamW (Loshchilov and Hutter, 2019): Adam with decoupled weight decay, as PyTorch computes it. */
export const adamw: OptimizerDefinition<"adamw"> = defineOptimizer({
  name: "adamw",
  learningRate: 1e-3,
  weightDecay: 0.05,
  isScheduleFree: false,
  rule: (options) => adamRule(options, { decoupled: true }),
});

function adamRule(
  { momentum, beta2 }: ResolvedOptimizerOptions,
  { decoupled }: { decoupled: boolean },
): UpdateRule<MomentStep> {
  return {
    vectors: [["first", "zeros"], ["second", "zeros"]],
    counters: { steps: 0 },
    update: momentUpdate,
    noStep: noMomentStep,
    step({ steps: before }, learningRate, weightDecay) {
      const steps = before! + 1;
      return {
        counters: { steps },
        numbers: {
          coupledDecay: decoupled ? 0 : weightDecay,
          keepFirst: momentum,
          addFirst: 1 - momentum,
          keepSecond: beta2,
          addSecond: 1 - beta2,
          adaptive: 1,
          correction: 1 - beta2 ** steps,
          epsilon,
          rate: learningRate / (1 - momentum ** steps),
          decay: decoupled ? learningRate * weightDecay : 0,
          pull: 0,
        },
      };
    },
  };
}
