import type { Catalog } from "../../dataset/catalog/catalog.ts";
import type { ConfidenceInterval } from "../../evaluation/intervals/confidence_interval.ts";
import type { PixelStore } from "../../images/cache/pixel_store.ts";
import type { ModelMetadata } from "../../model_file/model_metadata.ts";
import type { CatalogEmbeddings } from "../../verification/embed_catalog.ts";
import type { FolderVerification } from "../../verification/folder_verification.ts";
import type { MeasuredPairs } from "../../verification/measured_pairs.ts";
import type { Language, UserMessage } from "../../language/user_message.ts";
import type { MeasuredContent } from "./content/report_content.ts";
import { reportImages } from "./images/report_images.ts";
import { heldOutContent } from "./content/held_out_content.ts";

/** Measured pairs of a catalog, and what their report needs besides. */
export interface MeasuredSources {
  readonly language: Language;
  readonly model: ModelMetadata;
  readonly catalog: Catalog;
  /** Of the images that could be decoded. */
  readonly embeddings: CatalogEmbeddings;
  readonly measured: MeasuredPairs;
  /** Of the threshold; null if there is none. */
  readonly thresholdInterval: ConfidenceInterval | null;
  /** How a folder was verified; absent for the held-out identities of a run. */
  readonly mode?: FolderVerification["mode"];
  /** False to leave out the map; true by default. */
  readonly mapped?: boolean;
  /** Pixels of the catalog. */
  readonly store: PixelStore;
  /** A 32-bit integer, for the layout of the map. */
  readonly seed: number;
  /** What to keep in mind about the results. */
  readonly cautions: readonly UserMessage[];
}

/** Gathers what a report shows of measured pairs, including its images. */
export async function measuredContent(
  { language, model, catalog, embeddings, measured, mode, ...rest }: MeasuredSources,
): Promise<MeasuredContent> {
  const { byIdentity, hardest } = measured;
  const { thresholdInterval, store, seed, mapped, cautions } = rest;
  return {
    language,
    model,
    cautions,
    heldOut: heldOutContent(measured, {
      mode,
      identities: new Set(embeddings.labels).size,
      images: embeddings.images.length,
      thresholdInterval,
    }),
    ...await reportImages({ catalog, embeddings, hardest, store, seed, mapped }),
    identities: byIdentity?.map((metrics) => ({
      ...metrics,
      name: catalog.identities[metrics.label]!,
    })) ?? [],
  };
}
