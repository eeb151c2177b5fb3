/** The settings of the learning rate. */
export interface ScheduleOptions {
  /** The highest learning rate of the run, above 0. */
  readonly learningRate: number;
  /** Steps of the optimizer over which the learning rate rises to its highest. */
  readonly warmUp: number;
  /**
   * Factor of the learning rate: of "exponential" every epoch, of "step" every `stepSize` epochs, of
   * "plateau" at every plateau. Null is 0.1; for "exponential" it is the factor that ends at 0.01 of the
   * highest learning rate.
   */
  readonly gamma: number | null;
  /** Epochs between the drops of "step"; null is a third of the run. */
  readonly stepSize: number | null;
  /** Where "cosine" ends, at most `learningRate`; null is 0.01 of that. */
  readonly minimumRate: number | null;
}

/** The place of a step in a run. */
export interface SchedulePlace {
  /** Steps of the optimizer before it. */
  readonly step: number;
  /** From 0. */
  readonly epoch: number;
  /** The fraction of the run that is done, 0 to 1. */
  readonly progress: number;
  /** How often a plateau has lowered the learning rate. */
  readonly drops: number;
}

/** What a schedule of the learning rate is. */
export interface ScheduleDefinition<Name extends string = string> {
  /** The name that settings use. */
  readonly name: Name;
  /** The learning rate at a place, as a fraction of the highest, after the warm-up. */
  fractionAt(place: SchedulePlace, options: ScheduleOptions): number;
}

/** The lowest fraction of the learning rate, of schedules that end with the run. */
export const lowestFraction = 0.01;

/** The factor of a drop. */
export const defaultGamma = 0.1;

/** Defines a schedule. */
export function defineSchedule<const Name extends string>(
  definition: ScheduleDefinition<Name>,
): ScheduleDefinition<Name> {
  return definition;
}
