import * as tf from "@tensorflow/tfjs";
import { lerp } from "../../../kernels/batch_norm/lerp.ts";
import { assertCloseTo } from "../support/assert_close_to.ts";
import { take, testOnDevices } from "../support/test_on_devices.ts";

for (const length of [1, 3, 64, 131]) {
  testOnDevices(`${length} numbers moved towards a row of others`, [length], async () => {
    const from = Array.from({ length }, (_, i) => 1e3 * Math.sin(i));
    const target = Array.from({ length: 2 * length }, (_, i) => Math.cos(i));
    const origin = tf.tensor1d(from), rows = tf.tensor2d(target, [2, length]);
    for (const row of [0, 1]) {
      for (const [factor, share] of [[1, 0.1], [1.25, 0.5], [2, 1], [3, 0]] as const) {
        const moved = await take(lerp(origin, rows, { row, factor, weight: share }));
        const expected = from.map((value, i) =>
          value + share * (factor * target[row * length + i]! - value)
        );
        assertCloseTo(moved, expected);
      }
    }
    tf.dispose([origin, rows]);
  });
}
