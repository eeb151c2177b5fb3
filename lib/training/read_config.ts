import { parse as parseTolerantly, type ParseError, printParseErrorCode } from "jsonc-parser";
import { type Message, message } from "../message.ts";
import { UserError } from "../user_error.ts";
import { type Config, parseConfig } from "./parse_config.ts";

/**
 * Reads what a JSON file asks for, such as a run's `config.json`: see {@linkcode parseConfig}.
 *
 * @throws {UserError} when there is no such file, it is no JSON (with line and column), or it asks for
 *   what cannot be
 */
export async function readConfig(path: string): Promise<Config> {
  const text = await Deno.readTextFile(path).catch((error) => {
    const reason = error instanceof Deno.errors.NotFound
      ? message`there is no such file`
      : error.message;
    throw new UserError(message`cannot read the config "${path}": ${reason}; check the path`);
  });
  return parseConfig(parse(text, path), message`the config "${path}"`);
}

function parse(text: string, path: string): unknown {
  const json = text.replace(/^\ufeff/, "");
  try {
    return JSON.parse(json);
  } catch {
    throw new UserError(message`cannot read the config "${path}": ${firstFault(json)}`);
  }
}

/** Where a text is no JSON, and why: V8 does not always say. */
function firstFault(text: string): Message {
  const faults: ParseError[] = [];
  parseTolerantly(text, faults, { disallowComments: true });
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
