import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { indexFolder } from "../../../lib/dataset/catalog/index_folder.ts";
import { UserError } from "../../../lib/language/user_error.ts";
import { needs } from "../../needs.ts";
import { imageFile, indexed } from "./indexed.ts";

const files = needs({ read: true, write: true });

Deno.test("a folder an identity, nested folders included, in any script", files, async () => {
  const jpeg = imageFile("baseline.jpg");
  const catalog = await indexed(async ({ put }) => {
    await put("高倉健/若い頃/一.png", imageFile());
    await put("高倉健/二.png", imageFile());
    await put("a/x.jpg..png.png", jpeg);
    await put("B/1.png", imageFile());
    await put("a b/😀.gif", imageFile("still.gif"));
  });
  assert.deepEqual(catalog.identities, ["B", "a", "a b", "高倉健"]);
  assert.deepEqual(catalog.paths, [
    "B/1.png",
    "a b/😀.gif",
    "a/x.jpg..png.png",
    "高倉健/二.png",
    "高倉健/若い頃/一.png",
  ]);
  assert.deepEqual(catalog.images.map(({ label }) => label), [0, 2, 1, 3, 3]);
  assert.deepEqual(catalog.leftOut, []);
  const digest = await crypto.subtle.digest("SHA-256", jpeg);
  assert.deepEqual(catalog.images[2], {
    path: "a/x.jpg..png.png",
    label: 1,
    bytes: jpeg.length,
    hash: new Uint8Array(digest).toHex(),
    format: "jpeg",
    width: 18,
    height: 16,
  });
});

Deno.test("what cannot be used is left out and named, with the reason", files, async () => {
  const small = imageFile();
  new DataView(small.buffer).setUint32(16, 15);
  const { reasons, paths, identities } = await indexed(async ({ root, put, folder }) => {
    await put("a/good.png", imageFile());
    await put("a/npKnown.npz", "PK\x03\x04 numbers");
    await put("a/.DS_Store", "hidden");
    await put("a/.hidden.png", imageFile());
    await put(".cache/a.png", imageFile());
    await put("a/empty.jpg", "");
    await put("a/short.png", imageFile().slice(0, 100));
    await put("a/small.png", small);
    await put("a/huge.png", imageFile());
    await Deno.truncate(join(root, "a/huge.png"), 2 ** 28 + 1);
    await put("in_the_root.png", imageFile());
    await put("notes.txt", "notes");
    await folder("nobody");
    await put("only text/a.txt", "text");
  });
  const notAnImage = "not an image";
  assert.deepEqual(reasons, {
    ".cache": "hidden",
    "a/.DS_Store": "hidden",
    "a/.hidden.png": "hidden",
    "a/empty.jpg": "empty file",
    "a/huge.png": "file is over 128 MiB",
    "a/npKnown.npz": notAnImage,
    "a/short.png": "image is cut short",
    "a/small.png": "image is 15 x 16 px: under 16 px on a side",
    "in_the_root.png": "image is outside the folders of identities",
    "nobody": "identity has no usable image",
    "notes.txt": notAnImage,
    "only text": "identity has no usable image",
    "only text/a.txt": notAnImage,
  });
  assert.deepEqual(paths, ["a/good.png"]);
  assert.deepEqual(identities, ["a"]);
});

Deno.test(
  "symbolic links are followed inside the folder, and never in a circle",
  files,
  async () => {
    const outside = await Deno.makeTempDir();
    try {
      await Deno.writeFile(join(outside, "1.png"), imageFile());
      const { paths, reasons } = await indexed(async ({ put, link, folder }) => {
        await put("a/1.png", imageFile());
        await put("a/deep/2.png", imageFile());
        await put("b/3.png", imageFile());
        await link("a/3.png", "../b/3.png");
        await link("c", "b");
        await link("a/0 again", "deep");
        await link("a/deep/up", "..");
        await link("a/root", "..");
        await link("a/self", "self");
        await link("a/b", "../b");
        await link("b/a", "../a");
        await link("a/outside.png", join(outside, "1.png"));
        await link("outside", outside);
        await link("a/nowhere.png", "nothing.png");
        await folder("a/deep/empty");
      });
      assert.deepEqual(paths, [
        "a/1.png",
        "a/3.png",
        "a/b/3.png",
        "a/deep/2.png",
        "b/3.png",
        "b/a/1.png",
        "b/a/3.png",
        "b/a/deep/2.png",
        "c/3.png",
        "c/a/1.png",
        "c/a/3.png",
        "c/a/deep/2.png",
      ]);
      const outsideReason = "symbolic link to outside the folder; follow it with followLinks";
      const circle = "symbolic link in a circle";
      assert.equal(reasons["a/outside.png"], outsideReason);
      assert.equal(reasons["outside"], outsideReason);
      assert.equal(reasons["a/nowhere.png"], "symbolic link to nothing");
      for (const path of ["a/self", "a/root", "a/deep/up", "a/b/a", "b/a/b"]) {
        assert.equal(reasons[path], circle, path);
      }
      assert.equal(reasons["a/0 again"], "folder is already part of the identity");
    } finally {
      await Deno.remove(outside, { recursive: true });
    }
  },
);

