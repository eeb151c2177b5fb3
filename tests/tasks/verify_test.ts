import assert from "node:assert/strict";
import { join } from "node:path";
import { parseSafetensors } from "../../lib/model_file/parse_safetensors.ts";
import { SeenImages } from "../../lib/model_file/seen_images.ts";
import { writeSafetensors } from "../../lib/model_file/write_safetensors.ts";
import { indexFolder } from "../../lib/dataset/catalog/index_folder.ts";
import type { Weights } from "../../lib/model/weights/pytorch_layout.ts";
import { needs } from "../needs.ts";
import { full } from "../slow.ts";
import { metadata, withColours } from "../verification/fixtures.ts";
import { putRun } from "./put_run.ts";
import { runTask } from "./start_task.ts";

const [red, darkRed, green] = ["赤/赤_0001.bmp", "赤/赤_0002.bmp", "green/green_0001.bmp"]
  .map((path) => join("colours", path)) as [string, string, string];

type Verify = (...args: string[]) => Promise<{ code: number; stdout: string; stderr: string }>;

/** A test that runs the task beside a folder of images and an untrained model. */
function verifying(name: string, check: (verify: Verify, root: string) => Promise<void>): void {
  Deno.test({
    name,
    ...needs({ read: true, write: true, run: true }),
    fn: () =>
      withColours(async (root) => {
        await putRun(join(root, "runs", "one"));
        await check((...args) => runTask("verify.ts", root, ["--backend=wasm", ...args]), root);
      }),
  });
}

/** A record of a training on images with these hashes. */
function seenOf(hashes: readonly string[]): SeenImages {
  const training = { identities: [], hashes, thumbnails: null };
  return new SeenImages([{ training, validation: { ...training, hashes: [] } }]);
}

verifying("two images: exit code 0 for the same, 1 for different", async (verify) => {
  const [same, different, twins] = await Promise.all([
    verify(red, darkRed, "--threshold", "-1"),
    verify(red, green, "--threshold", "1", "--json"),
    verify(red, red, "--far", "0.1", "--json"),
  ]);
  assert.equal(same.code, 0, same.stderr);
  assert.match(same.stdout, /^verdict +same\nsimilarity +/);
  assert.match(
    same.stdout,
    /\nOn the model's test identities, this threshold took 100 % of/,
  );
  assert.equal(different.code, 1, different.stderr);
  const verdict = JSON.parse(different.stdout);
  assert.deepEqual(Object.keys(verdict), [
    ...["similarity", "threshold", "thresholdInterval", "same", "close"],
    ...["negativesAtLeast", "positivesAtMost", "targetFar", "far", "frr", "thresholdName"],
    "provisional",
  ]);
  assert.deepEqual([verdict.threshold, verdict.same, verdict.far], [1, false, 0]);
  assert.equal(twins.code, 0);
  assert.ok(JSON.parse(twins.stdout).similarity > 0.999999);
  assert.equal(JSON.parse(twins.stdout).far, 0.1);
});

verifying("a folder: figures on stdout, images in the run's folder", async (verify, root) => {
  const { code, stdout, stderr } = await verify("--data", "colours", "--json");
  assert.equal(code, 0, stderr);
  const figures = JSON.parse(stdout);
  assert.equal(figures.mode, "one-to-many");
  assert.deepEqual([figures.identities, figures.images], [4, 10]);
  assert.deepEqual([figures.positivePairs, figures.negativePairs], [9, 36]);
  for (const key of ["auc", "eer", "averagePrecision", "accuracy"]) {
    assert.ok(figures[key] >= 0 && figures[key] <= 1, key);
  }
  for (const far of ["0.1", "0.01", "0.001"]) assert.ok(far in figures.tarAtFar);
  assert.match(stderr, /The run has no record of the images that training used/);
  assert.equal(figures.threshold, metadata.calibration.threshold);
  const written = Deno.readDir(join(root, "runs", "one", "verification"));
  const names = await Array.fromAsync(written, ({ name }) => name);
  for (const name of ["roc", "precision-recall", "det", "similarities"]) {
    assert.ok(names.includes(`${name}.svg`) && names.includes(`${name}.png`), `${names}`);
  }
  assert.ok(names.includes("verification.json"));
  const page = await Deno.readTextFile(
    join(root, "runs", "one", "verification", "report.html"),
  );
  assert.match(page, /<h1><bdi>colours<\/bdi><\/h1>/);
  assert.match(page, /<code><bdi>runs\/one<\/bdi><\/code>/);
  assert.match(page, /green\/<wbr\/?>green_0001\.bmp/);
  const flags = ["--label-depth", "1", "--exclude", "no*", "--follow-links"];
  const second = await verify("--data", "colours", "--json", ...flags);
  assert.match(
    second.stderr,
    /verify --data colours --label-depth 1 --exclude 'no\*' --follow-links --model runs\/one --cal/,
  );
  assert.match(second.stderr, /verification-2\n$/);
});

