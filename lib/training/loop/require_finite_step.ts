import type { ComputePrecision } from "../../../kernels/webgpu/matmul/compute_precision.ts";
import { type Message, message } from "../../language/message.ts";
import type { Optimizer } from "../../optimizers/optimizer.ts";
import { UserError } from "../../language/user_error.ts";

/** Which step it was, and what it was taken on. */
export interface StepLocation {
  /** From 0. */
  readonly step: number;
  /** Indices of the batch's pictures. */
  readonly images: readonly number[];
}

/** So many of a batch's pictures are named. */
const named = 3;

/** The file of a run that names all of them. */
export const stoppedFile = "stopped.json";

/**
 * Makes sure that a step computed with finite numbers alone.
 *
 * @param found.loss the step's
 * @param found.faults where gradients and parameters cease to be finite, see `Optimiser.update`
 * @param path of a picture, by its index
 * @param precision of the step, single unless told otherwise: halves end at 65,504
 * @throws {UserError} where a number is not finite, with the step, the tensor and the pictures
 */
export function requireFiniteStep(
  { loss, faults: [gradient, parameter] }: {
    loss: number;
    faults: readonly [gradient: number, parameter: number];
  },
  { step, images }: StepLocation,
  optimiser: Pick<Optimizer, "nameAt">,
  path: (image: number) => string,
  precision: ComputePrecision = "f32",
): void {
  const faults: Message[] = [];
  if (!Number.isFinite(loss)) faults.push(message`the loss`);
  if (gradient >= 0) faults.push(message`the gradient of ${optimiser.nameAt(gradient)}`);
  // What a gradient spoils follows from it.
  else if (parameter >= 0) faults.push(message`the parameter ${optimiser.nameAt(parameter)}`);
  if (faults.length === 0) return;
  const pictures = images.slice(0, named).map((image) => `"${path(image)}"`).join(", ");
  const others = images.length > named
    ? message` and ${images.length - named} more, all in the run's ${stoppedFile}`
    : "";
  const orSingle = precision === "f16" ? message` or --precision f32` : "";
  throw new UserError(
    message`stopped at step ${step + 1}: NaN or infinity in
      ${faults.reduce((all, fault) => message`${all}, ${fault}`)}; its pictures were
      ${pictures}${others}; the last checkpoint before it is kept; train anew with a smaller
      --learning-rate${orSingle}`,
  );
}
