import type { MomentStep } from "../../kernels/reference/optimizers/moment_update.ts";

/** A step of `momentUpdate` in which neither values nor moments change. */
export const noMomentStep: MomentStep = {
  coupledDecay: 0,
  keepFirst: 1,
  addFirst: 0,
  keepSecond: 1,
  addSecond: 0,
  adaptive: 0,
  correction: 1,
  epsilon: 0,
  rate: 0,
  decay: 0,
  pull: 0,
};
