import { adamRule } from "./adam_rule.ts";
import { FlatOptimiser } from "./flat_optimiser.ts";
import type { Optimiser } from "./optimiser.ts";
import type { OptimiserName } from "./optimiser_name.ts";
import type { OptimiserOptions, WholeOptimiserOptions } from "./optimiser_options.ts";
import type { ParameterGroup } from "./parameter_group.ts";
import { rangerRule } from "./ranger_rule.ts";
import { scheduleFreeRule } from "./schedule_free_rule.ts";
import { sgdRule } from "./sgd_rule.ts";
import type { UpdateRule } from "./update_rule.ts";

const creators: Record<OptimiserName, Creator> = {
  adam: flat((options) => adamRule(options, { decoupled: false })),
  adamw: flat((options) => adamRule(options, { decoupled: true })),
  sgd: flat(sgdRule),
  ranger: flat(rangerRule),
  "schedule-free-adamw": flat((options) => scheduleFreeRule("adamw", options)),
  "schedule-free-radam": flat((options) => scheduleFreeRule("radam", options)),
  "schedule-free-sgd": flat((options) => scheduleFreeRule("sgd", options)),
};

type Creator = (groups: readonly ParameterGroup[], options: WholeOptimiserOptions) => Optimiser;

function flat<Step>(rule: (options: WholeOptimiserOptions) => UpdateRule<Step>): Creator {
  return (groups, options) => new FlatOptimiser(groups, rule(options), options);
}

/**
 * Makes an optimiser of parameters, which it moves in place.
 *
 * @param groups one, or two, as PyTorch's parameter groups: each has a learning rate and step counts
 *   of its own
 */
export function createOptimiser(
  name: OptimiserName,
  groups: readonly ParameterGroup[],
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
  return creators[name](groups, whole);
}
