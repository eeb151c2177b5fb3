import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { openWebGpu } from "../../../../lib/backends/webgpu.ts";
import { assertCloseTo } from "../../support/assert_close_to.ts";
import { poison } from "../../../../kernels/checks/poison.ts";
import { take } from "../../support/test_on_devices.ts";
import { sampleValues } from "../../../../kernels/checks/sample_values.ts";

Deno.test("integers that a cast left in their type are convolved", async () => {
  const { check } = await openWebGpu();
  for (const channels of [3, 4]) {
    await poison([5 * 4 * channels]);
    const found = tf.tidy(() => {
      const x = tf.cast(tf.fill([1, 5, 4, channels], 7, "int32"), "float32") as tf.Tensor4D;
      const ones = tf.ones([1, 1, channels, channels]) as tf.Tensor4D;
      return tf.conv2d(x, ones, 1, "same");
    });
    assert.deepEqual(await take(found), Array(5 * 4 * channels).fill(7 * channels));
    check();
  }
});

Deno.test("TensorFlow.js computes what our kernels do not", async () => {
  const computed = async (backend: "webgpu" | "cpu") => {
    if (backend === "cpu") await tf.setBackend("cpu");
    else await openWebGpu();
    const { value, grads: [dx, dw] } = tf.tidy(() => {
      const x = tf.tensor4d(sampleValues(2 * 6 * 5 * 3, 1), [2, 6, 5, 3]);
      const multiplying = tf.tensor4d(sampleValues(3 * 3 * 3 * 2, 2), [3, 3, 3, 2]);
      return tf.valueAndGrads((x, w) =>
        tf.depthwiseConv2d(x as tf.Tensor4D, w as tf.Tensor4D, 1, "same")
      )([x, multiplying], tf.ones([2, 6, 5, 6]));
    });
    return [await take(value), await take(dx!), await take(dw!)];
  };
  const expected = await computed("cpu"), found = await computed("webgpu");
  (await openWebGpu()).check();
  expected.forEach((values, i) => assertCloseTo(found[i]!, values, 1e-4));
});
