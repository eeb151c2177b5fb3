import type { Embeddings } from "../similarities/embeddings.ts";
import type { OpenSetSplit } from "./open_set_split.ts";
import { packRows } from "../similarities/packed_rows.ts";
import type { PairScores } from "../scores/pair_scores.ts";
import { requireFiniteEmbeddings } from "../similarities/require_finite_embeddings.ts";
import { rocCurve } from "../curves/roc_curve.ts";
import { blockStride, similarityBlock } from "../similarities/similarity_block.ts";
import { sortScores } from "../scores/sort_scores.ts";
import { tarAtFar } from "../metrics/tar_at_far.ts";
import type { CurveOptions } from "../curves/for_each_curve_point.ts";
import { BLOCK_ROWS } from "../similarities/shared_rows.ts";

/** How well identities of a gallery are found, and others rejected; rates are 0 to 1. */
export interface OpenSetIdentification {
  /** Identities in the gallery. */
  readonly galleryIdentities: number;
  /** Probes whose identity is in the gallery. */
  readonly knownProbes: number;
  /** Probes whose identity is not in the gallery. */
  readonly unknownProbes: number;
  /** The fraction of known probes whose most similar image of the gallery is of their identity. */
  readonly rankOneRate: number;
  /** Detection and identification rate by false alarm rate, keyed by the latter as text; null if
   * there are fewer than 3 / rate unknown probes to support it. */
  readonly dirAtFar: Readonly<Record<"0.1" | "0.01" | "0.001", number | null>>;
  /** The same at descending thresholds, from (0, 0) to (1, `rankOneRate`), or with a
   * resolution to a step before that. */
  readonly curve: {
    /** False alarm rate: the fraction of unknown probes at least that similar to one of the gallery. */
    readonly far: Float64Array;
    /** Detection and identification rate. */
    readonly dir: Float64Array;
    /** The first is infinity, which accepts nobody. */
    readonly thresholds: Float64Array;
  };
}

/**
 * Open-set identification: a probe gets the identity of the most similar image of the gallery if that
 * image is at least as similar as a threshold, and is unknown otherwise. The detection and
 * identification rate (DIR, at rank 1) is the fraction of known probes that get their identity; the false
 * alarm rate (FAR) is the fraction of unknown probes that get one. (Phillips, Grother, Micheals,
 * "Evaluation Methods in Face Recognition", 2011; ISO/IEC 19795-1; Best-Rowden et al., 2014.)
 *
 * A probe that is just as similar to another identity of the gallery counts as not identified. Between
 * measured false alarm rates DIR is interpolated as `tarAtFar` does.
 *
 * @param rows such as `openSetSplit` makes; a person may have several images in the gallery
 * @param options `resolution` for a curve of few points
 * @returns null if the gallery is empty or there is no known or no unknown probe
 * @throws {UserError} if an embedding contains NaN or infinity
 */
export function openSetIdentification(
  embeddings: Embeddings,
  rows: OpenSetSplit,
  options: CurveOptions = {},
): OpenSetIdentification | null {
  requireFiniteEmbeddings(embeddings);
  const { scores, galleryIdentities } = scoreProbes(embeddings, rows);
  const { positives, negatives } = scores;
  if (galleryIdentities === 0 || positives.length === 0 || negatives.length === 0) return null;
  const sorted = sortScores(scores);
  const { far, tar, thresholds } = rocCurve(sorted, options);
  // No threshold accepts those that were not identified.
  const points = thresholds.at(-1) === -Infinity ? thresholds.length - 1 : thresholds.length;
  return {
    galleryIdentities,
    knownProbes: positives.length,
    unknownProbes: negatives.length,
    rankOneRate: positives.filter(Number.isFinite).length / positives.length,
    dirAtFar: {
      "0.1": tarAtFar(sorted, 0.1),
      "0.01": tarAtFar(sorted, 0.01),
      "0.001": tarAtFar(sorted, 0.001),
    },
    curve: {
      far: far.subarray(0, points),
      dir: tar.subarray(0, points),
      thresholds: thresholds.subarray(0, points),
    },
  };
}

/** For each probe how similar the gallery's best is: minus infinity for a known one that is missed. */
function scoreProbes(
  embeddings: Embeddings,
  { gallery, probes }: OpenSetSplit,
): { scores: PairScores; galleryIdentities: number } {
  const { labels } = embeddings;
  const own = new Float32Array(probes.length).fill(-Infinity), others = own.slice();
  const columns = packRows(embeddings, probes), rows = packRows(embeddings, gallery);
  const stride = blockStride(probes.length);
  const block = new Float32Array(BLOCK_ROWS * stride);
  for (let first = 0; first < gallery.length; first += BLOCK_ROWS) {
    const end = Math.min(first + BLOCK_ROWS, gallery.length);
    similarityBlock({ packed: rows, first, end }, { packed: columns, first: 0 }, block);
    for (let row = first; row < end; row++) {
      probes.forEach((probe, column) => {
        const best = labels[probe] === labels[gallery[row]!] ? own : others;
        best[column] = Math.max(best[column]!, block[(row - first) * stride + column]!);
      });
    }
  }
  const enrolled = new Set(gallery.map((row) => labels[row]!));
  const columnsOf = (known: boolean) =>
    [...probes.keys()].filter((column) => enrolled.has(labels[probes[column]!]!) === known);
  return {
    scores: {
      positives: Float32Array.from(
        columnsOf(true),
        (column) => own[column]! > others[column]! ? own[column]! : -Infinity,
      ),
      negatives: Float32Array.from(columnsOf(false), (column) => others[column]!),
    },
    galleryIdentities: enrolled.size,
  };
}
