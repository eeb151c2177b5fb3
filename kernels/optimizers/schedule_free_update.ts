import {
  type ScheduleFreeStep,
  scheduleFreeUpdate as reference,
} from "../reference/optimizers/schedule_free_update.ts";
import { type ParameterUpdate, registerParameterUpdate } from "./register_parameter_update.ts";
import wgsl from "./schedule_free_update.wgsl" with { type: "text" };

/**
 * One step of a schedule-free optimizer over all parameters end to end: one launch, whatever their
 * number. The state's rows are values, values without average, and where there is a third
 * second moments.
 */
export const scheduleFreeUpdate: ParameterUpdate<ScheduleFreeStep> = registerParameterUpdate(
  "FutagoScheduleFreeUpdate",
  wgsl,
  {
    kernel: "scheduleFreeUpdate",
    numbers: [
      "keepSecond",
      "addSecond",
      "adaptive",
      "correction",
      "epsilon",
      "decay",
      "averageWeight",
      "rate",
      "baseRate",
    ],
  },
  reference,
);
