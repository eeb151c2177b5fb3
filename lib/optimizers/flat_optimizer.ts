import * as tf from "@tensorflow/tfjs";
import { firstNonFinite } from "../../kernels/finite/first_non_finite.ts";
import { clipByGlobalNorm } from "./clip_by_global_norm.ts";
import { FlatParameters } from "./flat_parameters.ts";
import type { Counters, Optimizer, OptimizerState } from "./optimizer.ts";
import type { ParameterGroup, ResolvedOptimizerOptions } from "./optimizer_options.ts";
import { requireState } from "./require_state.ts";
import type { UpdateRule } from "./update_rule.ts";

/** The name, in a state, of the sum of gradients that wait for a step. */
const waiting = "gradients";

/**
 * An optimizer by a rule. All parameters are concatenated in the rows of one vector, so that an update
 * is one launch however many parameters and groups there are. What is left for each parameter is to
 * copy its values back.
 */
export class FlatOptimizer<Step> implements Optimizer {
  readonly #groups: readonly ParameterGroup[];
  readonly #parameters: FlatParameters;
  readonly #rule: UpdateRule<Step>;
  readonly #options: ResolvedOptimizerOptions;
  /** `[(1 + vectors) * p]`, row by row. */
  #state: tf.Tensor1D;
  /** Of each group. */
  #counters: readonly Counters[];
  /** Sum of the gradients of batches that wait for a step `[p]`, and their number. */
  #gradients: tf.Tensor1D | null = null;
  #batches = 0;
  #evaluating = false;

  /** Makes an optimizer in training mode, before its first step. */
  constructor(
    groups: readonly ParameterGroup[],
    rule: UpdateRule<Step>,
    options: ResolvedOptimizerOptions,
  ) {
    this.#groups = groups;
    this.#parameters = new FlatParameters(groups, options.decayAll);
    this.#rule = rule;
    this.#options = options;
    this.#counters = groups.map(() => rule.counters);
    const { size } = this.#parameters;
    this.#state = this.#stack((_, start) => start === "values" ? null : tf.zeros([size]));
  }

  get averagesWeights(): boolean {
    return this.#rule.average !== undefined;
  }

  update(gradients: tf.NamedTensorMap, learningRate: number): tf.Tensor1D {
    if (this.#evaluating) throw new Error("an optimizer cannot update in evaluation mode");
    const moving = this.#parameters.withGradients(gradients);
    const gradient = tf.tidy(() => {
      const flat = this.#parameters.flatten(gradients, moving);
      return this.#gradients ? tf.add<tf.Tensor1D>(this.#gradients, flat) : flat;
    });
    this.#gradients?.dispose();
    this.#gradients = gradient;
    const ofGradient = firstNonFinite(gradient);
    if (++this.#batches === this.#options.accumulate) this.#step(gradient, moving, learningRate);
    const found = tf.tidy(() => {
      const values = tf.slice(this.#state, [0], [this.#parameters.size]);
      return tf.concat([ofGradient, firstNonFinite(values)]);
    });
    ofGradient.dispose();
    return found;
  }

  nameAt(place: number): string {
    return this.#parameters.nameAt(place);
  }

  /** Moves the parameters along the gradients that were taken in. */
  #step(gradient: tf.Tensor1D, moving: boolean[], learningRate: number): void {
    const steps = this.#countStep(moving, learningRate);
    const { kernelGroups } = this.#parameters;
    const next = tf.tidy(() =>
      this.#rule.update(this.#state, this.#meanGradient(gradient), kernelGroups, steps)
    );
    this.#state.dispose();
    gradient.dispose();
    this.#state = next;
    this.#gradients = null;
    this.#batches = 0;
    this.#parameters.assign(next, moving);
  }

  trainMode(): void {
    if (this.#evaluating && this.averagesWeights) this.#parameters.assign(this.#state);
    this.#evaluating = false;
  }

  evalMode(): void {
    const { average } = this.#rule;
    if (!this.#evaluating && average) tf.tidy(() => this.#parameters.assign(average(this.#state)));
    this.#evaluating = true;
  }

  async state(): Promise<OptimizerState> {
    if (this.#evaluating) {
      throw new Error("the state of an optimizer cannot be read in evaluation mode");
    }
    const { size } = this.#parameters;
    const rows = await this.#state.data<"float32">();
    const vectors = new Map<string, Float32Array>(
      this.#rule.vectors.map(([name], i) => [name, rows.slice((i + 1) * size, (i + 2) * size)]),
    );
    if (this.#gradients) vectors.set(waiting, await this.#gradients.data<"float32">());
    const counters = this.#counters.flatMap((counters, i) =>
      Object.entries(counters).map(([name, value]) => [`${name}.${i}`, value] as const)
    );
    return { vectors, counters: { ...Object.fromEntries(counters), batches: this.#batches } };
  }

  restore(state: OptimizerState): void {
    const ofRule = Object.keys(this.#rule.counters);
    const ofGroup = this.#groups.map((_, i) => ofRule.map((name) => `${name}.${i}`));
    requireState(state, {
      vectors: this.#rule.vectors.map(([name]) => name),
      waiting,
      size: this.#parameters.size,
      counters: ofGroup.flat(),
      accumulate: this.#options.accumulate,
    });
    const { vectors, counters: { batches = 0, ...counters } } = state;
    this.#state.dispose();
    this.#gradients?.dispose();
    this.#state = this.#stack((name) => tf.tensor1d(vectors.get(name)!));
    this.#gradients = batches ? tf.tensor1d(vectors.get(waiting)!) : null;
    this.#counters = ofGroup.map((names) =>
      Object.fromEntries(names.map((name, i) => [ofRule[i]!, counters[name]!]))
    );
    this.#batches = batches;
    this.#evaluating = false;
  }

  dispose(): void {
    this.#parameters.dispose();
    this.#state.dispose();
    this.#gradients?.dispose();
  }

  /** Counts a step of the groups that move; gives the numbers of each group in the kernel. */
  #countStep(moving: boolean[], learningRate: number): Step[] {
    const { step, noStep } = this.#rule;
    const next = this.#groups.map(({ rate }, i) => {
      const before = this.#counters[i]!;
      if (!moving[i]) return { counters: before, numbers: [noStep, noStep] };
      const { counters, numbers } = step(before, learningRate * rate, this.#options.weightDecay);
      const undecayed = step(before, learningRate * rate, 0).numbers;
      return { counters, numbers: [numbers, undecayed] };
    });
    this.#counters = next.map(({ counters }) => counters);
    return next.flatMap(({ numbers }) => numbers);
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
      const values = this.#parameters.values();
      const others = this.#rule.vectors.map(([name, start]) => vector(name, start) ?? values);
      return tf.concat([values, ...others]);
    });
  }
}
