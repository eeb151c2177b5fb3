import assert from "node:assert/strict";
import { optimizers } from "../../../lib/optimizers/registry.ts";
import { completeSettings } from "../../../lib/training/settings/complete_settings.ts";
import { parseSettings } from "../../../lib/training/settings/parse_settings.ts";
import {
  defaultSettings,
  settingDefinitions,
  type TrainSettings,
} from "../../../lib/training/settings/train_settings.ts";
import { UserError } from "../../../lib/language/user_error.ts";

const settings = { ...defaultSettings, data: "写真" };

function refusal(changes: Record<string, unknown>): string {
  try {
    parseSettings({ ...settings, ...changes }, "these flags");
  } catch (error) {
    assert.ok(error instanceof UserError);
    return error.message;
  }
  throw new Error(`nothing was refused of ${JSON.stringify(changes)}`);
}

Deno.test("whole settings pass as they are, those by default and those at the ends", () => {
  for (
    const changes of [
      {},
      { epochs: 1, minutes: 0.1, validationData: "x", validation: 2, test: 0.5 },
      { seed: 2 ** 31 - 1, margin: 0, weightDecay: 0, batch: 4, perIdentity: 2, imageSize: 16 },
    ]
  ) {
    const expected = { ...settings, ...changes };
    assert.deepEqual(parseSettings(expected, "x"), expected);
  }
});

Deno.test("every bad value is named with what was expected and what was found", () => {
  const whole = "a whole number from",
    heldOut = "a fraction above 0 and below 1, or a whole number";
  const cases: [key: string, value: unknown, expected: string][] = [
    ["data", 3, "a text"],
    ["validationData", 3, "a text"],
    ["validation", 0, heldOut],
    ["validation", 1, heldOut],
    ["test", 2.5, `0, ${heldOut}`],
    ["test", -1, `0, ${heldOut}`],
    ["test", 1, `0, ${heldOut}`],
    ["labels", "", "a text"],
    ["labelDepth", 0, `${whole} 1 to 16`],
    ["followLinks", "yes", "true or false"],
    ["exclude", "*.png", "a list of texts"],
    ["seed", 1.5, `${whole} 0 to 2147483647`],
    ["seed", -1, whole],
    ["seed", "1", whole],
    ["seed", 2 ** 31, whole],
    ["backend", "cuda", "one of auto, webgpu, wasm, cpu"],
    ["precision", "double", "one of f32, f16"],
    ["backbone", null, "one of tiny, tf_efficientnetv2_b0"],
    ["normalization", "timm", "one of backbone, imagenet"],
    ["weights", "", "a text"],
    ["imageSize", 15, `${whole} 16 to 1024`],
    ["embeddingSize", 1, `${whole} 2 to 4096`],
    ["augmentation", "strong", "strengths by name"],
    ["dropPath", 1, "a number of at least 0 and below 1"],
    ["freezeEpochs", -1, `${whole} 0 to`],
    ["backboneRate", 0, "a number above 0"],
    ["freezeBatchNorm", "yes", "true or false"],
    ["loss", "hinge", "one of triplet, contrastive"],
    ["miner", "", "one of all, hard, semi-hard, easy, batch-hard"],
    ["distance", "manhattan", "one of cosine, euclidean"],
    ["margin", -0.1, "a number of at least 0"],
    ["margin", "wide", "a number of at least 0"],
    ["lossOptions", 3, "options by name"],
    ["minerOptions", "none", "options by name"],
    ["optimizer", "lion", "one of adam, adamw, sgd, ranger, schedule-free-adamw, "],
    ["weightDecay", -1, "a number of at least 0"],
    ["decayAll", 1, "true or false"],
    ["momentum", 1, "a number of at least 0 and below 1"],
    ["momentum", -0.1, "a number of at least 0 and below 1"],
    ["beta2", 1, "a number above 0 and below 1"],
    ["clip", 0, "a number above 0"],
    ["accumulate", 0, `${whole} 1 to 65536`],
    ["schedule", "linear", "one of constant, cosine, plateau, step, exponential"],
    ["learningRate", 0, "a number above 0"],
    ["warmUp", -1, `${whole} 0 to`],
    ["gamma", 1, "a number above 0 and below 1"],
    ["stepSize", 0, `${whole} 1 to`],
    ["minimumRate", -1, "a number of at least 0"],
    ["minimumRate", 0.01, "a number of at most the learning rate, 0.001"],
    ["patience", 0.5, `${whole} 0 to`],
    ["batch", 3, `${whole} 4 to`],
    ["perIdentity", 1, `${whole} 2 to`],
    ["epochs", 0, `${whole} 1 to`],
    ["epochs", 2.5, whole],
    ["minutes", 0, "a number above 0"],
    ["far", 0, "a number above 0 and below 1"],
    ["far", 1, "a number above 0 and below 1"],
  ];
  for (const [key, value, expected] of cases) {
    const message = refusal({ [key]: value });
    const got = `got ${JSON.stringify(value)}`;
    assert.ok(message.startsWith(`cannot use these flags: ${key}: expected ${expected}`), message);
    assert.ok(message.endsWith(got), message);
    assert.doesNotMatch(message, /\n/);
  }
});

