/** What can become of an image that is not square. */
export const fits = ["stretch", "crop", "pad"] as const;

/**
 * What becomes of an image that is not square: all of it is stretched to the square, its middle is
 * cropped to one, or it keeps its aspect ratio and black pads it on both sides.
 */
export type Fit = typeof fits[number];
