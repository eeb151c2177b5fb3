import * as tf from "@tensorflow/tfjs";
import { join } from "node:path";
import { writeAtomically } from "../../io/write_atomically.ts";
import type { Normalization } from "../../images/normalize/normalization.ts";
import type { PixelStore } from "../../images/cache/pixel_store.ts";
import { contactSheet } from "../../reporting/contact_sheet.ts";
import { BatchReader } from "../data/batch_reader.ts";
import { epochBatches, type TrainingData } from "../data/prepare_data.ts";
import type { TrainSettings } from "../settings/train_settings.ts";

/**
 * Renders the first batch of a run as the network sees it, one row per identity, as `augmented.png` in the
 * run's folder. Look at it before a long training: augmentation that is too strong shows there first. It
 * writes nothing if no image of the batch can be decoded.
 */
export async function writeAugmentedBatch(
  run: string,
  { settings, data, store, normalization }: {
    settings: TrainSettings;
    data: TrainingData;
    /** Pixels of `data.catalog`. */
    store: PixelStore;
    normalization: Normalization;
  },
): Promise<void> {
  const { seed, augmentation } = settings;
  const first = { epoch: 0, batch: 0 };
  const [indices] = epochBatches(settings, data, first.epoch);
  const reader = new BatchReader({
    identities: data.train,
    store,
    normalization,
    augmentation,
    seed,
  });
  const read = await reader.read(indices!, first);
  if (!read) return;
  const { images, labels } = read;
  const sheet = contactSheet({
    images: await images.data(),
    side: store.size,
    labels: await labels.data(),
    normalization,
  });
  tf.dispose([images, labels]);
  await Deno.mkdir(run, { recursive: true });
  await writeAtomically(join(run, "augmented.png"), sheet);
}
