import assert from "node:assert/strict";
import { isSameName, personName } from "../../lib/identification/person_name.ts";
import { UserError } from "../../lib/language/user_error.ts";

Deno.test("a name is kept in one form, in any script", () => {
  assert.equal(personName("  Chloe\u0301 "), "Chloé");
  assert.equal(personName("双子 リン"), "双子 リン");
  assert.equal(personName("شهد"), "شهد");
  assert.equal(personName("👩‍🚀".repeat(10)), "👩‍🚀".repeat(10));
});

for (
  const [kind, typed, code] of [
    ["none", "", "nameEmpty"],
    ["spaces", " \u3000 ", "nameEmpty"],
    ["too many letters", "a".repeat(65), "nameTooLong"],
    ["a line break", "a\nb", "nameNotOneLine"],
    ["a control character", "a\u0000b", "nameNotOneLine"],
    ["a turn of direction", "a\u202eb", "nameNotOneLine"],
    ["half a character", "a\ud83d", "nameNotOneLine"],
  ] as const
) {
  Deno.test(`a name of ${kind} is refused`, () => {
    assert.throws(
      () => personName(typed),
      (error) => error instanceof UserError && error.userMessage.code === `identification.${code}`,
    );
  });
}

Deno.test("names that read the same are the same", () => {
  assert.ok(isSameName("ANNA", "anna") && isSameName("リン", "ﾘﾝ") && isSameName("é", "e\u0301"));
  assert.ok(!isSameName("Anna", "Anne"));
});
