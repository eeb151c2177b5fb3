import * as tf from "@tensorflow/tfjs";
import assert from "node:assert/strict";
import { join } from "node:path";
import { openBackend } from "../../lib/backends/open_backend.ts";
import { batchShape } from "../../lib/dataset/sampling/batch_shape.ts";
import { imagesByIdentity } from "../../lib/dataset/catalog/images_by_identity.ts";
import { indexFolder } from "../../lib/dataset/catalog/index_folder.ts";
import { defaultAugmentation } from "../../lib/images/augment/augmentation.ts";
import { encodeJpeg } from "../../lib/images/encode/encode_jpeg.ts";
import { imageNetNormalization } from "../../lib/images/normalize/normalization.ts";
import { openPixelStore } from "../../lib/images/cache/open_pixel_store.ts";
import type { PixelStore } from "../../lib/images/cache/pixel_store.ts";
import { BatchReader } from "../../lib/training/data/batch_reader.ts";
import { epochBatches } from "../../lib/training/data/prepare_data.ts";
import type { Findings } from "../findings.ts";
import { median, medianRatio } from "../timing/median.ts";
import { benchTrainingStep } from "./training_step.ts";

/** How fast images become batches of a network's input: read, augmented, normalized, uploaded. */
export interface InputPipelineFigures {
  readonly images: number;
  /** Side of the images' files, and of what the network takes, in pixels. */
  readonly fileSide: number;
  readonly imageSize: number;
  /** Until a run's first batch is there: the decoder is loaded. */
  readonly firstBatchSeconds: number;
  /** Images a second in the rest of its first epoch: files are read, decoded and resized. */
  readonly decoding: number;
  /** In the first epoch of a later run: pixels come from the cache folder. */
  readonly fromDisk: number;
  /** In all other epochs: pixels are in memory. */
  readonly fromMemory: number;
  /** Images a second that the training step of `tiny` takes, on the same backend. */
  readonly trainingStep: number;
  /** Of the rounds: how many times as many images a second come from memory as the step takes. */
  readonly againstStep: number;
}

const identities = 32;
const perIdentity = 16;
const fileSide = 112;
const imageSize = 64;
const batch = 32;
const rounds = 5;
/** Epochs from memory that are timed together. */
const epochsPerRound = 8;
const seed = 0;

/** The input pipeline beside the step that it feeds. */
export async function measurePipeline(): Promise<Findings> {
  const pipeline = await benchInputPipeline();
  const { images, fileSide, imageSize } = pipeline;
  const speed = (imagesPerSecond: number) => `${imagesPerSecond.toFixed(0)} images/s`;
  const title = `input pipeline, ${images} images of ${fileSide} px at ${imageSize} px`;
  return {
    rows: [
      [
        `${title}, decoding`,
        `${speed(pipeline.decoding)}, the first batch after ${
          pipeline.firstBatchSeconds.toFixed(1)
        } s`,
      ],
      [`${title}, from the cache on disk`, speed(pipeline.fromDisk)],
      [
        `${title}, from memory`,
        `${speed(pipeline.fromMemory)}, the step of tiny on wasm ${speed(pipeline.trainingStep)}: ${
          pipeline.againstStep.toFixed(1)
        } x`,
      ],
    ],
    document: { pipeline },
  };
}

/**
 * Measures the input pipeline on WebAssembly with the default augmentation, beside the training step
 * that it feeds. The images are JPEG files, which it makes and removes.
 */
