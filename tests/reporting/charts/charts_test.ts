import assert from "node:assert/strict";
import { Buffer } from "node:buffer";
import { parseHTML } from "linkedom";
import { decodeImage } from "../../../lib/images/decode/decode_image.ts";
import { detCurve } from "../../../lib/evaluation/curves/det_curve.ts";
import { precisionRecallCurve } from "../../../lib/evaluation/curves/precision_recall_curve.ts";
import { fileStyle, pageStyle } from "../../../lib/reporting/charts/chart_style.ts";
import { detChart } from "../../../lib/reporting/charts/det_chart.ts";
import { epochLineChart } from "../../../lib/reporting/charts/epoch_charts.ts";
import { histogramChart } from "../../../lib/reporting/charts/histogram_chart.ts";
import { precisionRecallChart } from "../../../lib/reporting/charts/precision_recall_chart.ts";
import { probit } from "../../../lib/reporting/charts/axes.ts";
import { similarityHistogram } from "../../../lib/evaluation/curves/similarity_histogram.ts";
import { svgToPng } from "../../../lib/reporting/charts/write_chart.ts";
import { needs } from "../../needs.ts";

const scores = {
  positives: Float32Array.from({ length: 200 }, (_, i) => 0.2 + 0.7 * (i / 199)),
  negatives: Float32Array.from({ length: 2000 }, (_, i) => -0.5 + i / 1999),
};
const subtitle = "9 identities & 40 images";
const operatingPoint = { threshold: 0.4, far: 0.1, frr: 0.28 };
const charts = {
  "precision-recall": (style = fileStyle) =>
    precisionRecallChart({
      curve: precisionRecallCurve(scores),
      averagePrecision: 0.75,
      subtitle,
      prevalence: 1 / 11,
      threshold: operatingPoint.threshold,
    }, style),
  "det": (style = fileStyle) =>
    detChart({ curve: detCurve(scores), eer: 0.2, subtitle, operatingPoint }, style),
  "similarities": (style = fileStyle) =>
    histogramChart({ histogram: similarityHistogram(scores), subtitle, threshold: 0.4 }, style),
  "epochs": (style = fileStyle) =>
    epochLineChart("epochs", {
      title: "Loss",
      yName: "loss",
      lines: [{ name: "loss", values: [0.3, NaN, 0.1] }],
      bestEpoch: 2,
    }, style),
};
const texts: Record<keyof typeof charts, string[]> = {
  "precision-recall": [
    "Precision-recall curve, AP 0.7500",
    "recall",
    "precision",
    "threshold 0.400",
  ],
  "det": [
    "DET curve, EER 20.00%",
    "false accept rate",
    "false reject rate",
    "equal error rates",
    "5%",
  ],
  "similarities": [
    "Similarities of pairs",
    "cosine similarity",
    "fraction of pairs",
    "same identity",
  ],
  "epochs": ["Loss", "epoch", "loss", "best epoch: 3"],
};
/** `M x y L x y ...` of the first path drawn in the color. */
const pointsOf = (svg: string, color: string) =>
  svg.match(new RegExp(`<path d="M([^"]*)"[^>]*stroke="${color}"`))![1]!
    .split("L").map((point) => point.trim().split(" ").map(Number) as [number, number]);

