import assert from "node:assert/strict";
import { findPairs } from "../../../lib/verification/pair_lists/find_pairs.ts";
import { parsePairList } from "../../../lib/verification/pair_lists/parse_pair_list.ts";
import { catalogOf } from "../catalog_of.ts";

const found = (list: string, catalog: ReturnType<typeof catalogOf>) =>
  findPairs(parsePairList(list).pairs, catalog);

Deno.test("numbers name files as Labeled Faces in the Wild does", () => {
  const catalog = catalogOf("Ann/Ann_0002.png", "Ann/Ann_0010.jpg..png", "Bo/x/Bo_0001.jpg");
  assert.deepEqual(found("Ann 2 10\nAnn 10 Bo 1\nAnn 1 2", catalog), {
    pairs: [{ a: 0, b: 1, same: true }, { a: 1, b: 2, same: false }, null],
    missing: ["Ann 1"],
  });
});

Deno.test("where files are named otherwise, numbers count images by path", () => {
  const catalog = catalogOf("Ann/a.png", "Ann/b.png", "Bo/c.png");
  const { pairs, missing } = found("Ann 1 2\nAnn 2 Bo 1\nAnn 1 3", catalog);
  assert.deepEqual(pairs, [{ a: 0, b: 1, same: true }, { a: 1, b: 2, same: false }, null]);
  assert.deepEqual(missing, ["Ann 3"]);
});

Deno.test("paths are found however they are written", () => {
  const decomposed = "が".normalize("NFD");
  const catalog = catalogOf(`${decomposed}/1.png`, "Bo/2.png");
  const ways = ["./が/1.png", ".\\が\\1.png", "/pictures/が/1.png", "\\pictures\\が\\1.png"];
  for (const way of ways) {
    const { pairs } = found(`${way}\tBo//2.png\t0`, catalog);
    assert.deepEqual(pairs, [{ a: 1, b: 0, same: false }], way);
  }
  assert.deepEqual(found("/elsewhere/が/1.png\tBo/2.png\t0", catalog).missing, [
    "/elsewhere/が/1.png",
  ]);
});

Deno.test("missing images are named once, and their pairs counted", () => {
  const catalog = catalogOf("Ann/Ann_0001.png", "Ann/Ann_0002.png");
  const { pairs, missing } = found("Ann 1 2\nAnn 1 Cy 1\nAnn 2 Cy 1\nDee 1 2", catalog);
  assert.deepEqual(pairs, [{ a: 0, b: 1, same: true }, null, null, null]);
  assert.deepEqual(missing, ["Cy 1", "Dee 1", "Dee 2"]);
});
