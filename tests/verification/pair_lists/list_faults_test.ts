import assert from "node:assert/strict";
import { findListFaults } from "../../../lib/verification/pair_lists/list_faults.ts";

Deno.test("a line of a list has one fault at most, and a first line none", () => {
  const line = (a: number, b: number, same = true) => ({ a, b, same });
  const pairs = [
    ...[line(0, 1), line(2, 3, false), null, line(4, 5)],
    ...[line(6, 6), line(6, 6, false)],
    ...[line(0, 1), line(1, 0), line(5, 4), line(0, 1)],
    ...[line(3, 2), line(2, 3), line(1, 0, false)],
  ];
  assert.deepEqual(findListFaults(pairs), {
    self: 2,
    repeated: 2,
    mirrored: 2,
    contradictory: 3,
  });
  assert.deepEqual(findListFaults(pairs.slice(0, 4)), {
    self: 0,
    repeated: 0,
    mirrored: 0,
    contradictory: 0,
  });
});
