import { join } from "node:path";
import { writeAtomically } from "../io/write_atomically.ts";
import { UserError } from "../language/user_error.ts";
import type { FolderVerification } from "../verification/folder_verification.ts";
import { verificationReportMessages } from "./messages.ts";
import { heldOutContent } from "./report/content/held_out_content.ts";
import { verificationJson } from "./verification_json.ts";

/**
 * Writes what was measured on a folder: `verification.json` with all metrics and the curves (`roc`
 * with its `rocBand`, `precisionRecall`, `det`, `histogram`, `cmc`, `openSet`), and four charts, each
 * as SVG and PNG: `roc`, `precision-recall`, `det` and `similarities`.
 *
 * @param folder is made if it does not exist; files of these names in it are replaced
 * @throws {UserError} if the folder cannot be made
 */
export async function writeVerification(
  folder: string,
  verification: FolderVerification,
): Promise<void> {
  await Deno.mkdir(folder, { recursive: true }).catch((error) => {
    throw new UserError(
      verificationReportMessages.notWritable({ folder, reason: error.message }),
    );
  });
  await writeAtomically(
    join(folder, "verification.json"),
    JSON.stringify({ ...verificationJson(verification), ...curvesOf(verification) }, plainNumbers) +
      "\n",
  );
  const { mode, identities, images, thresholdInterval } = verification;
  const content = heldOutContent(verification, { mode, identities, images, thresholdInterval });
  // What renders charts is large. A program loads it when it writes charts.
  const { writeHeldOutCharts } = await import("./report/images/write_report_charts.ts");
  await writeHeldOutCharts(folder, content);
}

function curvesOf({ curves, intervals, retrieval, identification }: FolderVerification) {
  return {
    ...curves,
    rocBand: intervals?.band ?? null,
    cmc: retrieval?.cmc ?? null,
    openSet: identification?.curve ?? null,
  };
}

/** Typed arrays as arrays. Infinity, where curves start, becomes null, since JSON has none. */
function plainNumbers(_key: string, value: unknown): unknown {
  return value instanceof Float64Array ? [...value] : value;
}
