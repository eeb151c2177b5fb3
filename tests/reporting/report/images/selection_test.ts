import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { decodeImage } from "../../../../lib/images/decode/decode_image.ts";
import {
  selectHardestPairs,
  selectMappedImages,
} from "../../../../lib/reporting/report/images/report_images.ts";
import { layoutEmbeddings } from "../../../../lib/reporting/report/images/layout_embeddings.ts";
import { imageDataUrl } from "../../../../lib/reporting/report/images/image_data_url.ts";
import { unitEmbeddings } from "../../../evaluation/similarities/unit_embeddings.ts";
import { needs } from "../../../needs.ts";

const labelsOf = (...sizes: number[]) =>
  sizes.flatMap((size, label) => Array.from({ length: size }, () => label));

Deno.test("a bad image does not crowd out the other hard pairs", needs({ read: true }), () => {
  const pairs = [[0, 9], [1, 9], [2, 9], [3, 9], [0, 4], [0, 5], [5, 6]]
    .map(([a, b], i) => ({ a: a!, b: b!, similarity: i }));
  const chosen = selectHardestPairs(pairs, 4).map(({ similarity }) => similarity);
  assert.deepEqual(chosen, [0, 1, 4, 6]);
  assert.deepEqual(selectHardestPairs(pairs, 1).length, 1);
});

Deno.test(
  "of few images all are shown, of many as many of each identity as there is room for",
  needs({ read: true }),
  () => {
    assert.deepEqual(selectMappedImages(labelsOf(2, 1, 3)), [0, 1, 2, 3, 4, 5]);

    const labels = labelsOf(...Array.from({ length: 20 }, () => 40), 3);
    const rows = selectMappedImages(labels);
    const groups = Map.groupBy(rows, (row) => labels[row]!);
    assert.equal(groups.size, 21);
    assert.deepEqual([groups.get(0)!.length, groups.get(19)!.length, groups.get(20)!.length], [
      14,
      14,
      3,
    ]);
    assert.equal(new Set(rows).size, rows.length);
  },
);

Deno.test(
  "of many identities some are shown, each with enough images to be a group",
  needs({ read: true }),
  () => {
    const labels = labelsOf(...Array.from({ length: 1000 }, () => 7));
    const rows = selectMappedImages(labels);
    const groups = [...Map.groupBy(rows, (row) => labels[row]!).values()];
    assert.equal(rows.length, 300);
    assert.ok(groups.every(({ length }) => length === 5));
  },
);

Deno.test(
  "a layout keeps identities together, and is the same for the same seed",
  needs({ read: true }),
  () => {
    const labels = labelsOf(8, 8, 8);
    const { values, ...rest } = unitEmbeddings(labels, 16, 3);
    // Far apart: each identity along an axis of its own.
    const apart = {
      ...rest,
      values: values.map((value, i) => value * 0.1 + +(i % 16 === labels[Math.floor(i / 16)])),
    };
    const rows = [...labels.keys()];
    const places = layoutEmbeddings(apart, rows, 5);
    assert.deepEqual(layoutEmbeddings(apart, rows, 5), places);
    const distance = (a: number, b: number) =>
      Math.hypot(places[a]![0] - places[b]![0], places[a]![1] - places[b]![1]);
    for (const row of rows) {
      const [nearest] = rows.filter((other) => other !== row)
        .sort((a, b) => distance(row, a) - distance(row, b));
      assert.equal(labels[nearest!], labels[row]);
    }
    assert.deepEqual(layoutEmbeddings(apart, [0, 1, 2, 3], 5), []);
  },
);

Deno.test("an image becomes a small JPEG of its own", needs({ read: true }), async () => {
  const pixels = Uint8Array.from({ length: 40 * 40 * 3 }, (_, i) => [200, 100, 50][i % 3]!);
  for (const [side, expected] of [[16, 16], [64, 40]] as const) {
    const source = imageDataUrl(pixels, 40, side);
    assert.match(source, /^data:image\/jpeg;base64,/);
    const decoded = await decodeImage(Buffer.from(source.split(",")[1]!, "base64"));
    assert.deepEqual([decoded.width, decoded.height], [expected, expected]);
    [200, 100, 50].forEach((value, channel) =>
      assert.ok(Math.abs(decoded.data[channel]! - value) <= 4)
    );
  }
});
