import * as v from "valibot";
import type { TripletSummary } from "../../../kernels/reference/triplets/triplet_summary.ts";
import { noPlateau, type Plateau } from "../../schedules/plateau.ts";
import type { TrainSettings } from "../settings/train_settings.ts";

/** Sums of the loss's metrics over the batches of an epoch. */
export interface EpochSums {
  readonly batches: number;
  readonly loss: number;
  /** Pairs or triplets with a loss above 0. */
  readonly active: number;
  /** All pairs or triplets. */
  readonly valid: number;
  readonly meanPositive: number;
  readonly meanNegative: number;
}

/** The sums before the first batch. */
export const noSums: EpochSums = {
  batches: 0,
  loss: 0,
  active: 0,
  valid: 0,
  meanPositive: 0,
  meanNegative: 0,
};

/** Adds the metrics of a batch. */
export function addToSums(sums: EpochSums, batch: TripletSummary): EpochSums {
  return {
    batches: sums.batches + 1,
    loss: sums.loss + batch.loss,
    active: sums.active + batch.active,
    valid: sums.valid + batch.valid,
    meanPositive: sums.meanPositive + batch.meanPositive,
    meanNegative: sums.meanNegative + batch.meanNegative,
  };
}

/** An epoch and its validation. */
export interface EpochScore {
  /** From 0. */
  readonly epoch: number;
  /** AUC on the validation identities. */
  readonly auc: number;
  /** Whether the schedule had lowered the learning rate by then, see `isAnnealed`. */
  readonly annealed: boolean;
}

/**
 * Whether the weights of an epoch replace those of the best one so far: the better AUC wins, the later
 * epoch if both are equal, and an annealed epoch over any that is not.
 */
export function isBetterEpoch(epoch: EpochScore, best: EpochScore | null): boolean {
  if (best === null) return true;
  if (epoch.annealed !== best.annealed) return epoch.annealed;
  return epoch.auc >= best.auc;
}

/** How far a run has come. With its settings and weights, all that it takes to resume it exactly. */
export interface Position {
  /** The current epoch, from 0. */
  readonly epoch: number;
  /** Batches of that epoch that are done. */
  readonly batch: number;
  /** Batches of the whole run that are done. */
  readonly step: number;
  /** Seconds of training so far. */
  readonly seconds: number;
  /** Sums over the batches of the epoch so far. */
  readonly sums: EpochSums;
  /** The best epoch so far, see {@linkcode isBetterEpoch}. */
  readonly best: EpochScore | null;
  /** What the schedule "plateau" knows. */
  readonly plateau: Plateau;
  /** The highest AUC of all epochs, whether its epoch is the best or not; null before the first. */
  readonly highestAuc: number | null;
  /** Epochs without a better AUC, counted anew from the first annealed one: what `earlyStop` knows. */
  readonly improvement: Plateau;
  /** How long the run is to be, since its schedule depends on that; null if it is not known. */
  readonly length: RunLength | null;
  /** False once a run went on with another length: no run of one length gives the same weights. */
  readonly repeatable: boolean;
}

/** The settings that say how long a run is. */
export type RunLength = Pick<TrainSettings, "epochs" | "minutes">;

/** Where a run starts. */
export const start: Position = {
  epoch: 0,
  batch: 0,
  step: 0,
  seconds: 0,
  sums: noSums,
  best: null,
  plateau: noPlateau,
  highestAuc: null,
  improvement: noPlateau,
  length: null,
  repeatable: true,
};

const count = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const finite = v.pipe(v.number(), v.finite());

const plateau = v.object({ best: v.nullable(finite), badEpochs: count, drops: count });

/** Checks a position from a file. Older ones lack what is optional here. */
export const positionSchema: v.GenericSchema<unknown, Position> = v.object({
  epoch: count,
  batch: count,
  step: count,
  seconds: v.pipe(finite, v.minValue(0)),
  sums: v.object({
    batches: count,
    loss: finite,
    active: finite,
    valid: finite,
    meanPositive: finite,
    meanNegative: finite,
  }),
  best: v.nullable(v.object({ epoch: count, auc: finite, annealed: v.boolean() })),
  plateau,
  highestAuc: v.optional(v.nullable(finite), null),
  improvement: v.optional(plateau, noPlateau),
  length: v.optional(
    v.nullable(v.object({ epochs: v.nullable(finite), minutes: v.nullable(finite) })),
    null,
  ),
  repeatable: v.optional(v.boolean(), true),
});