Deno.test("no setting takes a value of another kind", () => {
  for (const [key, { kind }] of Object.entries(settingDefinitions)) {
    const wrong = kind === "options" ? 3 : kind === "number" ? "3" : {};
    const message = refusal({ [key]: wrong });
    assert.match(message, new RegExp(`^cannot use these flags: ${key}: expected .+, got .+$`));
  }
});

Deno.test("schedule-free optimizers want momentum", () => {
  assert.equal(
    refusal({ optimizer: "schedule-free-sgd", momentum: 0 }),
    "cannot use these flags: momentum: expected a number above 0 and below 1 for the optimizer schedule-free-sgd, " +
      "got 0",
  );
  assert.equal(parseSettings({ ...settings, momentum: 0 }, "x").momentum, 0);
});

Deno.test("what is not given is what suits the optimizer, and whole", () => {
  const complete = (given: Partial<TrainSettings>) =>
    parseSettings(completeSettings({ data: "写真", ...given }), "x");
  assert.deepEqual(complete({}), settings);
  for (const { name: optimizer, isScheduleFree } of optimizers) {
    const { schedule, weightDecay } = complete({ optimizer });
    assert.equal(schedule, isScheduleFree ? "constant" : "cosine");
    if (optimizer === "adam") assert.equal(weightDecay, 0);
    const given = { optimizer, schedule: "step", learningRate: 3, weightDecay: 2 } as const;
    assert.deepEqual(complete(given), { ...settings, ...given });
  }
});

Deno.test("numbers that JSON cannot hold are refused, and named", () => {
  for (const key of ["learningRate", "weightDecay", "margin", "minutes"]) {
    assert.match(refusal({ [key]: Infinity }), new RegExp(`${key}: expected .*, got Infinity$`));
    assert.match(refusal({ [key]: NaN }), new RegExp(`${key}: expected .*, got NaN$`));
  }
});

Deno.test("a setting that is missing or unknown is refused by its name", () => {
  assert.equal(
    refusal({ speed: 1 }),
    'cannot use these flags: speed: there is no such setting; did you mean "seed"?',
  );
  assert.equal(
    refusal({ 速さ: 1 }),
    "cannot use these flags: 速さ: there is no such setting; remove it",
  );
  for (const key of Object.keys(settings)) {
    assert.match(refusal({ [key]: undefined }), new RegExp(`${key}: .*got nothing$`));
    const { [key]: _, ...others } = settings as Record<string, unknown>;
    const message = `cannot use x: ${key}: expected a value, got nothing`;
    assert.throws(() => parseSettings(others, "x"), { message });
  }
  for (const wrong of [null, 3, "{}"]) {
    const message = `cannot use x: expected settings by name, got ${JSON.stringify(wrong)}`;
    assert.throws(() => parseSettings(wrong, "x"), { message });
  }
});
