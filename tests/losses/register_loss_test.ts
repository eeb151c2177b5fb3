import assert from "node:assert/strict";
import { UserError } from "../../lib/language/user_error.ts";
import { findLoss, lossNames, registerLoss } from "../../lib/losses/registry.ts";
import { resolveSettings } from "../../lib/training/settings/resolve_settings.ts";

Deno.test("settings can name a loss that a program registers, under a name of its own", () => {
  const own = { ...findLoss("triplet"), name: "own" };
  assert.throws(() => resolveSettings({ data: "photos", loss: "own" }), UserError);
  registerLoss(own);
  registerLoss(own);
  assert.deepEqual(lossNames().filter((name) => name === "own"), ["own"]);
  assert.equal(findLoss("own"), own);
  assert.equal(resolveSettings({ data: "photos", loss: "own" }).loss, "own");
  for (const name of ["own", "circle"]) {
    assert.throws(() => registerLoss({ ...findLoss("triplet"), name }), (error) => {
      return error instanceof UserError && error.userMessage.code === "options.nameTaken";
    });
  }
});
