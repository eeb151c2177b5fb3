import type { ComputePrecision } from "../../../kernels/webgpu/matmul/compute_precision.ts";
import { UserError } from "../../language/user_error.ts";
import type { UserMessage } from "../../language/user_message.ts";
import type { Optimizer } from "../../optimizers/optimizer.ts";
import { trainingLoopMessages as messages } from "./messages.ts";

/** Which step it was, and what it was taken on. */
export interface StepLocation {
  /** From 0. */
  readonly step: number;
  /** Indices of the images of the batch. */
  readonly images: readonly number[];
}

/** Images of a batch that a message names. */
const mostNamed = 3;

/** The file of a run that names all of them. */
export const stoppedFile = "stopped.json";

/**
 * Makes sure that a step computed only finite numbers.
 *
 * @param found.loss the loss of the step
 * @param found.faults where gradients and parameters stop being finite, see `Optimizer.update`
 * @param location which step it was
 * @param optimizer names the gradients and parameters
 * @param path the path of an image, by its index
 * @param precision of the step, float32 by default; float16 numbers end at 65,504
 * @throws {UserError} if a number is not finite, with the step, the tensor and the images
 */
export function requireFiniteStep(
  { loss, faults: [gradient, parameter] }: {
    loss: number;
    faults: readonly [gradient: number, parameter: number];
  },
  { step, images }: StepLocation,
  optimizer: Pick<Optimizer, "nameAt">,
  path: (image: number) => string,
  precision: ComputePrecision = "f32",
): void {
  const faults: UserMessage[] = [];
  if (!Number.isFinite(loss)) faults.push(messages.theLoss());
  if (gradient >= 0) faults.push(messages.theGradient({ parameter: optimizer.nameAt(gradient) }));
  // Whatever a gradient spoils follows from it.
  else if (parameter >= 0) {
    faults.push(messages.theParameter({ parameter: optimizer.nameAt(parameter) }));
  }
  if (faults.length === 0) return;
  const first = images.slice(0, mostNamed).map((image) => `"${path(image)}"`).join(", ");
  const more = images.length - mostNamed;
  const values = {
    step: step + 1,
    tensors: faults.reduce((one, other) => messages.both({ one, other })),
    named: more > 0 ? messages.someImages({ named: first, more, file: stoppedFile }) : first,
    learningRate: { option: "learningRate" },
  };
  throw new UserError(
    precision === "f16"
      ? messages.stoppedInFloat16({ ...values, precision: { option: "precision" } })
      : messages.stopped(values),
  );
}
