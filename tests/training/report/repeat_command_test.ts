import assert from "node:assert/strict";
import { parseConfig } from "../../../lib/training/settings/parse_config.ts";
import { repeatCommand } from "../../../lib/training/report/repeat_command.ts";
import { resolveSettings } from "../../../lib/training/settings/resolve_settings.ts";
import { describeSettings } from "../../../lib/training/report/describe_settings.ts";
import { defaultSettings } from "../../../lib/training/settings/train_settings.ts";

/** What a POSIX shell makes of a command: its words. */
function words(command: string): string[] {
  return [...command.matchAll(/(?:[^\s'\\]|'[^']*'|\\.)+/g)].map(([word]) =>
    word.replaceAll(/'([^']*)'|\\(.)/g, "$1$2")
  );
}

/** Flags as a config file has them. */
function flagsOf(command: string): Record<string, unknown> {
  const flags: Record<string, unknown> = {};
  const read = (text: string) =>
    text === "true" || text === "false"
      ? text === "true"
      : text.trim() === "" || Number.isNaN(Number(text))
      ? text
      : Number(text);
  let name = "";
  for (const word of words(command).slice(3)) {
    if (word.startsWith("--")) {
      name = word.replace(/^--(no-)?/, "");
      flags[name] = name === "exclude" ? flags[name] ?? [] : !word.startsWith("--no-");
    } else {
      const [, key, value] = /^(\w+)=(.*)$/.exec(word) ?? [];
      const before = flags[name];
      flags[name] = name === "exclude"
        ? [...before as string[], word]
        : key === undefined
        ? read(word)
        : { ...(typeof before === "object" ? before : {}), [key]: read(value!) };
    }
  }
  return flags;
}

for (
  const given of [
    {},
    { epochs: 4, seed: 7, test: 10 },
    { data: "it's a folder/写真", validationData: "other one" },
    { labels: "a list.csv", exclude: ["*_mask.png", "it's old/**"], followLinks: true },
    { labelDepth: 2, testData: "other one" },
    { test: 0, exclude: ["old"] },
    { backbone: "tf_efficientnetv2_b0", weights: "imagenet", embeddingSize: 512 },
    { preset: "article" as const, decayAll: true },
    { optimizer: "sgd" as const, learningRate: 0.01, schedule: "step" as const, gamma: 0.5 },
    { loss: "ntxent" as const, lossOptions: { temperature: 0.1 }, miner: "hard" as const },
    { augmentation: { flip: 0, rotation: 10 }, dropPath: 0, minutes: 3, clip: 1.5 },
  ]
) {
  Deno.test(`what is told to repeat a run gives its settings: ${JSON.stringify(given)}`, () => {
    const settings = resolveSettings({ data: "pictures", ...given });
    const command = repeatCommand(settings)!;
    const { settings: again } = parseConfig(flagsOf(command), "the command");
    assert.deepEqual(resolveSettings(again), settings, command);
  });
}

Deno.test("what no flag can say is not told as one", () => {
  const settings = resolveSettings({ data: "pictures" });
  assert.equal(repeatCommand(settings), "deno task train --data pictures");
  assert.equal(repeatCommand({ ...settings, margin: null }), null);
});

Deno.test("every setting is described, with what differs from the default", () => {
  const described = describeSettings({ ...defaultSettings, data: "x", far: 0.5, epochs: 3 });
  assert.deepEqual(described.filter(({ changed }) => changed), [
    { name: "epochs", value: "3", defaultValue: "null", changed: true },
    { name: "far", value: "0.5", defaultValue: "0.01", changed: true },
  ]);
  assert.deepEqual(described.find(({ name }) => name === "data"), {
    name: "data",
    value: "x",
    defaultValue: null,
    changed: false,
  });
  assert.ok(described.some(({ name }) => name === "augmentation.flip"));
});
