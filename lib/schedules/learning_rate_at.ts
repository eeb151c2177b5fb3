import { type ScheduleName, schedules } from "./registry.ts";
import type { ScheduleOptions, SchedulePlace } from "./schedule_definition.ts";

/** How the learning rate changes over a run. */
export interface ScheduleSettings extends ScheduleOptions {
  /** The schedule after the warm-up. */
  readonly schedule: ScheduleName;
}

/** The learning rate of a step: a linear warm-up over the first steps, times the schedule. */
export function learningRateAt(place: SchedulePlace, settings: ScheduleSettings): number {
  const { learningRate, warmUp } = settings;
  const schedule = schedules.find(({ name }) => name === settings.schedule)!;
  return learningRate * Math.min(1, (place.step + 1) / warmUp) *
    schedule.fractionAt({ ...place, progress: Math.min(1, place.progress) }, settings);
}
