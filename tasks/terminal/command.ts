import { Command, InvalidArgumentError } from "@commander-js/extra-typings";

/**
 * A Commander command that throws instead of exiting and leaves the showing of errors to `runTask`.
 *
 * @example
 * ```ts
 * const { batch } = taskCommand("train", "Train a model.")
 *   .option("--batch <n>", "images a batch", wholeNumber(2), 32)
 *   .parse(Deno.args, { from: "user" }).opts();
 * ```
 *
 * @param name the task's name as it is typed, such as `train`
 * @param description what `--help` says above the flags
 */
export function taskCommand(name: string, description: string): Command {
  return new Command(`deno task ${name}`)
    .description(description)
    .exitOverride()
    .configureHelp({ helpWidth: 100, sortOptions: false })
    .configureOutput({ outputError: () => {} });
}

/**
 * Parser of a flag that takes a whole number.
 *
 * @param min the smallest that is taken
 * @param max the largest that is taken
 * @throws {InvalidArgumentError} from the parser: what was wanted and what was found
 */
export function wholeNumber(
  min: number,
  max: number = Number.MAX_SAFE_INTEGER,
): (text: string) => number {
  const range = max === Number.MAX_SAFE_INTEGER ? `of at least ${min}` : `from ${min} to ${max}`;
  return (text) => {
    const value = /^[+-]?\d+$/.test(text) ? Number(text) : NaN;
    if (value >= min && value <= max) return value;
    throw wanted(`a whole number ${range}`, text);
  };
}

/**
 * Parses a flag that takes a number above zero.
 *
 * @throws {InvalidArgumentError} what was wanted and what was found
 */
export function positiveNumber(text: string): number {
  const value = decimal(text);
  if (value > 0) return value;
  throw wanted("a number above 0", text);
}

/**
 * Parses a flag that takes a share, 0 to 1.
 *
 * @throws {InvalidArgumentError} what was wanted and what was found
 */
export function share(text: string): number {
  const value = decimal(text);
  if (value >= 0 && value <= 1) return value;
  throw wanted("a number from 0 to 1", text);
}

/** A finite number in decimal notation, or NaN: `Number` alone would take "", "0x10" and "Infinity". */
function decimal(text: string): number {
  const value = /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text) ? Number(text) : NaN;
  return Number.isFinite(value) ? value : NaN;
}

function wanted(what: string, found: string): InvalidArgumentError {
  return new InvalidArgumentError(`Wanted ${what}, found "${found}".`);
}
