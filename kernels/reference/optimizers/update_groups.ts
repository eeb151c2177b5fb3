/** What an update of parameters starts from. */
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
 * A step of the parameters of a section, by the same numbers.
 *
 * @param next the next state, to be written there
 */
export type SectionUpdate<Step> = (
  inputs: UpdateInputs,
  step: Step,
  section: Section,
  next: Float32Array,
) => void;

/**
 * A step of all parameters, end to end, each by its group's numbers.
 *
 * @param groups `[p]`, the group that each belongs to
 * @param steps of each group
 * @param next the next state `[rows * p]`, to be written
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
