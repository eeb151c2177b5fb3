import assert from "node:assert/strict";
import { UserError } from "../../../lib/language/user_error.ts";
import { parsePairList } from "../../../lib/verification/pair_lists/parse_pair_list.ts";

const picture = (identity: string, number: number) => ({ identity, number });

Deno.test("a list as Labeled Faces in the Wild has it is read", () => {
  const text = "1\t1\nAbel_Pacheco\t1\t4\nAbdel_Madi\t1\tDean_Barker\t12\n";
  assert.deepEqual(parsePairList(text), {
    folds: 1,
    pairs: [
      { a: picture("Abel_Pacheco", 1), b: picture("Abel_Pacheco", 4), same: true },
      { a: picture("Abdel_Madi", 1), b: picture("Dean_Barker", 12), same: false },
    ],
  });
});

Deno.test("a list of paths is read, blanks and any Unicode in them", () => {
  const text = "\uFEFFさくら/笑顔 1.jpg\tさくら/横顔.jpg\t1\r\n\r\nさくら/横顔.jpg\t海/1.png\t0";
  assert.deepEqual(parsePairList(text).pairs, [
    { a: { path: "さくら/笑顔 1.jpg" }, b: { path: "さくら/横顔.jpg" }, same: true },
    { a: { path: "さくら/横顔.jpg" }, b: { path: "海/1.png" }, same: false },
  ]);
});

Deno.test("fields may be apart by blanks, the header may be one number or none", () => {
  const expected = {
    pairs: [{ a: picture("Ann", 1), b: picture("Ann", 2), same: true }],
    folds: 0,
  };
  assert.deepEqual(parsePairList("1100\nAnn 1  2\n"), expected);
  assert.deepEqual(parsePairList("Ann 1 2"), expected);
});

Deno.test("commas, blanks, words for labels, a label first, names of columns: all give the same pairs", () => {
  const pairs = [
    { a: { path: "Ann/1.jpg" }, b: { path: "Ann/2.jpg" }, same: true },
    { a: { path: "Ann/1.jpg" }, b: { path: "Bo/1.jpg" }, same: false },
  ];
  const forms = [
    "Ann/1.jpg\tAnn/2.jpg\t1\nAnn/1.jpg\tBo/1.jpg\t0",
    "Ann/1.jpg,Ann/2.jpg,1\nAnn/1.jpg, Bo/1.jpg , 0\n",
    "Ann/1.jpg Ann/2.jpg True\nAnn/1.jpg  Bo/1.jpg  False",
    "1 Ann/1.jpg Ann/2.jpg\n0 Ann/1.jpg Bo/1.jpg",
    '"Ann/1.jpg","Ann/2.jpg","TRUE"\r\n"Ann/1.jpg","Bo/1.jpg","FALSE"\r\n',
    "path1,path2,same\nAnn/1.jpg,Ann/2.jpg,true\nAnn/1.jpg,Bo/1.jpg,false",
    "file_x\tfile_y\tdecision\nAnn/1.jpg\tAnn/2.jpg\t1\nAnn/1.jpg\tBo/1.jpg\t0",
    "1,1\nAnn/1.jpg,Ann/2.jpg,1\nAnn/1.jpg,Bo/1.jpg,0",
  ];
  for (const form of forms) assert.deepEqual(parsePairList(form).pairs, pairs, form);
  assert.equal(parsePairList(forms.at(-1)!).folds, 1);
  // Labeled Faces in the Wild as a table.
  assert.deepEqual(parsePairList("name,imagenum1,imagenum2,\nAnn,1,2,\n").pairs, [
    { a: picture("Ann", 1), b: picture("Ann", 2), same: true },
  ]);
});

Deno.test("what separates the fields of one line may be in the names of another", () => {
  assert.deepEqual(parsePairList("a,b.jpg c.jpg 1\na b.jpg,c.jpg,0\na, b.jpg\tc.jpg\t1").pairs, [
    { a: { path: "a,b.jpg" }, b: { path: "c.jpg" }, same: true },
    { a: { path: "a b.jpg" }, b: { path: "c.jpg" }, same: false },
    { a: { path: "a, b.jpg" }, b: { path: "c.jpg" }, same: true },
  ]);
});

Deno.test("two numbers of one name in the form for two are one identity", () => {
  assert.equal(parsePairList("Ann\t1\tAnn\t2").pairs[0]!.same, true);
});

Deno.test("a line of no known form is refused by its number, and so is an empty list", () => {
  const refused = (text: string, message: RegExp) =>
    assert.throws(() => parsePairList(text), (error) => {
      assert.ok(error instanceof UserError);
      assert.match(error.message, message);
      return true;
    });
  refused("10 300\nAnn 1 2\nAnn 1\n", /line 3 .*got "Ann 1"/);
  refused("a.jpg\tb.jpg\tyes", /line 1/);
  refused("a.jpg\tb.jpg\t2", /line 1/);
  refused("10\t300\n5\t5\n", /line 2/);
  refused("2\t1\nAnn 1 2\nAnn 1 Bo 1\nCy 1 2\n", /announces 2 folds of 2 x 1 pairs, 4 .* got 3;/);
  refused("a.jpg,b.jpg,maybe", /line 1/);
  refused("a.jpg,b.jpg,1\npath1,path2,same", /line 2/);
  refused("a.jpg,,1", /line 1/);
  refused("a.jpg,b.jpg,-1", /line 1/);
  refused("", /got none/);
  refused("10\t300\n", /got none/);
});
