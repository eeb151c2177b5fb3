import * as tf from "@tensorflow/tfjs";
import { firstNonFinite } from "../../kernels/finite/first_non_finite.ts";
import { type Message, message } from "../language/message.ts";
import { truncateName } from "../language/truncate_name.ts";
import { UserError } from "../language/user_error.ts";
import { clipByGlobalNorm } from "./clip_by_global_norm.ts";
import { FlatParameters } from "./flat_parameters.ts";
import type { Counters, Optimizer, OptimizerState } from "./optimizer.ts";
import type { ResolvedOptimizerOptions } from "./optimizer_options.ts";
import type { ParameterGroup } from "./parameter_group.ts";
import type { UpdateRule } from "./update_rule.ts";

/** The name of the sum of gradients that wait for a step, in a state. */
const waiting = "gradients";

/**
 * An optimiser by a rule. All parameters stand end to end in the rows of one vector, so that an
 * update is one launch however many parameters and groups there are; what is left for each is to copy
 * its values back.
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
    if (this.#evaluating) throw new Error("an optimiser in evaluation mode was asked to update");
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
    if (this.#evaluating) throw new Error("an optimiser was read in evaluation mode");
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

  restore({ vectors, counters: { batches = 0, ...counters } }: OptimizerState): void {
    const { size } = this.#parameters;
    const { accumulate } = this.#options;
    if (!Number.isInteger(batches) || batches < 0 || batches >= accumulate) {
      throw new UserError(
        message`cannot go on from a checkpoint: wanted fewer than ${accumulate} batches that wait for
          a step, found ${batches}; train anew`,
      );
    }
    const names = [
      ...this.#rule.vectors.map(([name]) => name),
      ...(batches ? [waiting] : []),
    ];
    requireSame(message`vectors`, names, [...vectors.keys()]);
    const ofRule = Object.keys(this.#rule.counters);
    const ofGroup = this.#groups.map((_, i) => ofRule.map((name) => `${name}.${i}`));
    requireSame(message`counters`, ofGroup.flat(), Object.keys(counters));
    for (const name of names) {
      const { length } = vectors.get(name)!;
      if (length !== size) {
        throw new UserError(
          message`cannot go on from a checkpoint: wanted the optimiser's ${name} of ${size}
            parameters, found ${length}; train anew`,
        );
      }
    }
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
    const { step, noStep: rest } = this.#rule;
    const next = this.#groups.map(({ rate }, i) => {
      const before = this.#counters[i]!;
      if (!moving[i]) return { counters: before, numbers: [rest, rest] };
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

function requireSame(what: Message, wanted: readonly string[], found: readonly string[]): void {
  if (`${wanted.toSorted()}` === `${found.toSorted()}`) return;
  throw new UserError(
    message`cannot go on from a checkpoint: wanted the optimiser's ${what} ${wanted.join(", ")},
      found ${truncateName(found.join(", ")) || message`none`}; train anew`,
  );
}
