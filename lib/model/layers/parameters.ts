import * as tf from "@tensorflow/tfjs";

/** The kind of a parameter, by which its axes are reordered between TensorFlow and PyTorch. */
export type ParameterKind = "convolution" | "depthwise" | "linear" | "vector";

/** One named tensor of a model. */
export interface Parameter {
  /** Its name in timm, such as "conv_stem.weight". */
  readonly name: string;
  /** The order of its axes. */
  readonly kind: ParameterKind;
  /** True if an optimizer changes it; false for BatchNorm's running statistics. */
  readonly trainable: boolean;
  /** True if weight decay applies to it: not to biases and norms. */
  readonly decays: boolean;
  /** Its values, in TensorFlow's layout. */
  readonly value: tf.Variable;
}

/** The values of a new parameter: one number for every element, or samples of a seeded normal. */
export type Initial = { readonly constant: number } | { readonly std: number };

/** Gives the values of a new parameter, in TensorFlow's layout, in place of its initial values. */
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
  /** True if BatchNorms work as in evaluation even in training, and learn nothing. */
  readonly freezeBatchNorm: boolean;
  /**
   * While it is set, the weight of a batch in the running statistics of BatchNorms, in place of their
   * momentum.
   */
  batchNormMomentum: number | null = null;

  /**
   * Makes an empty set.
   *
   * @param seed of the initial values, a whole number
   * @param options.freezeBatchNorm false by default
   * @param options.given gives the values of all parameters; nothing is sampled then
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
   * @throws {Error} if the name is taken; and what `given` throws
   */
  create(name: string, shape: number[], initial: Initial, traits: {
    kind: ParameterKind;
    trainable?: boolean;
  }): tf.Variable {
    if (this.#all.has(name)) throw new Error(`a parameter named ${name} already exists`);
    const { kind, trainable = true } = traits;
    const values = this.#given?.({ name, kind, shape });
    const value = tf.tidy(() => {
      const tensor = values ? tf.tensor(values, shape) : this.#initialize(shape, initial);
      return tf.variable(tensor, trainable, `${name}#${nextId++}`);
    });
    this.#all.set(name, { name, kind, trainable, decays: trainable && kind !== "vector", value });
    return value;
  }

  #initialize(shape: number[], initial: Initial): tf.Tensor {
    if ("constant" in initial) return tf.fill(shape, initial.constant);
    // TensorFlow.js takes a seed of 0 for no seed.
    const seed = this.#seed * 100_003 + this.#all.size || -1;
    return tf.randomNormal(shape, 0, initial.std, "float32", seed);
  }

  /** Every parameter, in the order of creation. */
  all(): Parameter[] {
    return [...this.#all.values()];
  }

  /** The parameters that an optimizer changes, in the order of creation. */
  trainable(): Parameter[] {
    return this.all().filter((parameter) => parameter.trainable);
  }

  /** Frees every tensor. */
  dispose(): void {
    for (const { value } of this.#all.values()) value.dispose();
    this.#all.clear();
  }
}

// Names of TensorFlow.js's variables are unique in the process, which may hold several models.
let nextId = 0;

/** Whether a parameter belongs to the backbone, by its name: not to the head or the loss. */
export function isBackboneParameter({ name }: { readonly name: string }): boolean {
  return !name.startsWith("head.") && !name.startsWith("loss.");
}
