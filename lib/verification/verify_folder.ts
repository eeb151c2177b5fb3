import type { SeenImages } from "../model_file/seen_images.ts";
import type { Catalog } from "../dataset/catalog/catalog.ts";
import { fewestToCrossFit } from "../evaluation/threshold/cross_fit.ts";
import { requireFarInRange } from "../evaluation/scores/threshold_search.ts";
import { UserError } from "../language/user_error.ts";
import type { RowPair } from "../evaluation/scores/score_listed_pairs.ts";
import { openPixelStore } from "../images/cache/open_pixel_store.ts";
import { copiesWithin } from "../images/near_copies/copies_within.ts";
import { grayThumbnail } from "../images/near_copies/gray_thumbnail.ts";
import type { Verifier } from "../model/verifier.ts";
import { chooseDecision, type ThresholdChoice } from "./choose_decision.ts";
import { type CatalogEmbeddings, embedCatalog, keepEmbeddings } from "./embed_catalog.ts";
import type { FolderVerification, VerificationMode } from "./folder_verification.ts";
import { measureEmbeddings } from "./measure_embeddings.ts";
import type { MeasureProgress } from "./measured_pairs.ts";
import { verificationMessages } from "./messages.ts";
import { nearCopiesOfSeen } from "./near_copies_of_seen.ts";
import { findListFaults } from "./pair_lists/list_faults.ts";
import type { PairList } from "./pair_lists/pair_list.ts";
import { requireBothKinds, requireFar, requireFewImages } from "./requirements.ts";
import { countSelectedPairs, type SelectedImages, selectImages } from "./select_images.ts";

/** How far a verification has come: first images are embedded, then the embeddings are measured. */
export type VerifyProgress = MeasureProgress | {
  readonly stage: "embedding";
  /** Images done, of how many. */
  readonly done: number;
  readonly total: number;
};

/** How to verify a folder. */
export interface VerifyFolderOptions {
  /** Which pairs make up the metrics. */
  readonly mode: VerificationMode;
  /** Keeps decoded pixels for later runs. */
  readonly cacheFolder: string;
  /** Scores only these pairs, instead of all. */
  readonly list?: PairList;
  /** What training saw; null if that is not known. */
  readonly seen?: SeenImages | null;
  /** Also measures on images and identities that training saw. */
  readonly includeSeen?: boolean;
  /** Another threshold than the model's own. */
  readonly operatingPoint?: ThresholdChoice;
  /**
   * Insists on a threshold that this folder chooses, for a false accept rate; by default for the one
   * that the threshold in use was chosen for, or the smallest that the folder supports.
   */
  readonly calibrate?: { readonly far?: number };
  /** Called as the verification goes on. */
  readonly onProgress?: (progress: VerifyProgress) => void;
}

/**
 * Measures how well a model tells the identities of a folder apart.
 *
 * @throws {UserError} if there is no positive or no negative pair, or more than can be compared, none
 *   of the listed pairs is there, training saw all, the operating point is out of range or lacks
 *   support, or the model's embeddings are not numbers
 *
 * @example
 * ```ts
 * import { indexFolder, loadVerifier, verifyFolder } from "@futago/futago";
 *
 * using verifier = await loadVerifier("runs/faces");
 * const { metrics, intervals } = await verifyFolder(verifier, await indexFolder("photos"), {
 *   mode: "one-to-many",
 *   cacheFolder: "cache",
 * });
 * console.log(metrics.auc, intervals?.auc);
 * ```
 */
