import assert from "node:assert/strict";
import { join } from "node:path";
import { countPairs, sizeHistogram } from "../../lib/dataset/catalog/count_pairs.ts";
import { sampledPartWarnings } from "../../lib/training/run_warnings.ts";
import { formatMessage } from "../../lib/language/user_message.ts";
import { prepareData } from "../../lib/training/data/prepare_data.ts";
import { drawPatterns, quickSettings } from "../training/fixtures.ts";
import { needs } from "../needs.ts";
import { fullTest } from "../slow.ts";

fullTest({
  name: "of parts with 9 million pairs and more so many images are measured as fit in memory",
  ...needs({ read: true, write: true }),
  async fn() {
    const root = await Deno.makeTempDir();
    try {
      // Two images of each of 12 identities, under 2,400 names each.
      await drawPatterns(root, { identities: 12, images: 2 });
      for await (const { name } of Deno.readDir(root)) {
        for (let i = 0; i < 4_800; i++) {
          const file = join(root, name, `${name}_${1 + i % 2}.bmp`);
          await Deno.link(file, join(root, name, `${i}.bmp`));
        }
      }
      const data = await prepareData(quickSettings(root), null);
      const every = 3 * 4_802;
      for (const { heldOut, images, identities, catalog } of [data.validation, data.test]) {
        assert.deepEqual([heldOut, identities], [every, 3]);
        const sizes = Map.groupBy(images, (index) => catalog.images[index]!.label).values()
          .map(({ length }) => length).toArray();
        assert.deepEqual(sizes, [3_333, 3_333, 3_333]);
        const { positivePairs, negativePairs } = countPairs(sizeHistogram(sizes));
        assert.ok(positivePairs + negativePairs <= 50_000_000n);
      }
      assert.deepEqual(sampledPartWarnings(data).map((warning) => formatMessage(warning)), [
        "validation has 14,406 images, too many to compare each with every other: measured on " +
        "9,999 of them, sampled evenly from 3 identities",
        "the test part has 14,406 images, too many to compare each with every other: measured " +
        "on 9,999 of them, sampled evenly from 3 identities",
      ]);
      // Training has them all.
      assert.equal(data.train.flat().length, 6 * 4_802);
    } finally {
      await Deno.remove(root, { recursive: true });
    }
  },
});
