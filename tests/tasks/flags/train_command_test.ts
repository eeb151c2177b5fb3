import assert from "node:assert/strict";
import { languages, UserError } from "../../../lib/language/mod.ts";
import {
  defaultSettings,
  flagOf,
  parseConfig,
  presetNames,
  settingGroups,
} from "../../../lib/training/mod.ts";
import { trainCommand } from "../../../tasks/flags/train_command.ts";
import { needs } from "../../needs.ts";

/** Flags that are about files of settings, or about themselves. */
const others = ["config", "help", "lang"];

Deno.test("every flag may stand in a config file, and every setting has a flag", () => {
  const named = new Set<string>();
  for (const option of trainCommand("en").options) {
    const name = option.long!.slice(2).replace(/^no-/, "");
    if (others.includes(name)) continue;
    const given = (value: unknown) => {
      try {
        Object.keys(parseConfig({ [name]: value }).settings).forEach((key) => named.add(key));
      } catch (error) {
        assert.ok(error instanceof UserError);
        assert.doesNotMatch(error.message, /there is no such/);
      }
    };
    given(option.defaultValue);
    given(undefined);
    // It is a number, or a folder.
    if (name === "test") given("photos");
  }
  for (const setting of ["data", ...Object.keys(defaultSettings)]) {
    assert.ok(named.has(setting), `no flag for ${setting}`);
  }
});

Deno.test("what a flag is by default, the setting is", () => {
  const seen = new Set<string>();
  for (const option of trainCommand("en").options) {
    const { defaultValue } = option;
    if (["--augmentation", "--data"].includes(option.long!) || defaultValue === undefined) continue;
    const { settings } = parseConfig({ [option.attributeName()]: defaultValue });
    for (const [name, value] of Object.entries(settings)) {
      assert.deepEqual(value, defaultSettings[name as keyof typeof defaultSettings], name);
      seen.add(name);
    }
  }
  assert.ok(seen.size > 30, `${seen.size} defaults`);
});

Deno.test("what is typed for a setting arrives as its value, by its flag", () => {
  for (const { settings } of settingGroups) {
    for (const [key, { kind, names }] of Object.entries(settings)) {
      if (kind === "options") continue;
      const flag = flagOf(key);
      const [typed, value] = kind === "boolean"
        ? [[flag], true]
        : kind === "number"
        ? [[flag, "0.25"], 0.25]
        : kind === "list"
        ? [[flag, "x", flag, "y"], ["x", "y"]]
        : [[flag, names?.[0] ?? "x"], names?.[0] ?? "x"];
      const command = trainCommand("en").parse(typed, { from: "user" });
      const option = command.options.find(({ long }) => long === flag)!;
      const opts: Record<string, unknown> = command.opts();
      assert.deepEqual(opts[option.attributeName()], value, flag);
    }
  }
  assert.equal(flagOf("embeddingSize"), "--embedding");
  assert.equal(flagOf("validationData"), "--val");
  assert.equal(flagOf("learningRate"), "--learning-rate");
  assert.equal(flagOf("writePairs"), "--write-pairs");
});

Deno.test({
  name: "help names every flag and what it is for, in lines that fit",
  ...needs({ env: true }),
  fn() {
    for (const language of languages) {
      const command = trainCommand(language), help = command.helpInformation();
      for (const name of presetNames) assert.match(help, new RegExp(`"${name}"`));
      for (const line of help.split("\n")) assert.ok(line.length <= 100, line);
      for (const option of command.options) {
        assert.ok(option.description !== "", option.flags);
        assert.ok(help.includes(option.flags), option.flags);
      }
    }
  },
});
