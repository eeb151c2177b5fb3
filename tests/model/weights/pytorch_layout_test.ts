import assert from "node:assert/strict";
import fc from "fast-check";
import type { ParameterKind } from "../../../lib/model/layers/parameters.ts";
import {
  fromPyTorch,
  toPyTorch,
  toPyTorchShape,
} from "../../../lib/model/weights/pytorch_layout.ts";

const axes: Record<ParameterKind, number> = { convolution: 4, depthwise: 4, linear: 2, vector: 1 };
const kinds = Object.keys(axes) as ParameterKind[];

Deno.test("a linear layer's weight is transposed", () => {
  // Two inputs, three outputs.
  const weight = { shape: [2, 3], data: Float32Array.of(11, 12, 13, 21, 22, 23) };
  const transposed = { shape: [3, 2], data: Float32Array.of(11, 21, 12, 22, 13, 23) };
  assert.deepEqual(toPyTorch("linear", weight), transposed);
  assert.deepEqual(fromPyTorch("linear", transposed), weight);
});

Deno.test("every element of a filter comes to its place", () => {
  const [height, width, inputs, outputs] = [2, 3, 4, 5] as const;
  const nameOf = (y: number, x: number, i: number, o: number) => 1000 * y + 100 * x + 10 * i + o;
  const each = (visit: (y: number, x: number, i: number, o: number) => number) => {
    const data: number[] = [];
    for (let a = 0; a < outputs; a++) {
      for (let b = 0; b < inputs; b++) {
        for (let c = 0; c < height; c++) {
          for (let d = 0; d < width; d++) data.push(visit(c, d, b, a));
        }
      }
    }
    return Float32Array.from(data);
  };
  const pytorch = { shape: [outputs, inputs, height, width], data: each(nameOf) };
  const { shape, data } = fromPyTorch("convolution", pytorch);
  assert.deepEqual(shape, [height, width, inputs, outputs]);
  each((y, x, i, o) => {
    assert.equal(data[((y * width + x) * inputs + i) * outputs + o], nameOf(y, x, i, o));
    return 0;
  });
});

Deno.test("a depthwise filter's channels come first", () => {
  const filter = { shape: [1, 2, 3, 1], data: Float32Array.of(1, 2, 3, 4, 5, 6) };
  const { shape, data } = toPyTorch("depthwise", filter);
  assert.deepEqual([shape, [...data]], [[3, 1, 1, 2], [1, 4, 2, 5, 3, 6]]);
});

Deno.test("there and back again, every parameter is as it was", () => {
  const parameter = fc.constantFrom(...kinds).chain((kind) =>
    fc.array(fc.integer({ min: 1, max: 5 }), { minLength: axes[kind], maxLength: axes[kind] })
      .map((shape) => ({ kind, shape }))
  );
  fc.assert(
    fc.property(parameter, ({ kind, shape }) => {
      const size = shape.reduce((product, side) => product * side, 1);
      const tensor = { shape, data: Float32Array.from({ length: size }, (_, i) => i) };
      const there = toPyTorch(kind, tensor);
      assert.deepEqual(there.shape, toPyTorchShape(kind, shape));
      assert.deepEqual(there.data.toSorted(), tensor.data);
      assert.deepEqual(fromPyTorch(kind, there), tensor);
    }),
    { seed: 1 },
  );
});

Deno.test("a tensor with another number of axes is refused", () => {
  const tensor = { shape: [2, 1], data: new Float32Array(2) };
  assert.throws(() => toPyTorch("convolution", tensor), /expected 4 axes/);
});
