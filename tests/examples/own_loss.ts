// Trains with a loss of your own: deno run -A own_loss.ts PHOTOS RUN EPOCHS
import * as tf from "@tensorflow/tfjs";
import {
  activeMean,
  activeWeight,
  batchLoss,
  defineLoss,
  distanceOption,
  memory,
  pairsOrTriplets,
  pairWeights,
  registerLoss,
} from "../../lib/losses/mod.ts";
import { resolveSettings, train } from "../../mod.ts";
import { above, option } from "../../lib/options/mod.ts";

const [data, run, epochs] = Deno.args as [string, string, string];

/** A contrastive loss with soft borders: softplus of the distance to the border. */
registerLoss(defineLoss({
  name: "soft-contrastive",
  options: {
    distance: distanceOption(),
    sharpness: option(above(0), 10, { en: "how sharp the border is", ja: "境界の鋭さ" }),
    memory,
  },
  mined: pairsOrTriplets,
  create: (options, context) =>
    batchLoss(options, context, (comparison) => {
      const { positives, negatives } = pairWeights(comparison);
      const offset = tf.mul(tf.sub(comparison.distances, 0.5), options.sharpness);
      const pull = tf.softplus(offset), push = tf.softplus(tf.neg(offset));
      return {
        loss: tf.add(activeMean(pull, positives), activeMean(push, negatives)),
        active: tf.add(activeWeight(pull, positives), activeWeight(push, negatives)),
        valid: tf.sum(tf.add(positives, negatives)),
      };
    }),
}));

const settings = resolveSettings({
  data,
  epochs: Number(epochs),
  loss: "soft-contrastive",
  lossOptions: { sharpness: 5 },
  imageSize: 32,
  batch: 8,
});
const { heldOut } = await train({ settings, run, cacheFolder: `${run}-cache`, report: false });
console.log(`AUC on held-out identities ${heldOut.auc.toFixed(4)}`);
