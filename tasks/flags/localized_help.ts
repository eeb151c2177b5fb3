import { Help } from "@commander-js/extra-typings";
import stringWidth from "string-width";
import { phrase, textInLanguage } from "../language/language.ts";
import { wrap } from "../language/wrap.ts";

const plain = new Help();

/** Commander's help, in the language that is spoken. */
export const localizedHelp: Partial<Help> = {
  commandDescription: (command) =>
    plain.commandDescription(command).split("\n").map(textInLanguage).join("\n"),
  optionDescription: (option) => withRemarks(option.description, plain.optionDescription(option)),
  argumentDescription: (argument) =>
    withRemarks(argument.description, plain.argumentDescription(argument)),
  styleTitle: textInLanguage,
  displayWidth: stringWidth,
  boxWrap: wrap,
};

/** @param all the description and Commander's remarks in brackets, as it puts them together */
function withRemarks(description: string, all: string): string {
  const remarks = all.slice(description.length)
    .replace("choices: ", phrase`choices: `)
    .replace("default: ", phrase`default: `);
  return textInLanguage(description) + remarks;
}
