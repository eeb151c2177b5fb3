import { join } from "node:path";
import type { ModelMetadata } from "../../model_file/model_metadata.ts";
import { writeAtomically } from "../../io/write_atomically.ts";
import type { Catalog } from "../../dataset/catalog/catalog.ts";
import { openPixelStore } from "../../images/cache/open_pixel_store.ts";
import type { FolderVerification } from "../../verification/folder_verification.ts";
import { embeddingMap } from "../charts/embedding_map.ts";
import { writeChart } from "../charts/write_chart.ts";
import type { Language } from "../../language/user_message.ts";
import { folderCautions } from "./content/folder_cautions.ts";
import { measuredContent } from "./measured_content.ts";
import { renderFolderReport } from "./render_folder_report.tsx";

/** The sources of a report on a verified folder. */
export interface FolderReport {
  /** What was measured. */
  readonly verification: FolderVerification;
  /** The catalog of the folder. */
  readonly catalog: Catalog;
  /** The folder, as the user typed it. */
  readonly data: string;
  /** The run of the model, as the user typed it. */
  readonly run: string;
  /** The metadata of the model. */
  readonly model: ModelMetadata;
  /** True for the threshold of the model, false for a requested one. */
  readonly ownThreshold: boolean;
  /** How to keep the threshold that the folder chooses, or the name under which it is kept. */
  readonly keep?: { readonly command: string } | { readonly name: string };
  /** The folder with decoded pixels that `verifyFolder` used. */
  readonly cacheFolder: string;
  /** English by default. */
  readonly language?: Language;
}

/** For the layout of the map. */
const seed = 0;

/** Does the work of `writeFolderReport`. */
export async function writeFolderReportFiles(folder: string, report: FolderReport): Promise<void> {
  const { verification, catalog, model, cacheFolder, language = "en" } = report;
  const { mode, skipped, missingPairs } = verification;
  const { root, images, leftOut, duplicates, conflicts, notes } = catalog;
  const { imageSize: size, fit } = model;
  const store = await openPixelStore({ root, images, size, fit, cacheFolder });
  try {
    const content = await measuredContent({
      language,
      model,
      catalog,
      embeddings: verification.embeddings,
      measured: verification,
      thresholdInterval: verification.thresholdInterval,
      mode,
      store,
      seed,
      cautions: folderCautions({
        verification,
        catalog: { ...catalog, trainedOn: model.catalogHash },
      }),
    });
    const html = renderFolderReport({
      ...content,
      folder: {
        path: report.data,
        run: report.run,
        measured: new Date().toISOString(),
        ownThreshold: report.ownThreshold,
        targetFar: verification.targetFar,
        named: verification.named,
        folderThreshold: verification.folderThreshold,
        keep: report.keep ?? null,
        missingPairs,
        identification: verification.identification,
        crossValidation: verification.crossValidation,
        leftOut,
        skipped: skipped.filter((skip) => !leftOut.includes(skip)),
        duplicates,
        conflicts,
        notes,
      },
    });
    if (content.map.length > 0) await writeChart(folder, "map", embeddingMap(content.map));
    await writeAtomically(join(folder, "report.html"), html);
  } finally {
    store.close();
  }
}
