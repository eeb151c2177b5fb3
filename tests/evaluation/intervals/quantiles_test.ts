import assert from "node:assert/strict";
import { betaQuantile, studentQuantile } from "../../../lib/evaluation/intervals/quantiles.ts";

function close(found: number, expected: number, what: string): void {
  assert.ok(Math.abs(found / expected - 1) < 1e-6, `${what}: ${found}, not ${expected}`);
}

Deno.test("quantiles of the beta distribution are SciPy's", () => {
  // scipy.stats.beta.ppf of SciPy 1.17.1
  for (
    const [probability, a, b, expected] of [
      [0.975, 1, 150, 0.02429259716610854],
      [0.025, 3.3, 47.2, 0.015435490406371306],
      [0.975, 0.01, 2e6, 2.3568984771370213e-8],
      [0.975, 12_345.6, 2e6, 0.006243280465914693],
      [0.5, 0.5, 0.5, 0.5],
      [0.025, 300, 2, 0.9816295168477098],
    ] as const
  ) close(betaQuantile(probability, a, b), expected, `${probability} of ${a}, ${b}`);
  // Of a uniform variable, and where all but nothing lies at zero.
  close(betaQuantile(0.3, 1, 1), 0.3, "uniform");
  assert.ok(betaQuantile(0.025, 1e-6, 50) < 1e-50);
});

Deno.test("quantiles of Student's distribution are SciPy's", () => {
  // scipy.stats.t.ppf(0.975, degrees) of SciPy 1.17.1
  const quantiles = [
    [1, 12.706204736174694],
    [2, 4.302652729749461],
    [5, 2.5705818356363146],
    [14, 2.144786687917804],
    [44, 2.0153675744437636],
    [499, 1.9647293909876886],
    [100_000, 1.9599877075346095],
  ] as const;
  for (const [degrees, expected] of quantiles) {
    close(studentQuantile(0.975, degrees), expected, `${degrees} degrees`);
  }
});
