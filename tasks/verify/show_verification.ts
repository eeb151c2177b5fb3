import type { UserMessage } from "../../lib/language/mod.ts";
import { verificationJson } from "../../lib/reporting/mod.ts";
import type { FolderVerification } from "../../lib/verification/mod.ts";
import { translate } from "../language/language.ts";
import { printJson } from "../output/print_json.ts";
import { verificationReport } from "../output/verification_report.ts";
import { say } from "./say.ts";

/**
 * Shows what was measured, and what to keep in mind about it.
 *
 * @param options.json true for one JSON document on standard output; cautions are then on standard error too
 * @param options.keptAs the name under which the model keeps the threshold that the images choose
 */
export function showVerification(
  verification: FolderVerification,
  cautions: readonly UserMessage[],
  { json, keptAs = null }: { readonly json: boolean; readonly keptAs?: string | null },
): void {
  if (!json) return console.log(verificationReport(verification, cautions));
  for (const caution of cautions) say(translate(caution));
  printJson({ ...verificationJson(verification), cautions, keptAs });
}
