import { describeRates, type FolderVerification } from "../../mod.ts";
import { renderTable } from "./table.ts";

/** Pictures and identities that are named to people; `--json` names all. */
const maxNamed = 20;

/** What was measured on a folder, for people to read. */
export function renderVerification(verification: FolderVerification): string {
  const { figures, decision, enrolled, skipped, missing, missingPairs } = verification;
  const { positivePairs, negativePairs, tarAtFar } = figures;
  return [
    renderTable([
      ["mode", verification.mode],
      ["identities", count(verification.identities)],
      ["images", count(verification.images)],
      ["positive pairs", count(positivePairs)],
      ["negative pairs", count(negativePairs)],
      ["AUC", figures.auc.toFixed(4)],
      ["EER", percent(figures.eer)],
      ["average precision", figures.averagePrecision.toFixed(4)],
      ["best accuracy", percent(figures.accuracy)],
      ["best balanced accuracy", percent(figures.balancedAccuracy)],
      ...Object.entries(tarAtFar).map(([far, tar]): [string, string] => [
        `TAR at FAR ${far}`,
        tar === null ? "- (too few negative pairs)" : percent(tar),
      ]),
      ["threshold", decision.threshold.toFixed(4)],
      ["false accept rate there", percent(decision.far)],
      ["false reject rate there", percent(decision.frr)],
    ]),
    describeRates({ ...decision, positivePairs, negativePairs }, "this folder"),
    section(
      "Each identity enrolled in turn",
      enrolled.map(({ identity, images, figures }) =>
        `${identity}: ${images} image${images === 1 ? "" : "s"}, ` +
        (figures
          ? `AUC ${figures.auc.toFixed(4)}, EER ${percent(figures.eer)}`
          : "no pair to measure")
      ),
    ),
    section("Skipped", skipped.map(({ path, reason }) => `${path}: ${reason}`)),
    missingPairs > 0 ? `Listed pairs left out: ${count(missingPairs)}` : "",
    section("Listed but not in the folder", missing),
  ].filter((text) => text !== "").join("\n\n");
}

function section(title: string, lines: readonly string[]): string {
  if (lines.length === 0) return "";
  const more = lines.length - maxNamed;
  return [
    `${title} (${count(lines.length)}):`,
    ...lines.slice(0, maxNamed).map((line) => `  ${line}`),
    ...(more > 0 ? [`  and ${count(more)} more; --json names all`] : []),
  ].join("\n");
}

/** A rate as people read it, such as `1.25 %`. */
export function percent(rate: number): string {
  return `${(100 * rate).toFixed(2)} %`;
}

function count(value: number): string {
  return value.toLocaleString("en-US");
}
