import assert from "node:assert/strict";
import { join } from "node:path";
import { decodeImage } from "../../../lib/images/decode/decode_image.ts";
import { projectorMetadata } from "../../../lib/reporting/tensorboard/projector_metadata.ts";
import { spriteSheet } from "../../../lib/reporting/tensorboard/sprite_sheet.ts";
import { writeProjector } from "../../../lib/reporting/tensorboard/write_projector.ts";
import { needs } from "../../needs.ts";
import { temporaryFolder } from "./fixtures.ts";

const permissions = needs({ read: true, write: true });

/** An image of one gray. */
const gray = (value: number, side = 80) => ({
  width: side,
  height: side,
  data: new Uint8Array(side * side * 3).fill(value),
});

Deno.test(
  "metadata has one line for each image, whatever its name contains",
  needs({ read: true }),
  () => {
    const text = projectorMetadata([
      { identity: "リン", path: "リン/01.jpg" },
      { identity: 'a\t"b"', path: "a\r\n\u0085\u2028/1.png" },
    ]);
    assert.equal(
      text,
      'identity\tpath\nリン\tリン/01.jpg\na\\t"b"\ta\\r\\n\\u0085\\u2028/1.png\n',
    );
  },
);

Deno.test("a sprite has the images row by row", needs({ read: true }), async () => {
  const { png, side } = await spriteSheet(5, (index) => gray(10 * index));
  assert.equal(side, 64);
  const { width, height, data } = await decodeImage(png);
  // Nine places for five images; the rest is black.
  assert.deepEqual([width, height], [192, 192]);
  const centres = [0, 1, 2, 3, 4, 5, 6, 7, 8].map((place) => {
    const x = place % 3 * 64 + 32, y = Math.floor(place / 3) * 64 + 32;
    return data[(y * width + x) * 3];
  });
  assert.deepEqual(centres, [0, 10, 20, 30, 40, 0, 0, 0, 0]);
});

Deno.test(
  "thumbnails shrink where there are many, so that the sprite stays one texture",
  needs({ read: true }),
  async () => {
    const count = 65 * 65;
    const { png, side } = await spriteSheet(
      count,
      (index) => gray(index === count - 1 ? 200 : 0, 1),
    );
    assert.equal(side, 63);
    const { width, height, data } = await decodeImage(png);
    assert.deepEqual([width, height], [65 * 63, 65 * 63]);
    assert.equal(data.at(-1), 200);
  },
);

Deno.test({
  ...needs({ read: true }),
  name: "a projector's files hold the embeddings in the order of the metadata",
  ...permissions,
  async fn() {
    await using run = await temporaryFolder();
    const values = Float32Array.of(1, 0, -0.5, 0.25, 0, -1);
    await writeProjector(run.path, {
      values,
      dimension: 2,
      rows: ["x", "y", "z"].map((identity) => ({ identity, path: `${identity}/1.png` })),
      readImage: (row) => gray(row),
    });
    const bytes = await Deno.readFile(join(run.path, "projector/embeddings.bytes"));
    assert.deepEqual(new Float32Array(bytes.buffer), values);
    const config = await Deno.readTextFile(join(run.path, "projector_config.pbtxt"));
    const shape = [...config.matchAll(/tensor_shape: (\d+)/g)].map(([, size]) => Number(size));
    assert.deepEqual(shape, [3, 2]);
    for (const [, path] of config.matchAll(/_path: "(.*)"/g)) {
      await Deno.stat(join(run.path, path!));
    }
  },
});
