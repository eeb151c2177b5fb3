import * as tf from "@tensorflow/tfjs";
import { batchNorm } from "../../../kernels/batch_norm/batch_norm.ts";
import * as reference from "../../../kernels/reference/layers/batch_norm.ts";
import { assertCloseTo } from "../support/assert_close_to.ts";
import { take, testOnDevices } from "../support/test_on_devices.ts";

testOnDevices("BatchNorm's variance does not cancel far from 0", [2], async () => {
  // The first is far from all others, which a shift by it would not bear.
  const values = Float32Array.from({ length: 4000 }, (_, i) => i === 0 ? 0 : 1000 + i % 2);
  const x = tf.tensor2d(values, [4000, 1]), one = tf.ones([1]), zero = tf.zeros([1]);
  let statistics!: tf.Tensor2D;
  batchNorm(x, one, zero, { epsilon: 1e-5, activation: "none" }, (found) => {
    statistics = tf.keep(tf.clone(found));
  }).dispose();
  const expected = reference.batchNorm({
    x: values,
    scale: [1],
    offset: [0],
    epsilon: 1e-5,
    activation: "none",
  });
  assertCloseTo(await take(statistics), expected.statistics, 1e-6);
  tf.dispose([x, one, zero]);
});
