import { findDefinition } from "../options/find_definition.ts";
import { adam, adamw } from "./adam.ts";
import { optimizerMessages } from "./messages.ts";
import type { Optimizer } from "./optimizer.ts";
import type { OptimizerDefinition } from "./optimizer_definition.ts";
import type { OptimizerOptions, ParameterGroup } from "./optimizer_options.ts";
import { ranger } from "./ranger.ts";
import { scheduleFreeAdamw, scheduleFreeRadam, scheduleFreeSgd } from "./schedule_free.ts";
import { sgd } from "./sgd.ts";

/** All optimizers. */
export const optimizers = [
  adam,
  adamw,
  sgd,
  ranger,
  scheduleFreeAdamw,
  scheduleFreeRadam,
  scheduleFreeSgd,
] as const;

/** The name of an optimizer. */
export type OptimizerName = typeof optimizers[number]["name"];

/** The names of all optimizers. */
export const optimizerNames: readonly OptimizerName[] = optimizers.map(({ name }) => name);

/**
 * Finds an optimizer by its name.
 *
 * @throws {UserError} if no optimizer has the name
 */
export function findOptimizer(name: string): OptimizerDefinition<OptimizerName> {
  return findDefinition(optimizers, name, optimizerMessages.kind());
}

/**
 * Makes an optimizer of parameters, which it moves in place.
 *
 * @param groups one or more, as PyTorch's parameter groups: each has a learning rate and step counts
 *   of its own
 *
 * @example
 * ```ts
 * const groups = [{ parameters: model.parameters.trainable(), rate: 1 }];
 * const optimizer = createOptimizer("adamw", groups, { weightDecay: 0.05 });
 * ```
 */
export function createOptimizer(
  name: OptimizerName,
  groups: readonly ParameterGroup[],
  options: OptimizerOptions,
): Optimizer {
  return findOptimizer(name).create(groups, options);
}
