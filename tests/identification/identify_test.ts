import assert from "node:assert/strict";
import fc from "fast-check";
import type { Person } from "../../lib/identification/gallery.ts";
import { identify } from "../../lib/identification/identify.ts";
import { UserError } from "../../lib/language/user_error.ts";

/** A direction in a plane, whose cosine with another is that of the angle between them. */
const at = (degrees: number) =>
  Float32Array.of(Math.cos(degrees * Math.PI / 180), Math.sin(degrees * Math.PI / 180));

const person = (name: string, ...angles: number[]): Person => ({
  name,
  embeddings: angles.map(at),
});

const near = (actual: number | undefined, expected: number) =>
  assert.ok(Math.abs(actual! - expected) < 1e-6, `${actual}, expected ${expected}`);

Deno.test("a person is as similar as the best of their images, and the next one is told", () => {
  const gallery = [person("Anna", 0, 90), person("Ben", 20, 200), person("Chloé", 170)];
  const { person: found, best, runnerUp } = identify(gallery, at(100), 0.9);
  assert.equal(found, gallery[0]);
  near(best?.similarity, Math.cos(10 * Math.PI / 180));
  assert.equal(runnerUp?.person.name, "Chloé");
  near(runnerUp?.similarity, Math.cos(70 * Math.PI / 180));
});

Deno.test("below the threshold nobody is found, and the most similar person is still told", () => {
  const gallery = [person("Anna", 0)];
  const { similarity } = identify(gallery, at(30), -1).best!;
  assert.equal(identify(gallery, at(30), similarity).person?.name, "Anna");
  const { person: found, best, runnerUp } = identify(gallery, at(30), similarity + 1e-6);
  assert.deepEqual([found, best?.person.name, runnerUp], [null, "Anna", null]);
});

Deno.test("nobody is found in an empty gallery", () => {
  assert.deepEqual(identify([], at(0), -1), { person: null, best: null, runnerUp: null });
});

Deno.test("embeddings that are no numbers are refused", () => {
  assert.throws(() => identify([person("Anna", 0)], Float32Array.of(NaN, 1), 0.5), UserError);
});

Deno.test("it agrees with a sort of all people", () => {
  const angles = fc.array(fc.integer({ min: 0, max: 359 }), { minLength: 1, maxLength: 4 });
  fc.assert(
    fc.property(
      fc.array(angles, { maxLength: 8 }),
      fc.integer({ min: 0, max: 359 }),
      fc.double({ min: -1, max: 1, noNaN: true }),
      (people, probe, threshold) => {
        const gallery = people.map((own, index) => person(String(index), ...own));
        const { person: found, best, runnerUp } = identify(gallery, at(probe), threshold);
        const sorted = people
          .map((own) => Math.max(...own.map((angle) => Math.cos((angle - probe) * Math.PI / 180))))
          .sort((a, b) => b - a);
        for (const [index, candidate] of [best, runnerUp].entries()) {
          if (sorted[index] === undefined) assert.equal(candidate, null);
          else near(candidate?.similarity, sorted[index]);
        }
        assert.equal(found !== null, best !== null && best.similarity >= threshold);
      },
    ),
    { seed: 1, numRuns: 200 },
  );
});
