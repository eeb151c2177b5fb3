import assert from "node:assert/strict";
import { join } from "node:path";
import fc from "fast-check";
import { readLabelRows } from "../../../lib/dataset/catalog/read_label_rows.ts";
import { UserError } from "../../../lib/language/user_error.ts";
import { needs } from "../../needs.ts";
import { imageFile, indexed } from "./indexed.ts";

const files = needs({ read: true, write: true });

/** Indexes images at paths with the labels of a csv file beside them. */
const labeled = (csv: string | Uint8Array, ...paths: string[]) =>
  indexed(async ({ put }) => {
    for (const path of paths) await put(path, imageFile());
    await put("labels.csv", csv);
  }, (root) => ({ labels: join(root, "labels.csv") }));

/** Files that all say that 1.png is of alice, and "b, c/2.png" of bob. */
const same: Record<string, string> = {
  "a header": 'path,identity\n1.png,alice\n"b, c/2.png",bob\n',
  "Windows' line ends and mark": '\ufeffpath,identity\r\n1.png,alice\r\n"b, c/2.png",bob',
  "old line ends": 'path,identity\r1.png,alice\r"b, c/2.png",bob\r',
  "Kaggle's names, more columns": 'Label,box,Filename\nalice,0 1,1.png\nbob,,"b, c/2.png"\n',
  "pandas' index": ',image,Id\n0,1.png,alice\n1,"b, c/2.png",bob\n',
  "no header": '1.png,alice\n"b, c/2.png",bob\n',
  "a semicolon": "path;identity\n1.png;alice\nb, c/2.png;bob\n",
  "a tab": "file_path\tperson id\n1.png\talice\nb, c/2.png\tbob\n",
  "a blank": '1.png alice\n"b, c/2.png" bob\n',
  "blanks, empty lines": 'path, identity \n\n 1.png , alice\n,\n"b, c/2.png",bob\n\n',
  "paths as on Windows": 'path,identity\n.\\1.png,alice\n"b, c\\2.png",bob\n',
  "paths without endings": 'path,identity\n1,alice\n"b, c/2",bob\n',
  "detours, repeated lines": 'path,identity\nx/../1.png,alice\n1.png,alice\n"b, c//2.png",bob\n',
};

Deno.test("labels from a csv file, in the forms that people have", files, async (t) => {
  for (const [form, csv] of Object.entries(same)) {
    await t.step(form, async () => {
      const { paths, names } = await labeled(csv, "1.png", "b, c/2.png");
      assert.deepEqual([paths, names], [["1.png", "b, c/2.png"], ["alice", "bob"]]);
    });
  }
});

Deno.test(
  "labels in UTF-16, names in any script, paths in either Unicode form",
  files,
  async () => {
    const text = "\ufeffpath\tidentity\nZoé.png\t双子\n";
    const bytes = new Uint8Array(Uint16Array.from(text, (letter) => letter.charCodeAt(0)).buffer);
    const { paths, names } = await labeled(bytes, "Zoé.png".normalize("NFD"));
    assert.deepEqual([paths, names], [["Zoé.png".normalize("NFD")], ["双子"]]);
  },
);

Deno.test("absolute paths count if they lead into the folder", files, async () => {
  const { names } = await indexed(async ({ root, put }) => {
    await put("a/1.png", imageFile());
    await put("labels.csv", `path,identity\n${join(root, "a/1.png")},alice\n`);
  }, (root) => ({ labels: join(root, "labels.csv") }));
  assert.deepEqual(names, ["alice"]);
});

Deno.test("what is not listed, or listed and not there, is left out and named", files, async () => {
  const csv = "path,identity\n1.png,alice\ngone.png,bob\nbroken.png,bob\n.hidden.png,bob\n";
  const { paths, reasons, said } = await indexed(async ({ put }) => {
    await put("1.png", imageFile());
    await put("2.png", imageFile());
    await put(".hidden.png", imageFile());
    await put("broken.png", "text");
    await put("labels.csv", csv);
  }, (root) => ({ labels: join(root, "labels.csv") }));
  assert.deepEqual([paths, said], [["1.png"], []]);
  const line = (number: number) =>
    `listed on line ${number} of the labels file, but not a usable image of the folder`;
  assert.deepEqual(reasons, {
    "2.png": "not in the labels file",
    ".hidden.png": line(5),
    "broken.png": "not an image",
    "gone.png": line(3),
    "labels.csv": "not in the labels file",
  });
});

Deno.test(
  "a split column gives the parts, and a contradiction is kept for the split",
  files,
  async () => {
    const csv = "path,identity,split\n1.png,a,Train\n2.png,b,val\n3.png,c,test\n4.png,c,train\n";
    const { parts, identities } = await labeled(csv, "1.png", "2.png", "3.png", "4.png");
    assert.deepEqual(identities, ["a", "b", "c"]);
    assert.deepEqual(parts, [
      [{ part: "train", path: "1.png" }],
      [{ part: "validation", path: "2.png" }],
      [{ part: "train", path: "4.png" }, { part: "test", path: "3.png" }],
    ]);
  },
);

