import type { Catalog } from "../dataset/catalog.ts";
import type { Embeddings } from "../evaluation/embeddings.ts";
import { errorRatesAt } from "../evaluation/error_rates_at.ts";
import { evaluatePairs } from "../evaluation/evaluate_pairs.ts";
import { operatingPointAt, type OperatingPointWish } from "../evaluation/operating_point_at.ts";
import type { PairScores } from "../evaluation/pair_scores.ts";
import { rocCurve } from "../evaluation/roc_curve.ts";
import { scoreEnrolled } from "../evaluation/score_enrolled.ts";
import { type RowPair, scoreListedPairs } from "../evaluation/score_listed_pairs.ts";
import { scorePairs } from "../evaluation/score_pairs.ts";
import { sortScores } from "../evaluation/sort_scores.ts";
import { openPixelStore } from "../images/open_pixel_store.ts";
import type { Verifier } from "../model/verifier.ts";
import { UserError } from "../user_error.ts";
import { type CatalogEmbeddings, embedCatalog } from "./embed_catalog.ts";
import { findPairs } from "./find_pairs.ts";
import type {
  EnrolledFigures,
  FolderVerification,
  VerificationMode,
} from "./folder_verification.ts";
import type { ListedPair } from "./read_pair_list.ts";

/** Points that a drawn curve has, about. */
const RESOLUTION = 400;

/** How to verify a folder. */
export interface VerifyFolderOptions {
  readonly mode: VerificationMode;
  /** Keeps decoded pixels from run to run. */
  readonly cacheFolder: string;
  /** Scores these pairs alone, instead of all. */
  readonly pairs?: readonly ListedPair[];
  /** Another threshold than the model's calibrated one. */
  readonly wish?: OperatingPointWish;
  /** Called now and then with the number of pictures embedded, and how many there are. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Measures how well a model tells the identities of a folder apart.
 *
 * @throws {UserError} when there is no positive or no negative pair, none of the listed pairs is
 *   there, the wish cannot be met, or the model's embeddings are not numbers
 */
export async function verifyFolder(
  verifier: Verifier,
  catalog: Catalog,
  options: VerifyFolderOptions,
): Promise<FolderVerification> {
  const { calibration, imageSize, embeddingSize } = verifier.metadata;
  const { mode, wish, onProgress } = options;
  const { threshold } = wish ? operatingPointAt(calibration, wish) : calibration;
  const found = options.pairs && findPairs(options.pairs, catalog);
  if (found?.pairs.length === 0) {
    throw new UserError(
      `cannot verify the listed pairs: none of ${found.missingPairs} is in "${catalog.root}", which ` +
        `lacks "${found.missing[0]}" for one; check that list and folder belong together`,
    );
  }
  const wanted = found ? imagesOf(found.pairs) : [...catalog.images.keys()];
  const store = await openPixelStore({
    root: catalog.root,
    images: catalog.images,
    size: imageSize,
    cacheFolder: options.cacheFolder,
  });
  try {
    const embeddings = await embedCatalog(
      { embeddingSize, embed: verifier.embed },
      catalog,
      store,
      wanted,
      onProgress && ((done) => onProgress(done, wanted.length)),
    );
    const rowPairs = found && rowPairsOf(found.pairs, embeddings);
    const scores = sortScores(
      rowPairs ? scoreListedPairs(embeddings, rowPairs) : scorePairs(embeddings),
    );
    return {
      mode,
      identities: new Set(embeddings.labels).size,
      images: embeddings.images.length,
      figures: evaluatePairs(scores),
      decision: { threshold, ...errorRatesAt(scores, threshold) },
      enrolled: mode === "one-to-one" ? enrolEach(embeddings, catalog, rowPairs) : [],
      curve: rocCurve(scores, { resolution: RESOLUTION }),
      skipped: [...store.skipped],
      missingPairs: (options.pairs?.length ?? 0) - (rowPairs?.length ?? 0),
      missing: found?.missing ?? [],
    };
  } finally {
    store.close();
  }
}

function imagesOf(pairs: readonly RowPair[]): number[] {
  return [...new Set(pairs.flatMap(({ a, b }) => [a, b]))].sort((a, b) => a - b);
}

/** From indices of images to rows of embeddings, without the pairs that lost a picture. */
function rowPairsOf(pairs: readonly RowPair[], { images }: CatalogEmbeddings): RowPair[] {
  const rows = new Map(images.map((image, row) => [image, row]));
  return pairs.flatMap((pair) => {
    const a = rows.get(pair.a), b = rows.get(pair.b);
    return a === undefined || b === undefined ? [] : [{ a, b, same: pair.same }];
  });
}

function enrolEach(
  embeddings: Embeddings,
  catalog: Catalog,
  pairs: readonly RowPair[] | undefined,
): EnrolledFigures[] {
  const { labels } = embeddings;
  const images = Map.groupBy(labels, (label) => label);
  return [...images].sort(([a], [b]) => a - b).map(([label, own]) => {
    const scores = pairs
      ? scoreListedPairs(
        embeddings,
        pairs.filter(({ a, b }) => labels[a] === label || labels[b] === label),
      )
      : scoreEnrolled(embeddings, label);
    return {
      identity: catalog.identities[label]!,
      images: own.length,
      figures: hasBothKinds(scores) ? evaluatePairs(scores) : null,
    };
  });
}

function hasBothKinds({ positives, negatives }: PairScores): boolean {
  return positives.length > 0 && negatives.length > 0;
}