async function benchInputPipeline(): Promise<InputPipelineFigures> {
  await openBackend("wasm");
  const folder = await Deno.makeTempDir({ prefix: "futago-bench-" });
  try {
    const root = join(folder, "images");
    writeImages(root);
    const catalog = await indexFolder(root);
    const train = imagesByIdentity(catalog);
    const images = catalog.images.length;
    const epochs = Array.from(
      { length: epochsPerRound },
      (_, epoch) => epochBatches({ seed }, { train, shape: batchShape(batch, 4) }, epoch),
    );
    const openStore = (cacheFolder: string) =>
      openPixelStore({ root, images: catalog.images, size: imageSize, cacheFolder });
    const readerOf = (store: PixelStore) =>
      new BatchReader({
        identities: train,
        store,
        normalization: imageNetNormalization,
        augmentation: defaultAugmentation,
        seed,
      });
    /** Reads epochs as training does: images a second behind the first batch, and its seconds. */
    const speedOf = async (store: PixelStore, count: number) => {
      const reader = readerOf(store);
      let start = performance.now();
      let firstBatchSeconds: number | undefined;
      let read = 0;
      for (const [epoch, batches] of epochs.slice(0, count).entries()) {
        store.prefetch(batches.flat());
        for (const [index, members] of batches.entries()) {
          tf.dispose(Object.values((await reader.read(members, { epoch, batch: index }))!));
          read += members.length;
          if (firstBatchSeconds !== undefined) continue;
          firstBatchSeconds = (performance.now() - start) / 1000;
          [start, read] = [performance.now(), 0];
        }
      }
      return {
        firstBatchSeconds: firstBatchSeconds!,
        imagesPerSecond: 1000 * read / (performance.now() - start),
      };
    };
    const firstBatch = async (store: PixelStore) => {
      const batch = (await readerOf(store).read(epochs[0]![0]!, { epoch: 0, batch: 0 }))!;
      const values = await batch.images.data();
      tf.dispose(Object.values(batch));
      return values;
    };

    const decoding: number[] = [], fromDisk: number[] = [], fromMemory: number[] = [];
    const starts: number[] = [], steps: number[] = [];
    for (let round = 0; round < rounds; round++) {
      const cacheFolder = join(folder, `cache-${round}`);
      const first = await openStore(cacheFolder);
      const { firstBatchSeconds, imagesPerSecond: decoded } = await speedOf(first, 1);
      starts.push(firstBatchSeconds);
      decoding.push(decoded);
      const wanted = await firstBatch(first);
      assert.equal(first.stats.decoded, images);
      first.close();
      const second = await openStore(cacheFolder);
      fromDisk.push((await speedOf(second, 1)).imagesPerSecond);
      assert.deepEqual(
        await firstBatch(second),
        wanted,
        "the same batch, decoded or from the cache",
      );
      fromMemory.push((await speedOf(second, epochsPerRound)).imagesPerSecond);
      assert.equal(second.stats.decoded, 0);
      second.close();
      const { imagesPerSecond } = await benchTrainingStep({ backend: "wasm", steps: 20 });
      steps.push(imagesPerSecond);
    }
    return {
      images,
      fileSide,
      imageSize,
      firstBatchSeconds: median(starts),
      decoding: median(decoding),
      fromDisk: median(fromDisk),
      fromMemory: median(fromMemory),
      trainingStep: median(steps),
      againstStep: medianRatio(fromMemory, steps),
    };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Waves and noise, different in each image. */
function writeImages(root: string): void {
  for (let identity = 0; identity < identities; identity++) {
    Deno.mkdirSync(join(root, `${identity}`), { recursive: true });
    for (let i = 0; i < perIdentity; i++) {
      const pixels = Uint8Array.from({ length: fileSide * fileSide * 4 }, (_, at) => {
        const x = Math.floor(at / 4) % fileSide, y = Math.floor(at / 4 / fileSide);
        const noise = Math.imul(at + identity * 7919 + i * 104729, 2654435761) >>> 27;
        return 110 + 80 * Math.sin(x / (5 + identity) + at % 4) * Math.cos(y / (7 + i)) + noise;
      });
      const file = encodeJpeg(pixels, fileSide, fileSide, 90);
      Deno.writeFileSync(join(root, `${identity}`, `${i}.jpg`), file);
    }
  }
}
