import { Option } from "@commander-js/extra-typings";
import type { Text } from "../../lib/language/mod.ts";

/** The flag of commands that run a model: where it computes. */
export function backendOption(text: (text: Text) => string) {
  return new Option(
    "--backend <name>",
    text({ en: "where to compute", ja: "計算に使うバックエンド" }),
  ).choices(["auto", "webgpu", "wasm", "cpu"]).default("auto", "auto");
}
