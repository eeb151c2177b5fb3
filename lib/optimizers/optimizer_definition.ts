import { FlatOptimizer } from "./flat_optimizer.ts";
import type { Optimizer } from "./optimizer.ts";
import type {
  OptimizerOptions,
  ParameterGroup,
  ResolvedOptimizerOptions,
} from "./optimizer_options.ts";
import type { UpdateRule } from "./update_rule.ts";

/** What an optimizer is: its name, the settings that suit it, and how it is made. */
export interface OptimizerDefinition<Name extends string = string> {
  /** The name that settings use. */
  readonly name: Name;
  /** Its default learning rate. */
  readonly learningRate: number;
  /** Its default weight decay. */
  readonly weightDecay: number;
  /** True if it averages weights instead of lowering the learning rate. */
  readonly isScheduleFree: boolean;
  /** Makes the optimizer of parameters, which it moves in place. */
  create(groups: readonly ParameterGroup[], options: OptimizerOptions): Optimizer;
}

/**
 * Defines an optimizer.
 *
 * @param definition.rule makes its rule from options
 */
export function defineOptimizer<const Name extends string, Step>(
  { rule, ...traits }: Omit<OptimizerDefinition<Name>, "create"> & {
    rule(options: ResolvedOptimizerOptions): UpdateRule<Step>;
  },
): OptimizerDefinition<Name> {
  return {
    ...traits,
    create(groups, given) {
      const options: ResolvedOptimizerOptions = {
        momentum: 0.9,
        beta2: 0.999,
        decayAll: false,
        clip: null,
        accumulate: 1,
        ...given,
      };
      return new FlatOptimizer(groups, rule(options), options);
    },
  };
}
