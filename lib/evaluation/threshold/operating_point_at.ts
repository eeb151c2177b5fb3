import type { Calibration, OperatingPoint } from "../../model_file/model_metadata.ts";
import { message } from "../../language/message.ts";
import { UserError } from "../../language/user_error.ts";
import { negativesNeededFor } from "../../dataset/estimate/negatives_for.ts";

const roundedUp = new Intl.NumberFormat("en", {
  maximumSignificantDigits: 2,
  roundingMode: "ceil",
});

/** What a threshold is asked for by: its value, or the false accept rate that it may have. */
export type OperatingPointChoice = { readonly threshold: number } | { readonly far: number };

/**
 * Looks up a model's rates at another threshold than the calibrated one, or another threshold by the
 * false accept rate wanted.
 *
 * By `far`, it is the smallest threshold of the table at which validation accepts at most that share.
 * By `threshold`, rates between two points of the table are interpolated.
 *
 * @throws {UserError} when `far` is not above 0 and below 1 or validation had too few negative pairs
 *   for it, or when `threshold` is not -1 to 1, or the table is damaged
 */
export function operatingPointAt(
  calibration: Calibration,
  wish: OperatingPointChoice,
): OperatingPoint {
  return "far" in wish
    ? byFar(calibration, wish.far)
    : byThreshold(calibration.operatingPoints, wish.threshold);
}

function byFar(calibration: Calibration, far: number): OperatingPoint {
  if (!(far > 0 && far < 1)) {
    throw new UserError(
      message`cannot use FAR ${far}: wanted a rate above 0 and below 1, such as 0.01`,
    );
  }
  if (far < calibration.smallestFar) {
    const least = roundedUp.format(calibration.smallestFar);
    const count = (pairs: number) => pairs.toLocaleString("en-US");
    throw new UserError(
      message`cannot use FAR ${far}: that takes ${
        count(negativesNeededFor(far))
      } negative pairs, and
        this model was validated on ${count(Math.round(3 / calibration.smallestFar))}, too few
        negative pairs to support less than ${least}; ask for that or more, or train on more
        identities`,
    );
  }
  return calibration.operatingPoints.find((point) => point.validationFar <= far) ?? damaged();
}

function byThreshold(points: readonly OperatingPoint[], threshold: number): OperatingPoint {
  if (!(threshold >= -1 && threshold <= 1)) {
    throw new UserError(
      message`cannot use threshold ${threshold}: wanted a cosine similarity from -1 to 1, such as
        0.5`,
    );
  }
  const above = points.findIndex((point) => point.threshold >= threshold);
  const high = points[above] ?? damaged(), low = points[above - 1] ?? high;
  const share = high === low ? 1 : (threshold - low.threshold) / (high.threshold - low.threshold);
  const between = (key: "validationFar" | "far" | "frr") =>
    share === 1 ? high[key] : low[key] + share * (high[key] - low[key]);
  return {
    threshold,
    validationFar: between("validationFar"),
    far: between("far"),
    frr: between("frr"),
  };
}

function damaged(): never {
  throw new UserError(
    message`cannot use another threshold than the calibrated one: the model's table of operating
      points is damaged; get the model anew, or train anew`,
  );
}
