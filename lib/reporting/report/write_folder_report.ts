import { join } from "node:path";
import type { ModelMetadata } from "../../model_file/model_metadata.ts";
import { writeAtomically } from "../../io/write_atomically.ts";
import type { Catalog } from "../../dataset/catalog/catalog.ts";
import { openPixelStore } from "../../images/cache/open_pixel_store.ts";
import type { FolderVerification } from "../../verification/folder_verification.ts";
import { embeddingMap } from "../charts/embedding_map.ts";
import { writeChart } from "../charts/write_chart.ts";
import type { Language } from "../language/language.ts";
import { measuredContent } from "./measured_content.ts";
import { renderFolderReport } from "./render_folder_report.tsx";

/** What a report on a verified folder is made from. */
export interface FolderReport {
  readonly verification: FolderVerification;
  /** Of the folder. */
  readonly catalog: Catalog;
  /** The folder and the model's run, as they were typed. */
  readonly data: string;
  readonly run: string;
  readonly model: ModelMetadata;
  /** True where the model's own threshold decided, false where another was asked for. */
  readonly ownThreshold: boolean;
  /** Keeps decoded pixels, those of `verifyFolder` among them. */
  readonly cacheFolder: string;
  /** English where it is left out. */
  readonly language?: Language;
}

/** Lays out the map. */
const seed = 0;

/**
 * Writes a report on a verified folder as `report.html`, and its map, where there is one, as `map.svg`
 * and `map.png`.
 *
 * @param folder must exist; files of these names in it are replaced
 */
export async function writeFolderReport(folder: string, report: FolderReport): Promise<void> {
  const { verification, catalog, model, cacheFolder, language = "en" } = report;
  const { mode, identities, skipped, seen, missingPairs } = verification;
  const { root, images, leftOut, duplicates, conflicts } = catalog;
  const store = await openPixelStore({ root, images, size: model.imageSize, cacheFolder });
  try {
    const content = await measuredContent({
      language,
      model,
      catalog,
      embeddings: verification.embeddings,
      measured: verification,
      thresholdInterval: verification.thresholdInterval,
      on: `${mode}: ${identities} identities`,
      store,
      seed,
    });
    const html = renderFolderReport({
      ...content,
      folder: {
        path: report.data,
        run: report.run,
        measured: new Date().toISOString(),
        ownThreshold: report.ownThreshold,
        seen,
        missingPairs,
        identification: verification.identification,
        crossValidation: verification.crossValidation,
        leftOut,
        skipped: skipped.filter((skip) => !leftOut.includes(skip)),
        duplicates,
        conflicts,
      },
    });
    if (content.map.length > 0) await writeChart(folder, "map", embeddingMap(content.map));
    await writeAtomically(join(folder, "report.html"), html);
  } finally {
    store.close();
  }
}
