import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { Parameters } from "../../lib/model/layers/parameters.ts";
import type { ParameterGroup } from "../../lib/optimizers/optimizer_options.ts";
import type { Optimizer } from "../../lib/optimizers/optimizer.ts";

/** Where every path begins. */
export const start: readonly number[] = [1, 1, -1, 0.25];

/** The slope of a wavy bowl: a (w - t) - 3 sin 3w. */
export function slopeAt(values: ArrayLike<number>): number[] {
  const a = [1, 10, 0.1, 3], t = [0.5, -0.3, 2, 0];
  return Array.from(values, (w, i) => a[i]! * (w - t[i]!) - 3 * Math.sin(3 * w));
}

/** A point on the bowl, in two parameters: a matrix [1, 2], which decays, and a bias [2]. */
export class Point {
  readonly parameters = new Parameters(0);
  readonly matrix: tf.Variable;
  readonly bias: tf.Variable;

  /** @param bias "vector" does not decay, "linear" does */
  constructor(bias: "vector" | "linear" = "vector") {
    const zero = { constant: 0 };
    this.matrix = this.parameters.create("matrix", [1, 2], zero, { kind: "linear" });
    this.bias = this.parameters.create("bias", [2], zero, { kind: bias });
    this.place(start);
  }

  place(values: readonly number[]): void {
    tf.tidy(() => {
      this.matrix.assign(tf.tensor2d([values.slice(0, 2)]));
      this.bias.assign(tf.tensor1d(values.slice(2)));
    });
  }

  /** Both in one group. */
  get groups(): ParameterGroup[] {
    return [{ parameters: this.parameters.trainable(), rate: 1 }];
  }

  /** The matrix, at a rate of its own, and the bias. */
  split(rate: number): ParameterGroup[] {
    const [matrix, bias] = this.parameters.trainable();
    return [{ parameters: [matrix!], rate }, { parameters: [bias!], rate: 1 }];
  }

  async values(): Promise<number[]> {
    const both = tf.tidy(() => tf.concat([tf.reshape(this.matrix, [2]), this.bias]));
    const values = [...await both.data()];
    both.dispose();
    return values;
  }

  /** Gives the optimizer a batch: the slope here, times `factor`, of both or of the bias alone. */
  async step(
    optimiser: Optimizer,
    learningRate: number,
    factor = 1,
    of: "both" | "bias" = "both",
  ): Promise<void> {
    const slope = slopeAt(await this.values()).map((x) => x * factor);
    const gradients: tf.NamedTensorMap = { [this.bias.name]: tf.tensor1d(slope.slice(2)) };
    if (of === "both") gradients[this.matrix.name] = tf.tensor2d([slope.slice(0, 2)]);
    try {
      optimiser.update(gradients, learningRate).dispose();
    } finally {
      tf.dispose(gradients);
    }
  }

  dispose(): void {
    this.parameters.dispose();
  }
}

/** Asserts that numbers agree to float32's reach: 1e-5, relative; below 0.1 to 1e-6. */
export function assertNear(
  actual: readonly number[],
  expected: readonly number[],
  what = "",
): void {
  assert.equal(actual.length, expected.length);
  expected.forEach((value, i) => {
    const off = Math.abs(actual[i]! - value);
    const message = `${what} number ${i}: wanted ${value}, found ${actual[i]}`;
    assert.ok(off <= 1e-5 * Math.max(0.1, Math.abs(value)), message);
  });
}
