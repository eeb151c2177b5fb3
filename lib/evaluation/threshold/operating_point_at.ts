import { UserError } from "../../language/user_error.ts";
import { evaluationMessages } from "../messages.ts";
import { requireFarInRange } from "../scores/threshold_search.ts";
import type { CalibratedThreshold } from "./calibrate.ts";
import type { OperatingPoint } from "./operating_points.ts";

const roundedUp = new Intl.NumberFormat("en", {
  maximumSignificantDigits: 2,
  roundingMode: "ceil",
});

/** How a threshold is chosen: by its value, or by the false accept rate that it may have. */
export type OperatingPointChoice = { readonly threshold: number } | { readonly far: number };

/** A false accept rate in two significant digits, rounded up: what still has support. */
export function roundUpFar(far: number): string {
  return roundedUp.format(far);
}

/**
 * Looks up a model's rates at another threshold than the calibrated one, or another threshold for a
 * false accept rate.
 *
 * For a `far`, the result is the smallest threshold of the table at which validation accepts at most
 * that fraction. For a `threshold`, rates between two points of the table are interpolated.
 *
 * @throws {UserError} if `far` is not above 0 and below 1, it has too few identities behind it for
 *   it, `threshold` is not -1 to 1, or the table is damaged
 */
export function operatingPointAt(
  calibration: Pick<CalibratedThreshold, "smallestFar" | "operatingPoints">,
  choice: OperatingPointChoice,
): OperatingPoint {
  return "far" in choice
    ? byFar(calibration, choice.far)
    : byThreshold(calibration.operatingPoints, choice.threshold);
}

function byFar(
  { smallestFar, operatingPoints }: Pick<CalibratedThreshold, "smallestFar" | "operatingPoints">,
  far: number,
): OperatingPoint {
  requireFarInRange(far);
  if (far < smallestFar) {
    throw new UserError(evaluationMessages.farUnsupported({
      far,
      least: roundUpFar(smallestFar),
    }));
  }
  return operatingPoints.find((point) => point.validationFar <= far) ?? damaged();
}

function byThreshold(points: readonly OperatingPoint[], threshold: number): OperatingPoint {
  if (!(threshold >= -1 && threshold <= 1)) {
    throw new UserError(evaluationMessages.thresholdOutOfRange({ threshold }));
  }
  return interpolateOperatingPoint(points, threshold);
}

/**
 * The rates at any similarity, interpolated between two points of a table. They are also the fractions
 * of negative pairs that are at least this similar, and of positive pairs that are less similar.
 *
 * @param similarity one beyond either end of the table has the rates of that end
 * @throws {UserError} if the table is damaged
 */
export function interpolateOperatingPoint(
  points: readonly OperatingPoint[],
  similarity: number,
): OperatingPoint {
  const above = points.findIndex((point) => point.threshold >= similarity);
  const high = points.at(above) ?? damaged(), low = points[above - 1] ?? high;
  const fraction = high === low
    ? 1
    : (similarity - low.threshold) / (high.threshold - low.threshold);
  const between = (key: "validationFar" | "far" | "frr") =>
    fraction === 1 ? high[key] : low[key] + fraction * (high[key] - low[key]);
  return {
    threshold: similarity,
    validationFar: between("validationFar"),
    far: between("far"),
    frr: between("frr"),
  };
}

function damaged(): never {
  throw new UserError(evaluationMessages.operatingPointsDamaged());
}
