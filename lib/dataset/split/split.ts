/** Identities (labels of a catalog) apart for training, validation and test. */
export interface Split {
  readonly train: readonly number[];
  readonly validation: readonly number[];
  readonly test: readonly number[];
}
