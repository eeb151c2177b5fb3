import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { openWasm } from "../../../lib/backends/wasm.ts";
import { findBackbone } from "../../../lib/model/backbones/registry.ts";
import { type DropPath, dropPath } from "../../../lib/model/layers/drop_path.ts";
import { residual } from "../../../lib/model/layers/residual.ts";
import { Parameters } from "../../../lib/model/layers/parameters.ts";
import { pictures, side } from "../backbones/formula.ts";
import { needs } from "../../needs.ts";

/** Which of many images, each all ones, keep their branch, and what it is scaled by. */
function draw(rate: number, seed: number): { kept: boolean[]; scale: number } {
  return tf.tidy(() => {
    const pixels = dropPath(tf.ones([2000, 1, 2, 1]), rate, seed).dataSync();
    const first = Array.from({ length: 2000 }, (_, i) => pixels[2 * i]!);
    first.forEach((value, i) => assert.equal(pixels[2 * i + 1], value, "a picture is one"));
    const scale = Math.max(...first);
    assert.ok(first.every((value) => value === 0 || value === scale));
    return { kept: first.map((value) => value > 0), scale };
  });
}

Deno.test(
  "a branch is left out as often as asked, and its mean stays",
  needs({ read: true }),
  async () => {
    await tf.setBackend("cpu");
    for (const rate of [0.1, 0.5, 0.8]) {
      const { kept, scale } = draw(rate, 1);
      const share = kept.filter((is) => is).length / kept.length;
      // Four standard deviations.
      assert.ok(Math.abs(share - (1 - rate)) < 4 * Math.sqrt(rate * (1 - rate) / kept.length));
      assert.ok(Math.abs(scale * (1 - rate) - 1) < 1e-6);
    }
    assert.ok(draw(0, 1).kept.every((is) => is));
  },
);

Deno.test("the seed decides which images go without", needs({ read: true }), async () => {
  await tf.setBackend("cpu");
  assert.deepEqual(draw(0.5, 7), draw(0.5, 7));
  assert.notDeepEqual(draw(0.5, 7).kept, draw(0.5, 8).kept);
});

Deno.test(
  "the deeper a block, the more often its branch is left out",
  needs({ read: true }),
  async () => {
    await tf.setBackend("cpu");
    const x = tf.ones([2000, 1, 1, 1]) as tf.Tensor4D;
    const drop: DropPath = { rate: 0.8, seed: () => 3 };
    const dropped = [0, 2, 4].map((block) => {
      const layer = residual((x) => x, { drop, depth: { block, total: 4 } });
      const [training, evaluation] = tf.tidy(() => [
        layer(x, true).dataSync(),
        layer(x, false).dataSync(),
      ]) as unknown as [Float32Array, Float32Array];
      assert.ok(evaluation.every((value) => value === 2), "in evaluation the branch is whole");
      // The shortcut stays.
      return training.filter((value) => value === 1).length / 2000;
    });
    x.dispose();
    assert.equal(dropped[0], 0);
    assert.ok(
      Math.abs(dropped[1]! - 0.4) < 0.05 && Math.abs(dropped[2]! - 0.8) < 0.05,
      `${dropped}`,
    );
  },
);

for (const name of ["tf_efficientnet_lite0", "resnet18"]) {
  Deno.test(
    `${name} drops paths in training alone, by the seed`,
    needs({ read: true }),
    async () => {
      await openWasm();
      let step = 1;
      const drop: DropPath = { rate: 0.5, seed: () => step };
      const images = pictures();
      const embed = (drop: DropPath | undefined, training: boolean) => {
        const parameters = new Parameters(1);
        const { apply } = findBackbone(name).build(parameters, side, drop);
        // Blocks of a new ResNet are the identity until their last norm has a scale.
        for (
          const { value } of parameters.all().filter(({ name }) => name.endsWith("bn2.weight"))
        ) {
          tf.tidy(() => value.assign(tf.onesLike(value)));
        }
        const features = tf.tidy(() => apply(images, training).dataSync());
        parameters.dispose();
        return features;
      };
      const whole = embed(undefined, true), first = embed(drop, true);
      assert.deepEqual(embed(drop, true), first);
      assert.notDeepEqual(first, whole);
      assert.deepEqual(embed({ ...drop, rate: 0 }, true), whole);
      assert.deepEqual(embed(drop, false), embed(undefined, false));
      step = 2;
      assert.notDeepEqual(embed(drop, true), first);
      images.dispose();
    },
  );
}
