import assert from "node:assert/strict";
import { join } from "node:path";
import { UserError } from "../../../lib/language/user_error.ts";
import { requireTrainable } from "../../../lib/dataset/catalog/require_pairs.ts";
import { splitByIdentity } from "../../../lib/dataset/split/split_by_identity.ts";
import { needs } from "../../needs.ts";
import { imageFile, indexed } from "./indexed.ts";

const files = needs({ read: true, write: true });

/** Puts an image at each path. */
const images =
  (...paths: string[]) =>
  async ({ put }: { put: (path: string, bytes: Uint8Array) => Promise<void> }) => {
    for (const path of paths) await put(path, imageFile());
  };

Deno.test(
  "an identity is a folder so many levels deep; images above are left out",
  files,
  async () => {
    const alphabets = images("A/1/a.png", "A/2/a.png", "A/2/deep/b.png", "B/1/a.png", "B/x.png");
    const { identities, names, reasons } = await indexed(alphabets, { labelDepth: 2 });
    assert.deepEqual(identities, ["A/1", "A/2", "B/1"]);
    assert.deepEqual(names, ["A/1", "A/2", "A/2", "B/1"]);
    assert.deepEqual(reasons, { "B/x.png": "image is outside the folders of identities" });
  },
);

Deno.test(
  "what a pattern matches is left out: a name anywhere, or a path from the root",
  files,
  async () => {
    const paths = [
      "a/1.png",
      "a/1_mask.PNG",
      "a/old/2.png",
      "a/old/deep/3.png",
      "old/1.png",
      "b/old/1.png",
    ];
    const { paths: all, reasons } = await indexed(images(...paths), {
      exclude: ["*_mask.png", "./a/old/**", "/b/*/"],
    });
    assert.deepEqual(all, ["a/1.png", "old/1.png"]);
    assert.deepEqual(reasons, {
      "a/1_mask.PNG": 'matches "*_mask.png" of exclude',
      "a/old": 'matches "./a/old/**" of exclude',
      "b": "identity has no usable image",
      "b/old": 'matches "/b/*/" of exclude',
    });
    const named = await indexed(images(...paths), { exclude: ["old/"] });
    assert.deepEqual(named.paths, ["a/1.png", "a/1_mask.PNG"]);
  },
);

Deno.test("with followLinks, links lead outside as well, and circles end", files, async () => {
  const outside = await Deno.makeTempDir();
  try {
    await Deno.mkdir(join(outside, "c"));
    await Deno.writeFile(join(outside, "c/1.png"), imageFile());
    for (const labelDepth of [1, 2]) {
      const inner = labelDepth === 2 ? "x/" : "";
      const { paths, reasons } = await indexed(async ({ root, put, link, folder }) => {
        await put(`${inner}a/1.png`, imageFile());
        await folder(`${inner}b`);
        await link(`${inner}b/one.png`, join(outside, "c/1.png"));
        await link(`${inner}c`, join(outside, "c"));
        await link(`${inner}a/to`, join(outside, "c"));
        await Deno.remove(join(outside, "c/back")).catch(() => {});
        await Deno.symlink(join(root, `${inner}a`), join(outside, "c/back"));
        await link(`${inner}a/above`, join(root, "../.."));
        await link("self", ".");
        if (labelDepth === 2) await link("x/up", "../x");
      }, { followLinks: true, labelDepth });
      assert.deepEqual(paths, [
        `${inner}a/1.png`,
        `${inner}a/to/1.png`,
        `${inner}b/one.png`,
        `${inner}c/1.png`,
        `${inner}c/back/1.png`,
      ]);
      const circle = "symbolic link in a circle";
      assert.equal(reasons[`${inner}a/to/back`], circle);
      assert.equal(reasons[`${inner}a/above`], circle);
      assert.equal(reasons["self"], circle);
    }
  } finally {
    await Deno.remove(outside, { recursive: true });
  }
});

