import { requireNewFile, writeAtomically } from "../../lib/io/mod.ts";
import { makePairList } from "../../lib/verification/mod.ts";
import { displayPath } from "../flags/display_path.ts";
import { translate } from "../language/language.ts";
import { indexImages } from "../output/index_images.ts";
import { verifyMessages as messages } from "../output/verify_messages.ts";
import { say } from "./say.ts";
import type { VerifyOptions } from "./verify_options.ts";

/** Writes a list of pairs of a folder. */
export async function writePairList(
  data: string,
  file: string,
  options: VerifyOptions,
): Promise<void> {
  const { folds, pairsPerFold, seed, json } = options;
  await requireNewFile(file, "writePairs");
  const catalog = await indexImages(data, options.catalog, say);
  const { text, ...list } = makePairList(catalog, { folds, pairsPerFold, seed });
  await writeAtomically(file, text);
  for (const path of list.unnamed) {
    say(translate(messages.imageWithoutName({ path: JSON.stringify(path) })));
  }
  if (!list.disjoint) say(translate(messages.foldsOverlap()));
  const pairs = list.folds * 2 * list.pairsPerFold;
  if (json) console.log(JSON.stringify({ file, pairs, ...list }, null, 2));
  else {
    const { folds } = list;
    console.log(translate(messages.pairListWritten({ pairs, folds, path: displayPath(file) })));
  }
}
