/** The optimisers, by the names that settings have for them. */
export const optimiserNames = [
  "adam",
  "adamw",
  "sgd",
  "ranger",
  "schedule-free-adamw",
  "schedule-free-radam",
  "schedule-free-sgd",
] as const;

/** One of them. */
export type OptimiserName = typeof optimiserNames[number];

/** True for those that average instead of lowering the learning rate. */
export function isScheduleFree(name: OptimiserName): boolean {
  return name.startsWith("schedule-free-");
}
