import assert from "node:assert/strict";
import { defaultSettings, parseConfig, presetNames, UserError } from "../../../mod.ts";
import { trainCommand } from "../../../tasks/flags/train_command.ts";
import { needs } from "../../needs.ts";

/** Flags that are about files of settings, or about themselves. */
const others = ["config", "help", "lang"];

Deno.test("every flag may stand in a config file, and every setting has a flag", () => {
  const named = new Set<string>();
  for (const option of trainCommand.options) {
    const name = option.long!.slice(2).replace(/^no-/, "");
    if (others.includes(name)) continue;
    const refused = (given: unknown) => {
      try {
        Object.keys(parseConfig({ [name]: given }, "x").settings).forEach((key) => named.add(key));
      } catch (error) {
        assert.ok(error instanceof UserError);
        assert.doesNotMatch(error.message, /there is no such/);
      }
    };
    refused(option.defaultValue);
    refused(undefined);
  }
  for (const setting of ["data", ...Object.keys(defaultSettings)]) {
    assert.ok(named.has(setting), `no flag for ${setting}`);
  }
});

Deno.test("what a flag is by default, the setting is", () => {
  for (const option of trainCommand.options) {
    if (option.defaultValue === undefined || option.long === "--augmentation") continue;
    const { settings } = parseConfig({ [option.attributeName()]: option.defaultValue }, "x");
    for (const [name, value] of Object.entries(settings)) {
      assert.deepEqual(value, defaultSettings[name as keyof typeof defaultSettings], name);
    }
  }
});

Deno.test({
  name: "help names every flag and what it is for, in lines that fit",
  ...needs({ env: true }),
  fn() {
    const help = trainCommand.helpInformation();
    for (const name of presetNames) assert.match(help, new RegExp(`"${name}"`));
    for (const line of help.split("\n")) assert.ok(line.length <= 100, line);
    for (const option of trainCommand.options) {
      assert.ok(option.description !== "", option.flags);
      assert.ok(help.includes(option.flags), option.flags);
    }
  },
});
