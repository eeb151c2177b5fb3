import { articleAugmentation } from "../../images/augment/augmentation.ts";
import { type Message, message } from "../../language/message.ts";
import type { TrainSettings } from "./train_settings.ts";

/** The names of presets. */
export const presetNames = ["article", "modern"] as const;

/** One of them. */
export type PresetName = typeof presetNames[number];

/**
 * Settings that go well together; what a preset does not name is as it is without it.
 *
 * `article` is yKesamaru's, "Building a face recognition model using Siamese Network", to the letter:
 * all triplets of a batch, since it has no miner, and AdamW's decay on every parameter, as PyTorch's.
 * See {@linkcode presetNotes} for where it is mended.
 *
 * `modern` is what measured best on 297 identities of CelebA, without a GPU: `tiny` from scratch, where
 * a pretrained MobileNet v1 at 64 px came to AUC 0.890 in the time in which `tiny` came to 0.903; NT-Xent,
 * mean AUC 0.887 over seeds 0, 1 and 2 after 12 epochs, where triplets came to 0.873; batches of 64.
 */
export const presets: Readonly<Record<PresetName, Partial<TrainSettings>>> = {
  article: {
    backbone: "tf_efficientnetv2_b0",
    weights: "imagenet",
    normalisation: "imagenet",
    imageSize: 224,
    embeddingSize: 512,
    augmentation: articleAugmentation,
    dropPath: 0,
    freezeEpochs: 0,
    backboneRate: 1,
    freezeBatchNorm: false,
    loss: "triplet",
    miner: "all",
    distance: "cosine",
    margin: 0.1,
    optimizer: "adamw",
    learningRate: 1e-4,
    weightDecay: 1e-5,
    decayAll: true,
    momentum: 0.9,
    beta2: 0.999,
    clip: null,
    accumulate: 1,
    schedule: "cosine",
    minimumRate: 1e-6,
    warmUp: 0,
    batch: 32,
    perIdentity: 4,
    epochs: 50,
  },
  modern: { loss: "ntxent", batch: 64 },
};

/** What is other than in a preset's source, for its users to know. */
export const presetNotes: Readonly<Record<PresetName, readonly Message[]>> = {
  article: [
    message`mended: its validation split is never used; here the epoch and the threshold are chosen
      on validation identities, which it does not train on`,
    message`mended: it trains 100 epochs and its learning rate climbs again after epoch 50; here
      annealing ends where training ends, and goes on at every step, not at every epoch`,
    message`an epoch shows every picture once; its sampler draws 100,000 an epoch`,
  ],
  modern: [],
};
