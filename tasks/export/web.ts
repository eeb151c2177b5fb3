import { requireOutputFolder } from "../../lib/io/mod.ts";
import { displayPath } from "../flags/display_path.ts";
import { exportMessages as messages } from "../output/export_messages.ts";
import type { ExportTarget } from "./export_target.ts";

/** A folder of static files: a page that runs the model in the browser. */
export const web: ExportTarget = {
  name: "web",
  help: {
    en: "a page that runs the model in the browser, as a folder for any web server",
    ja: "ブラウザーの中でモデルを動かすページ(どのウェブサーバーにも置けるフォルダー)",
  },
  requireOut: (out) => requireOutputFolder(out, { inputs: [] }),
  async write(run, out) {
    const { exportSite } = await import("../../lib/web/site/mod.ts");
    const figures = { ...await exportSite(run, out) };
    return { message: messages.wroteWeb({ folder: displayPath(out), ...figures }), figures };
  },
};
