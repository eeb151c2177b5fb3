import assert from "node:assert/strict";
import fc from "fast-check";
import { defineMessages } from "../../../lib/language/mod.ts";
import { printJson } from "../../../tasks/output/print_json.ts";

Deno.test("what is printed in parts is the document", () => {
  fc.assert(fc.property(
    fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }),
    fc.array(fc.record({ path: fc.string(), reason: fc.string() })),
    fc.array(fc.array(fc.string())),
    (head, leftOut, conflicts) => {
      const parts: string[] = [];
      printJson({ head }, { leftOut, conflicts }, (part) => parts.push(part));
      const wanted = JSON.parse(JSON.stringify({ head, leftOut, conflicts }));
      assert.deepEqual(JSON.parse(parts.join("\n")), wanted);
    },
  ));
});

Deno.test("long lists and items are printed a part at a time, large numbers as they are", () => {
  const paths = Array.from({ length: 25_000 }, (_, i) => `人/${i}.png`);
  const parts: string[] = [];
  printJson(
    { pairs: 2n ** 64n },
    { paths, groups: [paths, [], paths] },
    (part) => parts.push(part),
  );
  const text = parts.join("\n");
  assert.match(text, /"pairs": 18446744073709551616,/);
  const { paths: printed, groups } = JSON.parse(text);
  assert.deepEqual(printed, paths);
  assert.deepEqual(groups, [paths, [], paths]);
  assert.ok(parts.length > 10 && parts.every((part) => part.length < 100_000));
});

Deno.test("messages are printed as their code and their English text", () => {
  const { tooSmall } = defineMessages("images", {
    tooSmall: { en: "image is {side} px", ja: "画像が{side}pxです" },
  });
  const printed: string[] = [];
  const leftOut = [{ path: "a", reason: tooSmall({ side: 3 }), more: [1n] }];
  printJson({ advice: [tooSmall({ side: 1 })] }, { leftOut }, (text) => printed.push(text));
  assert.deepEqual(JSON.parse(printed.join("\n")), {
    advice: [{ code: "images.tooSmall", message: "image is 1 px" }],
    leftOut: [{ path: "a", code: "images.tooSmall", reason: "image is 3 px", more: [1] }],
  });
});
