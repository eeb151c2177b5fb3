import assert from "node:assert/strict";
import { shellQuote } from "../../lib/language/shell_quote.ts";

Deno.test("a word is quoted where a shell would take it for more", () => {
  assert.equal(shellQuote("runs/2026-11-24"), "runs/2026-11-24");
  assert.equal(shellQuote("a b"), "'a b'");
  assert.equal(shellQuote("it's $HOME; rm"), `'it'\\''s $HOME; rm'`);
});