for (const [name, render] of Object.entries(charts)) {
  Deno.test(
    `the ${name} chart names what it shows, and is the same twice`,
    needs({ read: true }),
    () => {
      const svg = render();
      const said = [...parseHTML(svg).document.querySelectorAll("text")].map((text) =>
        text.textContent
      );
      for (const text of texts[name as keyof typeof charts]) assert.ok(said.includes(text), text);
      assert.equal(render(), svg);
      assert.doesNotMatch(svg, /NaN|Infinity|undefined|ecmeta|<style/);
    },
  );

  Deno.test(
    `the ${name} chart is a PNG of twice its size with something on it`,
    needs({ read: true }),
    async () => {
      const file = await svgToPng(render());
      const { width, height, data } = await decodeImage(file);
      assert.deepEqual([width, height], [1600, 1200]);
      assert.equal(Buffer.from(file).subarray(1, 4).toString(), "PNG");
      const blue = [0x1f, 0x4e, 0x9c];
      let drawn = 0;
      for (let i = 0; i < data.length; i += 3) {
        if (blue.every((value, channel) => data[i + channel] === value)) drawn++;
      }
      assert.ok(drawn > 500, `${drawn} pixels of the line`);
    },
  );

  Deno.test(
    `on a page, the ${name} chart has the language and the colors of the page`,
    needs({ read: true }),
    () => {
      const svg = render(pageStyle("ja")).replaceAll(/<clipPath.*?<\/clipPath>/gs, "");
      assert.doesNotMatch(svg, /(fill|stroke)="(#|rgb\((?!0,0,0\)" fill-opacity="0"))/);
      assert.match(svg, /viewBox="0 0 420 290"/);
      assert.doesNotMatch(svg, />[^<]*(rate|recall|fraction)/);
    },
  );
}

Deno.test("a DET curve of normal scores is a straight line", needs({ read: true }), () => {
  const normal = (mean: number) =>
    Float32Array.from({ length: 20_000 }, (_, i) => mean + probit((i + 0.5) / 20_000));
  const curve = detCurve({ positives: normal(2), negatives: normal(0) }, { resolution: 200 });
  const points = pointsOf(detChart({ curve, eer: 0.16, subtitle }), "#1f4e9c");
  const within = points.filter(([x, y]) => x > 200 && x < 700 && y > 150 && y < 450);
  const [[x0, y0], [x1, y1]] = [within[0]!, within.at(-1)!];
  assert.ok(within.length > 20);
  for (const [x, y] of within) {
    const straight = y0 + (y1 - y0) * (x - x0) / (x1 - x0);
    assert.ok(Math.abs(y - straight) < 5, `${y} instead of ${straight} at ${x}`);
  }
});

Deno.test(
  "probits are those of the normal distribution, and rates of 0 and 1 have one",
  needs({ read: true }),
  () => {
    // scipy.stats.norm.ppf
    const known = [[0.5, 0], [0.1, -1.2816], [0.01, -2.3263], [0.001, -3.0902], [
      0.84134,
      1,
    ]] as const;
    for (const [rate, deviate] of known) {
      assert.ok(Math.abs(probit(rate) - deviate) < 0.012, `${rate}: ${probit(rate)}`);
    }
    assert.ok(Math.abs(probit(0) + probit(1)) < 1e-9);
    assert.ok(Number.isFinite(probit(0)));
  },
);

Deno.test(
  "the threshold stands where it is on the axis, to the last digit",
  needs({ read: true }),
  () => {
    const at = (threshold: number) => {
      const histogram = similarityHistogram({
        positives: Float32Array.of(0.9, 1),
        negatives: Float32Array.of(0.9, 0.95),
      });
      const svg = histogramChart({ histogram, subtitle, threshold });
      const [, x] = svg.match(/<path d="M([\d.]+) [\d.]+L\1 [^"]*"[^>]*stroke="#c8381e"/)!;
      return Number(x);
    };
    // From 0.9 to 1 over the width of the axes.
    const share = (at(0.9375) - at(0.9)) / (at(1) - at(0.9));
    assert.ok(Math.abs(share - 0.375) < 0.002, `at ${share}`);
  },
);

Deno.test(
  "a histogram shares out all pairs over the range that there is",
  needs({ read: true }),
  () => {
    const { start, width, positives, negatives } = similarityHistogram({
      positives: Float32Array.of(1, 1, 0.5),
      negatives: Float32Array.of(-1, -0.99, 0.5, 0.99),
    }, 4);
    assert.deepEqual([start, width], [-1, 0.5]);
    assert.deepEqual([...positives], [0, 0, 0, 1]);
    assert.deepEqual([...negatives], [0.5, 0, 0, 0.5]);
  },
);
