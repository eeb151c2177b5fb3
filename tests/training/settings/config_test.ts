import fc from "fast-check";
import assert from "node:assert/strict";
import { join } from "node:path";
import { lossNames } from "../../../lib/losses/registry.ts";
import { optimizerNames } from "../../../lib/optimizers/registry.ts";
import { scheduleNames } from "../../../lib/schedules/registry.ts";
import { parseConfig } from "../../../lib/training/settings/parse_config.ts";
import { readConfig } from "../../../lib/training/run_folder/read_config.ts";
import { resolveSettings } from "../../../lib/training/settings/resolve_settings.ts";
import { defaultSettings } from "../../../lib/training/settings/train_settings.ts";
import { needs } from "../../needs.ts";

function refusal(given: unknown): string {
  try {
    parseConfig(given, "x");
  } catch (error) {
    assert.ok(error instanceof Error && error.name === "UserError", String(error));
    assert.doesNotMatch(error.message, /\n/);
    return error.message;
  }
  throw new Error(`nothing was refused of ${JSON.stringify(given)}`);
}

Deno.test("a run's config.json asks for the run's settings, whatever they are", () => {
  const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: null });
  const settings = fc.record({
    data: fc.string({ minLength: 1 }),
    optimizer: fc.constantFrom(...optimizerNames),
    schedule: fc.constantFrom(...scheduleNames),
    loss: fc.constantFrom(...lossNames()),
    backbone: fc.constantFrom("tiny", "resnet18", "tf_efficientnetv2_s"),
    imageSize: fc.integer({ min: 16, max: 1024 }),
    learningRate: fc.double({ min: 1e-3, max: 1, noNaN: true }),
    minimumRate: optional(fc.double({ min: 0, max: 1e-3, noNaN: true })),
    weightDecay: fc.double({ min: 0, max: 1, noNaN: true }),
    epochs: optional(fc.integer({ min: 1, max: 99 })),
    normalization: fc.constantFrom("backbone", "imagenet"),
    flip: fc.double({ min: 0, max: 1, noNaN: true }),
  }).map(({ flip, ...changes }) => ({
    ...defaultSettings,
    ...changes,
    margin: null,
    augmentation: { ...defaultSettings.augmentation, flip },
  }));
  fc.assert(
    fc.property(settings, (settings) => {
      const written = JSON.parse(JSON.stringify(settings));
      const { settings: asked, ...others } = parseConfig(written, "x");
      // JSON has no minus zero.
      assert.deepEqual(resolveSettings({ data: "other" }, asked), written);
      assert.deepEqual(others, { out: undefined, resume: undefined, json: undefined });
    }),
    { seed: 1 },
  );
});

Deno.test("a setting has its own name and its flag's", () => {
  const { settings, out, resume, json } = parseConfig({
    "image-size": 96,
    embedding: 32,
    val: "検証",
    perIdentity: 2,
    beta2: 0.99,
    augment: { erase: 0.25 },
    augmentation: "none",
    preset: "modern",
    out: "run",
    resume: true,
    json: false,
  }, "x");
  assert.deepEqual({ out, resume, json }, { out: "run", resume: true, json: false });
  assert.deepEqual(settings, {
    imageSize: 96,
    embeddingSize: 32,
    validationData: "検証",
    perIdentity: 2,
    beta2: 0.99,
    augment: { erase: 0.25 },
    augmentation: "none",
    preset: "modern",
  });
});

Deno.test("an unknown name is refused with the nearest known one", () => {
  const cases: [given: unknown, message: string][] = [
    [{ imagesize: 1 }, 'imagesize: there is no such setting; did you mean "imageSize"?'],
    [{ "image-sise": 1 }, 'image-sise: there is no such setting; did you mean "imageSize"?'],
    [{ embeding: 1 }, 'embeding: there is no such setting; did you mean "embedding"?'],
    [{ 大きさ: 1 }, "大きさ: there is no such setting; remove it"],
    [JSON.parse('{"__proto__": 1}'), "__proto__: there is no such setting; remove it"],
    [{ constructor: 1 }, "constructor: there is no such setting; remove it"],
    [{ toString: 1 }, "toString: there is no such setting; remove it"],
    [
      JSON.parse('{"augment": {"__proto__": 1}}'),
      "augment.__proto__: there is no such name; remove it",
    ],
    [
      { lossOptions: { constructor: 1 } },
      "lossOptions.constructor: there is no such name; remove it",
    ],
    [{ "image-size": 1, imageSize: 1 }, "imageSize: imageSize is given twice; remove one of them"],
  ];
  for (const [given, message] of cases) assert.equal(refusal(given), `cannot use x: ${message}`);
  assert.match(
    refusal({ augment: { rotatoin: 1 } }),
    /augment\.rotatoin: .* expected one of flip, rotation, .*; did you mean "rotation"\?$/,
  );
});

