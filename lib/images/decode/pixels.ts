/** A decoded picture: red, green and blue, 8 bits each. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** `[height, width, 3]`, row by row, 0 to 255. */
  readonly data: Uint8Array;
}