if (full) {
  verifying(
    "a folder chooses a threshold, which then decides by its name",
    async (verify, root) => {
      const calibrate = ["--data", "colours", "--calibrate", "--far", "0.5", "--json"];
      const named = (...args: string[]) => verify(...args, "--threshold-name", "お店", "--json");
      const unknown = await named(red, green);
      assert.match(unknown.stderr, /^verify: cannot find the threshold "お店" .*--calibrate\n$/);
      const made = await verify(...calibrate);
      assert.equal(made.code, 0, made.stderr);
      assert.match(made.stderr, /kept the threshold "colours" in runs\/one\/model.safetensors;/);
      const { folderThreshold, keptAs } = JSON.parse(made.stdout);
      assert.deepEqual([keptAs, folderThreshold.targetFar], ["colours", 0.5]);
      const again = await verify(...calibrate);
      assert.deepEqual([again.code, again.stdout], [2, ""]);
      assert.match(again.stderr, /^verify: cannot keep the threshold "colours": .*--replace\n$/);
      const replaced = await verify(...calibrate, "--replace");
      assert.equal(replaced.code, 0, replaced.stderr);
      await named(...calibrate);
      const pair = JSON.parse((await named(red, green)).stdout);
      assert.deepEqual(
        [pair.threshold, pair.thresholdName, pair.targetFar],
        [folderThreshold.threshold, "お店", 0.5],
      );
      const folder = await named("--data", "colours");
      assert.match(folder.stderr, /"お店" was chosen on this very folder/);
      assert.equal(JSON.parse(folder.stdout).threshold, folderThreshold.threshold);
      assert.equal(JSON.parse(folder.stdout).thresholdName, "お店");
      const page = await Deno.readTextFile(join(root, "runs/one/verification/report.html"));
      assert.match(page, /in the model as (?:"|&quot;)colours/);
    },
  );
}

verifying("a list of pairs, each identity enrolled, figures where told", async (verify, root) => {
  await Deno.writeTextFile(join(root, "pairs.txt"), "2\n赤\t1\t2\n赤\t1\tgreen\t1\nred\t1\t2\n");
  const flags = ["--data", "colours", "--pairs", "pairs.txt", "--mode", "one-to-one"];
  const { code, stdout, stderr } = await verify(...flags, "--out", "figures");
  assert.equal(code, 0, stderr);
  assert.match(stdout, /^mode +one-to-one\nidentities +2\nimages +3\n/);
  assert.match(
    stdout,
    /Each identity enrolled in turn, the worst first \(2\):\n {2}赤: .*\n {2}green: 1 image, no pair/,
  );
  assert.match(stdout, /Listed but not in the folder \(2\):\n {2}red 1\n {2}red 2\n/);
  assert.match(stderr, /to figures\n/);
  assert.ok((await Deno.stat(join(root, "figures", "roc.svg"))).isFile);
});

if (full) {
  verifying("a list is drawn, the same for a seed, and verifies", async (verify, root) => {
    const flags = ["--folds", "2", "--pairs-per-fold", "3"];
    const write = (file: string, ...more: string[]) =>
      verify("--data", "colours", "--write-pairs", file, ...flags, ...more);
    const [said, json, other] = await Promise.all([
      write("a.txt"),
      write("b.txt", "--json"),
      write("c.txt", "--seed", "1"),
    ]);
    assert.deepEqual([said.code, json.code, other.code], [0, 0, 0], said.stderr);
    assert.equal(said.stdout, "wrote 12 pairs in 2 folds to a.txt\n");
    assert.deepEqual(JSON.parse(json.stdout), {
      ...{ file: "b.txt", pairs: 12, folds: 2, pairsPerFold: 3, disjoint: true, unnamed: [] },
    });
    const [a, b, c] = await Promise.all(
      ["a.txt", "b.txt", "c.txt"].map((file) => Deno.readTextFile(join(root, file))),
    );
    assert.match(a!, /^2\t3\n/);
    assert.equal(a, b);
    assert.notEqual(a, c);
    const { code, stdout, stderr } = await verify(
      "--data",
      "colours",
      "--pairs",
      "a.txt",
      "--json",
    );
    assert.equal(code, 0, stderr);
    const figures = JSON.parse(stdout);
    assert.deepEqual([figures.positivePairs, figures.negativePairs], [6, 6]);
    assert.equal(figures.missingPairs, 0);
  });
}

if (full) {
  verifying("what training saw is said and left out, or kept when asked", async (verify, root) => {
    const run = join(root, "runs", "one");
    const { images } = await indexFolder(join(root, "colours"));
    const hashesOf = (...names: string[]) =>
      images.filter(({ path }) => names.some((name) => path.startsWith(name)))
        .map(({ hash }) => hash);
    await seenOf(hashesOf("green/green_0001", "blue")).write(run);
    const [left, kept] = await Promise.all([
      verify("--data", "colours", "--json", "--out", "left"),
      verify("--data", "colours", "--include-seen", "--json", "--out", "kept"),
    ]);
    assert.match(
      left.stderr,
      /knows 2 identities of this folder, .*: blue, green\. .* left out, with 4 images .* --include-seen\.\n/,
    );
    const { seen, positivePairs, negativePairs } = JSON.parse(left.stdout);
    assert.deepEqual([positivePairs, negativePairs], [6, 9]);
    assert.deepEqual(
      [seen.images, seen.identities, seen.imagesOfThem, seen.names, seen.included],
      [2, 2, 4, ["blue", "green"], false],
    );
    const codes = JSON.parse(left.stdout).cautions.map(({ code }: { code: string }) => code);
    assert.ok(codes.includes("report.warnings.seenLeftOut"));
    assert.match(
      kept.stderr,
      /measured as requested, so the results look better than they are\.\n/,
    );
    assert.equal(JSON.parse(kept.stdout).negativePairs, 36);

    await seenOf(images.map(({ hash }) => hash)).write(run);
    const all = await verify("--data", "colours");
    assert.equal(all.code, 2);
    assert.match(
      all.stderr,
      /^verify: cannot measure on [^\n]*training saw all[^\n]*--include-seen\n$/,
    );
  });
}

verifying(
  "a model is named by its file, and what to keep in mind is in the summary",
  async (verify, root) => {
    const file = join("runs", "one", "model.safetensors");
    const moved = join(root, "a model.safetensors");
    await Deno.copyFile(join(root, file), moved);
    const list = "赤 1 2\n赤 2 1\n赤 1 1\n赤 1 green 1\n";
    await Deno.writeTextFile(join(root, "pairs.txt"), list);
    const args = ["--data", "colours", "--pairs", "pairs.txt", "--model"];
    const [inRun, alone] = [
      await verify(...args, file),
      await verify(...args, moved, "--out", "out"),
    ];
    for (const { code, stdout, stderr } of [inRun, alone]) {
      assert.equal(code, 0, stderr);
      const cautions = stdout.slice(stdout.indexOf("Keep in mind"));
      assert.match(cautions, /no record of the images/);
      assert.match(cautions, /only 2 identities to measure on: too few/);
      assert.match(cautions, /1 line of the list names an image twice/);
      assert.match(cautions, /1 line of the list repeats an earlier pair \(1 with the images/);
    }
    assert.ok((await Deno.stat(join(root, "runs", "one", "verification", "report.html"))).isFile);
  },
);

verifying("bad input is one line on stderr, and exit code 2", async (verify, root) => {
  await Deno.writeTextFile(join(root, "text.jpg"), "no picture");
  await Deno.mkdir(join(root, "broken"));
  await Deno.writeTextFile(join(root, "broken", "model.safetensors"), "no model");
  await Deno.writeTextFile(join(root, "pairs.txt"), "a line of many words\n");
  const refused = async (message: RegExp, ...args: string[]) => {
    const { code, stdout, stderr } = await verify(...args);
    assert.equal(code, 2, args.join(" "));
    assert.equal(stdout, "");
    assert.match(stderr, message);
    assert.match(stderr, /^verify: [^\n]*\n$/);
  };
  await refused(/expected two images, got 1/, red);
  await refused(/cannot read the image "text.jpg": not an image/, "text.jpg", red);
  await refused(/cannot read the image "none.jpg": there is no such file/, red, "none.jpg");
  await refused(
    /cannot use --far together with --threshold/,
    red,
    green,
    "--far",
    "0.1",
    "--threshold",
    "0.5",
  );
  await refused(
    /false accept rate 0.001: .* too few .* below 0.0075/,
    ...[red, green, "--far", "0.001"],
  );
  await refused(
    /false accept rate 0.00001: .* too few/,
    "--data",
    "colours",
    "--far",
    "1e-5",
  );
  await refused(
    /measure a false accept rate of 0.05 on .*: it needs 8 identities, got 4/,
    ...["--data", "colours", "--far", "0.05"],
  );
  await refused(/cannot use --replace: .* with --calibrate/, "--data", "colours", "--replace");
  await refused(/cannot use --calibrate: .* with --data/, red, green, "--calibrate");
  await refused(
    /cannot use --calibrate together with --include-seen/,
    ...["--data", "colours", "--calibrate", "--include-seen"],
  );
  await refused(
    /rate of 0.05 on .*: it needs 8 identities, got 4/,
    ...["--data", "colours", "--calibrate", "--far", "0.05"],
  );
  await refused(/it has no model.safetensors/, red, green, "--model", "runs/two");
  await refused(/model.safetensors/, red, green, "--model", "broken");
  await refused(
    /cannot use --pairs: it only applies together with --data/,
    red,
    green,
    "--pairs",
    "pairs.txt",
  );
  await refused(
    /cannot use --label-depth: it only applies together with --data/,
    ...[red, green, "--label-depth", "2"],
  );
  await refused(
    /cannot read the labels ".*pairs\.txt": line 1: expected names of columns/,
    ...["--data", "colours", "--labels", "pairs.txt"],
  );
  await refused(/line 1 of the list of pairs/, "--data", "colours", "--pairs", "pairs.txt");
  await refused(
    /cannot use --folds: it only applies together with --write-pairs/,
    "--data",
    "colours",
    "--folds",
    "3",
  );
  await refused(
    /cannot use --write-pairs: it only applies together with --data/,
    "--write-pairs",
    "x.txt",
  );
  await refused(
    /cannot sample 10 folds of 300 .* enough for 0 per fold/,
    ...["--data", "colours", "--write-pairs", "x.txt", "--folds", "10", "--pairs-per-fold", "300"],
  );
  await refused(/cannot index "none"/, "--data", "none");
  await refused(/at least one positive pair/, "--data", "runs", "--out", "measured");
  await refused(/expected a folder outside the images, got one inside/, "--data", "runs");
  for (const out of [["colours/report", "inside"], ["broken", "holds"], ["text.jpg", "a file"]]) {
    await refused(new RegExp(`got .*${out[1]}`), "--data", "colours", "--out", out[0]!);
  }
  await refused(/"pairs.txt": it already/, "--data", "colours", "--write-pairs", "pairs.txt");
  await Deno.writeTextFile(join(root, "other.txt"), "Ann 1 2\nAnn 1 Bo 1\n");
  await refused(
    /none of 2 pairs is in .* lacks "Ann 1"/,
    "--data",
    "colours",
    "--pairs",
    "other.txt",
  );
  await refused(/cannot read the list of pairs "none"/, "--data", "colours", "--pairs", "none");
  await Deno.writeTextFile(join(root, "short.txt"), "10\t300\n赤\t1\t2\n");
  await refused(/announces 10 folds .* got 1;/, "--data", "colours", "--pairs", "short.txt");
  for (const name of ["green", "赤"]) {
    await Deno.mkdir(join(root, "singles", name), { recursive: true });
    const file = `${name}/${name}_0001.bmp`;
    await Deno.copyFile(join(root, "colours", file), join(root, "singles", file));
  }
  await refused(/at least one positive pair/, "--data", "singles");

  const picture = await Deno.readFile(join(root, red));
  await Deno.writeFile(join(root, "short.bmp"), picture.subarray(0, 500));
  await refused(/cannot read the image "short.bmp": image is cut short/, "short.bmp", red);

  const model = join(root, "runs", "one", "model.safetensors");
  const whole = await Deno.readFile(model);
  for (const length of [whole.length - 1, 5000, 100, 7, 0]) {
    await Deno.writeFile(model, whole.subarray(0, length));
    await refused(/expected a complete safetensors file, got/, red, green);
  }
  const { tensors, metadata: strings } = parseSafetensors(whole, model);
  await writeSafetensors(model, tensors as Weights, { ...strings, version: "7.0.0" });
  await refused(/expected a model of version .*, got one of version 7.0.0/, red, green);
  const { calibration: _, ...lacking } = strings;
  await writeSafetensors(model, tensors as Weights, lacking);
  await refused(/"calibration" in its metadata is missing or damaged/, red, green);
  await Deno.writeFile(model, whole);
  await Deno.writeTextFile(join(root, "runs", "one", "seen.txt"), "damaged");
  await refused(/cannot tell what the run saw/, "--data", "colours");

  await Deno.remove(join(root, "runs"), { recursive: true });
  await refused(/cannot find a run/, red, green);
});