Deno.test("the hash of a catalog holds its labels and parts", files, async () => {
  const image = imageFile();
  const hashes = new Set<string>();
  for (const row of ["1.png,a,train", "1.png,b,train", "1.png,a,test"]) {
    const { hash } = await indexed(async ({ put }) => {
      await put("1.png", image);
      await put("labels.csv", `path,identity,split\n${row}\n`);
    }, (root) => ({ labels: join(root, "labels.csv") }));
    hashes.add(hash);
  }
  assert.equal(hashes.size, 3);
});

/** Files that cannot be used, and what is said of each after its name. */
const faults: [csv: string | Uint8Array, fault: RegExp][] = [
  ["", /^expected a line for each image, such as "a.jpg,alice" below "path,identity", got none$/],
  ["path,identity\n", /^expected a line for each image/],
  [new Uint8Array([0x83, 0x65, 0x81]), /^expected text in UTF-8, or in UTF-16/],
  [
    "id,breed\n1,boxer\n",
    /^line 1: expected names of columns such as "path,identity", got "id,breed"$/,
  ],
  ["1.png\n", /^line 1: expected names of columns/],
  ["path,identity\n1.png\n", /^line 2: expected 2 fields as in the first line, got 1;/],
  ["path,identity\na,b.png,alice\n", /^line 2: expected 2 fields as in the first line, got 3;/],
  ["path,identity\n1.png,alice\n,bob\n", /^line 3: expected the path of an image, got nothing$/],
  ["path,identity\n\n1.png,\n", /^line 3: expected the name of an identity, got nothing$/],
  ["path,identity\n../1.png,bob\n", /^line 2: expected a path inside ".*", got "\.\.\/1\.png"$/],
  ["path,identity\n/etc/1.png,bob\n", /^line 2: expected a path inside/],
  ["path,identity\n.,bob\n", /^line 2: expected a path inside/],
  [
    "path,identity,split\n1.png,bob,dev\n",
    /^line 2: expected a split of train, validation or test, got "dev"$/,
  ],
  ["path,identity,split\n1.png,bob,\n", /^line 2: expected a split of .*, got ""$/],
  [
    "path,identity\n1.png,bob\n2.png,a\n1.png,alice\n",
    /^line 4: expected one identity for "1\.png", got "alice" after "bob" on line 2;/,
  ],
  [
    "path,identity,split\n1.png,a,test\n./1.png,a,train\n",
    /^line 3: expected one part .* than on line 2;/,
  ],
  [
    'path,identity\n"1.png,bob\n2.png,a\n',
    /^line 2: expected a field in double quotes to end with one/,
  ],
  ['path,identity\n"1"x.png,bob\n', /^line 2: expected a field in double quotes/],
  [
    "path,identity\n8.png,bob\n9.png,bob\n",
    /^none of 2 listed images is in ".*", such as "8\.png" on line 2;/,
  ],
];

Deno.test(
  "a file that cannot be used is refused with the line, and what was expected",
  files,
  async () => {
    for (const [csv, fault] of faults) {
      await assert.rejects(labeled(csv, "1.png"), (error) => {
        assert(error instanceof UserError);
        const [, said] = /^cannot read (?:the labels )?".*labels\.csv": ([^\n]*)$/.exec(
          error.message,
        )!;
        assert.match(said!, fault);
        return true;
      });
    }
    await assert.rejects(
      indexed(async () => {}, { labels: "/nowhere/labels.csv" }),
      /^UserError: cannot read the labels "\/nowhere\/labels.csv": there is no such file; check/,
    );
  },
);

Deno.test("any table that is written as csv is read as it was", files, async () => {
  const file = await Deno.makeTempFile();
  const field = fc.string({ unit: "grapheme", minLength: 1 })
    .filter((text) => text.trim() === text && text.isWellFormed() && !/\ufeff|\0/.test(text));
  const rows = fc.array(fc.tuple(field, field), { minLength: 1 });
  const quote = (text: string) =>
    /[",;\t\r\n ]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  try {
    await fc.assert(
      fc.asyncProperty(
        rows,
        fc.constantFrom(",", ";", "\t"),
        fc.constantFrom("\n", "\r\n"),
        async (rows, separator, end) => {
          const lines = [["path", "identity"], ...rows].map((row) =>
            row.map(quote).join(separator)
          );
          await Deno.writeTextFile(file, lines.join(end));
          const read: string[][] = [];
          await readLabelRows(file, ({ path, identity }) => {
            read.push([path, identity]);
            return null;
          });
          assert.deepEqual(read, rows);
        },
      ),
      { seed: 1, numRuns: 200 },
    );
  } finally {
    await Deno.remove(file);
  }
});

Deno.test("any bytes are read or refused, with one line for the user", files, async () => {
  const file = await Deno.makeTempFile();
  const bytes = fc.oneof(
    fc.uint8Array(),
    fc.string({ unit: fc.constantFrom(...'path,identity"\n\r;\t .png1') })
      .map((text) => new TextEncoder().encode(text)),
  );
  try {
    await fc.assert(
      fc.asyncProperty(bytes, async (bytes) => {
        await Deno.writeFile(file, bytes);
        try {
          await readLabelRows(file, ({ line, path, identity }) => {
            assert(line >= 1 && path !== "" && identity !== "");
            return null;
          });
        } catch (error) {
          assert(error instanceof UserError, `${error}`);
          assert(!error.message.includes("\n"), error.message);
        }
      }),
      { seed: 1, numRuns: 500 },
    );
  } finally {
    await Deno.remove(file);
  }
});
