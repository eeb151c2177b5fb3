/**
 * Reports, and files for TensorBoard.
 *
 * @module
 */
export { folderCautions, type FolderFacts } from "./report/content/folder_cautions.ts";
export { contactSheet, type ContactSheetContent } from "./contact_sheet.ts";
export type { ProjectorRow } from "./tensorboard/projector_metadata.ts";
export { type ProjectorContent, writeProjector } from "./tensorboard/write_projector.ts";
export { writeTensorBoard } from "./tensorboard/write_tensorboard.ts";
export { verificationJson } from "./verification_json.ts";
export { type FolderReport, writeFolderReport } from "./write_folder_report.ts";
export { writeVerification } from "./write_verification.ts";
