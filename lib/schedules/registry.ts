import { constant } from "./constant.ts";
import { cosine } from "./cosine.ts";
import { exponential } from "./exponential.ts";
import { plateau } from "./plateau.ts";
import { step } from "./step.ts";

/** All schedules. */
export const schedules = [constant, cosine, plateau, step, exponential] as const;

/** The name of a schedule of the learning rate. */
export type ScheduleName = typeof schedules[number]["name"];

/** The names of all schedules. */
export const scheduleNames: readonly ScheduleName[] = schedules.map(({ name }) => name);
