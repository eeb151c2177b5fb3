/**
 * The page that runs a model in a browser, as a folder of static files.
 *
 * @module
 */
export { type ExportedSite, exportSite } from "./export_site.ts";
