import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { rocCurve } from "../../../lib/evaluation/curves/roc_curve.ts";
import { rocChart } from "../../../lib/reporting/charts/roc_chart.ts";
import { svgToPng } from "../../../lib/reporting/charts/write_chart.ts";
import { needs } from "../../needs.ts";

const negatives = Float32Array.from({ length: 400 }, (_, index) => index / 500);
const content = {
  curve: rocCurve({ positives: Float32Array.of(0.2, 0.7, 0.9), negatives }),
  auc: 0.8125,
  subtitle: "one-to-many: 9 identities & 40 images",
  operatingPoint: { threshold: 0.75, far: 0.06, frr: 2 / 3 },
};

/** `M x y L x y ...` of the first path drawn in the color. */
function pointsOf(svg: string, color: string): [number, number][] {
  const path = svg.match(new RegExp(`<path d="M([^"]*)"[^>]*stroke="${color}"`))![1]!;
  return path.split("L").map((point) => point.trim().split(" ").map(Number) as [number, number]);
}

Deno.test(
  "the ROC chart names its axes, its metrics, and its operating point",
  needs({ read: true }),
  () => {
    const svg = rocChart(content);
    for (
      const text of [
        "ROC curve, AUC 0.8125",
        "one-to-many: 9 identities &amp; 40 images",
        "false accept rate",
        "true accept rate",
        "threshold 0.750",
        ">0.001<",
      ]
    ) assert.ok(svg.includes(text), text);
    assert.ok(!rocChart({ ...content, operatingPoint: undefined }).includes("threshold"));
  },
);

Deno.test(
  "the curve runs from the lower left to the upper right corner of the axes",
  needs({ read: true }),
  () => {
    const points = pointsOf(rocChart(content), "#1f4e9c");
    assert.deepEqual(points[0], [72.8, 504]);
    const [x, y] = points.at(-1)!;
    assert.ok(Math.abs(x - 758) < 1 && y === 84);
    for (let i = 1; i < points.length; i++) {
      assert.ok(points[i]![0] >= points[i - 1]![0] && points[i]![1] <= points[i - 1]![1]);
    }
  },
);

Deno.test(
  "a curve without a false accept before its end can be drawn",
  needs({ read: true }),
  () => {
    const curve = rocCurve({ positives: Float32Array.of(0.9), negatives: Float32Array.of(0.1) });
    const points = pointsOf(rocChart({ ...content, curve }), "#1f4e9c");
    assert.ok(points.flat().every(Number.isFinite));
  },
);

Deno.test(
  "as a PNG, the chart is twice its size and has its text",
  needs({ read: true }),
  async () => {
    const draw = async (svg: string) => Buffer.from(await svgToPng(svg));
    const image = await draw(rocChart(content));
    assert.equal(image.subarray(1, 4).toString(), "PNG");
    assert.deepEqual([image.readUInt32BE(16), image.readUInt32BE(20)], [1600, 1200]);

    const document = (text: string) =>
      `<svg xmlns="http://www.w3.org/2000/svg" width="99" height="30">` +
      `<text x="5" y="20" font-family="DejaVu Sans, sans-serif">${text}</text></svg>`;
    const [none, far, tar] = await Promise.all(
      ["", "FAR", "TAR"].map((text) => draw(document(text))),
    );
    assert.notDeepEqual(far, none);
    assert.notDeepEqual(far, tar);
  },
);
