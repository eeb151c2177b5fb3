import { momentUpdate } from "../../kernels/optimizers/moment_update.ts";
import type { MomentStep } from "../../kernels/reference/optimizers/moment_update.ts";
import { noMomentStep } from "./moment_rest.ts";
import type { ResolvedOptimizerOptions } from "./optimizer_options.ts";
import { rectification } from "./rectification.ts";
import type { UpdateRule } from "./update_rule.ts";

/** Lookahead's defaults: so many fast steps, then the slow values go so far towards them. */
const fastSteps = 6;
const pull = 0.5;
/** PyTorch's: below, a step is one of momentum alone. */
const shortestAverage = 5;

/**
 * Ranger: RAdam (Liu et al., 2020), as PyTorch computes it with decoupled weight decay, under
 * Lookahead (Zhang et al., 2019).
 */
export function rangerRule(
  { momentum, beta2, epsilon }: ResolvedOptimizerOptions,
): UpdateRule<MomentStep> {
  return {
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
  };
}
