import * as tf from "@tensorflow/tfjs";

/** How a parameter's axes are ordered in PyTorch's files, which differs from TensorFlow's order. */
export type ParameterKind = "convolution" | "depthwise" | "linear" | "vector";

/** One named tensor of a model. */
export interface Parameter {
  /** Its name in timm, such as "conv_stem.weight". */
  readonly name: string;
  readonly kind: ParameterKind;
  /** True where an optimiser changes it; false for BatchNorm's running statistics. */
  readonly trainable: boolean;
  /** True where weight decay applies: not on biases and norms. */
  readonly decays: boolean;
  readonly value: tf.Variable;
}

/** Fills a new parameter: one number for every element, or a draw from a seeded normal. */
export type Initial = { readonly constant: number } | { readonly std: number };

/** Gives the values of a new parameter, in TensorFlow's layout, in place of its initial ones. */
export type InitialValues = (
  parameter: Pick<Parameter, "name" | "kind"> & { readonly shape: readonly number[] },
) => Float32Array;

/**
 * All named tensors of one model, in the order of their creation. The same seed and the same calls
 * give the same values.
 */
export class Parameters {
  readonly #all = new Map<string, Parameter>();
  readonly #seed: number;
  readonly #given: InitialValues | undefined;
  /** True where BatchNorms are as in evaluation even in training, and learn nothing. */
  readonly freezeBatchNorm: boolean;
  /**
   * While it is set, BatchNorms move their running statistics by this share towards the batch's, in
   * place of their own momentum.
   */
  batchNormMomentum: number | null = null;

  /**
   * @param seed of the initial values, a whole number
   * @param options.freezeBatchNorm false by default
   * @param options.given values of all parameters; nothing is drawn then
   */
  constructor(
    seed: number,
    { freezeBatchNorm = false, given }: { freezeBatchNorm?: boolean; given?: InitialValues } = {},
  ) {
    this.#seed = seed;
    this.#given = given;
    this.freezeBatchNorm = freezeBatchNorm;
  }

  /**
   * Makes a parameter.
   *
   * @throws Error where the name is taken, and what the values that are given throw
   */
  create(name: string, shape: number[], initial: Initial, traits: {
    kind: ParameterKind;
    trainable?: boolean;
  }): tf.Variable {
    if (this.#all.has(name)) throw new Error(`a parameter named ${name} exists already`);
    const { kind, trainable = true } = traits;
    const values = this.#given?.({ name, kind, shape });
    const value = tf.tidy(() => {
      const tensor = values ? tf.tensor(values, shape) : this.#initialise(shape, initial);
      return tf.variable(tensor, trainable, `${name}#${nextId++}`);
    });
    this.#all.set(name, { name, kind, trainable, decays: trainable && kind !== "vector", value });
    return value;
  }

  #initialise(shape: number[], initial: Initial): tf.Tensor {
    if ("constant" in initial) return tf.fill(shape, initial.constant);
    // TensorFlow.js takes a seed of 0 as none.
    const seed = this.#seed * 100_003 + this.#all.size || -1;
    return tf.randomNormal(shape, 0, initial.std, "float32", seed);
  }

  /** Every parameter, in the order of creation. */
  all(): Parameter[] {
    return [...this.#all.values()];
  }

  /** The parameters that an optimiser changes, in the order of creation. */
  trainable(): Parameter[] {
    return this.all().filter((parameter) => parameter.trainable);
  }

  /** Frees every tensor. */
  dispose(): void {
    for (const { value } of this.#all.values()) value.dispose();
    this.#all.clear();
  }
}

// TensorFlow.js wants variables' names to be unique in the process, and two models may live in one.
let nextId = 0;
