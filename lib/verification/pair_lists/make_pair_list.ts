import type { Catalog } from "../../dataset/catalog/catalog.ts";
import { imagesByIdentity } from "../../dataset/catalog/images_by_identity.ts";
import { type PairSampling, type SampledPairList, samplePairList } from "./sample_pair_list.ts";
import { formatPairList } from "./format_pair_list.ts";
import { imageReferences } from "./image_references.ts";

/** A list of pairs to be written, as `parsePairList` reads it. */
export interface MadePairList extends Pick<SampledPairList, "folds" | "pairsPerFold" | "disjoint"> {
  /** The content of the file. */
  readonly text: string;
  /** Images that were left out because no line of text can name them. */
  readonly unnamed: readonly string[];
}

/**
 * Makes a list of pairs of a folder's images, in folds, as the `pairs.txt` of Labeled Faces in the
 * Wild: the same catalog and seed give the same text.
 *
 * @throws {UserError} if the folder has too few pairs for that
 */
export function makePairList(catalog: Catalog, draw: PairSampling): MadePairList {
  const references = imageReferences(catalog);
  const identities = imagesByIdentity(catalog)
    .map((images) => images.filter((index) => references[index] !== null));
  const { pairs, ...made } = samplePairList(identities, draw);
  const listed = pairs.map(({ a, b, same }) => ({ a: references[a]!, b: references[b]!, same }));
  return {
    text: formatPairList({ pairs: listed, folds: made.folds }),
    ...made,
    unnamed: catalog.images.filter((_, index) => references[index] === null)
      .map(({ path }) => path),
  };
}
