import { momentUpdate } from "../../kernels/optimizers/moment_update.ts";
import type { MomentStep } from "../../kernels/reference/optimizers/moment_update.ts";
import { noMomentStep } from "./moment_rest.ts";
import type { ResolvedOptimizerOptions } from "./optimizer_options.ts";
import type { UpdateRule } from "./update_rule.ts";

/** Stochastic gradient descent with momentum, as PyTorch computes it. */
export function sgdRule({ momentum }: ResolvedOptimizerOptions): UpdateRule<MomentStep> {
  return {
    vectors: [["first", "zeros"]],
    counters: {},
    update: momentUpdate,
    noStep: noMomentStep,
    step: (counters, learningRate, weightDecay) => ({
      counters,
      numbers: {
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
      },
    }),
  };
}
