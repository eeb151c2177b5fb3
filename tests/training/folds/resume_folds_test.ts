import assert from "node:assert/strict";
import { join } from "node:path";
import { full } from "../../slow.ts";
import { assertRefused, training } from "../fixtures.ts";

const settings = { folds: 2, validation: 0.15, test: 0.15, epochs: 2, imageSize: 16 };

if (full) {
  training("stopped or broken off in any fold, a run continues exactly", async (workshop) => {
    const { root, train, read } = workshop;
    const whole = await train("whole", settings);
    const expected = await read("whole");
    // Epochs 0 to 3 are those of the folds, then those of the model of all.
    for (const [way, places] of [["stopped", [1, 4]], ["broken off", [0, 3]]] as const) {
      for (const place of places) {
        const name = `${way}-${place}`;
        const controller = new AbortController();
        let epochs = 0;
        const first = train(name, settings, {
          signal: controller.signal,
          checkpointSeconds: way === "stopped" ? 30 : 0,
          onEvent(event) {
            if (event.kind !== "epoch" || epochs++ !== place) return;
            if (way === "stopped") controller.abort();
            else throw new Error("broken off");
          },
        });
        if (way === "broken off") await assert.rejects(first, /broken off/);
        else if (place < 4) {
          await assertRefused(first, /stopped in fold \d of 2: .*continue with resume/);
        } else assert.equal((await first).interrupted, whole.best.epoch > 0);
        const { seconds, imagesPerSecond: _, run: __, ...result } = await train(name, settings, {
          resume: true,
        });
        assert.ok(seconds > 0);
        const { seconds: ___, imagesPerSecond: ____, run: _____, ...wanted } = whole;
        assert.deepEqual(result, wanted, name);
        assert.deepEqual(await read(name), expected, name);
        const split = (name: string) => Deno.readTextFile(join(root, name, "split.json"));
        assert.equal(await split(name), await split("whole"));
      }
    }
  }, { identities: 4, images: 4 });
}
