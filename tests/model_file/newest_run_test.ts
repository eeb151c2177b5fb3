import assert from "node:assert/strict";
import { join } from "node:path";
import { UserError } from "../../lib/language/user_error.ts";
import { newestRun } from "../../lib/model_file/newest_run.ts";
import { needs } from "../needs.ts";

const granted = needs({ read: true, write: true });

Deno.test({
  name: "the newest run is the one whose model was written last",
  ...granted,
  async fn() {
    const runs = await Deno.makeTempDir();
    const put = async (name: string, file: string, written: Date) => {
      await Deno.mkdir(join(runs, name), { recursive: true });
      await Deno.writeTextFile(join(runs, name, file), "");
      await Deno.utime(join(runs, name, file), written, written);
    };
    try {
      await put("b", "model.safetensors", new Date(2001, 1));
      await put("a", "model.safetensors", new Date(2002, 1));
      await put("c", "config.json", new Date(2003, 1));
      await Deno.writeTextFile(join(runs, "a file"), "");
      await Deno.mkdir(join(runs, "circle"));
      const circle = join(runs, "circle", "model.safetensors");
      await Deno.symlink(circle, circle);
      assert.equal(await newestRun(runs), join(runs, "a"));
      assert.equal(await newestRun(runs, "config.json"), join(runs, "c"));
    } finally {
      await Deno.remove(runs, { recursive: true });
    }
  },
});

Deno.test({
  name: "without a run, the way to one is told",
  ...granted,
  async fn() {
    const runs = await Deno.makeTempDir();
    try {
      for (const folder of [runs, join(runs, "not there")]) {
        await assert.rejects(newestRun(folder), (error) => {
          assert.ok(error instanceof UserError);
          assert.match(error.message, /deno task train/);
          return true;
        });
      }
    } finally {
      await Deno.remove(runs, { recursive: true });
    }
  },
});
