import { join } from "node:path";
import { writeAtomically } from "../artefact/write_atomically.ts";
import { message } from "../message.ts";
import { UserError } from "../user_error.ts";
import type { FolderVerification } from "../verification/folder_verification.ts";
import { rocPicture } from "./charts/roc_picture.ts";
import { svgToPng } from "./svg_to_png.ts";
import { verificationJson } from "./verification_json.ts";

/**
 * Writes what was measured on a folder: `verification.json` with all figures and the curves (`roc`
 * with its `rocBand`, `precisionRecall`, `det`, `cmc`, `openSet`), and the first of them as a picture,
 * `roc.svg` and `roc.png`.
 *
 * @param folder is made when absent; files of these names in it are replaced
 * @throws {UserError} when the folder cannot be made
 */
export async function writeVerification(
  folder: string,
  verification: FolderVerification,
): Promise<void> {
  const { mode, identities, images, figures, decision, curves } = verification;
  const svg = rocPicture({
    curve: curves.roc,
    auc: figures.auc,
    subtitle: `${mode}: ${identities} identities, ${images} images, ` +
      `${count(figures.positivePairs)} positive and ${count(figures.negativePairs)} negative pairs`,
    decision,
  });
  await Deno.mkdir(folder, { recursive: true }).catch((error) => {
    throw new UserError(
      message`cannot write to "${folder}": ${error.message}; name another folder`,
    );
  });
  await writeAtomically(
    join(folder, "verification.json"),
    JSON.stringify({ ...verificationJson(verification), ...curvesOf(verification) }, plainNumbers) +
      "\n",
  );
  await writeAtomically(join(folder, "roc.svg"), svg);
  await writeAtomically(join(folder, "roc.png"), await svgToPng(svg));
}

function curvesOf({ curves, intervals, retrieval, identification }: FolderVerification) {
  return {
    ...curves,
    rocBand: intervals?.band ?? null,
    cmc: retrieval?.cmc ?? null,
    openSet: identification?.curve ?? null,
  };
}

/** Typed arrays as arrays; JSON has no infinity, where curves start: null stands for it. */
function plainNumbers(_key: string, value: unknown): unknown {
  return value instanceof Float64Array ? [...value] : value;
}

function count(pairs: number): string {
  return pairs.toLocaleString("en-US");
}
