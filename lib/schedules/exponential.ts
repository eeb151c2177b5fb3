import { defineSchedule, lowestFraction, type ScheduleDefinition } from "./schedule_definition.ts";

/** Falls by `gamma` every epoch, as PyTorch's `ExponentialLR`, or to a hundredth over the run. */
export const exponential: ScheduleDefinition<"exponential"> = defineSchedule({
  name: "exponential",
  fractionAt: ({ epoch, progress }, { gamma }) =>
    gamma === null ? lowestFraction ** progress : gamma ** epoch,
});
