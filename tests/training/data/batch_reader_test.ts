import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { augmentBatch } from "../../../lib/images/augment/augment_batch.ts";
import { articleAugmentation } from "../../../lib/images/augment/augmentation.ts";
import type { PixelStore } from "../../../lib/images/cache/pixel_store.ts";
import { BatchReader } from "../../../lib/training/data/batch_reader.ts";

const size = 8;
const normalization = { mean: [0.5, 0.4, 0.3], std: [0.2, 0.3, 0.4] } as const;
const augmentation = { ...articleAugmentation, blur: 0.5, erase: 0.5 };
const pixelsOf = (index: number) =>
  Uint8Array.from({ length: size * size * 3 }, (_, i) => (i * (index + 2)) % 256);

/** A reader of six images of three identities, some of which do not decode. */
function reader(broken: readonly number[], seed = 5): BatchReader {
  const identities = [[0, 1], [2, 3], [4, 5]];
  const store = {
    size,
    read: (indices: readonly number[]) =>
      Promise.resolve(indices.map((i) => broken.includes(i) ? null : pixelsOf(i))),
  } as unknown as PixelStore;
  return new BatchReader({ identities, store, normalization, augmentation, seed });
}

/** Reads a batch back from its tensors. */
async function read(
  reader: BatchReader,
  indices: number[],
  place = { epoch: 2, batch: 7 },
): Promise<{ images: Float32Array; labels: number[] }> {
  await tf.setBackend("cpu");
  const batch = await reader.read(indices, place);
  assert.ok(batch);
  assert.deepEqual(batch.images.shape, [indices.length, size, size, 3]);
  const values = {
    images: await batch.images.data<"float32">(),
    labels: [...await batch.labels.data()],
  };
  tf.dispose([batch.images, batch.labels]);
  return values;
}

/** What the augmentation makes of these images at that place. */
async function augmented(indices: readonly number[]): Promise<Float32Array> {
  await tf.setBackend("cpu");
  const place = { seed: 5, epoch: 2, step: 7 };
  const options = { ...augmentation, ...normalization, ...place };
  const images = augmentBatch(indices.map(pixelsOf), size, options);
  const values = await images.data<"float32">();
  images.dispose();
  return values;
}

Deno.test("a batch is its images, augmented by its place, with their labels", async () => {
  const batch = await read(reader([]), [3, 0, 5, 2]);
  assert.deepEqual(batch.labels, [1, 0, 2, 1]);
  assert.deepEqual(batch.images, await augmented([3, 0, 5, 2]));
  for (const place of [{ epoch: 3, batch: 7 }, { epoch: 2, batch: 8 }]) {
    assert.notDeepEqual((await read(reader([]), [3, 0, 5, 2], place)).images, batch.images);
  }
  assert.notDeepEqual((await read(reader([], 6), [3, 0, 5, 2])).images, batch.images);
});

Deno.test("an image that fails gives its place to another of its identity", async () => {
  const batch = await read(reader([0, 5]), [4, 0, 1, 5]);
  assert.deepEqual(batch.labels, [2, 0, 0, 2]);
  assert.deepEqual(batch.images, await augmented([4, 1, 1, 4]));
});

Deno.test("an identity that fails whole gives its places to another", async () => {
  const batch = await read(reader([2, 3]), [2, 3, 4, 5]);
  assert.deepEqual(batch.labels, [2, 2, 2, 2]);
  assert.deepEqual(batch.images, await augmented([4, 4, 4, 5]));
});

Deno.test("a batch that fails whole is none", async () => {
  assert.equal(await reader([0, 1]).read([0, 1, 1], { epoch: 0, batch: 0 }), null);
});
