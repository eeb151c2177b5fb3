import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import { message, UserError } from "../../mod.ts";

/**
 * Refuses flags that mean nothing without another.
 *
 * @param needed the other, as the command calls it, such as `writePairs`
 * @throws {UserError} on the first of the flags that was typed without it
 */
export function requireTogether(
  command: CommandUnknownOpts,
  needed: string,
  flags: readonly string[],
): void {
  const given = (flag: string) => command.getOptionValueSource(flag) === "cli";
  const stray = given(needed) ? undefined : flags.find(given);
  if (stray === undefined) return;
  const [typed, missing] = [stray, needed].map((flag) =>
    flag.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
  );
  throw new UserError(
    message`cannot use --${typed!} without --${missing!}: it is about what that names`,
  );
}
