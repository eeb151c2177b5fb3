import * as tf from "@tensorflow/tfjs";
import type { Parameter } from "../model/layers/parameters.ts";
import type { ParameterGroup } from "./optimizer_options.ts";

/** Parameters in groups, concatenated in one vector `[p]`. */
export class FlatParameters {
  readonly #groups: readonly ParameterGroup[];
  /** `[p]` int32: 2 i for the parameters of group i that decay, 2 i + 1 for those that do not. */
  readonly kernelGroups: tf.Tensor1D;

  /**
   * Concatenates parameters in the order of their groups.
   *
   * @param decayAll true if biases and norms decay too
   */
  constructor(groups: readonly ParameterGroup[], decayAll: boolean) {
    this.#groups = groups;
    const kernelGroup = (group: number, { value, decays }: Parameter) =>
      tf.fill([value.size], 2 * group + (decays || decayAll ? 0 : 1), "int32") as tf.Tensor1D;
    this.kernelGroups = tf.tidy(() =>
      tf.concat(
        groups.flatMap(({ parameters }, i) =>
          parameters.map((parameter) => kernelGroup(i, parameter))
        ),
      )
    );
  }

  /** p */
  get size(): number {
    return this.kernelGroups.size;
  }

  /** The name of the parameter that a place in the vector belongs to, 0 to p - 1. */
  nameAt(place: number): string {
    let end = 0;
    const parameters = this.#groups.flatMap(({ parameters }) => parameters);
    return parameters.find(({ value }) => (end += value.size) > place)!.name;
  }

  /** A copy of their values `[p]`. */
  values(): tf.Tensor1D {
    return tf.tidy(() => {
      const parameters = this.#groups.flatMap(({ parameters }) => parameters);
      return flatten(parameters.map(({ value }) => value));
    });
  }

  /**
   * Whether each group has gradients.
   *
   * @throws {Error} if a group has some, but not all
   */
  withGradients(gradients: tf.NamedTensorMap): boolean[] {
    return this.#groups.map(({ parameters }) => {
      const found = parameters.filter(({ value }) => gradients[value.name]).length;
      const { length } = parameters;
      if (found === 0 || found === length) return found > 0;
      throw new Error(`expected gradients of all ${length} parameters or none, got ${found}`);
    });
  }

  /** Concatenates gradients: `[p]`, 0 for a group that has none. */
  flatten(gradients: tf.NamedTensorMap, present: readonly boolean[]): tf.Tensor1D {
    return tf.tidy(() =>
      tf.concat(this.#groups.map(({ parameters }, i) => {
        if (present[i]) return flatten(parameters.map(({ value }) => gradients[value.name]!));
        const size = parameters.reduce((sum, { value }) => sum + value.size, 0);
        return tf.fill([size], 0) as tf.Tensor1D;
      }))
    );
  }

  /**
   * Sets the parameters.
   *
   * @param rows `[p]` or longer
   * @param isSet whether to set each group; all groups by default
   */
  assign(rows: tf.Tensor1D, isSet = this.#groups.map(() => true)): void {
    let begin = 0;
    for (const [i, { parameters }] of this.#groups.entries()) {
      for (const { value } of parameters) {
        const part = () => tf.reshape(tf.slice(rows, [begin], [value.size]), value.shape);
        if (isSet[i]) tf.tidy(() => value.assign(part()));
        begin += value.size;
      }
    }
  }

  /** Frees its own tensors; the parameters stay. */
  dispose(): void {
    this.kernelGroups.dispose();
  }
}

function flatten(tensors: readonly tf.Tensor[]): tf.Tensor1D {
  return tf.concat(tensors.map((tensor) => tf.reshape(tensor, [tensor.size]))) as tf.Tensor1D;
}
