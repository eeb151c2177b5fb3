/**
 * Columns of the table of `augmentImages`, which has a row for each image of a batch.
 */
export const AUGMENTATION_COLUMNS = {
  /** The pixel at (x, y) shows the source at (XX x + XY y + X0, YX x + YY y + Y0), in pixels. */
  XX: 0,
  XY: 1,
  X0: 2,
  YX: 3,
  YY: 4,
  Y0: 5,
  /** Factor of every value. */
  BRIGHTNESS: 6,
  /** Factor of the distance from the image's mean gray. */
  CONTRAST: 7,
  /** Factor of the distance of each pixel from its gray. */
  SATURATION: 8,
  /** Shift of the hue, in turns. */
  HUE: 9,
  /** Standard deviation of a Gaussian blur in source pixels, 0 to 2; 0 blurs nothing. */
  SIGMA: 10,
  /** Pixels with LEFT <= x < RIGHT and TOP <= y < BOTTOM are erased. */
  LEFT: 11,
  TOP: 12,
  RIGHT: 13,
  BOTTOM: 14,
} as const;

/** The number of columns. */
export const AUGMENTATION_COLUMN_COUNT = Object.keys(AUGMENTATION_COLUMNS).length;
