import type { Accepted, AcceptTable } from "./accept_table.ts";

/** Negative pairs of a draw of validation identities. */
export interface Blocks {
  /** Of validation identities with each other. */
  readonly own: Accepted;
  /** Of validation with training identities. */
  readonly cross: Accepted;
  /** Of training identities with each other. */
  readonly training: Accepted;
  /** Of validation with as many training identities. */
  readonly few: Accepted;
  /** `own` and `cross` where each two identities count the same, whatever number of images they have. */
  readonly alike: readonly [own: Accepted, cross: Accepted];
}

/** @param training is the same for all draws of validation identities */
export function blocksOf(
  table: AcceptTable,
  validation: readonly number[],
  { identities, training }: {
    readonly identities: readonly number[];
    readonly training: Accepted;
  },
): Blocks {
  return {
    own: table.accepted(validation),
    cross: table.accepted(validation, identities),
    training,
    few: table.accepted(validation, identities.slice(0, validation.length)),
    alike: [
      table.accepted(validation, undefined, true),
      table.accepted(validation, identities, true),
    ],
  };
}

/** The ways to estimate the false accept rate at each threshold that the study compares. */
export const estimators: Readonly<Record<string, (blocks: Blocks) => Float64Array>> = {
  "validation alone": ({ own }) => rates(own),
  "pooled": ({ own, cross }) => rates(own, cross),
  "pooled, identities alike": ({ alike }) => rates(...alike),
  "pooled with few of training": ({ own, few }) => rates(own, few),
  "half and half": ({ own, cross }) => mixed(0.5, rates(own), rates(cross)),
  "a quarter validation": ({ own, cross }) => mixed(0.25, rates(own), rates(cross)),
  "validation with training": ({ cross }) => rates(cross),
  // The step to training identities is once in the first and twice in the second.
  "step extrapolated": ({ cross, training }) => mixed(2, rates(cross), rates(training)),
  "all three blocks": ({ own, cross, training }) => rates(own, cross, training),
  "training alone": ({ training }) => rates(training),
};

/** The rate at each threshold, where each pair counts once, whatever block it is from. */
export function rates(...blocks: readonly Accepted[]): Float64Array {
  const pairs = blocks.reduce((sum, block) => sum + block.pairs, 0);
  return blocks[0]!.counts.map((_, point) =>
    blocks.reduce((sum, { counts }) => sum + counts[point]!, 0) / pairs
  );
}

function mixed(share: number, one: Float64Array, other: Float64Array): Float64Array {
  return one.map((rate, point) => share * rate + (1 - share) * other[point]!);
}
