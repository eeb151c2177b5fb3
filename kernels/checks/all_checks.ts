import { augmentationChecks } from "./augmentation_checks.ts";
import { batchNormChecks } from "./batch_norm_checks.ts";
import { convChecks } from "./conv_checks.ts";
import { copyChecks } from "./copy_checks.ts";
import { distanceChecks } from "./distance_checks.ts";
import { finiteChecks } from "./finite_checks.ts";
import type { KernelCheck } from "./kernel_check.ts";
import { matMulChecks } from "./mat_mul_checks.ts";
import { miningChecks } from "./mining_checks.ts";
import { optimizerChecks } from "./optimizer_checks.ts";
import { squeezeExciteChecks } from "./squeeze_excite_checks.ts";
import { tripletChecks } from "./triplet_checks.ts";

/** Checks of all our kernels, on small inputs: seconds on each backend. */
export const allChecks: readonly KernelCheck[] = [
  ...distanceChecks,
  ...miningChecks,
  ...tripletChecks,
  ...finiteChecks,
  ...optimizerChecks,
  ...augmentationChecks,
  ...batchNormChecks,
  ...matMulChecks,
  ...convChecks,
  ...squeezeExciteChecks,
  ...copyChecks,
];
