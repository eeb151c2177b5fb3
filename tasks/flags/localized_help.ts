import type { Argument, Help, Option } from "@commander-js/extra-typings";
import stringWidth from "string-width";
import { formatMessage, type Language, type Text } from "../../lib/language/mod.ts";
import { wrap } from "../language/wrap.ts";
import { commandMessages } from "./command_messages.ts";

/** Commander's own titles. */
const titles: Readonly<Record<string, Text>> = {
  "Usage:": { en: "Usage:", ja: "使い方:" },
  "Arguments:": { en: "Arguments:", ja: "引数:" },
  "Options:": { en: "Options:", ja: "オプション:" },
};

/** How Commander shows the help of a command in a language. */
export function localizedHelp(language: Language): Partial<Help> {
  /** A description with the choices and the default of what it describes. */
  const described = (
    { description, argChoices, defaultValue, defaultValueDescription }: Option | Argument,
  ) => {
    const remarks = [];
    if (argChoices) {
      const names = argChoices.map((name) => JSON.stringify(name)).join(", ");
      remarks.push(commandMessages.helpChoices({ names }));
    }
    if (defaultValue !== undefined && defaultValue !== false) {
      const value = defaultValueDescription ?? JSON.stringify(defaultValue);
      remarks.push(commandMessages.helpDefault({ value }));
    }
    const shown = remarks.map((remark) => formatMessage(remark, { language }));
    return description + (shown.length > 0 ? ` (${shown.join(", ")})` : "");
  };
  return {
    optionDescription: described,
    argumentDescription: described,
    styleTitle: (title) => titles[title]?.[language] ?? title,
    displayWidth: stringWidth,
    boxWrap: wrap,
  };
}
