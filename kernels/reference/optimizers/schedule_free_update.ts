import type { Section, UpdateInputs } from "./update_groups.ts";

/** One step of {@linkcode scheduleFreeUpdate}. */
export interface ScheduleFreeStep {
  /** `second = keepSecond * second + addSecond * gradient^2`. */
  readonly keepSecond: number;
  readonly addSecond: number;
  /** 1 divides the gradient by `sqrt(second / correction) + epsilon`; 0 does not. */
  readonly adaptive: number;
  readonly correction: number;
  readonly epsilon: number;
  /** Weight decay, taken at the values. */
  readonly decay: number;
  /** The weight of the newest values in the average. */
  readonly averageWeight: number;
  /** How far the gradient moves the values, and the values without average. */
  readonly rate: number;
  readonly baseRate: number;
}

const f32 = Math.fround;

/**
 * One step of a schedule-free optimizer for a section of the parameters, each operation rounded to
 * float32. The rows of the state are values y, where the gradient is taken, values without average z, then
 * optionally second moments.
 *
 * @param next the output, the next state
 */
export function scheduleFreeUpdate(
  { state, gradient }: UpdateInputs,
  step: ScheduleFreeStep,
  { begin, end }: Section,
  next: Float32Array,
): void {
  const count = gradient.length, rows = state.length / count;
  const keepSecond = f32(step.keepSecond), addSecond = f32(step.addSecond);
  const correction = f32(step.correction), epsilon = f32(step.epsilon), decay = f32(step.decay);
  const share = f32(step.averageWeight), rate = f32(step.rate), baseRate = f32(step.baseRate);
  for (let i = begin; i < end; i++) {
    const value = state[i]!, base = state[count + i]!;
    let slope = gradient[i]!;
    if (rows > 2) {
      const squared = f32(slope * slope);
      const second = f32(f32(keepSecond * state[2 * count + i]!) + f32(addSecond * squared));
      next[2 * count + i] = second;
      if (step.adaptive > 0) {
        slope = f32(slope / f32(f32(Math.sqrt(f32(second / correction))) + epsilon));
      }
    }
    slope = f32(slope + f32(decay * value));
    next[i] = f32(f32(value + f32(share * f32(base - value))) - f32(rate * slope));
    next[count + i] = f32(base - f32(baseRate * slope));
  }
}
