import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { openWebGpu } from "../../../../lib/backends/webgpu.ts";
import { assertCloseTo } from "../../support/assert_close_to.ts";
import { convReferences } from "../../../../kernels/checks/conv_references.ts";
import { poison, take } from "../../support/test_on_devices.ts";
import { convCases, largeConvCases } from "../../../../kernels/checks/conv_cases.ts";
import { numbers, runConvolution } from "./run_convolution.ts";

for (const kernel of convReferences) {
  for (const [name, list] of Object.entries({ convCases, largeConvCases })) {
    Deno.test(`${kernel.name} of ${name} as the reference has it`, async () => {
      for (const convolution of list) {
        try {
          const { found, inputs, geometry } = await runConvolution(kernel, convolution);
          assertCloseTo(found, kernel.reference(...inputs, geometry), 2e-5);
        } catch (cause) {
          throw new Error(JSON.stringify(convolution), { cause });
        }
      }
    });
  }
}

Deno.test("whole numbers that a cast left in their type are convolved", async () => {
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

Deno.test("what our kernels do not compute is left to TensorFlow.js's", async () => {
  const computed = async (backend: "webgpu" | "cpu") => {
    if (backend === "cpu") await tf.setBackend("cpu");
    else await openWebGpu();
    const { value, grads: [dx, dw] } = tf.tidy(() => {
      const x = tf.tensor4d(numbers(2 * 6 * 5 * 3, 1), [2, 6, 5, 3]);
      const multiplying = tf.tensor4d(numbers(3 * 3 * 3 * 2, 2), [3, 3, 3, 2]);
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
