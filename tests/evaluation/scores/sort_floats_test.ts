import assert from "node:assert/strict";
import { uniformFloat64 } from "pure-rand/distribution/uniformFloat64";
import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { sortFloats } from "../../../lib/evaluation/scores/sort_floats.ts";
import { argsort } from "../../../lib/evaluation/scores/sort_floats.ts";

const special = [0, -0, 1, -1, Infinity, -Infinity, 2 ** -149, -(2 ** -149), 3.4e38, -3.4e38];

function draw(length: number): Float32Array {
  const random = xoroshiro128plus(length);
  return Float32Array.from({ length }, (_, index) => {
    const value = uniformFloat64(random) * 2 - 1;
    return special[Math.floor(uniformFloat64(random) * 200)] ??
      (index % 3 === 0 ? Math.round(value * 8) / 8 : value);
  });
}

for (const length of [0, 1, 300, 4_999, 5_000, 40_000]) {
  Deno.test(`${length} floats are sorted as the language sorts them`, () => {
    const values = draw(length), before = values.slice();
    const sorted = sortFloats(values);
    assert.deepEqual(values, before);
    // Object.is tells -0 from 0, as the order does.
    assert.ok(values.toSorted().every((value, index) => Object.is(value, sorted[index])));
    assert.equal(sorted.length, length);
  });

  Deno.test(`the order of ${length} floats sorts them, the first of a tie first`, () => {
    const values = draw(length);
    const order = argsort(values);
    assert.deepEqual(order.toSorted(), Uint32Array.from(values.keys()));
    for (let i = 1; i < length; i++) {
      const a = values[order[i - 1]!]!, b = values[order[i]!]!;
      assert.ok(a < b || a === b && (order[i - 1]! < order[i]! || Object.is(a, -0)));
    }
  });
}

Deno.test("a part of a buffer is sorted alone", () => {
  const whole = draw(12_000);
  assert.deepEqual(sortFloats(whole.subarray(3, 9_000)), whole.slice(3, 9_000).toSorted());
});

Deno.test("NaN stands at an end", () => {
  for (const length of [10, 10_000]) {
    for (const bits of [0x7fc00000, 0xffc00000]) {
      const values = draw(length);
      new Uint32Array(values.buffer)[5] = bits;
      const sorted = sortFloats(values);
      assert.ok(Number.isNaN(sorted[0]) || Number.isNaN(sorted.at(-1)));
    }
  }
});
