import wgsl from "./moment_update.wgsl" with { type: "text" };
import {
  type MomentStep,
  momentUpdate as reference,
} from "../reference/optimizers/moment_update.ts";
import { type ParameterUpdate, registerParameterUpdate } from "./register_parameter_update.ts";

/**
 * One step of Adam, AdamW, SGD or RAdam with Lookahead over all parameters end to end: one launch,
 * whatever their number. The state's rows are values, first moments, and where there are
 * as many second moments, slow values.
 */
export const momentUpdate: ParameterUpdate<MomentStep> = registerParameterUpdate(
  "FutagoMomentUpdate",
  wgsl,
  {
    kernel: "momentUpdate",
    numbers: [
      "coupledDecay",
      "keepFirst",
      "addFirst",
      "keepSecond",
      "addSecond",
      "adaptive",
      "correction",
      "epsilon",
      "rate",
      "decay",
      "pull",
    ],
  },
  reference,
);
