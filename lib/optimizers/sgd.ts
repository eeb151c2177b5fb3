import { momentUpdate } from "../../kernels/optimizers/moment_update.ts";
import { defineOptimizer, type OptimizerDefinition } from "./optimizer_definition.ts";
import { noMomentStep } from "./update_rule.ts";

/** Stochastic gradient descent with momentum, as PyTorch computes it. */
export const sgd: OptimizerDefinition<"sgd"> = defineOptimizer({
  name: "sgd",
  learningRate: 0.05,
  weightDecay: 1e-4,
  isScheduleFree: false,
  rule: ({ momentum }) => ({
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
  }),
});
