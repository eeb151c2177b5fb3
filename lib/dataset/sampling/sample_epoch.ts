import { uniformInt } from "pure-rand/distribution/uniformInt";
import { sizeHistogram } from "../catalog/count_pairs.ts";
import type { BatchShape } from "./batch_shape.ts";
import { planEpoch } from "./epoch_plan.ts";
import { GroupSchedule } from "./group_schedule.ts";
import { randomStream } from "./random_stream.ts";
import { shuffle } from "./shuffle.ts";

/**
 * Samples the batches of one epoch: P identities x K images each, every image at least once.
 *
 * - All batches are full, P x K, so that shapes on the GPU stay fixed. Identities that are sampled
 *   again fill the remaining places.
 * - An identity with 2 to K - 1 images repeats them to fill its K places.
 * - Identities with one image are only negatives. None is in a batch twice, which would make a positive
 *   pair of an image with itself. K of them share the places of one identity, so that a batch can hold
 *   more than P identities. Where there are fewer than K of them, images of another identity that is
 *   not in the batch fill the rest.
 *
 * The batches depend only on the arguments, so that a run can resume at any epoch.
 *
 * @param imagesByIdentity for each identity the indices of its images; identities without images do not
 *   count
 * @param options shape of a batch, `seed` (32-bit integer), and `epoch` (0 or more)
 * @returns batches of image indices
 * @throws {UserError} when there are too few identities for a batch. The message names the largest batch
 *   that works
 */
export function sampleEpoch(
  imagesByIdentity: readonly (readonly number[])[],
  options: BatchShape & { readonly seed: number; readonly epoch: number },
): number[][] {
  const { identitiesPerBatch, imagesPerIdentity: size } = options;
  const plan = planEpoch(sizeHistogram(imagesByIdentity.map(({ length }) => length)), options);
  const random = randomStream(options.seed, options.epoch);
  const singles = shuffle(imagesByIdentity.filter(({ length }) => length === 1).flat(), random);
  const identities = imagesByIdentity.filter(({ length }) => length > 1)
    .map((images) => shuffle(images, random));
  const schedule = new GroupSchedule(
    identities.map((images) => Math.ceil(images.length / size)),
    plan.batches,
  );
  let nextSingle = 0;

  return Array.from({ length: plan.batches }, (_, index) => {
    const singleGroups = plan.singleGroups(index);
    const due = schedule.next(identitiesPerBatch - singleGroups, random);
    const batch = due.flatMap(({ identity, group }) =>
      cyclicSlice(identities[identity]!, group * size, size)
    );
    const held = new Set(due.map(({ identity }) => identity));
    const sampleAgain = (count: number) => {
      let identity: number;
      do identity = uniformInt(random, 0, identities.length - 1); while (held.has(identity));
      held.add(identity);
      const images = identities[identity]!;
      batch.push(...cyclicSlice(images, uniformInt(random, 0, images.length - 1), count));
    };
    while (held.size < identitiesPerBatch - singleGroups) sampleAgain(size);

    const places = singleGroups * size;
    const shown = Math.min(places, singles.length);
    batch.push(...cyclicSlice(singles, nextSingle, shown));
    nextSingle += shown;
    if (shown < places) sampleAgain(places - shown);
    return batch;
  });
}

/** `count` items from `start`, where the first follows the last. */
function cyclicSlice(items: readonly number[], start: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => items[(start + i) % items.length]!);
}
