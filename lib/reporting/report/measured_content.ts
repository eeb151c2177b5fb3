import type { Catalog } from "../../dataset/catalog/catalog.ts";
import type { ConfidenceInterval } from "../../evaluation/intervals/percentile_interval.ts";
import type { PixelStore } from "../../images/cache/pixel_store.ts";
import type { ModelMetadata } from "../../model_file/model_metadata.ts";
import type { CatalogEmbeddings } from "../../verification/embed_catalog.ts";
import type { MeasuredPairs } from "../../verification/measured_pairs.ts";
import type { Language } from "../language/language.ts";
import type { MeasuredContent } from "./content/report_content.ts";
import { reportImages } from "./pictures/report_images.ts";
import { heldOutContent } from "./content/held_out_content.ts";

/** What was measured on pictures of a catalog, and what to show of it. */
export interface MeasuredSources {
  readonly language: Language;
  readonly model: ModelMetadata;
  readonly catalog: Catalog;
  readonly embeddings: CatalogEmbeddings;
  readonly measured: MeasuredPairs;
  readonly thresholdInterval: ConfidenceInterval | null;
  /** What it was measured on, as charts tell in English: such as `15 held-out identities`. */
  readonly on: string;
  /** Pixels of the catalog. */
  readonly store: PixelStore;
  /** A 32-bit integer that the map is laid out by. */
  readonly seed: number;
}

/** Gathers what a report shows of what was measured, its pictures included. */
export async function measuredContent(
  { language, model, catalog, embeddings, measured, on, ...rest }: MeasuredSources,
): Promise<MeasuredContent> {
  const { byIdentity, hardest } = measured;
  const { thresholdInterval, store, seed } = rest;
  return {
    language,
    model,
    heldOut: heldOutContent(measured, {
      on,
      identities: new Set(embeddings.labels).size,
      images: embeddings.images.length,
      thresholdInterval,
    }),
    ...await reportImages({ catalog, embeddings, hardest, store, seed }),
    identities: byIdentity?.map((own) => ({ ...own, name: catalog.identities[own.label]! })) ?? [],
  };
}
