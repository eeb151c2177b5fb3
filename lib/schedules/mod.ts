/**
 * Schedules: the learning rate over a run.
 *
 * @module
 */
export { learningRateAt, type ScheduleSettings } from "./learning_rate_at.ts";
export { noPlateau, type Plateau, watchPlateau } from "./plateau.ts";
export { type ScheduleName, scheduleNames, schedules } from "./registry.ts";
export type { ScheduleDefinition, ScheduleOptions, SchedulePlace } from "./schedule_definition.ts";