Deno.test("a value that is none of the choices is refused with the nearest", () => {
  const cases = {
    backbone: ["resnet51", "resnet50"],
    loss: ["tripplet", "triplet"],
    miner: ["semihard", "semi-hard"],
    distance: ["euclidian", "euclidean"],
    optimizer: ["adamW", "adamw"],
    schedule: ["cosin", "cosine"],
    backend: ["web-gpu", "webgpu"],
    augmentation: ["artikel", "article"],
    preset: ["modren", "modern"],
  };
  for (const [name, [wrong, right]] of Object.entries(cases)) {
    assert.match(
      refusal({ [name]: wrong }),
      new RegExp(
        `^cannot use x: ${name}: expected one of .*, got "${wrong}"; did you mean "${right}"`,
      ),
    );
  }
  assert.match(refusal({ loss: "hinge" }), /expected one of triplet, .*, got "hinge"$/);
});

Deno.test("values of another kind are refused", () => {
  assert.match(refusal([]), /^cannot use x: expected settings by name, got a list$/);
  assert.match(refusal(null), /expected settings by name, got null$/);
  assert.match(refusal({ batch: [32] }), /batch: expected one value, got a list$/);
  assert.match(refusal({ augment: [0.5] }), /augment: expected one value, got a list$/);
  assert.match(refusal({ augment: { flip: 2 } }), /augment\.flip: expected a number from 0 to 1/);
  assert.match(
    refusal({ augmentation: 1 }),
    /augmentation: expected one of none, default, article/,
  );
  assert.match(refusal({ resume: "yes" }), /resume: expected true or false, got "yes"$/);
  assert.match(refusal({ data: null }), /data: expected a text, got null$/);
  assert.match(refusal({ margin: -0.1 }), /margin: expected a number of at least 0, got -0\.1$/);
});

Deno.test({
  name: "a file that is missing or not JSON is one line, with the place in it",
  ...needs({ read: true, write: true }),
  async fn() {
    const root = await Deno.makeTempDir();
    const path = join(root, "設定.json");
    const refused = (message: RegExp) =>
      assert.rejects(readConfig(path), (error: Error) => {
        assert.equal(error.name, "UserError", String(error.stack));
        assert.match(error.message, message);
        assert.doesNotMatch(error.message, /\n/);
        return true;
      });
    try {
      await refused(
        /^cannot read the config ".*設定\.json": there is no such file; check the path$/,
      );
      const cases: [text: string, where: RegExp][] = [
        ["", /it is not JSON at line 1, column 1: value expected/],
        ['{\n  "seed": 1,\n  batch: 3\n}', /it is not JSON at line 3, column 3: invalid symbol/],
        ['{"seed": 1', /it is not JSON at line 1, column 11: close brace expected/],
        ['{"seed": tru}', /it is not JSON at line 1, column 10: invalid symbol/],
        ['{"seed": 1,}', /it is not JSON at line 1, column 12: property name expected/],
        ["// seed\n{}", /it is not JSON at line 1, column 1: invalid comment token/],
        [
          '{"seed":1,"\\u0073eed":2}',
          /cannot use the config ".*": seed is given twice; remove one of them/,
        ],
        ["[".repeat(200_000), /cannot read the config ".*設定\.json": it is not JSON$/],
        [
          `{"seed":${"[".repeat(99_999)}${"]".repeat(99_999)}}`,
          /seed: expected one value, got a list/,
        ],
        [
          `{"augment":{"flip":${'{"a":'.repeat(99_999)}1${"}".repeat(99_999)}}}`,
          /augment\.flip: expected a number .*, got values by name/,
        ],
        [`{"${"x".repeat(9999)}":1}`, /: x{80}…: there is no such setting; remove it$/],
        ['{"out":"a\\u0000b"}', /: out: expected a text, got "a\\u0000b"$/],
        [`{"loss":"${"x".repeat(9999)}"}`, /, got "x{80}…"$/],
        ['{"se\\u001b[2Jed":1}', /: se\\u001b\[2Jed: there is no such setting/],
        [" ".repeat(2 ** 20 + 1), /設定\.json": expected at most 1,048,576 bytes, got 1,048,577;/],
        ["[]", /cannot use the config ".*設定\.json": expected settings by name, got a list/],
      ];
      for (const [text, where] of cases) {
        await Deno.writeTextFile(path, text);
        await refused(where);
      }
      await Deno.writeTextFile(path, '\ufeff{"seed": 3}\r\n');
      assert.equal((await readConfig(path)).settings.seed, 3);
    } finally {
      await Deno.remove(root, { recursive: true });
    }
  },
});

Deno.test("test is a number or a folder, and the later one counts", () => {
  const { settings } = parseConfig({ test: "photos" });
  assert.deepEqual(settings, { testData: "photos" });
  const folder = resolveSettings({ data: "a", test: 4 }, settings);
  assert.deepEqual([folder.test, folder.testData], [4, "photos"]);
  const count = resolveSettings({ data: "a" }, settings, parseConfig({ test: 0 }).settings);
  assert.deepEqual([count.test, count.testData], [0, null]);
  const saved = parseConfig({ ...folder }).settings;
  assert.deepEqual(resolveSettings(saved), folder);
  assert.throws(() => parseConfig({ test: "photos", testData: "other" }), /given twice/);
});

Deno.test("exclude takes a list, and other settings do not", () => {
  assert.deepEqual(parseConfig({ exclude: ["a", "b"] }).settings, { exclude: ["a", "b"] });
  assert.throws(() => parseConfig({ exclude: [3] }), /exclude\.0: expected a text, got 3/);
  assert.throws(() => parseConfig({ labels: ["a"] }), /labels: expected one value, got a list/);
});
