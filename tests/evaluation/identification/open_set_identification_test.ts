import assert from "node:assert/strict";
import fc from "fast-check";
import { cosineSimilarity } from "../../../lib/evaluation/similarities/cosine_similarity.ts";
import { openSetIdentification } from "../../../lib/evaluation/identification/open_set_identification.ts";
import { openSetSplit } from "../../../lib/evaluation/identification/open_set_split.ts";
import { gridEmbeddings } from "../similarities/grid_embeddings.ts";
import { unitEmbeddings } from "../similarities/unit_embeddings.ts";

const runs = { seed: 1, numRuns: 60 };

Deno.test("known probes count where the right identity is strictly first and similar enough", () => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(7), { minLength: 8, maxLength: 80 }),
      fc.nat(),
      fc.boolean(),
      (labels, seed, ties) => {
        const embeddings = ties ? gridEmbeddings(labels, seed) : unitEmbeddings(labels, 3, seed);
        const { values, dimension } = embeddings;
        const { gallery, probes } = openSetSplit(embeddings, seed);
        const found = openSetIdentification(embeddings, { gallery, probes });
        const score = (a: number, b: number) =>
          cosineSimilarity(values, values, dimension, a * dimension, b * dimension);
        const known = probes.filter((row) => gallery.some((own) => labels[own] === labels[row]));
        const unknown = probes.filter((row) => !known.includes(row));
        if (known.length === 0 || unknown.length === 0) return assert.equal(found, null);
        assert.ok(found);
        assert.deepEqual([found.knownProbes, found.unknownProbes], [known.length, unknown.length]);
        assert.equal(found.galleryIdentities, new Set(gallery.map((row) => labels[row])).size);
        const identified = (row: number, threshold: number) => {
          const own = gallery.filter((other) => labels[other] === labels[row]);
          const others = gallery.filter((other) => labels[other] !== labels[row]);
          const best = Math.max(...own.map((other) => score(row, other)));
          return best >= threshold && others.every((other) => score(row, other) < best);
        };
        const alarm = (row: number, threshold: number) =>
          gallery.some((other) => score(row, other) >= threshold);
        const { far, dir, thresholds } = found.curve;
        thresholds.forEach((threshold, index) => {
          const right = known.filter((row) => identified(row, threshold)).length;
          const alarms = unknown.filter((row) => alarm(row, threshold)).length;
          assert.equal(dir[index], right / known.length);
          assert.equal(far[index], alarms / unknown.length);
        });
        const rankOne = known.filter((row) => identified(row, -1)).length / known.length;
        assert.equal(found.rankOneRate, rankOne);
        assert.deepEqual([far.at(-1), dir.at(-1)], [1, rankOne]);
      },
    ),
    runs,
  );
});

Deno.test("rates at a false alarm rate take strangers enough, and lie on the curve", () => {
  const labels = Array.from({ length: 400 }, (_, row) => row % 40);
  const embeddings = unitEmbeddings(labels, 8, 3);
  const found = openSetIdentification(embeddings, openSetSplit(embeddings, 1))!;
  assert.equal(found.unknownProbes, 200);
  assert.equal(found.dirAtFar["0.01"], null);
  assert.equal(found.dirAtFar["0.001"], null);
  const { far, dir } = found.curve;
  // Twenty of two hundred is the rate to the bit.
  assert.equal(found.dirAtFar["0.1"], dir[far.lastIndexOf(0.1)]);
  const drawn = openSetIdentification(embeddings, openSetSplit(embeddings, 1), { resolution: 20 })!;
  assert.ok(drawn.curve.far.length < far.length / 2);
  assert.equal(drawn.dirAtFar["0.1"], found.dirAtFar["0.1"]);
});

Deno.test("half of the identities are unknown, and of the others the first image is known", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -3, max: 9 })), fc.nat(), (list, seed) => {
      const labels = Int32Array.from(list);
      const { gallery, probes } = openSetSplit({ labels }, seed);
      assert.deepEqual(openSetSplit({ labels }, seed), { gallery, probes });
      const identities = new Set(list);
      const known = new Set(gallery.map((row) => list[row]!));
      assert.equal(gallery.length, known.size);
      assert.equal(identities.size - known.size, Math.floor(identities.size / 2));
      for (const row of gallery) assert.equal(list.indexOf(list[row]!), row);
      assert.deepEqual([...gallery, ...probes].sort((a, b) => a - b), [...list.keys()]);
    }),
    runs,
  );
  const labels = Int32Array.from({ length: 40 }, (_, row) => row);
  assert.notDeepEqual(openSetSplit({ labels }, 1), openSetSplit({ labels }, 2));
});

Deno.test("a person of the gallery may have several images", () => {
  const values = Float32Array.of(1, 0, 0, 1, -1, 0, 0.6, 0.8, 0.8, -0.6);
  const labels = Int32Array.of(5, 5, 6, 5, 7);
  const found = openSetIdentification(
    { values, dimension: 2, labels },
    { gallery: [0, 1, 2], probes: [3, 4] },
  )!;
  assert.equal(found.galleryIdentities, 2);
  assert.equal(found.rankOneRate, 1);
  assert.deepEqual([...found.curve.thresholds.slice(1)], [Math.fround(0.8)]);
});
