import type { Section, UpdateInputs } from "./update_groups.ts";

/** One step of {@linkcode momentUpdate}. */
export interface MomentStep {
  /** Weight decay as part of the gradient: `gradient + coupledDecay * value`. */
  readonly coupledDecay: number;
  /** `first = keepFirst * first + addFirst * gradient`. */
  readonly keepFirst: number;
  readonly addFirst: number;
  /** `second = keepSecond * second + addSecond * gradient^2`. */
  readonly keepSecond: number;
  readonly addSecond: number;
  /** 1 divides the change by `sqrt(second / correction) + epsilon`; 0 does not. */
  readonly adaptive: number;
  readonly correction: number;
  readonly epsilon: number;
  /** The factor of the first moment: the learning rate with its corrections. */
  readonly rate: number;
  /** Decoupled weight decay: the fraction of the value that the step removes. */
  readonly decay: number;
  /** If above 0, moves the slow values by this fraction to the values, and sets the values to them. */
  readonly pull: number;
}

const f32 = Math.fround;

/**
 * One step of Adam's family for a section of the parameters, each operation rounded to float32. The
 * rows of the state are values, first moments, then optionally second moments and slow values.
 *
 * @param next the output, the next state
 */
export function momentUpdate(
  { state, gradient }: UpdateInputs,
  step: MomentStep,
  { begin, end }: Section,
  next: Float32Array,
): void {
  const count = gradient.length, rows = state.length / count;
  const coupledDecay = f32(step.coupledDecay), kept = f32(1 - f32(step.decay));
  const keepFirst = f32(step.keepFirst), addFirst = f32(step.addFirst);
  const keepSecond = f32(step.keepSecond), addSecond = f32(step.addSecond);
  const correction = f32(step.correction), epsilon = f32(step.epsilon);
  const rate = f32(step.rate), pull = f32(step.pull);
  for (let i = begin; i < end; i++) {
    const value = state[i]!;
    const slope = f32(gradient[i]! + f32(coupledDecay * value));
    const first = f32(f32(keepFirst * state[count + i]!) + f32(addFirst * slope));
    next[count + i] = first;
    let change = f32(rate * first);
    if (rows > 2) {
      const squared = f32(slope * slope);
      const second = f32(f32(keepSecond * state[2 * count + i]!) + f32(addSecond * squared));
      next[2 * count + i] = second;
      if (step.adaptive > 0) {
        change = f32(change / f32(f32(Math.sqrt(f32(second / correction))) + epsilon));
      }
    }
    let moved = f32(f32(value * kept) - change);
    if (rows > 3) {
      let slow = state[3 * count + i]!;
      if (pull > 0) moved = slow = f32(slow + f32(pull * f32(moved - slow)));
      next[3 * count + i] = slow;
    }
    next[i] = moved;
  }
}
