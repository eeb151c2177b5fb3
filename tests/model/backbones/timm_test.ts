import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { type BackendName, openBackend } from "../../../lib/backends/open_backend.ts";
import { findBackbone } from "../../../lib/model/backbones/registry.ts";
import { Parameters } from "../../../lib/model/layers/parameters.ts";
import { toPyTorch } from "../../../lib/model/weights/pytorch_layout.ts";
import { assignWeights } from "../../../lib/model/weights/weights.ts";
import { assertCloseTo } from "../../kernels/support/assert_close_to.ts";
import { draws, formulaWeights, pictures, side } from "./formula.ts";
import timm from "./timm.json" with { type: "json" };
import { full, slow } from "../../slow.ts";
import { needs } from "../../needs.ts";

/** What timm makes of one network; see `tests/reference/backbones.py`. */
interface Reference {
  readonly name: string;
  readonly imageSize: number;
  readonly mean: readonly number[];
  readonly std: readonly number[];
  readonly features: number;
  readonly variance: number;
  readonly opened: boolean;
  readonly evaluation: Some;
  readonly training: Some;
  readonly norms: readonly number[];
  readonly gradients: Readonly<Record<string, Some>>;
  readonly running: Readonly<Record<string, readonly number[]>>;
}

interface Some {
  readonly largest: number;
  readonly values: readonly number[];
}

/** Asserts that numbers at even distances are as wanted, relative to the largest of all. */
function assertSome(
  found: ArrayLike<number>,
  { largest, values }: Some,
  tolerance: number,
  what: string,
) {
  values.forEach((value, i) => {
    const off = Math.abs(found[Math.floor(i * found.length / values.length)]! - value) / largest;
    assert.ok(off <= tolerance, `${what}: number ${i} is off by ${off} of the largest`);
  });
}

function norm(values: Float32Array): number {
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
}

/** One training step on the sum of all features times a pattern. */
async function trainingStep(reference: Reference) {
  const parameters = new Parameters(0);
  const tower = findBackbone(reference.name).build(parameters, side);
  assignWeights(parameters, formulaWeights(parameters, reference), "the formula");
  const images = pictures();
  let features!: tf.Tensor;
  const trainable = parameters.trainable();
  const { value, grads } = tf.variableGrads(() => {
    features = tf.keep(tower.apply(images, true));
    const pattern = tf.tensor(draws("pattern", features.size), features.shape);
    return tf.sum(tf.mul(features, pattern));
  }, trainable.map(({ value }) => value));
  const gradients = new Map<string, Float32Array>();
  for (const { name, kind, value: { name: id, shape } } of trainable) {
    const data = await grads[id]!.data() as Float32Array;
    gradients.set(name, toPyTorch(kind, { shape, data }).data);
  }
  const running = new Map<string, Float32Array>();
  for (const { name, value } of parameters.all()) {
    if (name in reference.running) running.set(name, await value.data() as Float32Array);
  }
  const result = { features: await features.data(), gradients, running };
  parameters.dispose();
  tf.dispose([images, features, value, grads]);
  return result;
}

function testBackbone(backend: BackendName, reference: Reference) {
  const { name } = reference;
  const options = { sanitizeOps: false, sanitizeResources: false };

  Deno.test(
    `${name} embeds as timm's (${backend})`,
    { ...options, ...needs({ read: true }) },
    async () => {
      const { check } = await openBackend(backend);
      const parameters = new Parameters(0);
      const tower = findBackbone(name).build(parameters, side);
      assert.equal(tower.features, reference.features);
      const weights = formulaWeights(parameters, { ...reference, opened: false });
      assignWeights(parameters, weights, "the formula");
      const images = pictures();
      const embedded = tf.tidy(() => tower.apply(images, false));
      assertSome(await embedded.data(), reference.evaluation, 1e-4, "features");
      check();
      parameters.dispose();
      tf.dispose([images, embedded]);
    },
  );

  // A minute of plain JavaScript.
  if (backend === "cpu" && !slow) return;
  Deno.test(
    `${name} learns as timm's (${backend})`,
    { ...options, ...needs({ read: true }) },
    async () => {
      const { check } = await openBackend(backend);
      const { features, gradients, running } = await trainingStep(reference);
      check();
      assertSome(features, reference.training, 1e-4, "features");
      const names = [...gradients.keys()].sort();
      assertCloseTo(names.map((key) => norm(gradients.get(key)!)), reference.norms, 1e-3);
      for (const [key, wanted] of Object.entries(reference.gradients)) {
        assertSome(gradients.get(key)!, wanted, 1e-3, `gradient of ${key}`);
      }
      for (const [key, wanted] of Object.entries(reference.running)) {
        assertCloseTo(running.get(key)!.slice(0, wanted.length), wanted, 1e-4);
      }
    },
  );
}

const references = timm as unknown as readonly Reference[];
// One of each kind of block, padding and activation, where it computes fast; in the full tests every
// network there, and these on all backends.
const few = ["tf_efficientnetv2_b0", "tf_efficientnet_lite0", "mobilenetv2_100", "resnet18"];
for (const reference of references) {
  const isFew = few.includes(reference.name);
  if (isFew || full) testBackbone("wasm", reference);
  if (!(isFew && full) && !slow) continue;
  for (const backend of ["webgpu", "cpu"] as const) testBackbone(backend, reference);
}

for (const { name, imageSize, mean, std } of references) {
  Deno.test(
    `${name} expects timm's size and normalisation of pictures`,
    needs({ read: true }),
    () => {
      const found = findBackbone(name);
      assert.deepEqual([found.imageSize, found.mean, found.std], [imageSize, mean, std]);
    },
  );
}
