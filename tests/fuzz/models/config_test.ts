import assert from "node:assert/strict";
import { join } from "node:path";
import { readConfig } from "../../../lib/training/run_folder/read_config.ts";
import { resolveSettings } from "../../../lib/training/settings/resolve_settings.ts";
import { formatVersion } from "../../../lib/training/run_folder/upgrade.ts";
import { resumeRun } from "../../../lib/training/run_folder/run_folder.ts";
import { defaultSettings } from "../../../lib/training/settings/train_settings.ts";
import { needs } from "../../needs.ts";
import { slow } from "../../slow.ts";
import { Chance } from "./chance.ts";
import { mutateBytes } from "./mutate_bytes.ts";
import { mutateJson } from "./mutate_json.ts";
import { Tally } from "./tally.ts";

const cases = slow ? 10_000 : 1_000;
const configs = [
  { formatVersion, ...defaultSettings, data: "faces" },
  { normalisation: "imagenet", augmentation: "usual", augment: { grey: 1 }, batch: 16 },
  { "image-size": 96, val: "検証", augment: { erase: 0.25 }, preset: "modern", out: "run" },
  { loss: "multi-similarity", "loss-options": { alpha: 2 }, miner: "all", margin: null },
];
/** More lists than a stack holds. */
const deep = "[".repeat(200_000), deepObject = '{"a":'.repeat(100_000);
const texts = [
  ...[deep, `{"seed":${deep}`, `{"augment":${deep}${"]".repeat(200_000)}}`, deepObject],
  ...[`{"data":"${"x".repeat(500_000)}"}`, `{"${"x".repeat(500_000)}":1}`, " ".repeat(2 ** 20 + 1)],
  ...['{"seed":1,"seed":2}', '{"augment":{"flip":0,"\\u0066lip":1}}', '{"se\\u001b[2Jed":1}'],
];

Deno.test({
  name: `${cases} mutations of a config: each is taken, or refused in one line`,
  ...needs({ read: true, write: true }),
  async fn() {
    const run = await Deno.makeTempDir();
    const path = join(run, "config.json");
    const tally = new Tally();
    const read = async () => {
      const { settings } = await readConfig(path);
      const resolved = resolveSettings({ data: "faces" }, settings);
      assert.deepEqual(
        new Set(Object.keys(resolved)),
        new Set([...Object.keys(defaultSettings), "data"]),
      );
    };
    try {
      for (const [i, text] of texts.entries()) {
        await Deno.writeTextFile(path, text);
        await tally.take(`text ${i}`, read);
        await tally.take(`run ${i}`, () => resumeRun(run));
      }
      assert.equal(tally.loaded, 1, "a long name of a folder");
      for (let seed = 0; seed < cases; seed++) {
        const chance = new Chance(seed);
        const config = chance.of(configs);
        const content = chance.below(8) === 0
          ? mutateBytes(new TextEncoder().encode(JSON.stringify(config)), chance)
          : new TextEncoder().encode(mutateJson(config, chance));
        await Deno.writeFile(path, content);
        await tally.take(`case ${seed}`, read);
        await tally.take(`run ${seed}`, () => resumeRun(run));
      }
      tally.tell("configs");
    } finally {
      await Deno.remove(run, { recursive: true });
    }
  },
});
