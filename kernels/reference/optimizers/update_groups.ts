/** The inputs of an update of parameters. */
export interface UpdateInputs {
  /** `[rows * p]`, row by row, with the parameters' values in the first. */
  readonly state: Float32Array;
  /** `[p]` */
  readonly gradient: Float32Array;
}

/** Parameters from `begin` up to, not including, `end`. */
export interface Section {
  readonly begin: number;
  readonly end: number;
}

/**
 * A step of the parameters of a section, which are in one group.
 *
 * @param next the output, the next state
 */
export type SectionUpdate<Step> = (
  inputs: UpdateInputs,
  step: Step,
  section: Section,
  next: Float32Array,
) => void;

/**
 * A step of all parameters, concatenated, each by the step of its group.
 *
 * @param groups `[p]`, the group of each
 * @param steps of each group
 * @param next the output `[rows * p]`, the next state
 */
export function updateGroups<Step>(
  update: SectionUpdate<Step>,
  { groups, ...inputs }: UpdateInputs & { readonly groups: Int32Array },
  steps: readonly Step[],
  next: Float32Array,
): void {
  for (let begin = 0, end = 0; begin < groups.length; begin = end) {
    const group = groups[begin]!;
    while (end < groups.length && groups[end] === group) end++;
    update(inputs, steps[group]!, { begin, end }, next);
  }
}
