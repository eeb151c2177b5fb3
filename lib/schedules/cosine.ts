import { defineSchedule, lowestFraction, type ScheduleDefinition } from "./schedule_definition.ts";

/**
 * Half a cosine down to `minimumRate` at the end of the run, at every step (Loshchilov and Hutter,
 * 2017), as PyTorch's `CosineAnnealingLR`.
 */
export const cosine: ScheduleDefinition<"cosine"> = defineSchedule({
  name: "cosine",
  fractionAt({ progress }, { learningRate, minimumRate }) {
    const end = minimumRate === null ? lowestFraction : minimumRate / learningRate;
    return end + (1 - end) * ((1 + Math.cos(Math.PI * progress)) / 2);
  },
});
