import { distanceNames } from "../distances/distance_name.ts";
import * as v from "valibot";
import { modelBounds } from "./model_bounds.ts";

/** Bounded, so that a damaged file cannot ask for all memory there is. */
const within = ([least, most]: readonly [number, number]) =>
  v.pipe(v.number(), v.safeInteger(), v.minValue(least), v.maxValue(most));
const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const finite = v.pipe(v.number(), v.finite());
const positive = v.pipe(finite, v.gtValue(0));
const share = v.pipe(v.number(), v.minValue(0), v.maxValue(1));
const interval = <Schema extends v.GenericSchema>(end: Schema) => v.strictTuple([end, end]);
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
  mean: json(v.strictTuple([finite, finite, finite])),
  deviation: json(v.strictTuple([positive, positive, positive])),
  embeddingSize: json(within(modelBounds.embeddingSize)),
  distance: v.picklist(distanceNames),
  catalogHash: v.string(),
  calibration: json(v.object({
    threshold: finite,
    thresholdInterval: late(interval(finite)),
    targetFar: share,
    far: share,
    frr: share,
    farInterval: late(interval(share)),
    frrInterval: late(interval(share)),
    positivePairs: count,
    negativePairs: count,
    smallestFar: positive,
    operatingPoints: v.array(
      v.object({ threshold: finite, validationFar: share, far: share, frr: share }),
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
