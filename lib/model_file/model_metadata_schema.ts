import { distanceNames } from "../distances/distance_name.ts";
import * as v from "valibot";
import { modelBounds } from "./model_bounds.ts";

/** Bounded, so that a damaged file cannot ask for all memory there is. */
const within = ([least, most]: readonly [number, number]) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(least), v.maxValue(most));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const positive = v.pipe(v.number(), v.finite(), v.gtValue(0));
/** A cosine similarity, or a step beyond one, where all pairs are on one side. */
const threshold = v.pipe(v.number(), v.minValue(-1.001), v.maxValue(1.001));
/** Others would leave a network with nothing but infinities. */
const deviation = v.pipe(v.number(), v.minValue(1e-3), v.maxValue(1e3));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const interval = <Schema extends v.GenericSchema<number>>(end: Schema) =>
  v.pipe(v.strictTuple([end, end]), v.check(([lower, upper]) => lower <= upper));
/** What models of early versions lack. */
const late = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.optional(v.nullable(schema), null);

/** A value of any kind, kept as JSON in a text. */
const json = <Schema extends v.GenericSchema>(schema: Schema) =>
  v.pipe(v.string(), v.parseJson(), schema);

/** The texts in the `__metadata__` of `model.safetensors`: JSON, except where the value is a text. */
export const modelMetadataSchema = v.object({
  version: v.string(),
  backbone: v.string(),
  imageSize: json(within(modelBounds.imageSize)),
  mean: json(v.strictTuple([share, share, share])),
  deviation: json(v.strictTuple([deviation, deviation, deviation])),
  embeddingSize: json(within(modelBounds.embeddingSize)),
  distance: v.picklist(distanceNames),
  catalogHash: v.string(),
  calibration: json(v.object({
    threshold,
    thresholdInterval: late(interval(threshold)),
    targetFar: share,
    far: share,
    frr: share,
    farInterval: late(interval(share)),
    frrInterval: late(interval(share)),
    positivePairs: count,
    negativePairs: count,
    smallestFar: positive,
    operatingPoints: v.pipe(
      v.array(v.object({ threshold, validationFar: share, far: share, frr: share })),
      v.maxLength(200),
      v.check((points) =>
        points.every(({ threshold }, i) => i === 0 || points[i - 1]!.threshold < threshold)
      ),
    ),
  })),
  heldOut: json(v.object({
    identities: count,
    images: count,
    auc: share,
    eer: share,
    accuracy: late(share),
    tarAtFar: v.record(v.string(), v.nullable(share)),
    intervals: late(v.object({
      auc: interval(share),
      eer: interval(share),
      accuracy: interval(share),
      tarAtFar: v.record(v.string(), v.nullable(interval(share))),
    })),
  })),
});
