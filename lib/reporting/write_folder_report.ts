import type { FolderReport } from "./report/folder_report.ts";

export type { FolderReport };

/**
 * Writes a report on a verified folder as `report.html`, and its map, if it has one, as `map.svg` and
 * `map.png`.
 *
 * @param folder must exist; files of these names in it are replaced
 */
export async function writeFolderReport(folder: string, report: FolderReport): Promise<void> {
  // What renders charts is large. A program loads it when it writes a report.
  const { writeFolderReportFiles } = await import("./report/folder_report.ts");
  await writeFolderReportFiles(folder, report);
}
