import * as v from "valibot";
import { distanceNames } from "../distances/distance_name.ts";
import { lossNames } from "../objectives/loss_name.ts";
import { minerNames } from "../objectives/miner_name.ts";
import { isScheduleFree, optimiserNames } from "../optimisers/optimiser_name.ts";
import { scheduleNames } from "../schedules/schedule_name.ts";
import { UserError } from "../user_error.ts";
import { augmentationSchema } from "./augmentation_schema.ts";
import { above, atLeast, between, share, shown, wanted, whole } from "./number_rules.ts";
import type { TrainSettings } from "./train_settings.ts";

const heldOut = wanted(
  "a share above 0 and below 1, or a whole number of identities of at least 2",
  (x) => (x > 0 && x < 1) || (Number.isInteger(x) && x >= 2),
);

const oneOf = <const T extends readonly string[]>(...names: T) =>
  v.picklist(names, ({ input }) => `wanted one of ${names.join(", ")}, found ${shown(input)}`);
const flag = v.boolean(({ input }) => `wanted true or false, found ${shown(input)}`);
const text = v.string(({ input }) => `wanted a text, found ${shown(input)}`);

const options = v.record(
  v.string(),
  v.union(
    [v.pipe(v.number(), v.finite()), v.string(), v.boolean()],
    ({ input }) => `wanted a number, a text, true or false, found ${shown(input)}`,
  ),
  ({ input }) => `wanted options by name, found ${shown(input)}`,
);

const settingsSchema = v.strictObject({
  data: text,
  validationData: v.nullable(text),
  validation: heldOut,
  test: heldOut,
  seed: whole(0, 2 ** 31 - 1),
  backend: oneOf("auto", "webgpu", "wasm", "cpu"),
  backbone: text,
  normalisation: oneOf("backbone", "imagenet"),
  weights: v.pipe(
    text,
    v.check(
      (name) => name !== "imagenet",
      ({ input }) => `wanted none or a file, found ${shown(input)}; download timm's and name it`,
    ),
  ),
  imageSize: whole(16, 1024),
  embeddingSize: whole(2, 4096),
  augmentation: augmentationSchema,
  dropPath: share,
  freezeEpochs: whole(0, 1e9),
  backboneRate: above(0),
  freezeBatchNorm: flag,
  loss: oneOf(...lossNames),
  miner: oneOf(...minerNames),
  distance: oneOf(...distanceNames),
  margin: v.nullable(atLeast(0)),
  lossOptions: options,
  minerOptions: options,
  optimizer: oneOf(...optimiserNames),
  weightDecay: atLeast(0),
  decayAll: flag,
  momentum: share,
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
}, ({ expected, input }) => {
  if (expected === "never") return "there is no such setting; leave it out";
  return `wanted ${expected === "Object" ? "settings by name" : "it set"}, found ${shown(input)}`;
});

const schema: v.GenericSchema<TrainSettings> = v.pipe(
  settingsSchema,
  v.forward(
    v.check(
      ({ optimizer, momentum }) => momentum > 0 || !isScheduleFree(optimizer),
      ({ input }) => `wanted a number above 0 and below 1 for ${input.optimizer}, found 0`,
    ),
    ["momentum"],
  ),
  v.forward(
    v.check(
      ({ minimumRate, learningRate }) => minimumRate === null || minimumRate <= learningRate,
      ({ input }) =>
        `wanted a number of at most the learning rate, ${input.learningRate}, found ` +
        input.minimumRate,
    ),
    ["minimumRate"],
  ),
);

/**
 * Checks that settings are complete and in range.
 *
 * @param source what messages call the place that they come from
 * @throws {UserError} on the first setting that is not, with what was wanted and found
 */
export function parseSettings(settings: unknown, source: string): TrainSettings {
  const { success, output, issues } = v.safeParse(schema, settings);
  if (success) return output;
  const [issue] = issues;
  throw new UserError(`cannot use ${source}: ${v.getDotPath(issue) ?? "it"}: ${issue.message}`);
}
