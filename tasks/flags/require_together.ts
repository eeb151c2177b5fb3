import type { CommandUnknownOpts } from "@commander-js/extra-typings";
import { defineMessages, UserError } from "../../lib/language/mod.ts";

const messages = defineMessages("flags", {
  onlyTogether: {
    en: "cannot use {flag}: it only applies together with {needed}",
    ja: "{flag} は {needed} と一緒に使います",
  },
});

/**
 * Refuses flags that have no effect without another.
 *
 * @param command the command that was typed
 * @param needed the other flag, as the command calls it, such as `writePairs`
 * @param flags the flags that need it
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
  throw new UserError(
    messages.onlyTogether({ flag: { option: stray }, needed: { option: needed } }),
  );
}
