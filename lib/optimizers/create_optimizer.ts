import { adamRule } from "./adam_rule.ts";
import { FlatOptimizer } from "./flat_optimizer.ts";
import type { Optimizer } from "./optimizer.ts";
import type { OptimizerName } from "./optimizer_name.ts";
import type { OptimizerOptions, ResolvedOptimizerOptions } from "./optimizer_options.ts";
import type { ParameterGroup } from "./parameter_group.ts";
import { rangerRule } from "./ranger_rule.ts";
import { scheduleFreeRule } from "./schedule_free_rule.ts";
import { sgdRule } from "./sgd_rule.ts";
import type { UpdateRule } from "./update_rule.ts";

const creators: Record<OptimizerName, Creator> = {
  adam: flat((options) => adamRule(options, { decoupled: false })),
  adamw: flat((options) => adamRule(options, { decoupled: true })),
  sgd: flat(sgdRule),
  ranger: flat(rangerRule),
  "schedule-free-adamw": flat((options) => scheduleFreeRule("adamw", options)),
  "schedule-free-radam": flat((options) => scheduleFreeRule("radam", options)),
  "schedule-free-sgd": flat((options) => scheduleFreeRule("sgd", options)),
};

type Creator = (groups: readonly ParameterGroup[], options: ResolvedOptimizerOptions) => Optimizer;

function flat<Step>(rule: (options: ResolvedOptimizerOptions) => UpdateRule<Step>): Creator {
  return (groups, options) => new FlatOptimizer(groups, rule(options), options);
}

/**
 * Makes an optimiser of parameters, which it moves in place.
 *
 * @param groups one, or two, as PyTorch's parameter groups: each has a learning rate and step counts
 *   of its own
 */
export function createOptimizer(
  name: OptimizerName,
  groups: readonly ParameterGroup[],
  options: OptimizerOptions,
): Optimizer {
  const whole: ResolvedOptimizerOptions = {
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