Deno.test("what systems make is left out, with a reason", files, async () => {
  const made = [
    "a/@eaDir/1.png",
    "__MACOSX/1.png",
    "lost+found/1.png",
    "a/.ipynb_checkpoints/1.png",
  ];
  const { paths, reasons } = await indexed(async ({ put }) => {
    await images("a/1.png", ...made)({ put });
    await put("a/Thumbs.db", "thumbnails");
  });
  assert.deepEqual(paths, ["a/1.png"]);
  const reason = "made by the system or another program";
  assert.deepEqual(reasons, {
    "__MACOSX": reason,
    "a/.ipynb_checkpoints": "hidden",
    "a/@eaDir": reason,
    "a/Thumbs.db": reason,
    "lost+found": reason,
  });
});

Deno.test("one name in two Unicode forms is one identity", files, async () => {
  const [composed, decomposed] = ["Zoé", "Zoé".normalize("NFD")];
  const { identities, names, said } = await indexed(
    images(`${composed}/1.png`, `${decomposed}/2.png`, "a/1.png"),
  );
  assert.deepEqual(identities, [decomposed, "a"]);
  assert.deepEqual(names.toSorted(), [decomposed, decomposed, "a"]);
  assert.match(said.join(), /^the name of 1 identity is spelled in two Unicode forms/);
  const alone = await indexed(images(`${decomposed}/1.png`, "a/1.png"));
  assert.deepEqual([alone.identities, alone.said], [[decomposed, "a"], []]);
});

Deno.test("folders of parts are the split, under any of their names", files, async () => {
  for (const [train, val, test] of [["train", "val", "test"], ["Training", "valid", "TESTING"]]) {
    const catalog = await indexed(async ({ put }) => {
      await images(`${train}/a/1.png`, `${train}/b/1.png`, `${val}/c/1.png`, `${test}/d/1.png`)({
        put,
      });
      await put("README.md", "text");
    });
    assert.deepEqual(catalog.identities, ["a", "b", "c", "d"]);
    assert.deepEqual(catalog.parts!.map(([first]) => first!.part), [
      "train",
      "train",
      "validation",
      "test",
    ]);
    assert.match(catalog.said.join(), /^the folders "[^"]+", "[^"]+", "[^"]+" are the parts/);
  }
  const two = await indexed(images("train/A/1/a.png", "test/A/2/a.png"), { labelDepth: 2 });
  assert.deepEqual(two.identities, ["A/1", "A/2"]);
  const flat = await indexed(images("train/1.png", "train/2.png", "test/1.png"));
  assert.match(flat.said.join(), /^3 images lie outside .* with labels$/);
});

Deno.test(
  "a split of the data is used as it is; what it lacks comes from training",
  files,
  async () => {
    const two = (folder: string) => [`${folder}/1.png`, `${folder}/2.png`];
    const names = (prefix: string, count: number) =>
      Array.from({ length: count }, (_, i) => `${prefix}${i}`);
    const train = names("train/a", 8).flatMap(two), test = names("test/t", 3).flatMap(two);
    const catalog = await indexed(images(...train, ...test));
    const split = splitByIdentity(catalog, { seed: 0 });
    const named = (labels: readonly number[]) => labels.map((label) => catalog.identities[label]);
    assert.deepEqual(named(split.test), ["t0", "t1", "t2"]);
    assert.deepEqual([split.train.length, split.validation.length], [6, 2]);
    const none = splitByIdentity(catalog, { seed: 0, validation: 0, test: 0 });
    assert.deepEqual([none.train.length, none.validation, none.test], [8, [], []]);

    const few = await indexed(images(...train, "test/t/1.png", "test/t/2.png"));
    assert.throws(
      () => splitByIdentity(few, { seed: 0 }),
      /^UserError: cannot use the test part of .* got 1, 1 with two or more images; add/,
    );
  },
);

Deno.test("an identity in two parts is refused, and named", files, async () => {
  const catalog = await indexed(images("train/a/1.png", "train/b/1.png", "val/a/2.png"));
  assert.deepEqual(catalog.identities, ["a", "b"]);
  assert.throws(
    () => splitByIdentity(catalog, { seed: 0 }),
    (error) =>
      error instanceof UserError && !error.message.includes("\n") &&
      error.message.includes(
        'got 1 in two or more, such as "a" in train ("train/a/1.png") and validation ("val/a/2.png")',
      ),
  );
});

