/**
 * Messages in two languages: plain data with a code, formatted when they are shown.
 *
 * @module
 */
export {
  defineMessages,
  type MessageMaker,
  type NameIn,
  type ParameterNames,
} from "./define_messages.ts";
export { escapeControls } from "./escape_controls.ts";
export { type NumberFormat, numberFormat } from "./format_numbers.ts";
export { kebabCase } from "./kebab_case.ts";
export { messageJson } from "./message_json.ts";
export { shellQuote } from "./shell_quote.ts";
export { UserError } from "./user_error.ts";
export {
  formatMessage,
  type FormatOptions,
  type Language,
  languages,
  type MessageValue,
  type OptionName,
  type Text,
  type UserMessage,
} from "./user_message.ts";
