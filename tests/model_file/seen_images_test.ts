import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { SeenImages } from "../../lib/model_file/seen_images.ts";
import { UserError } from "../../lib/language/user_error.ts";
import { needs } from "../needs.ts";

const hashes = ["a", "b", "c"].map((text) => createHash("sha256").update(text).digest("hex"));

Deno.test({
  name: "what was seen comes back as it went in, by content",
  ...needs({ read: true, write: true }),
  async fn() {
    const run = await Deno.makeTempDir();
    try {
      assert.equal(await SeenImages.read(run), null);
      await new SeenImages([hashes[1]!, hashes[0]!, hashes[1]!]).write(run);
      const text = await Deno.readTextFile(join(run, "seen.txt"));
      assert.equal(text, [hashes[1], hashes[0]].map((h) => h!.slice(0, 16) + "\n").sort().join(""));
      const seen = await SeenImages.read(run);
      assert.deepEqual(hashes.map((hash) => seen!.has(hash)), [true, true, false]);

      const million = Array.from({ length: 1_000_000 }, (_, i) => i.toString(16).padStart(16, "0"));
      await new SeenImages(million).write(run);
      const many = await SeenImages.read(run);
      assert.deepEqual([many!.has(million[999_999]!), many!.has(hashes[0]!)], [true, false]);

      await new SeenImages([]).write(run);
      assert.equal((await SeenImages.read(run))!.has(hashes[0]!), false);
      for (const damaged of [text.slice(0, -1), text.slice(3), "no hashes\n", "\n"]) {
        await Deno.writeTextFile(join(run, "seen.txt"), damaged);
        await assert.rejects(SeenImages.read(run), (error) => {
          assert.ok(error instanceof UserError);
          assert.match(error.message, /^cannot tell what the run saw [^\n]*seen.txt[^\n]*$/);
          return true;
        });
      }
    } finally {
      await Deno.remove(run, { recursive: true });
    }
  },
});
