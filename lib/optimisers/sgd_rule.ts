import { momentUpdate } from "../../kernels/moment_update.ts";
import type { WholeOptimiserOptions } from "./optimiser_options.ts";
import type { UpdateRule } from "./update_rule.ts";

/** Stochastic gradient descent with momentum, as PyTorch computes it. */
export function sgdRule({ momentum, weightDecay }: WholeOptimiserOptions): UpdateRule {
  return {
    vectors: [["first", "zeros"]],
    counters: {},
    step: (counters, learningRate) => ({
      counters,
      move: (state, gradient, decays) =>
        momentUpdate(state, gradient, decays, {
          coupledDecay: weightDecay,
          keepFirst: momentum,
          addFirst: 1,
          keepSecond: 0,
          addSecond: 0,
          adaptive: 0,
          correction: 1,
          epsilon: 0,
          rate: learningRate,
          decay: 0,
          pull: 0,
        }),
    }),
  };
}
