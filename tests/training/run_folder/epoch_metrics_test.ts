import assert from "node:assert/strict";
import { join } from "node:path";
import { readMetrics } from "../../../lib/training/run_folder/epoch_metrics.ts";
import { needs } from "../../needs.ts";
import { epochMetrics } from "../../reporting/tensorboard/fixtures.ts";
import { assertRefused } from "../fixtures.ts";

Deno.test({
  name: "whole lines are read, one that a kill cut short is not, and others are refused by number",
  ...needs({ read: true, write: true }),
  async fn() {
    const run = await Deno.makeTempDir();
    const path = join(run, "metrics.jsonl");
    const read = async (text: string) => {
      await Deno.writeTextFile(path, text);
      return await readMetrics(path);
    };
    const [first, second] = [epochMetrics(0, 0.5), epochMetrics(1, 0.25)];
    const lines = [first, second].map((metrics) => JSON.stringify(metrics));
    const [one, two] = lines as [string, string];
    try {
      assert.deepEqual(await readMetrics(path), []);
      assert.deepEqual(await read(""), []);
      assert.deepEqual(await read(`${one}\n${two}\n`), [first, second]);
      for (const cut of [1, 9, two.length - 1]) {
        assert.deepEqual(await read(`${one}\n${two.slice(0, cut)}`), [first]);
      }
      assert.deepEqual(await read(`${one}\n${two}`), [first, second]);
      // What is no number is null in JSON.
      const nothing = { ...first, meanNegative: NaN };
      assert.deepEqual(await read(JSON.stringify(nothing)), [nothing]);
      const polluted = one.replace("{", '{"__proto__":{"polluted":1},');
      assert.deepEqual(await read(`${polluted}\n`), [first]);
      const damaged = [
        ...["5", "null", "[]", "{}", two.slice(1), two.replace('"epoch":1', '"epoch":"1"')],
        ...[two.replace('"epoch":1', '"epoch":-1'), two.replace('"auc"', '"AUC"')],
      ];
      for (const line of damaged) {
        await assertRefused(
          read(`${one}\n${line}\n`),
          /cannot read ".*metrics\.jsonl": expected the metrics of an epoch in line 2, got .*; remove/,
        );
      }
      await Deno.remove(path);
      await Deno.mkdir(path);
      await assertRefused(readMetrics(path), /metrics\.jsonl": it is not a file/);
    } finally {
      await Deno.remove(run, { recursive: true });
    }
  },
});
