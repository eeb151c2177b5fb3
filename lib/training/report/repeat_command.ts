import { isDeepStrictEqual } from "node:util";
import { shellQuote } from "../../language/shell_quote.ts";
import { completeSettings } from "../settings/complete_settings.ts";
import { flagOf, type TrainSettings } from "../settings/train_settings.ts";

/**
 * The command that trains with these settings again: a flag for each that is not the default.
 *
 * @returns null if no flag can give a setting, such as no limit where there is one by default
 */
export function repeatCommand(settings: TrainSettings): string | null {
  const { data, optimizer, loss, backbone } = settings;
  const defaults = completeSettings({ data, optimizer, loss, backbone });
  const named: readonly string[] = ["data", ...mainChoices(settings)];
  const flags: string[] = [];
  for (const [key, value] of Object.entries(settings)) {
    const name = key as keyof TrainSettings;
    // The batch of a run fits its data.
    if (name === "shrinkBatch") continue;
    if (!named.includes(name) && isDeepStrictEqual(value, defaults[name])) continue;
    const flag = flagOf(name);
    if (value === null) return null;
    if (name === "test" && settings.testData !== null) continue;
    if (typeof value === "boolean") flags.push(value ? flag : flag.replace("--", "--no-"));
    else if (Array.isArray(value)) {
      flags.push(...value.map((item) => `${flag} ${shellQuote(`${item}`)}`));
    } else if (typeof value !== "object") flags.push(`${flag} ${shellQuote(`${value}`)}`);
    else {
      const before = defaults[name] as Record<string, unknown>;
      const changes = Object.entries(value).filter(([key, value]) => before[key] !== value);
      flags.push(
        `${flag} ${changes.map(([key, value]) => shellQuote(`${key}=${value}`)).join(" ")}`,
      );
    }
  }
  return ["deno task train", ...flags].join(" ");
}

/** Settings that the defaults of others depend on, where they are not the default. */
function mainChoices({ optimizer, loss, backbone }: TrainSettings): string[] {
  const { optimizer: a, loss: b, backbone: c } = completeSettings({});
  return [
    ...optimizer === a ? [] : ["optimizer"],
    ...loss === b ? [] : ["loss"],
    ...backbone === c ? [] : ["backbone"],
  ];
}
