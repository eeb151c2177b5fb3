import { isDeepStrictEqual } from "node:util";
import { completeSettings } from "../settings/complete_settings.ts";
import type { TrainSettings } from "../settings/train_settings.ts";

/** Flags whose setting has another name. */
const flagOf: Partial<Record<keyof TrainSettings, string>> = {
  validationData: "val",
  embeddingSize: "embedding",
  augmentation: "augment",
};

/**
 * The command that trains with these settings once more: a flag for each that would not be so by
 * itself.
 *
 * @returns null where a setting is none that a flag can say, such as no limit where one is usual
 */
export function repeatCommand(settings: TrainSettings): string | null {
  const { data, optimizer, loss, backbone } = settings;
  const usual = completeSettings({ data, optimizer, loss, backbone });
  const named: readonly string[] = ["data", ...mainChoices(settings)];
  const flags: string[] = [];
  for (const [key, value] of Object.entries(settings)) {
    const name = key as keyof TrainSettings;
    if (!named.includes(name) && isDeepStrictEqual(value, usual[name])) continue;
    const flag = flagOf[name] ?? kebab(name);
    if (value === null) return null;
    if (typeof value === "boolean") flags.push(value ? `--${flag}` : `--no-${flag}`);
    else if (typeof value !== "object") flags.push(`--${flag} ${shellQuote(`${value}`)}`);
    else {
      const before = usual[name] as Record<string, unknown>;
      const changes = Object.entries(value).filter(([key, value]) => before[key] !== value);
      flags.push(
        `--${flag} ${changes.map(([key, value]) => shellQuote(`${key}=${value}`)).join(" ")}`,
      );
    }
  }
  return ["deno task train", ...flags].join(" ");
}

/** What other settings are completed by, where it is not the default. */
function mainChoices({ optimizer, loss, backbone }: TrainSettings): string[] {
  const { optimizer: a, loss: b, backbone: c } = completeSettings({});
  return [
    ...optimizer === a ? [] : ["optimizer"],
    ...loss === b ? [] : ["loss"],
    ...backbone === c ? [] : ["backbone"],
  ];
}

function kebab(name: string): string {
  return name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

/** As a POSIX shell takes it for one word; what follows a minus sign is no flag. */
export function shellQuote(word: string): string {
  return /^[\w./:=@%+,-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}
