/** The optimisers, by the names that settings have for them. */
export const optimizerNames = [
  "adam",
  "adamw",
  "sgd",
  "ranger",
  "schedule-free-adamw",
  "schedule-free-radam",
  "schedule-free-sgd",
] as const;

/** One of them. */
export type OptimizerName = typeof optimizerNames[number];

/** True for those that average instead of lowering the learning rate. */
export function isScheduleFree(name: OptimizerName): boolean {
  return name.startsWith("schedule-free-");
}
