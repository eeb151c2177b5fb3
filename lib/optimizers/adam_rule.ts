import { momentUpdate } from "../../kernels/optimizers/moment_update.ts";
import type { MomentStep } from "../../kernels/reference/optimizers/moment_update.ts";
import { noMomentStep } from "./moment_rest.ts";
import type { ResolvedOptimizerOptions } from "./optimizer_options.ts";
import type { UpdateRule } from "./update_rule.ts";

/**
 * Adam (Kingma and Ba, 2015), or with decoupled weight decay AdamW (Loshchilov and Hutter, 2019), as
 * PyTorch computes them.
 */
export function adamRule(
  { momentum, beta2, epsilon }: ResolvedOptimizerOptions,
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
