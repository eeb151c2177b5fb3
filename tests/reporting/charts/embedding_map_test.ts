import assert from "node:assert/strict";
import fc from "fast-check";
import { embeddingMap } from "../../../lib/reporting/charts/embedding_map.ts";
import { spreadPoints } from "../../../lib/reporting/charts/spread_points.ts";
import { imageDataUrl } from "../../../lib/reporting/report/images/image_data_url.ts";
import { svgToPng } from "../../../lib/reporting/charts/write_chart.ts";
import { decodeImage } from "../../../lib/images/decode/decode_image.ts";
import { needs } from "../../needs.ts";

Deno.test("no image hides another, and all are within the area", needs({ read: true }), () => {
  const area = { width: 1080, height: 640, cell: 50 };
  fc.assert(
    fc.property(
      fc.array(
        fc.record({ x: fc.double({ noNaN: true, min: -9, max: 9 }), y: fc.constantFrom(1, 2) }),
        {
          minLength: 1,
          maxLength: 120,
        },
      ),
      (points) => {
        const places = spreadPoints(points, area);
        assert.equal(places.length, points.length);
        for (const { x, y } of places) {
          assert.ok(x >= 0 && y >= 0 && x + 50 <= 1080 && y + 50 <= 640);
        }
        places.forEach((a, i) =>
          places.slice(i + 1).forEach((b) =>
            assert.ok(Math.abs(a.x - b.x) >= 49.99 || Math.abs(a.y - b.y) >= 49.99)
          )
        );
      },
    ),
    { seed: 1 },
  );
});

Deno.test("what lies far to one side comes to lie on that side", needs({ read: true }), () => {
  const groups = [0, 100].flatMap((x) =>
    Array.from({ length: 9 }, (_, i) => ({ x: x + i % 3, y: Math.floor(i / 3) }))
  );
  const places = spreadPoints(groups, { width: 1000, height: 500, cell: 50 });
  const rightmost = Math.max(...places.slice(0, 9).map(({ x }) => x));
  assert.ok(places.slice(9).every(({ x }) => x > rightmost + 50));
});

Deno.test(
  "a map shows every image in the color of its identity",
  needs({ read: true }),
  async () => {
    const gray = (value: number) => imageDataUrl(new Uint8Array(8 * 8 * 3).fill(value), 8, 8);
    const svg = embeddingMap(Array.from({ length: 6 }, (_, i) => ({
      x: i,
      y: i % 2,
      path: `${i}.png`,
      identity: i < 3 ? "a" : "<b>",
      source: gray(40 * i),
    })));
    assert.equal(svg.match(/<image /g)?.length, 6);
    const frames = [...svg.matchAll(/fill="(hsl[^"]*)"/g)].map(([, color]) => color!);
    assert.equal(new Set(frames).size, 2);
    assert.equal(frames.length, 6);
    const { width, height, data } = await decodeImage(await svgToPng(svg));
    assert.deepEqual([width, height], [2160, 1400]);
    for (const value of [40, 80, 120, 160]) {
      let found = 0;
      for (let i = 0; i < data.length; i += 3) {
        const near = [0, 1, 2].every((channel) => Math.abs(data[i + channel]! - value) <= 3);
        if (near) found++;
      }
      assert.ok(found > 1000, `${found} pixels of gray ${value}`);
    }
  },
);