/** Layouts that look like another one is meant, with what is said about each, and when not. */
const hints: [paths: string[], said: RegExp | null][] = [
  [
    ["lfw/a/1.png", "lfw/a/2.png", "lfw/b/1.png"],
    /^"ROOT" holds one folder, "lfw", and that holds 2 folders .* name the folder "ROOT\/lfw"$/,
  ],
  [
    ["A/1/a.png", "A/2/a.png", "B/1/a.png"],
    /^all images lie in folders inside those of the 2 identities; if each of these 3 folders is an identity, use labelDepth 2$/,
  ],
  [["1.png", "2.png"], /^2 images lie outside .* with labels$/],
  [["a/1.png", "1.png", "2.png"], /^2 images lie outside/],
  [
    ["train/a.png", "test/a.png", "more/a.png"],
    /^the folders "test", "train" look like parts of a split, .* with exclude/,
  ],
  [["a/1.png", "b/1.png", "1.png"], null],
  [["A/1/a.png", "A/2/a.png", "B/1/a.png", "B/b.png"], null],
  [["a/1/a.png", "b/1/a.png"], null],
  [["a/1.png", "a/2.png"], null],
  [["test/a.png", "a/a.png"], null],
];

Deno.test("a layout that looks like another one is said, with what to do", files, async () => {
  for (const [paths, expected] of hints) {
    const { said } = await indexed(images(...paths));
    if (expected === null) assert.deepEqual(said, [], paths.join());
    else assert.match(said[0] ?? "", expected);
  }
  const shallow = await indexed(images("a/1.png", "b/1.png"), { labelDepth: 2 });
  assert.match(shallow.said.join(), /^2 images lie in fewer than 2 nested folders; use a smaller/);
});

Deno.test("too few identities are refused with what the layout asks for", files, async () => {
  for (
    const [paths, advice] of [
      [["lfw/a/1.png", "lfw/b/1.png"], /got one identity; ".*" holds one folder, "lfw"/],
      [["1.png", "2.png"], /got no usable image; 2 images lie outside/],
      [["train/a/1.png", "test/a/2.png"], /got one identity; put the images/],
    ] as const
  ) {
    const catalog = await indexed(images(...paths));
    assert.throws(
      () => requireTrainable(catalog),
      (error) =>
        error instanceof UserError && advice.test(error.message) && !error.message.includes("\n"),
    );
  }
});

Deno.test(
  "the hash tells labels and parts apart, and is as before without them",
  files,
  async () => {
    const image = imageFile();
    const hash = async (paths: string[], options = {}) =>
      (await indexed(async ({ put }) => {
        for (const path of paths) await put(path, image);
      }, options)).hash;
    const nested = ["A/1/a.png", "A/2/a.png"];
    const content = new Uint8Array(await crypto.subtle.digest("SHA-256", image as BufferSource))
      .toHex();
    const text = nested.map((path) => `${path}\0${content}\0`).join("");
    const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
    assert.equal(await hash(nested), new Uint8Array(digest).toHex());
    assert.notEqual(await hash(nested, { labelDepth: 2 }), await hash(nested));
  },
);

Deno.test("options out of range are refused in one line", files, async () => {
  for (
    const [options, fault] of [
      [{ labelDepth: 0 }, /labelDepth: expected a whole number from 1 to 16, got 0$/],
      [{ labelDepth: "x" }, /labelDepth: expected .*, got "x"$/],
      [{ exclude: "*.png" }, /exclude: expected a list of texts, got "\*\.png"$/],
      [{ exclude: [""] }, /exclude: expected a text, got ""$/],
      [{ labels: "" }, /labels: expected a text, got ""$/],
      [
        { labels: "l.csv", labelDepth: 2 },
        /labelDepth is for names of folders, and labels replaces/,
      ],
    ] as const
  ) {
    await assert.rejects(
      indexed(images("a/1.png"), options as never),
      (error) =>
        error instanceof UserError && fault.test(error.message) && !error.message.includes("\n"),
    );
  }
});
