import { constant } from "./constant.ts";
import { cosine } from "./cosine.ts";
import { exponential } from "./exponential.ts";
import { plateau } from "./plateau.ts";
import type { ScheduleDefinition } from "./schedule_definition.ts";
import { step } from "./step.ts";

const registry = [constant, cosine, plateau, step, exponential];

/** The name of a schedule of the learning rate. */
export type ScheduleName = typeof registry[number]["name"];

/** All schedules. */
export const schedules: readonly ScheduleDefinition<ScheduleName>[] = registry;

/** The names of all schedules. */
export const scheduleNames: readonly ScheduleName[] = schedules.map(({ name }) => name);
