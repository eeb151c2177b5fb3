import assert from "node:assert/strict";
import { isNumbered } from "../../lib/verification/is_numbered.ts";

for (
  const [names, numbered] of [
    [["001", "002"], ["001", "002"]],
    [["s1", "s2", "s40"], ["s1", "s2", "s40"]],
    [["person_7", "person-8", "person 9", "Anna"], ["person_7", "person-8", "person 9"]],
    [["n000001", "n000002"], ["n000001", "n000002"]],
    [["人物1", "人物2"], ["人物1", "人物2"]],
    [["Anna", "Anna 2", "Ben", "Ben 2", "Cleo", "Cleo 2"], []],
    [["Anna 2", "Ben 2"], []],
    [["Anna", "7"], ["7"]],
    [["Ann", "Bea"], []],
  ] as const
) {
  Deno.test(`of ${names.join(", ")}, numbers are: ${numbered.join(", ")}`, () => {
    assert.deepEqual(names.filter(isNumbered(names)), numbered);
  });
}