Deno.test("a folder that is itself reached by a link", files, async () => {
  const { paths } = await indexed(async ({ put }) => await put("a/1.png", imageFile()));
  const root = await Deno.makeTempDir();
  try {
    await Deno.mkdir(join(root, "real/a"), { recursive: true });
    await Deno.writeFile(join(root, "real/a/1.png"), imageFile());
    await Deno.symlink("real", join(root, "link"));
    const linked = await indexFolder(join(root, "link"));
    assert.deepEqual(linked.images.map(({ path }) => path), paths);
    assert.equal(linked.root, join(root, "link"));
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});

Deno.test("the same bytes twice: listed, and kept", files, async () => {
  const [one, two, three] = [imageFile(), imageFile(), imageFile()];
  const catalog = await indexed(async ({ put }) => {
    await put("a/1.png", one);
    await put("a/1 again.png", one);
    await put("a/2.png", two);
    await put("b/2.png", two);
    await put("a/3.png", three);
    await put("c/3.png", three);
    await put("c/nested/3.png", three);
    await put("b/own.png", imageFile());
  });
  assert.deepEqual(catalog.duplicates, [["a/1 again.png", "a/1.png"], [
    "c/3.png",
    "c/nested/3.png",
  ]]);
  assert.deepEqual(catalog.conflicts, [["a/2.png", "b/2.png"], [
    "a/3.png",
    "c/3.png",
    "c/nested/3.png",
  ]]);
  assert.equal(catalog.images.length, 8);
});

Deno.test(
  "the catalog's hash tells images and their places apart, and nothing else",
  files,
  async () => {
    const [one, two] = [imageFile(), imageFile()];
    const hash = async (entries: [string, Uint8Array][]) =>
      (await indexed(async ({ put }) => {
        for (const [path, bytes] of entries) await put(path, bytes);
      })).hash;
    const first = await hash([["a/1.png", one], ["b/2.png", two]]);
    assert.match(first, /^[0-9a-f]{64}$/);
    assert.equal(
      await hash([["b/2.png", two], ["a/1.png", one], ["a/x.txt", one.slice(5)]]),
      first,
    );
    assert.notEqual(await hash([["a/1.png", two], ["b/2.png", one]]), first);
    assert.notEqual(await hash([["a/1.png", one], ["c/2.png", two]]), first);
    assert.notEqual(await hash([["a/1.png", one], ["b/2.png", two], ["b/3.png", one]]), first);
  },
);

Deno.test("thousands of files, each seen once, by whichever thread", files, async () => {
  const count = 6000;
  const bytes = imageFile();
  const root = await Deno.makeTempDir();
  try {
    const hashes = new Map<string, string>();
    for (let i = 0; i < count; i++) {
      const identity = `${Math.floor(i / 100)}`;
      if (i % 100 === 0) Deno.mkdirSync(join(root, identity));
      bytes[bytes.length - 1] = i & 255;
      bytes[bytes.length - 2] = i >> 8;
      const content = i % 7 === 0 ? bytes.subarray(0, 60) : bytes;
      Deno.writeFileSync(join(root, identity, `${i}.png`), content);
      if (content === bytes) {
        hashes.set(`${identity}/${i}.png`, createHash("sha256").update(bytes).digest("hex"));
      }
    }
    const seen: number[] = [];
    const catalog = await indexFolder(root, { onProgress: (progress) => seen.push(progress.seen) });
    assert.deepEqual(seen, Array.from({ length: count }, (_, i) => i + 1));
    assert.deepEqual(
      catalog.images.map(({ path, hash }) => [path, hash]),
      [...hashes].sort(([a], [b]) => a < b ? -1 : 1),
    );
    assert.equal(catalog.leftOut.length, count - hashes.size);
    for (const { reason } of catalog.leftOut) assert.equal(reason.code, "image.cutShort");
    for (const { path, label } of catalog.images) {
      assert.equal(catalog.identities[label], path.split("/")[0]);
    }
  } finally {
    await Deno.remove(root, { recursive: true });
  }
});

Deno.test("a root that is no folder is the user's mistake", files, async () => {
  const file = await Deno.makeTempFile();
  try {
    for (const [root, found] of [[file, "a file"], [`${file}.none`, "no such folder"]] as const) {
      await assert.rejects(
        indexFolder(root),
        (error) =>
          error instanceof UserError && error.message.startsWith(`cannot index "${root}"`) &&
          error.message.includes(`got ${found};`) && !error.message.includes("\n"),
      );
    }
  } finally {
    await Deno.remove(file);
  }
});
