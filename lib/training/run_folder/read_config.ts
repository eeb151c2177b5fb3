import { parse as parseTolerantly, type ParseError, printParseErrorCode } from "jsonc-parser";
import { duplicateKey } from "../../io/duplicate_key.ts";
import { readBoundedText } from "../../io/read_bounded_text.ts";
import { truncateName } from "../../language/truncate_name.ts";
import { UserError } from "../../language/user_error.ts";
import type { UserMessage } from "../../language/user_message.ts";
import { settingsMessages as messages } from "../settings/messages.ts";
import { type Config, parseConfig } from "../settings/parse_config.ts";
import { upgradeConfig } from "./upgrade.ts";

/** Bytes that are read. */
const mostBytes = 2 ** 20;

/**
 * Reads what a JSON file asks for, such as a run's `config.json` of any version: see
 * {@linkcode parseConfig}.
 *
 * @throws {UserError} if there is no such file, it is not JSON (with line and column), or it asks for
 *   something that is not possible
 */
export async function readConfig(path: string): Promise<Config> {
  const text = await readBoundedText(path, mostBytes).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    throw new UserError(messages.configMissing({ path }));
  });
  const source = messages.theConfig({ path });
  return parseConfig(upgradeConfig(parse(text, path), source), source, (name) => name);
}

function parse(text: string, path: string): unknown {
  const json = text.replace(/^\ufeff/, "");
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new UserError(syntaxFault(json, path));
  }
  const twice = duplicateKey(json);
  if (twice === undefined) return value;
  throw new UserError(
    messages.cannotUse({
      source: messages.theConfig({ path }),
      fault: messages.twice({ setting: truncateName(twice) }),
    }),
  );
}

/** Says where a text is not JSON, and why: V8 does not always say so. */
function syntaxFault(text: string, path: string): UserMessage {
  const faults: ParseError[] = [];
  try {
    parseTolerantly(text, faults, { disallowComments: true });
  } catch (error) {
    // The parser is recursive, and a text can open more lists than the stack holds.
    if (!(error instanceof RangeError)) throw error;
  }
  const [fault] = faults;
  if (!fault) return messages.configNoJson({ path });
  const lines = text.slice(0, fault.offset).split("\n");
  return messages.configNoJsonAt({
    path,
    line: lines.length,
    column: lines.at(-1)!.length + 1,
    fault: printParseErrorCode(fault.error)
      .replaceAll(/(?<=[a-z])[A-Z]/g, (letter) => ` ${letter}`)
      .toLowerCase(),
  });
}
