import { decodeText } from "../../lib/io/mod.ts";
import { UserError } from "../../lib/language/mod.ts";
import { type PairList, parsePairList } from "../../lib/verification/mod.ts";
import { verifyMessages as messages } from "../output/verify_messages.ts";

/**
 * Reads the list of pairs of a file.
 *
 * @throws {UserError} if it cannot be read, or is no list of pairs
 */
export async function readPairList(path: string): Promise<PairList> {
  const bytes = await Deno.readFile(path).catch((error) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new UserError(messages.pairListUnreadable({ path, reason }));
  });
  return parsePairList(decodeText(bytes, path));
}
