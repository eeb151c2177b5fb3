import assert from "node:assert/strict";
import { join } from "node:path";
import { parseHTML } from "linkedom";
import { parseModelMetadata } from "../../../lib/model_file/parse_model_metadata.ts";
import { readSafetensors } from "../../../lib/model_file/read_safetensors.ts";
import { decodeImage } from "../../../lib/images/decode/decode_image.ts";
import { training } from "../fixtures.ts";

const charts = [
  "det",
  "distances",
  "loss",
  "map",
  "precision-recall",
  "roc",
  "similarities",
  "validation-auc",
  "validation-eer",
];

training(
  "a run leaves a report whose figures are its model's, and its charts",
  async (workshop) => {
    const { root, data, train } = workshop;
    const identities = await Array.fromAsync(Deno.readDir(data), ({ name }) => name);
    const hostile = (name: string) => `<script>alert("${name}") \u202E👩‍🚀`;
    for (const name of identities) await Deno.rename(join(data, name), join(data, hostile(name)));
    await Deno.writeTextFile(join(data, hostile("一"), "notes & <b>.txt"), "no picture");
    const result = await train("run", { epochs: 2 }, { report: true });
    const html = await Deno.readTextFile(join(root, "run", "report.html"));
    assert.ok(html.length < 3_000_000, `${html.length} characters`);
    const { document } = parseHTML(html);
    assert.equal(document.querySelectorAll("script").length, 0);
    assert.equal(document.querySelector("h1")!.textContent, "run");

    const path = join(root, "run", "model.safetensors");
    const { heldOut, calibration } = parseModelMetadata(
      (await readSafetensors(path)).metadata,
      path,
    );
    const shown = [...document.querySelectorAll("#summary dd.value")].map((value) =>
      value.textContent
    );
    assert.equal(shown[0], heldOut.auc.toFixed(4));
    assert.equal(shown[3], calibration.threshold.toFixed(4));
    const cells = (selector: string) =>
      [...document.querySelectorAll(selector)].map((row) =>
        [...row.children].map((cell) => cell.textContent)
      );
    // 12 identities with 6 images each, three of them to validate and three to test.
    assert.deepEqual(cells("#data > .scroll tbody tr").map((row) => row.slice(1)), [
      ["6", "36", "90", "540"],
      ["3", "18", "45", "108"],
      ["3", "18", "45", "108"],
    ]);
    assert.ok(
      cells("#data details tr").some(([path]) => path === `${hostile("一")}/notes & <b>.txt`),
    );
    assert.deepEqual(cells("#training tbody tr").map(([epoch]) => epoch), ["1", "2"]);
    assert.equal(cells("#training tr.marked")[0]![0], `${result.best.epoch + 1}`);
    assert.equal(document.querySelectorAll("#map image").length, 18);
    const names = cells("#identities tbody tr").map(([name]) => name);
    assert.equal(names.length, 3);
    assert.ok(names.every((name) => identities.some((own) => hostile(own) === name)), `${names}`);
    const sources = [...document.querySelectorAll("#hardest img")].map((image) =>
      image.getAttribute("src")!
    );
    assert.ok(sources.length >= 8);
    assert.ok(sources.every((source) => source.startsWith("data:image/jpeg;base64,")));

    const files = await Array.fromAsync(
      Deno.readDir(join(root, "run", "charts")),
      ({ name }) => name,
    );
    assert.deepEqual(files.sort(), charts.flatMap((name) => [`${name}.png`, `${name}.svg`]));
    for (const name of charts) {
      const png = await Deno.readFile(join(root, "run", "charts", `${name}.png`));
      const { width, height, data } = await decodeImage(png);
      assert.deepEqual([width, height], name === "map" ? [2160, 1400] : [1600, 1200], name);
      assert.ok(
        data.some((value) => value < 128),
        `${name} is empty`,
      );
    }
  },
);

training("a run that was stopped at once says so, in the language asked for", async (workshop) => {
  const options = { report: true, language: "ja", signal: AbortSignal.abort() } as const;
  await workshop.train("stopped", {}, options);
  const html = await Deno.readTextFile(join(workshop.root, "stopped", "report.html"));
  const { document } = parseHTML(html);
  assert.match(
    document.querySelector("aside")!.textContent,
    /学習は最後のエポックの前に止められました/,
  );
  assert.equal(document.querySelector("#training"), null);
});
