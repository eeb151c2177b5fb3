/** Where what is computed of the places of a grid goes, counted in numbers. */
export interface OutputStrides {
  /** The address of place 0's. */
  readonly address: number;
  /** From an image's to the next one's. */
  readonly image: number;
  /** From a row of places to the next. */
  readonly row: number;
  /** From a place to the next. */
  readonly position: number;
}
