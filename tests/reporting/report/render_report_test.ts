import assert from "node:assert/strict";
import { parseHTML } from "linkedom";
import { cautionMessages } from "../../../lib/reporting/report/content/caution_messages.ts";
import { renderReport } from "../../../lib/reporting/report/render_report.tsx";
import { defaultSettings } from "../../../lib/training/settings/train_settings.ts";
import { outOf } from "../../../lib/reporting/report/sections/summary_section.tsx";
import { hostileNames, reportContent } from "./content.ts";

const content = reportContent();
const html = renderReport(content);
const { document } = parseHTML(html);
const textOf = (selector: string) =>
  [...document.querySelectorAll(selector)].map((element) => element.textContent);

Deno.test("a report needs no other file, and nothing in it runs", () => {
  for (const element of document.querySelectorAll("*")) {
    assert.ok(!["SCRIPT", "LINK", "IFRAME", "OBJECT", "BASE"].includes(element.tagName));
    for (const { name, value } of element.attributes) {
      assert.ok(!name.startsWith("on"), `${element.tagName} has ${name}`);
      if (["src", "href", "xlink:href", "srcset", "action"].includes(name)) {
        assert.match(value, /^(#|data:image\/jpeg;base64,)/, `${element.tagName} ${name}`);
      }
    }
  }
  assert.doesNotMatch(html, /url\((?!#)/);
  assert.doesNotMatch(html, /@import/);
  const addresses = html.match(/https?:\/\/[^\s"<]+/g) ?? [];
  assert.deepEqual(
    [...new Set(addresses)].filter((at) => !at.startsWith("http://www.w3.org/")),
    [],
  );
  const policy = document.querySelector('meta[http-equiv="Content-Security-Policy"]');
  assert.match(policy!.getAttribute("content")!, /^default-src 'none'/);
});

Deno.test("names from folders are text, whatever they look like", () => {
  assert.equal(document.querySelector("h1")!.textContent, hostileNames[0]);
  assert.equal(document.title, `Report on ${hostileNames[0]}`);
  const identities = textOf("#identities tbody th");
  const legend = textOf("#map .legend li");
  for (const name of hostileNames) {
    assert.ok(identities.includes(name), name);
    assert.ok(legend.includes(name), name);
  }
  const paths = textOf("#hardest .two figcaption");
  assert.deepEqual(paths[0], content.hardest.positives[0]!.a.path);
  assert.equal(document.querySelectorAll("#hardest .two img").length, paths.length);
  assert.ok(textOf("#data td, #data th").includes("a/<u>.txt"));
  // What turns the direction of a line stays within its name.
  for (const name of document.querySelectorAll("#identities tbody th")) {
    assert.equal(name.firstElementChild!.tagName, "BDI");
  }
});

Deno.test("every setting has its default beside it, and those that differ are marked", () => {
  const rows = [...document.querySelectorAll("#settings tbody tr")];
  const names = rows.map((row) => row.querySelector("th")!.textContent);
  for (const name of Object.keys(defaultSettings)) {
    if (name !== "augmentation") assert.ok(names.includes(name), name);
  }
  for (const strength of Object.keys(defaultSettings.augmentation)) {
    assert.ok(names.includes(`augmentation.${strength}`), strength);
  }
  const marked = rows.filter((row) => row.classList.contains("marked"))
    .map((row) => [...row.children].map(({ textContent }) => textContent));
  assert.deepEqual(marked, [["batch", "64", "32"]]);
  assert.deepEqual(textOf("#reproduce pre"), ["deno task train --data '<b>'"]);
});

Deno.test("the metrics are those of the model", () => {
  const { heldOut, calibration } = content.model;
  const percent = (rate: number) => Number((100 * rate).toFixed(2));
  const shown = textOf("#summary dd.value");
  assert.equal(shown[0], heldOut.auc.toFixed(4));
  assert.equal(Number.parseFloat(shown[1]!), percent(heldOut.eer));
  assert.equal(shown[3], calibration.threshold.toFixed(4));
  assert.equal(Number.parseFloat(shown[5]!), percent(calibration.frr));
  const [low, high] = heldOut.intervals!.auc;
  assert.equal(
    textOf("#summary dd.interval")[0],
    `95% interval ${low.toFixed(4)} to ${high.toFixed(4)}`,
  );
  const chosen = textOf("#test tr.marked > *");
  assert.deepEqual(chosen.slice(0, 2), ["1%", calibration.threshold.toFixed(4)]);
});

Deno.test("headings, tables and charts have names for those who cannot see them", () => {
  assert.equal(document.querySelectorAll("h1").length, 1);
  for (const section of document.querySelectorAll("main section")) {
    const heading = document.getElementById(section.getAttribute("aria-labelledby")!);
    assert.equal(heading!.tagName, "H2");
  }
  for (const link of document.querySelectorAll("nav a")) {
    assert.ok(document.getElementById(link.getAttribute("href")!.slice(1)), link.textContent);
  }
  for (const table of document.querySelectorAll("table")) {
    assert.ok(table.querySelector("caption")!.textContent);
    for (const header of table.querySelectorAll("th")) {
      assert.match(header.getAttribute("scope")!, /^(row|col)$/);
      assert.notEqual(header.textContent, "");
    }
  }
  for (const image of document.querySelectorAll("img")) assert.ok(image.getAttribute("alt"));
  const charts = [...document.querySelectorAll("[role=img]")];
  assert.equal(charts.length, 9);
  for (const chart of charts) {
    assert.ok(chart.getAttribute("aria-label"));
    assert.ok(chart.querySelector("svg path, svg image"));
  }
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  assert.equal(new Set(ids).size, ids.length, "an id twice");
});

Deno.test("charts of a page have its colors, and change with them", () => {
  const svg = document.querySelector("#test .chart svg")!.outerHTML;
  assert.match(svg, /var\(--positive\)/);
  assert.doesNotMatch(svg.replaceAll(/<clippath.*?<\/clippath>/gis, ""), /(fill|stroke)="#/);
  assert.match(html, /prefers-color-scheme: dark/);
});

Deno.test("the worst identity comes first, and the best epoch is marked", () => {
  const [worst] = content.identities;
  assert.equal(textOf("#identities tbody tr:first-child th")[0], worst!.name);
  assert.equal(document.querySelector("#training tr.marked th")!.textContent, "2");
});

Deno.test("what is absent leaves no gap, and warnings appear only where they apply", () => {
  const { data } = content;
  const many = { ...data.parts.validation, identities: 30 };
  const parts = { ...data.parts, validation: many };
  const none = {
    ...data,
    ...{ parts, leftOut: [], skipped: [], duplicates: [], conflicts: [], notes: [] },
  };
  const bare = parseHTML(renderReport(reportContent({
    data: none,
    epochs: [],
    map: [],
  }))).document;
  for (const selector of ["aside", "#map", "#training", "#data details"]) {
    assert.equal(bare.querySelector(selector), null, selector);
  }
  assert.equal(bare.querySelector('nav a[href="#map"]'), null);

  const warned = parseHTML(renderReport(reportContent({
    heldOut: { ...content.heldOut, operatingPoint: { ...content.heldOut.operatingPoint, far: 0 } },
    cautions: [cautionMessages.interrupted(), cautionMessages.copies({ images: 7 })],
  }))).document;
  const cautions = [...warned.querySelectorAll("aside li")].map((item) => item.textContent);
  assert.equal(cautions.length, 2);
  assert.match(cautions[0]!, /stopped/);
  assert.match(cautions[1]!, /7 held-out images have copies/);
  assert.match(
    warned.querySelector(".summary")!.textContent,
    /none of the 375 pairs .* below \d\.?\d*%/,
  );
});

Deno.test("identities are said to be in one part only where that is true", () => {
  const said = (apart: boolean) => {
    const { data } = reportContent();
    const page = parseHTML(renderReport(reportContent({ data: { ...data, apart } }))).document;
    const texts = ["#data", "#summary"].map((id) => page.querySelector(id)!.textContent);
    return [/Each identity is in one part only/, /took no part in training/].map((text, index) =>
      text.test(texts[index]!)
    );
  };
  assert.deepEqual([said(true), said(false)], [[true, true], [false, false]]);
});

Deno.test("a report in Japanese is all in Japanese", () => {
  const page = parseHTML(renderReport({ ...content, language: "ja" })).document;
  assert.equal(page.documentElement.getAttribute("lang"), "ja");
  const japanese = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;
  for (
    const element of page.querySelectorAll("h2, h3, summary, .summary, aside li, figcaption strong")
  ) {
    assert.match(element.textContent, japanese);
  }
  assert.match(page.querySelector("#test .chart svg")!.textContent, /他人受入率/);
  assert.doesNotMatch(page.querySelector("#test")!.textContent, /false|rate|threshold/);
});

Deno.test("rates are out of a round number that shows two digits of them", () => {
  assert.deepEqual([0, 1, 0.87, 0.0032, 0.995, 0.5].map(outOf), [
    [0, 100],
    [100, 100],
    [87, 100],
    [32, 10_000],
    [9950, 10_000],
    [50, 100],
  ]);
});

Deno.test("a run without a test part says that its results are of validation", () => {
  const { model } = content;
  const page = parseHTML(renderReport(reportContent({
    model: { ...model, heldOut: { ...model.heldOut, part: "validation" } },
  }))).document;
  const text = (selector: string) => page.querySelector(selector)!.textContent!;
  assert.match(text("#summary"), /took no part in training, but in the choice of epoch/);
  assert.match(text("#data tbody"), /to choose the epoch and the threshold, and to measure/);
  assert.equal(page.querySelector("#data tbody")!.querySelectorAll("tr").length, 2);
});
