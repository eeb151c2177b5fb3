/**
 * Optimizers: one update of all parameters.
 *
 * @module
 */
export type { Counters, Optimizer, OptimizerState } from "./optimizer.ts";
export type { OptimizerDefinition } from "./optimizer_definition.ts";
export type { OptimizerOptions, ParameterGroup } from "./optimizer_options.ts";
export { createOptimizer, type OptimizerName, optimizerNames, optimizers } from "./registry.ts";
