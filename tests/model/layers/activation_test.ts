import * as tf from "@tensorflow/tfjs";
import { type Activation, activations } from "../../../lib/model/layers/activation.ts";
import { assertCloseTo } from "../../kernels/support/assert_close_to.ts";
import { take, testOnDevices } from "../../kernels/support/test_on_devices.ts";

const points = [-30, -7, -1, -0.01, 0.01, 0.5, 3, 5.99, 6.01, 9, 30];
const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const reference: Record<Activation, (x: number) => number> = {
  relu: (x) => Math.max(0, x),
  relu6: (x) => Math.min(6, Math.max(0, x)),
  silu: (x) => x * sigmoid(x),
  none: (x) => x,
};

for (const [name, { apply, gradient }] of Object.entries(activations)) {
  const wanted = reference[name as Activation];
  testOnDevices(`${name} and its slope`, [points.length], async () => {
    // WebGPU's backend computes small things on the processor.
    const copies = 2000;
    const x = tf.tidy(() => tf.tile(tf.tensor1d(points), [copies]));
    const head = (y: tf.Tensor) => tf.slice(y, [0], [points.length]);
    const values = await take(tf.tidy(() => head(apply(x))));
    const slopes = await take(tf.tidy(() => head(gradient(tf.fill(x.shape, 2), () => x))));
    tf.dispose(x);
    assertCloseTo(values, points.map(wanted));
    // Central differences, of steps that meet no kink.
    const step = 1e-4;
    const rise = points.map((at) => (wanted(at + step) - wanted(at - step)) / step);
    assertCloseTo(slopes, rise);
  });
}
