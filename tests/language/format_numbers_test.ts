import assert from "node:assert/strict";
import { numberFormat } from "../../lib/language/format_numbers.ts";

Deno.test("numbers have as many digits as they deserve, in each language", () => {
  const en = numberFormat("en"), ja = numberFormat("ja");
  assert.equal(en.count(15681600n), "15,681,600");
  assert.equal(en.count(2.25), "2.3");
  for (const { rate } of [en, ja]) {
    assert.deepEqual([0, 0.5, 1, 0.0313, 0.01, 0.008, 0.00066, 0.9999].map(rate), [
      "0%",
      "50.00%",
      "100%",
      "3.13%",
      "1.00%",
      "0.80%",
      "0.066%",
      "99.99%",
    ]);
  }
  assert.deepEqual([0.1, 0.01, 1e-6, 3 / 375].map(ja.target), ["10%", "1%", "0.0001%", "0.8%"]);
  assert.deepEqual([0.125, 0.05, 0].map(en.axisRate), ["12.5%", "5%", "0%"]);
  assert.equal(en.rateRange([0.005, 1]), "0.50%–100%");
  assert.equal(en.metric(0.98765), "0.9877");
});
