import type { MessageValue, Text, UserMessage } from "./user_message.ts";

/** The name in the braces of a parameter: `folder`, or `count` of `count, plural, one {# file`. */
export type NameIn<Inside extends string> = Inside extends `${infer Name},${string}` ? Name
  : Inside extends `${string} ${string}` | `#${string}` | "" ? never
  : Inside;

/**
 * The parameters of a pattern. A branch of a plural holds `#` or more than one word, by which it is
 * told from a parameter.
 */
export type ParameterNames<Pattern extends string> = Pattern extends
  `${string}{${infer Inside}}${infer Rest}` ? NameIn<Inside> | ParameterNames<Rest>
  : never;

/** Makes a message from the values of its parameters. */
export type MessageMaker<Pattern extends string> = [ParameterNames<Pattern>] extends [never]
  ? () => UserMessage
  : (values: Readonly<Record<ParameterNames<Pattern>, MessageValue>>) => UserMessage;

/**
 * Defines the messages of a part of Futago, each in every language.
 *
 * @example
 * ```ts
 * const messages = defineMessages("dataset", {
 *   folderMissing: {
 *     en: "cannot read {folder}: the folder does not exist; check the path",
 *     ja: "{folder} を読み込めません。フォルダーがありません。パスを確かめてください",
 *   },
 *   leftOut: { en: "left out {count, plural, one {# file} other {# files}}", ja: "{count}件を除外" },
 * });
 * throw new UserError(messages.folderMissing({ folder }));
 * ```
 *
 * @param area the first part of the codes
 * @param texts a text by the second part of its code
 * @returns for each text a function from the values of its parameters to the message
 */
export function defineMessages<const Texts extends Readonly<Record<string, Text>>>(
  area: string,
  texts: Texts,
): { readonly [Name in keyof Texts]: MessageMaker<Texts[Name]["en"]> } {
  return Object.fromEntries(
    Object.entries(texts).map(([name, text]) => [
      name,
      (values: UserMessage["values"] = {}): UserMessage => ({
        code: `${area}.${name}`,
        text,
        values,
      }),
    ]),
  ) as never;
}
