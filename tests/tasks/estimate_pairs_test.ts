import assert from "node:assert/strict";
import { join } from "node:path";
import { imageFiles } from "../images/fixtures/image_files.ts";
import { needs } from "../needs.ts";

const granted = needs({ read: true, write: true, run: true });
const task = join(import.meta.dirname!, "../../tasks/estimate_pairs.ts");

async function estimatePairs(...args: string[]) {
  const { code, stdout, stderr } = await new Deno.Command("deno", {
    args: ["run", "--no-prompt", "--allow-read", "--allow-env", "--allow-sys", task, ...args],
  }).output();
  const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
  return { code, stdout: text(stdout), stderr: text(stderr) };
}

/** Writes `count` different images into an identity's folder. */
async function putImages(root: string, identity: string, count: number): Promise<void> {
  const bytes = Uint8Array.fromBase64(imageFiles[0].bytes);
  await Deno.mkdir(join(root, identity), { recursive: true });
  for (let i = 0; i < count; i++) {
    const tail = new TextEncoder().encode(`${identity}${i}`);
    await Deno.writeFile(join(root, identity, `${i}.png`), new Uint8Array([...bytes, ...tail]));
  }
}

async function withFolder(use: (root: string) => Promise<void>): Promise<void> {
  const root = await Deno.makeTempDir();
  try {
    await use(root);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

async function assertRefused(args: string[], message: RegExp): Promise<void> {
  const { code, stdout, stderr } = await estimatePairs(...args);
  assert.equal(code, 2, stderr);
  assert.equal(stdout, "");
  assert.match(stderr, /^estimate-pairs: [^\n]+\n$/);
  assert.match(stderr, message);
}

Deno.test("estimate-pairs --json prints the counts of a folder as integers", granted, async () => {
  await withFolder(async (root) => {
    for (let i = 0; i < 9; i++) await putImages(root, `人${i}`, 4);
    await Deno.writeTextFile(join(root, "人0", "npKnown.npz"), "numbers");
    const { code, stdout, stderr } = await estimatePairs(root, "--json");
    assert.equal(stderr, "");
    assert.equal(code, 0);
    const { identities, images, positivePairs, negativePairs, triplets, scope, ...rest } = JSON
      .parse(stdout);
    const { perBatch, leftOut, training, train } = rest;
    assert.deepEqual({ identities, images, positivePairs, negativePairs, triplets, scope }, {
      identities: 9,
      images: 36,
      positivePairs: 54,
      negativePairs: 576,
      triplets: 3456,
      scope: "small",
    });
    // Of five training identities, four of each.
    assert.deepEqual(perBatch, { positivePairs: 30, negativePairs: 160, triplets: 960 });
    assert.equal(train, `deno task train --data ${root}`);
    assert.deepEqual(training, {
      identitiesPerBatch: 5,
      imagesPerIdentity: 4,
      batchesPerEpoch: 1,
      epochs: 800,
    });
    assert.equal(leftOut.length, 1);
    const { reason, ...file } = leftOut[0];
    assert.deepEqual(file, { path: "人0/npKnown.npz", code: "image.unknownFormat" });
    assert.match(reason, /^not an image \(supported formats: jpeg, png, .+\)$/);
  });
});

Deno.test("estimate-pairs shows a table and what was left out", granted, async () => {
  await withFolder(async (root) => {
    for (let i = 0; i < 9; i++) await putImages(root, `人${i}`, 4);
    await Deno.copyFile(join(root, "人0/0.png"), join(root, "人0/copy.png"));
    await Deno.copyFile(join(root, "人0/1.png"), join(root, "人1/copy.png"));
    await Deno.writeTextFile(join(root, "人0/empty.jpg"), "");
    const { code, stdout } = await estimatePairs(root);
    assert.equal(code, 0);
    assert.match(stdout, /^identities +9\nimages +38\n/);
    assert.match(stdout, /^batch of training +20 images: 5 identities x 4$/m);
    assert.match(stdout, /^triplets per batch +960$/m);
    assert.match(stdout, /^epochs of training +\d+, each of \d+ batch/m);
    assert.match(stdout, /^To train with .+: deno task train --data \S+$/m);
    assert.match(stdout, /^scope by identities +small; 991 more for medium \(1,000\)$/m);
    assert.match(stdout, /100 identities x 100 images give 495,000 positive pairs/);
    assert.match(stdout, /10,000 identities x 5 images give 100,000 positive pairs/);
    assert.match(stdout, /^Left out \(1\):\n {2}人0\/empty.jpg: empty file$/m);
    assert.match(stdout, /^Warning: .+\(1\):\n {2}人0\/0.png = 人0\/copy.png$/m);
    assert.match(stdout, /^Label conflict: .+\(1\):\n {2}人0\/1.png = 人1\/copy.png$/m);
  });
});

Deno.test(
  "estimate-pairs takes labels where they are, and says where they seem to be",
  granted,
  async () => {
    await withFolder(async (root) => {
      for (let i = 0; i < 9; i++) await putImages(root, `${"ABC"[i % 3]}/${i}`, 4);
      await putImages(root, "A/masks", 2);
      const said = await estimatePairs(root);
      assert.match(said.stdout, /^identities +3\n/);
      assert.match(
        said.stdout,
        /^Layout of the folder \(1\):\n .*10 folders.*, use --label-depth 2$/m,
      );
      const nested = await estimatePairs(
        ...[root, "--label-depth", "2", "--exclude", "masks", "--exclude=8/", "--json"],
      );
      const { identities, leftOut, notes, train } = JSON.parse(nested.stdout);
      assert.deepEqual([identities, leftOut.length, notes], [8, 2, []]);
      assert.match(train, / --label-depth 2 --exclude masks --exclude 8\/$/);

      const labels = join(root, "labels.csv");
      const rows = Array.from(
        { length: 9 },
        (_, i) => `${"ABC"[i % 3]}/${i}/${i % 4}.png,${i % 2}`,
      );
      await Deno.writeTextFile(labels, ["path,identity", ...rows].join("\n"));
      const listed = await estimatePairs(root, "--labels", labels, "--json");
      const { identities: two, images } = JSON.parse(listed.stdout);
      assert.deepEqual([two, images], [2, 9]);

      await assertRefused(
        [root, "--label-depth", "0"],
        /--label-depth: expected a whole number from 1/,
      );
      await assertRefused(
        [root, "--labels", labels, "--label-depth", "2"],
        /--labels replaces these/,
      );
      await assertRefused(
        [join(root, "A/0")],
        /4 images lie outside .* csv file .* with --labels$/m,
      );
      await assertRefused(
        ["--ids", "9", "--images", "9", "--exclude", "x"],
        /expected a folder, or/,
      );
    });
  },
);

Deno.test("estimate-pairs plans without a folder, exactly", granted, async () => {
  const { code, stdout } = await estimatePairs(
    ...["--ids", "10000000", "--images", "1000000", "--json"],
    ...["--batch", "6", "--per-identity", "3"],
  );
  assert.equal(code, 0);
  assert.match(stdout, /"positivePairs": 4999995000000000000,/);
  assert.deepEqual(JSON.parse(stdout).perBatch, {
    positivePairs: 6,
    negativePairs: 9,
    triplets: 36,
  });
});

Deno.test("estimate-pairs refuses a folder that cannot be trained on", granted, async () => {
  await withFolder(async (root) => {
    await assertRefused([join(root, "none")], /got no such folder; check the path/);
    await assertRefused([root], /got no usable image/);
    await putImages(root, "only", 3);
    await assertRefused([root, "--json"], /got one identity/);
    await Deno.remove(join(root, "only"), { recursive: true });
    await putImages(root, "a", 1);
    await putImages(root, "b", 1);
    await assertRefused([root], /got 2 with one image each; add a second image to some/);
  });
});

Deno.test("estimate-pairs refuses flags that make no sense", granted, async () => {
  await assertRefused([], /expected a folder, or both --ids and --images/);
  await assertRefused(["--ids", "5"], /expected a folder, or both/);
  await assertRefused([".", "--ids", "5", "--images", "5"], /expected a folder, or both/);
  await assertRefused(
    ["--ids", "many", "--images", "5"],
    /--ids "many": expected a whole number of at least 1/,
  );
  await assertRefused(["--bacth", "32", "."], /unknown option --bacth; did you mean --batch/);
  await assertRefused([".", "--batch", "30"], /cannot make a batch of 30 images with 4/);
});
