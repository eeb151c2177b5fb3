import type { OptimizerName } from "../../optimizers/optimizer_name.ts";

/** What suits an optimizer better than the defaults of the settings. */
export const optimizerDefaults: Readonly<
  Record<OptimizerName, { readonly learningRate?: number; readonly weightDecay?: number }>
> = {
  adam: { weightDecay: 0 },
  adamw: {},
  sgd: { learningRate: 0.05, weightDecay: 1e-4 },
  // RAdam holds back for some 2,000 steps, and Lookahead halves what is left.
  ranger: { learningRate: 5e-3 },
  "schedule-free-adamw": { learningRate: 2.5e-3 },
  "schedule-free-radam": { learningRate: 2.5e-3 },
  "schedule-free-sgd": { learningRate: 0.3, weightDecay: 1e-4 },
};
