import type { Parameter } from "../model/parameters.ts";
import { adamRule } from "./adam_rule.ts";
import { FlatOptimiser } from "./flat_optimiser.ts";
import type { Optimiser } from "./optimiser.ts";
import type { OptimiserName } from "./optimiser_name.ts";
import type { OptimiserOptions, WholeOptimiserOptions } from "./optimiser_options.ts";
import { rangerRule } from "./ranger_rule.ts";
import { scheduleFreeRule } from "./schedule_free_rule.ts";
import { sgdRule } from "./sgd_rule.ts";
import type { UpdateRule } from "./update_rule.ts";

const rules: Record<OptimiserName, (options: WholeOptimiserOptions) => UpdateRule> = {
  adam: (options) => adamRule(options, { decoupled: false }),
  adamw: (options) => adamRule(options, { decoupled: true }),
  sgd: sgdRule,
  ranger: rangerRule,
  "schedule-free-adamw": (options) => scheduleFreeRule("adamw", options),
  "schedule-free-radam": (options) => scheduleFreeRule("radam", options),
  "schedule-free-sgd": (options) => scheduleFreeRule("sgd", options),
};

/** Makes an optimiser of parameters, which it moves in place. */
export function createOptimiser(
  name: OptimiserName,
  parameters: readonly Parameter[],
  options: OptimiserOptions,
): Optimiser {
  const whole: WholeOptimiserOptions = {
    momentum: 0.9,
    beta2: 0.999,
    epsilon: 1e-8,
    decayAll: false,
    clip: null,
    accumulate: 1,
    averagingPower: 0,
    plainStart: false,
    ...options,
  };
  return new FlatOptimiser(parameters, rules[name](whole), whole);
}
