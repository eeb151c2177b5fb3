import {
  operatingPointAt,
  type OperatingPointChoice,
} from "../evaluation/threshold/operating_point_at.ts";
import type { ConfidenceInterval } from "../evaluation/intervals/confidence_interval.ts";
import { UserError } from "../language/user_error.ts";
import type { Calibration, ModelMetadata, NamedThreshold } from "../model_file/model_metadata.ts";
import { verificationMessages as messages } from "./messages.ts";

/**
 * How a threshold is chosen: by its value, by the false accept rate that it may have, or by the name
 * under which the model keeps it. With a name and a rate, the rate is that of the folder that the named
 * threshold comes from.
 */
export type ThresholdChoice = OperatingPointChoice | {
  readonly name: string;
  readonly far?: number;
};

/** A threshold that decides, and what it rests on. */
export interface Decision {
  /** Two images count as the same identity if their similarity is at least this. */
  readonly threshold: number;
  /** Its 95 % confidence interval; null for a threshold that was asked for by its value or its rate. */
  readonly thresholdInterval: ConfidenceInterval | null;
  /** The false accept rate that it was chosen for; null for one that was asked for by its value. */
  readonly targetFar: number | null;
  /** The measured false accept rate. */
  readonly far: number;
  /** The measured false reject rate. */
  readonly frr: number;
  /** The threshold and the table that it comes from: the model's own, or a named one. */
  readonly calibration: Calibration;
  /** Identities that its rates were measured on. */
  readonly identities: number;
  /** The named threshold that it comes from; null for the model's own. */
  readonly named: NamedThreshold | null;
  /**
   * True if the rates are those of a run that has not ended: of validation identities, which also chose
   * the threshold. That of a name rests on the folder that it comes from.
   */
  readonly provisional: boolean;
}

/**
 * Looks up the threshold that decides.
 *
 * @param choice the model's own threshold by default
 * @throws {UserError} if the choice is out of range or lacks support, or the model has no threshold of
 *   that name
 */
export function chooseDecision(metadata: ModelMetadata, choice?: ThresholdChoice): Decision {
  const named = choice && "name" in choice ? findNamed(metadata, choice.name) : null;
  const calibration = named ?? metadata.calibration;
  const source = {
    calibration,
    named,
    identities: named?.identities ?? metadata.heldOut.identities,
    provisional: named === null && metadata.provisional === true,
  };
  const point = choice && "threshold" in choice
    ? choice
    : choice?.far === undefined
    ? undefined
    : { far: choice.far };
  if (!point) {
    const { threshold, thresholdInterval = null, targetFar, far, frr } = calibration;
    return { threshold, thresholdInterval, targetFar, far, frr, ...source };
  }
  const { threshold, far, frr } = operatingPointAt(calibration, point);
  const targetFar = "far" in point ? point.far : null;
  return { threshold, thresholdInterval: null, targetFar, far, frr, ...source };
}

function findNamed({ thresholds = [] }: ModelMetadata, name: string): NamedThreshold {
  const found = thresholds.find((threshold) => threshold.name === name.normalize("NFC"));
  if (found) return found;
  const names = thresholds.map(({ name }) => `"${name}"`).join(", ");
  throw new UserError(
    thresholds.length === 0
      ? messages.noNamedThreshold({ name, calibrate: { option: "calibrate" } })
      : messages.unknownThreshold({ name, names }),
  );
}
