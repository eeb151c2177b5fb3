import { parse as parseTolerantly, type ParseError, printParseErrorCode } from "jsonc-parser";
import { duplicateKey } from "../../io/duplicate_key.ts";
import { readBoundedText } from "../../io/read_bounded_text.ts";
import { type Message, message } from "../../language/message.ts";
import { truncateName } from "../../language/truncate_name.ts";
import { UserError } from "../../language/user_error.ts";
import { type Config, parseConfig } from "./parse_config.ts";

/** Bytes that are read. */
const mostBytes = 2 ** 20;

/**
 * Reads what a JSON file asks for, such as a run's `config.json`: see {@linkcode parseConfig}.
 *
 * @throws {UserError} when there is no such file, it is no JSON (with line and column), or it asks for
 *   what cannot be
 */
export async function readConfig(path: string): Promise<Config> {
  const text = await readBoundedText(path, mostBytes).catch((error) => {
    if (!(error instanceof Deno.errors.NotFound)) throw error;
    const reason = message`there is no such file`;
    throw new UserError(message`cannot read the config "${path}": ${reason}; check the path`);
  });
  return parseConfig(parse(text, path), message`the config "${path}"`);
}

function parse(text: string, path: string): unknown {
  const json = text.replace(/^\ufeff/, "");
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    throw new UserError(message`cannot read the config "${path}": ${firstFault(json)}`);
  }
  const twice = duplicateKey(json);
  if (twice === undefined) return value;
  throw new UserError(
    message`cannot use the config "${path}": ${truncateName(twice)} is given twice; leave one out`,
  );
}

/** Where a text is no JSON, and why: V8 does not always say. */
function firstFault(text: string): Message {
  const faults: ParseError[] = [];
  try {
    parseTolerantly(text, faults, { disallowComments: true });
  } catch (error) {
    // It is recursive, and a text may open more lists than the stack holds.
    if (!(error instanceof RangeError)) throw error;
  }
  const [fault] = faults;
  if (!fault) return message`no JSON`;
  const lines = text.slice(0, fault.offset).split("\n");
  const reason = printParseErrorCode(fault.error).replaceAll(
    /(?<=[a-z])[A-Z]/g,
    (letter) => ` ${letter.toLowerCase()}`,
  );
  return message`no JSON at line ${lines.length}, column ${lines.at(-1)!.length + 1}:
    ${reason.toLowerCase()}`;
}
