import assert from "node:assert/strict";
import { join } from "node:path";
import { decodeImage } from "../../../lib/images/decode/decode_image.ts";
import { training } from "../fixtures.ts";

training("a run draws its first batch, augmented, a row an identity", async (workshop) => {
  const picture = async (name: string, seed: number) => {
    await workshop.train(name, { epochs: 1, seed });
    return await decodeImage(await Deno.readFile(join(workshop.root, name, "augmented.png")));
  };
  const first = await picture("first", 1);
  // Two identities of two images of 32 px, with 4 px of white between and around.
  assert.deepEqual([first.width, first.height], [76, 76]);
  const pixels = first.data.filter((_, i) => {
    const x = Math.floor(i / 3) % 76 % 36, y = Math.floor(i / 3 / 76) % 36;
    return x >= 4 && y >= 4;
  });
  assert.equal(pixels.length, 4 * 32 * 32 * 3);
  // The patterns have no white, whatever the light.
  assert.ok(pixels.filter((value) => value < 250).length > 0.9 * pixels.length);
  assert.deepEqual(await picture("again", 1), first);
  assert.notDeepEqual(await picture("other", 2), first);
});
