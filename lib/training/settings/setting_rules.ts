import * as v from "valibot";
import { modelBounds } from "../../model_file/model_bounds.ts";
import { distanceNames } from "../../distances/distance_name.ts";
import { message } from "../../language/message.ts";
import { backboneNames } from "../../model/backbones/registry.ts";
import { lossNames } from "../../losses/registry.ts";
import { minerNames } from "../../miners/registry.ts";
import { optimizerNames } from "../../optimizers/registry.ts";
import { scheduleNames } from "../../schedules/registry.ts";
import { augmentationSchema } from "./augmentation_schema.ts";
import { issueMessage } from "./issue_message.ts";
import { flag, oneOf, text } from "./name_rules.ts";
import {
  above,
  atLeast,
  between,
  describeInput,
  fraction,
  numberThat,
  whole,
} from "./number_rules.ts";

const heldOut = numberThat(
  message`a share above 0 and below 1, or a whole number of identities of at least 2`,
  (x) => (x > 0 && x < 1) || (Number.isInteger(x) && x >= 2),
);

const options = v.record(
  v.string(),
  v.union(
    [v.pipe(v.number(), v.finite()), v.string(), v.boolean()],
    issueMessage(({ input }) =>
      message`wanted a number, a text, true or false, found ${describeInput(input)}`
    ),
  ),
  issueMessage(({ input }) => message`wanted options by name, found ${describeInput(input)}`),
);

/** What each setting may be. */
export const settingRules = {
  data: text,
  validationData: v.nullable(text),
  validation: heldOut,
  test: heldOut,
  seed: whole(0, 2 ** 31 - 1),
  backend: oneOf("auto", "webgpu", "wasm", "cpu"),
  precision: oneOf("f32", "f16"),
  backbone: oneOf(...backboneNames),
  normalisation: oneOf("backbone", "imagenet"),
  weights: text,
  imageSize: whole(...modelBounds.imageSize),
  embeddingSize: whole(...modelBounds.embeddingSize),
  augmentation: augmentationSchema,
  dropPath: fraction,
  freezeEpochs: whole(0, 1e9),
  backboneRate: above(0),
  freezeBatchNorm: flag,
  loss: oneOf(...lossNames),
  miner: oneOf(...minerNames),
  distance: oneOf(...distanceNames),
  margin: v.nullable(atLeast(0)),
  lossOptions: options,
  minerOptions: options,
  optimizer: oneOf(...optimizerNames),
  weightDecay: atLeast(0),
  decayAll: flag,
  momentum: fraction,
  beta2: between(0, 1),
  clip: v.nullable(above(0)),
  accumulate: whole(1, 65_536),
  schedule: oneOf(...scheduleNames),
  learningRate: above(0),
  warmUp: whole(0, 1e9),
  gamma: v.nullable(between(0, 1)),
  stepSize: v.nullable(whole(1, 1e9)),
  minimumRate: v.nullable(atLeast(0)),
  patience: whole(0, 1e9),
  batch: whole(4, 65_536),
  perIdentity: whole(2, 32_768),
  epochs: v.nullable(whole(1, 1e9)),
  minutes: v.nullable(above(0)),
  far: between(0, 1),
} as const;
