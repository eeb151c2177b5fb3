import { momentUpdate } from "../../kernels/moment_update.ts";
import type { WholeOptimiserOptions } from "./optimiser_options.ts";
import type { UpdateRule } from "./update_rule.ts";

/**
 * Adam (Kingma and Ba, 2015), or with decoupled weight decay AdamW (Loshchilov and Hutter, 2019), as
 * PyTorch computes them.
 */
export function adamRule(
  { momentum, beta2, epsilon, weightDecay }: WholeOptimiserOptions,
  { decoupled }: { decoupled: boolean },
): UpdateRule {
  return {
    vectors: [["first", "zeros"], ["second", "zeros"]],
    counters: { steps: 0 },
    step({ steps: before }, learningRate) {
      const steps = before! + 1;
      return {
        counters: { steps },
        move: (state, gradient, decays) =>
          momentUpdate(state, gradient, decays, {
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
          }),
      };
    },
  };
}
