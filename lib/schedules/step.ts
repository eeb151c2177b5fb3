import { defaultGamma, defineSchedule, type ScheduleDefinition } from "./schedule_definition.ts";

/** Equal parts of the run, if there is no `stepSize`. */
const parts = 3;

/** Drops by `gamma` every `stepSize` epochs, as PyTorch's `StepLR`. */
export const step: ScheduleDefinition<"step"> = defineSchedule({
  name: "step",
  fractionAt({ epoch, progress }, { gamma, stepSize }) {
    const drops = stepSize === null
      ? Math.min(parts - 1, Math.floor(progress * parts))
      : Math.floor(epoch / stepSize);
    return (gamma ?? defaultGamma) ** drops;
  },
});
