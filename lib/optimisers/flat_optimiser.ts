import * as tf from "@tensorflow/tfjs";
import type { Parameter } from "../model/parameters.ts";
import { UserError } from "../user_error.ts";
import { clipByGlobalNorm } from "./clip_by_global_norm.ts";
import type { Counters, Optimiser, OptimiserState } from "./optimiser.ts";
import type { WholeOptimiserOptions } from "./optimiser_options.ts";
import type { UpdateRule } from "./update_rule.ts";

/** The name of the sum of gradients that wait for a step, in a state. */
const waiting = "gradients";

/**
 * An optimiser by a rule. All parameters stand end to end in the rows of one vector, so that an
 * update is one launch however many parameters there are; what is left for each is to copy its values
 * back.
 */
export class FlatOptimiser implements Optimiser {
  readonly #parameters: readonly Parameter[];
  readonly #rule: UpdateRule;
  readonly #options: WholeOptimiserOptions;
  /** `[p]`, 1 where weight decay applies, else 0. */
  readonly #decays: tf.Tensor1D;
  /** `[(1 + vectors) * p]`, row by row. */
  #state: tf.Tensor1D;
  #counters: Counters;
  /** Sum of the gradients of batches that wait for a step `[p]`, and their number. */
  #gradients: tf.Tensor1D | null = null;
  #batches = 0;
  #evaluating = false;

  constructor(parameters: readonly Parameter[], rule: UpdateRule, options: WholeOptimiserOptions) {
    this.#parameters = parameters;
    this.#rule = rule;
    this.#options = options;
    const decay = ({ decays }: Parameter) => decays || options.decayAll ? 1 : 0;
    this.#decays = tf.tidy(() =>
      tf.concat(parameters.map((parameter) => tf.fill([parameter.value.size], decay(parameter))))
    );
    this.#counters = rule.counters;
    this.#state = this.#stack((_, start) => start === "values" ? null : tf.zerosLike(this.#decays));
  }

  get averages(): boolean {
    return this.#rule.average !== undefined;
  }

  update(gradients: tf.NamedTensorMap, learningRate: number): void {
    if (this.#evaluating) throw new Error("an optimiser in evaluation mode was asked to update");
    const gradient = tf.tidy(() => {
      const flat = flatten(this.#parameters.map(({ value }) => gradients[value.name]!));
      return this.#gradients ? tf.add<tf.Tensor1D>(this.#gradients, flat) : flat;
    });
    this.#gradients?.dispose();
    this.#gradients = gradient;
    if (++this.#batches < this.#options.accumulate) return;
    const { counters, move } = this.#rule.step(this.#counters, learningRate);
    const next = tf.tidy(() => move(this.#state, this.#meanGradient(gradient), this.#decays));
    this.#state.dispose();
    gradient.dispose();
    this.#state = next;
    this.#counters = counters;
    this.#gradients = null;
    this.#batches = 0;
    this.#assign(next);
  }

  trainMode(): void {
    if (this.#evaluating && this.averages) this.#assign(this.#state);
    this.#evaluating = false;
  }

  evalMode(): void {
    const { average } = this.#rule;
    if (!this.#evaluating && average) tf.tidy(() => this.#assign(average(this.#state)));
    this.#evaluating = true;
  }

  async read(): Promise<OptimiserState> {
    if (this.#evaluating) throw new Error("an optimiser was read in evaluation mode");
    const size = this.#decays.size;
    const rows = await this.#state.data<"float32">();
    const vectors = new Map<string, Float32Array>(
      this.#rule.vectors.map(([name], i) => [name, rows.slice((i + 1) * size, (i + 2) * size)]),
    );
    if (this.#gradients) vectors.set(waiting, await this.#gradients.data<"float32">());
    return { vectors, counters: { ...this.#counters, batches: this.#batches } };
  }

  restore({ vectors, counters: { batches, ...counters } }: OptimiserState): void {
    const size = this.#decays.size;
    const names = [
      ...this.#rule.vectors.map(([name]) => name),
      ...(batches ? [waiting] : []),
    ];
    requireSame("vectors", names, [...vectors.keys()]);
    requireSame("counters", Object.keys(this.#rule.counters), Object.keys(counters));
    for (const name of names) {
      const { length } = vectors.get(name)!;
      if (length !== size) {
        throw new UserError(
          `cannot go on from a checkpoint: wanted the optimiser's ${name} of ${size} parameters, ` +
            `found ${length}; train anew`,
        );
      }
    }
    this.#state.dispose();
    this.#gradients?.dispose();
    this.#state = this.#stack((name) => tf.tensor1d(vectors.get(name)!));
    this.#gradients = batches ? tf.tensor1d(vectors.get(waiting)!) : null;
    this.#counters = counters;
    this.#batches = batches ?? 0;
    this.#evaluating = false;
  }

  dispose(): void {
    tf.dispose([this.#decays, this.#state]);
    this.#gradients?.dispose();
  }

  #meanGradient(sum: tf.Tensor1D): tf.Tensor1D {
    const { accumulate, clip } = this.#options;
    const mean: tf.Tensor1D = accumulate === 1 ? sum : tf.div(sum, accumulate);
    return clip === null ? mean : clipByGlobalNorm(mean, clip);
  }

  /** The parameters' values, and below them the other vectors; null is a copy of the values. */
  #stack(
    vector: (name: string, start: "zeros" | "values") => tf.Tensor1D | null,
  ): tf.Tensor1D {
    return tf.tidy(() => {
      const values = flatten(this.#parameters.map(({ value }) => value));
      const others = this.#rule.vectors.map(([name, start]) => vector(name, start) ?? values);
      return tf.concat([values, ...others]);
    });
  }

  /** Sets the parameters to the first row. */
  #assign(rows: tf.Tensor1D): void {
    let begin = 0;
    for (const { value } of this.#parameters) {
      tf.tidy(() => {
        value.assign(tf.reshape(tf.slice(rows, [begin], [value.size]), value.shape));
      });
      begin += value.size;
    }
  }
}

function flatten(tensors: readonly tf.Tensor[]): tf.Tensor1D {
  return tf.concat(tensors.map((tensor) => tf.reshape(tensor, [tensor.size]))) as tf.Tensor1D;
}

function requireSame(what: string, wanted: readonly string[], found: readonly string[]): void {
  if (`${wanted.toSorted()}` === `${found.toSorted()}`) return;
  throw new UserError(
    `cannot go on from a checkpoint: wanted the optimiser's ${what} ${wanted.join(", ")}, found ` +
      `${found.join(", ") || "none"}; train anew`,
  );
}
