import * as v from "valibot";
import { distanceNames } from "../distances/distance_name.ts";
import { pairMetricKeys } from "../evaluation/metrics/pair_metrics.ts";
import { fits } from "./fit.ts";
import { modelBounds } from "./model_bounds.ts";
import {
  type LaterMetricKey,
  type ModelMetadata,
  type OriginalMetricKey,
  originalMetricKeys,
} from "./model_metadata.ts";

/**
 * The version of the metadata's format, which model files carry as `formatVersion`. Files of version 0
 * do not carry it, and their `deviation` is `std` now.
 */
export const modelFormatVersion = 1;

/** What a named threshold may be called: up to 64 characters that a terminal shows as they are. */
export const thresholdName = /^(?! )[^\p{C}\p{Zl}\p{Zp}]{1,64}(?<! )$/u;
/** So many named thresholds fit into a model file. */
export const mostThresholds = 16;

/** Bounded, so that a damaged file cannot ask for all memory there is. */
const within = ([least, most]: readonly [number, number]) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(least), v.maxValue(most));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const positive = v.pipe(v.number(), v.finite(), v.gtValue(0));
/** A cosine similarity, or a step beyond one, where all pairs are on one side. */
const threshold = v.pipe(v.number(), v.minValue(-1.001), v.maxValue(1.001));
/** Others would leave a network with nothing but infinities. */
const std = v.pipe(v.number(), v.minValue(1e-3), v.maxValue(1e3));
const fraction = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const interval = <Schema extends v.GenericSchema<number>>(end: Schema) =>
  v.pipe(v.strictTuple([end, end]), v.check(([lower, upper]) => lower <= upper));
/** What models of early versions lack. */
const late = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.optional(v.nullable(schema), null);

/** An entry for each metric. Those that old files lack stay absent. */
const metrics = <Schema extends v.GenericSchema>(schema: Schema) => {
  const originals: readonly string[] = originalMetricKeys;
  const later = v.optional(v.nullable(schema));
  const entries = pairMetricKeys.map((key) => [key, originals.includes(key) ? schema : later]);
  return Object.fromEntries(entries) as
    & Record<OriginalMetricKey, Schema>
    & Record<LaterMetricKey, typeof later>;
};

/** A value of any kind, kept as JSON in a text. */
const json = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.pipe(v.string(), v.parseJson(), schema);

/** A threshold, and what was measured at it. */
const calibration = {
  threshold,
  thresholdInterval: late(interval(threshold)),
  targetFar: fraction,
  far: fraction,
  frr: fraction,
  farInterval: late(interval(fraction)),
  frrInterval: late(interval(fraction)),
  chosenBy: v.optional(v.object({
    validationIdentities: count,
    trainingIdentities: count,
    negativePairs: count,
  })),
  positivePairs: count,
  negativePairs: count,
  smallestFar: positive,
  operatingPoints: v.pipe(
    v.array(v.object({ threshold, validationFar: fraction, far: fraction, frr: fraction })),
    v.maxLength(200),
    v.check((points) =>
      points.every(({ threshold }, i) => i === 0 || points[i - 1]!.threshold < threshold)
    ),
  ),
};

/** A name that fits on a line. */
const name = v.pipe(v.string(), v.regex(thresholdName));

/** The texts in the `__metadata__` of `model.safetensors`: JSON, except where the value is a text. */
export const modelMetadataSchema = v.object({
  version: v.string(),
  backbone: v.string(),
  imageSize: json(within(modelBounds.imageSize)),
  fit: v.optional(v.picklist(fits)),
  mean: json(v.strictTuple([fraction, fraction, fraction])),
  std: json(v.strictTuple([std, std, std])),
  embeddingSize: json(within(modelBounds.embeddingSize)),
  distance: v.picklist(distanceNames),
  catalogHash: v.string(),
  calibration: json(v.object(calibration)),
  heldOut: json(v.object({
    part: v.optional(v.picklist(["validation", "test"])),
    identities: count,
    images: count,
    folds: v.optional(v.nullable(count)),
    ...metrics(fraction),
    tarAtFar: v.record(v.string(), v.nullable(fraction)),
    intervals: late(v.object({
      ...metrics(interval(fraction)),
      tarAtFar: v.record(v.string(), v.nullable(interval(fraction))),
    })),
  })),
  thresholds: v.optional(json(v.pipe(
    v.array(v.object({
      ...calibration,
      name,
      folder: v.string(),
      catalogHash: v.string(),
      identities: count,
      images: count,
      date: v.pipe(v.string(), v.isoTimestamp()),
    })),
    v.maxLength(mostThresholds),
    v.check((thresholds) => new Set(thresholds.map(({ name }) => name)).size === thresholds.length),
  ))),
  provisional: v.optional(json(v.boolean())),
});

/**
 * Turns what a reader of a model needs into texts, the only kind of value that the metadata of a
 * safetensors file may have.
 *
 * @returns the format version, and a text by key of `ModelMetadata`: JSON, except if the value is a
 *   text itself
 * @throws {v.ValiError} if a value could not be read back, such as NaN
 */
export function modelMetadataToStrings(metadata: ModelMetadata): Record<string, string> {
  const entries = Object.entries({ formatVersion: modelFormatVersion, ...metadata }).map((
    [key, value],
  ) => [key, typeof value === "string" ? value : JSON.stringify(value)]);
  const strings: Record<string, string> = Object.fromEntries(entries);
  v.parse(modelMetadataSchema, strings);
  return strings;
}
