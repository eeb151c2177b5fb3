import * as tf from "@tensorflow/tfjs";
import type { Layer } from "../../../lib/model/layers/layer.ts";
import { residual } from "../../../lib/model/layers/residual.ts";
import { assertCloseTo } from "../../kernels/support/assert_close_to.ts";
import { take, testOnDevices } from "../../kernels/support/test_on_devices.ts";

const size = 4096;
const branch: Layer = (x) => tf.mul(tf.square(x), 0.5);
const shortcut: Layer = (x) => tf.mul(x, -2);

for (const activation of ["none", "relu"] as const) {
  testOnDevices(`a block's sum and its gradient, ${activation} after it`, [size], async () => {
    const x = tf.randomNormal([4, 8, 8, 16], 0, 3, "float32", 1) as tf.Tensor4D;
    const after = (y: tf.Tensor) => activation === "relu" ? tf.relu(y) : y;
    for (const way of [undefined, shortcut]) {
      const layer = residual(branch, {
        shortcut: way,
        activation,
        drop: undefined,
        depth: { block: 1, total: 2 },
      });
      const stock = (x: tf.Tensor4D) => after(tf.add(branch(x, true), way ? way(x, true) : x));
      const weighted = (f: (x: tf.Tensor4D) => tf.Tensor) =>
        tf.tidy(() => {
          const gradient = tf.grad((x) => tf.sum(tf.mul(f(x as tf.Tensor4D), tf.sin(x))));
          return [f(x), gradient(x)];
        });
      const [y, slope] = weighted((x) => layer(x, true)), [wantedY, wanted] = weighted(stock);
      assertCloseTo(await take(y!), await take(wantedY!));
      assertCloseTo(await take(slope!), await take(wanted!));
    }
    x.dispose();
  });
}
