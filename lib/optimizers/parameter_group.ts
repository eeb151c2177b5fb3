import type { Parameter } from "../model/layers/parameters.ts";

/** Parameters that share a learning rate, and move or stay together. */
export interface ParameterGroup {
  readonly parameters: readonly Parameter[];
  /** Its learning rate over the one that an update is given; above 0. */
  readonly rate: number;
}
