import { type CommandUnknownOpts, Option } from "@commander-js/extra-typings";
import { kebabCase, type Text } from "../../lib/language/mod.ts";
import type { SettingDescription } from "../../lib/options/mod.ts";
import { choice, namedValue, numberAsTyped } from "./command.ts";

/**
 * Adds the flag of a setting to a command. The library checks its value. A flag that another setting
 * shares is added once.
 *
 * @param key the setting's key
 * @param text picks the language of the help
 * @param revocable true to add a flag that takes back what a file says of a setting that is on or off
 */
export function addSetting(
  command: CommandUnknownOpts,
  key: string,
  setting: SettingDescription,
  text: (text: Text) => string,
  { revocable = false }: { readonly revocable?: boolean } = {},
): void {
  const { kind, placeholder = "", names = [], help, defaultHelp, default: byDefault } = setting;
  const flag = `--${setting.flag ?? kebabCase(key)}`;
  if (command.options.some(({ long }) => long === flag)) return;
  if (kind === "boolean") {
    command.option(flag, text(help));
    if (!revocable) return;
    command.option(
      flag.replace("--", "--no-"),
      text({
        en: `override ${flag} of a preset or a config file`,
        ja: `プリセットやファイルの ${flag} を取り消す`,
      }),
    );
    return;
  }
  const option = kind === "choice"
    ? choice(`${flag} ${placeholder}`, text(help), names)
    : new Option(`${flag} ${placeholder}`, text(help));
  if (kind === "number") option.argParser(numberAsTyped);
  if (kind === "options") option.argParser(namedValue);
  else if (kind === "list") option.argParser((item, others?: string[]) => [...others ?? [], item]);
  else option.default(byDefault ?? null, defaultHelp && text(defaultHelp));
  command.addOption(option);
}
