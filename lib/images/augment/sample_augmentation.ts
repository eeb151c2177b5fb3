import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { mersenne } from "pure-rand/generator/mersenne";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import {
  AUGMENTATION_COLUMN_COUNT,
  AUGMENTATION_COLUMNS as COLUMN,
} from "../../../kernels/reference/augmentation/augmentation_columns.ts";
import type { Augmentation } from "./augmentation.ts";
import { sampleRectangle } from "./sample_rectangle.ts";

/** A batch's place in its run. */
export interface BatchPosition {
  /** A 32-bit integer. */
  readonly seed: number;
  /** The epoch's place in its run. */
  readonly epoch: number;
  /** The batch's place in its epoch. */
  readonly step: number;
}

/**
 * Samples how to change each image of a batch.
 *
 * The sample depends only on seed, epoch, step, the image's position and the strengths, so a resumed
 * run continues with the same changes and saves no state.
 *
 * The distributions are torchvision's: `RandomHorizontalFlip`, `RandomAffine` (rotation, scale,
 * shift), `RandomResizedCrop`, `ColorJitter`, `RandomGrayscale`, `GaussianBlur`, `RandomErasing`, in
 * that order, with these differences:
 *
 * - One map does all geometry, so an image is resampled once and not three times. Edges continue
 *   outward instead of turning black, and the edge of a crop is not an edge.
 * - `ColorJitter` shuffles its four parts. Here brightness, contrast and saturation come in that order
 *   and values are clamped once, after them; hue comes last. Contrast is about the mean gray before the
 *   geometry, which needs no pass of its own.
 * - Gray has no saturation and no hue.
 * - The blur comes first, where it can be sampled together with the geometry. It reaches three standard
 *   deviations far.
 *
 * @param n how many images
 * @param side of each, in pixels
 * @returns `[n, AUGMENTATION_COLUMN_COUNT]`, as `augmentImages` reads it
 */
export function sampleAugmentation(
  n: number,
  side: number,
  strength: Augmentation,
  { seed, epoch, step }: BatchPosition,
): Float32Array {
  // The generator runs between the numbers, so neighboring seeds, epochs and steps give unlike streams.
  const ofEpoch = mersenne(mersenne(seed).next() ^ epoch).next();
  const stream = xoroshiro128plus(mersenne(ofEpoch ^ step).next());
  const table = new Float32Array(n * AUGMENTATION_COLUMN_COUNT);
  for (let i = 0; i < n; i++) {
    // One stream per image: how much an image samples does not move the next one's stream.
    stream.jump();
    const random = stream.clone();
    drawRow(
      () => uniformFloat64(random),
      side,
      strength,
      table.subarray(i * AUGMENTATION_COLUMN_COUNT, (i + 1) * AUGMENTATION_COLUMN_COUNT),
    );
  }
  return table;
}

/** @param draw a number from 0 up to 1 */
function drawRow(
  draw: () => number,
  side: number,
  strength: Augmentation,
  row: Float32Array,
): void {
  const around = (middle: number, spread: number) => middle + (2 * draw() - 1) * spread;
  const factor = (spread: number) => {
    const low = Math.max(0, 1 - spread);
    return low + draw() * (1 + spread - low);
  };

  const mirror = draw() < strength.flip ? -1 : 1;
  const angle = around(0, strength.rotation) * Math.PI / 180;
  const scale = around(1, strength.scale);
  const shiftX = around(0, strength.shift) * side;
  const shiftY = around(0, strength.shift) * side;
  row[COLUMN.BRIGHTNESS] = factor(strength.brightness);
  row[COLUMN.CONTRAST] = factor(strength.contrast);
  row[COLUMN.SATURATION] = factor(strength.saturation);
  row[COLUMN.HUE] = around(0, strength.hue);
  if (draw() < strength.gray) {
    row[COLUMN.SATURATION] = 0;
    row[COLUMN.HUE] = 0;
  }
  const isBlurred = draw() < strength.blur;
  const sigma = 0.1 + 1.9 * draw();
  if (isBlurred) row[COLUMN.SIGMA] = sigma;

  const isErased = draw() < strength.erase;
  const crop = sampleRectangle(draw, side, {
    area: [1 - strength.crop, 1],
    aspect: [1 / (1 + strength.aspect), 1 + strength.aspect],
  }) ?? { left: 0, top: 0, width: side, height: side };
  const erased = sampleRectangle(draw, side, {
    area: [0.02, 0.33],
    aspect: [0.3, 3.3],
    longest: side - 1,
  });

  // A pixel shows the crop at ((x + 1/2) width / side - 1/2 + left, ...); from the centre and less the
  // shift that is (u, v), which shows the source at (mirror (cos u + sin v), cos v - sin u) / scale.
  const centre = (side - 1) / 2;
  const cos = Math.cos(angle) / scale;
  const sin = Math.sin(angle) / scale;
  const stepX = crop.width / side, stepY = crop.height / side;
  const u = stepX / 2 - 0.5 + crop.left - centre - shiftX;
  const v = stepY / 2 - 0.5 + crop.top - centre - shiftY;
  row[COLUMN.XX] = mirror * cos * stepX;
  row[COLUMN.XY] = mirror * sin * stepY;
  row[COLUMN.X0] = centre + mirror * (cos * u + sin * v);
  row[COLUMN.YX] = -sin * stepX;
  row[COLUMN.YY] = cos * stepY;
  row[COLUMN.Y0] = centre + cos * v - sin * u;

  if (isErased && erased) {
    row[COLUMN.LEFT] = erased.left;
    row[COLUMN.TOP] = erased.top;
    row[COLUMN.RIGHT] = erased.left + erased.width;
    row[COLUMN.BOTTOM] = erased.top + erased.height;
  }
}
