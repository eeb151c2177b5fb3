import { uniformInt } from "pure-rand/distribution/uniformInt";
import type { BatchShape } from "./batch_shape.ts";
import { sizeHistogram } from "../catalog/count_pairs.ts";
import { planEpoch } from "./epoch_plan.ts";
import { GroupSchedule } from "./group_schedule.ts";
import { randomStream } from "./random_stream.ts";
import { shuffle } from "./shuffle.ts";

/**
 * Draws the batches of one epoch: P identities x K images each, every image at least once.
 *
 * - All batches are full, P x K, so that shapes on the GPU stay fixed: places that are left over are
 *   filled by drawing identities again.
 * - An identity of 2 to K - 1 images fills its K places by repeating them.
 * - Identities of one image serve as negatives only. None stands twice in a batch, which would make
 *   a positive pair of a picture with itself; K of them share the places of one identity, so that a
 *   batch may hold more than P identities. Where there are fewer than K of them, images of an
 *   identity that the batch does not hold yet fill the rest.
 *
 * The draw depends on the arguments alone, so that a run can be resumed at any epoch.
 *
 * @param imagesByIdentity for each identity the indices of its images; empty ones are passed over
 * @param options shape of a batch, `seed` (32-bit integer) and `epoch` (0 and up)
 * @returns batches of image indices
 * @throws {UserError} when there are too few identities for a batch, naming the largest that works
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
    const drawAgain = (count: number) => {
      let identity: number;
      do identity = uniformInt(random, 0, identities.length - 1); while (held.has(identity));
      held.add(identity);
      const images = identities[identity]!;
      batch.push(...cyclicSlice(images, uniformInt(random, 0, images.length - 1), count));
    };
    while (held.size < identitiesPerBatch - singleGroups) drawAgain(size);

    const places = singleGroups * size;
    const shown = Math.min(places, singles.length);
    batch.push(...cyclicSlice(singles, nextSingle, shown));
    nextSingle += shown;
    if (shown < places) drawAgain(places - shown);
    return batch;
  });
}

/** `count` items from `start` on, beginning anew after the last. */
function cyclicSlice(items: readonly number[], start: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => items[(start + i) % items.length]!);
}