export async function verifyFolder(
  verifier: Verifier,
  catalog: Catalog,
  options: VerifyFolderOptions,
): Promise<FolderVerification> {
  const { calibration, imageSize, fit, embeddingSize } = verifier.metadata;
  const { mode, list, seen = null, includeSeen = false, operatingPoint: choice, onProgress } =
    options;
  const decision = chooseDecision(verifier.metadata, choice), { threshold, named } = decision;
  if (options.calibrate?.far !== undefined) requireFarInRange(options.calibrate.far);
  const asked = options.calibrate?.far ?? (choice && "far" in choice ? choice.far : undefined);
  const select = (nearCopies?: ReadonlySet<number>): SelectedImages => {
    const selected = selectImages(catalog, { list, seen, nearCopies, includeSeen });
    const counts = countSelectedPairs(catalog, { ...selected, folds: list?.folds });
    const where = `"${catalog.root}"`;
    const leftOut = includeSeen ? 0 : selected.seen?.identities ?? 0;
    requireBothKinds(counts, where, { seen: leftOut, all: catalog.identities.length });
    if (!selected.pairs) requireFewImages(selected.images.length, counts, where);
    if (options.calibrate) requireIdentities(catalog, selected.images, where);
    if (asked !== undefined) {
      requireFar(
        asked,
        counts,
        (unsupported) => verificationMessages.farUnsupported({ ...unsupported, where }),
      );
    }
    return selected;
  };
  const first = select();
  const store = await openPixelStore({
    root: catalog.root,
    images: catalog.images,
    size: imageSize,
    fit,
    cacheFolder: options.cacheFolder,
  });
  try {
    const thumbnails = new Map<number, Uint8Array>();
    const embedded = await embedCatalog(
      { embeddingSize, embed: verifier.embed },
      catalog,
      store,
      first.images,
      (done) => onProgress?.({ stage: "embedding", done, total: first.images.length }),
      (image, pixels) => thumbnails.set(image, grayThumbnail(pixels, imageSize)),
    );
    const nearCopies = seen && nearCopiesOfSeen(seen, thumbnails);
    const selected = nearCopies?.size ? select(nearCopies) : first;
    const embeddings = keepEmbeddings(embedded, new Set(selected.images));
    const pairs = selected.pairs && rowPairsOf(selected.pairs, embeddings);
    const { seen: known, seenPairs, missing } = selected;
    const scored = pairs?.filter((pair) => pair !== null).length ?? 0;
    return {
      mode: list && mode === "one-to-many" ? "listed" : mode,
      identities: new Set(embeddings.labels).size,
      images: embeddings.images.length,
      embeddings,
      ...await measureEmbeddings(embeddings, catalog, {
        mode,
        threshold,
        far: asked ?? decision.targetFar ?? calibration.targetFar,
        known: known?.identities && includeSeen ? null : {
          operatingPoints: decision.calibration.operatingPoints,
          identities: decision.identities,
        },
        pairs,
        folds: list?.folds ?? 0,
        onProgress,
      }),
      thresholdInterval: decision.thresholdInterval,
      targetFar: decision.targetFar,
      named,
      provisional: verifier.metadata.provisional === true,
      skipped: [...catalog.leftOut, ...store.skipped],
      missingPairs: (pairs?.length ?? 0) - scored - seenPairs,
      missing,
      seen: known && {
        ...known,
        gaps: { ...known.gaps, thumbnails: known.gaps.thumbnails || nearCopies === null },
        included: includeSeen,
      },
      seenPairs,
      copies: pairs ? 0 : countCopies(catalog, embeddings, thumbnails),
      listFaults: pairs ? findListFaults(pairs) : null,
    };
  } finally {
    store.close();
  }
}

/** Checks that a threshold can be chosen, and its rates estimated, before anything is embedded. */
function requireIdentities({ images }: Catalog, selected: readonly number[], where: string): void {
  const found = new Set(selected.map((index) => images[index]!.label)).size;
  if (found >= fewestToCrossFit) return;
  throw new UserError(
    verificationMessages.tooFewToCalibrate({ where, least: fewestToCrossFit, found }),
  );
}

/** Images that are copies of an earlier one of their identity. */
function countCopies(
  catalog: Catalog,
  { images }: CatalogEmbeddings,
  thumbnails: ReadonlyMap<number, Uint8Array>,
): number {
  const identities = Map.groupBy(images, (image) => catalog.images[image]!.label);
  return identities.values().map((own) =>
    copiesWithin(own.map((image) => {
      const { hash } = catalog.images[image]!;
      return { hash, thumbnail: thumbnails.get(image)! };
    }))
  ).reduce((sum, count) => sum + count, 0);
}

/** From indices of images to rows of embeddings; null for a pair that lost an image. */
function rowPairsOf(
  pairs: readonly (RowPair | null)[],
  { images }: CatalogEmbeddings,
): (RowPair | null)[] {
  const rows = new Map(images.map((image, row) => [image, row]));
  return pairs.map((pair) => {
    const a = pair && rows.get(pair.a), b = pair && rows.get(pair.b);
    return pair && a !== undefined && b !== undefined && a !== null && b !== null
      ? { a, b, same: pair.same }
      : null;
  });
}
