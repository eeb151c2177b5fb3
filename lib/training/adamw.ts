import * as tf from "@tensorflow/tfjs";
import type { Parameter } from "../model/parameters.ts";
import { UserError } from "../user_error.ts";

/** How AdamW moves; PyTorch's defaults. */
export interface AdamWOptions {
  readonly weightDecay: number;
  readonly beta1?: number;
  readonly beta2?: number;
  readonly epsilon?: number;
}

/**
 * AdamW: Adam with decoupled weight decay (Loshchilov and Hutter, 2019), as PyTorch computes it.
 * Weight decay leaves biases and norms alone.
 *
 * All parameters stand end to end in one vector, so that an update is a dozen operations however
 * many parameters there are.
 */
export class AdamW {
  readonly #parameters: readonly Parameter[];
  readonly #options: Required<AdamWOptions>;
  readonly #decays: tf.Tensor1D;
  /** Values, first and second moments of all parameters, each `[p]`. */
  #state: [values: tf.Tensor, first: tf.Tensor, second: tf.Tensor];
  #steps = 0;

  constructor(parameters: readonly Parameter[], options: AdamWOptions) {
    this.#parameters = parameters;
    this.#options = { beta1: 0.9, beta2: 0.999, epsilon: 1e-8, ...options };
    this.#decays = tf.tidy(() =>
      tf.concat(parameters.map(({ decays, value }) => tf.fill([value.size], decays ? 1 : 0)))
    ) as tf.Tensor1D;
    this.#state = [
      tf.tidy(() => flatten(parameters.map(({ value }) => value))),
      tf.zeros(this.#decays.shape),
      tf.zeros(this.#decays.shape),
    ];
  }

  /**
   * Moves every parameter by one step.
   *
   * @param gradients by the name of the variable, as `tf.variableGrads` gives them
   */
  update(gradients: tf.NamedTensorMap, learningRate: number): void {
    const { beta1, beta2, epsilon, weightDecay } = this.#options;
    this.#steps++;
    const next = tf.tidy(() => {
      const [values, first, second] = this.#state;
      const gradient = flatten(this.#parameters.map(({ value }) => gradients[value.name]!));
      const m = tf.add(tf.mul(first, beta1), tf.mul(gradient, 1 - beta1));
      const v = tf.add(tf.mul(second, beta2), tf.mul(tf.square(gradient), 1 - beta2));
      const root = tf.add(tf.sqrt(tf.div(v, 1 - beta2 ** this.#steps)), epsilon);
      const move = tf.div(tf.mul(m, learningRate / (1 - beta1 ** this.#steps)), root);
      const kept = tf.sub(1, tf.mul(this.#decays, learningRate * weightDecay));
      return [tf.sub(tf.mul(values, kept), move), m, v];
    });
    tf.dispose(this.#state);
    this.#state = next as [tf.Tensor, tf.Tensor, tf.Tensor];
    this.#assign();
  }

  /** The moments `[p]` and the count of steps, for a checkpoint. */
  async read(): Promise<AdamWState> {
    const [, first, second] = this.#state;
    return {
      first: await first.data() as Float32Array,
      second: await second.data() as Float32Array,
      steps: this.#steps,
    };
  }

  /**
   * Goes on from a checkpoint; the parameters have their checkpoint's values already.
   *
   * @throws {UserError} when the moments are those of a smaller or larger model
   */
  restore({ first, second, steps }: AdamWState): void {
    const wanted = this.#decays.size;
    if (first.length !== wanted || second.length !== wanted) {
      throw new UserError(
        `cannot go on from a checkpoint: wanted AdamW's moments of ${wanted} parameters, found ` +
          `${first.length} and ${second.length}; train anew`,
      );
    }
    tf.dispose(this.#state);
    this.#state = [
      tf.tidy(() => flatten(this.#parameters.map(({ value }) => value))),
      tf.tensor1d(first),
      tf.tensor1d(second),
    ];
    this.#steps = steps;
  }

  /** Frees the state. */
  dispose(): void {
    tf.dispose([this.#decays, ...this.#state]);
  }

  #assign(): void {
    let begin = 0;
    for (const { value } of this.#parameters) {
      tf.tidy(() => {
        const part = tf.slice(this.#state[0], [begin], [value.size]);
        value.assign(tf.reshape(part, value.shape));
      });
      begin += value.size;
    }
  }
}

/** What a checkpoint keeps of AdamW. */
export interface AdamWState {
  readonly first: Float32Array;
  readonly second: Float32Array;
  readonly steps: number;
}

function flatten(tensors: readonly tf.Tensor[]): tf.Tensor {
  return tf.concat(tensors.map((tensor) => tf.reshape(tensor, [tensor.size])));
}
