import assert from "node:assert/strict";
import { resolveSettings } from "../../../lib/training/settings/resolve_settings.ts";

Deno.test("folds go with no other way to hold out, and no clock", () => {
  const data = "photos";
  assert.equal(resolveSettings({ data, folds: 5 }).folds, 5);
  // A config file holds the defaults too.
  resolveSettings({ data, validation: 0.15, test: 0.15, minutes: null }, { folds: 5 });
  const others = [
    ["validationData", "others"],
    ["validation", 3],
    ["test", 0.2],
    ["minutes", 5],
    ["schedule", "plateau"],
  ] as const;
  for (const [key, value] of others) {
    const message = new RegExp(`^cannot use folds with ${key}: [^\\n]*leave out one of the two$`);
    assert.throws(() => resolveSettings({ data, folds: 5, [key]: value }), { message });
    resolveSettings({ data, [key]: value });
  }
});
