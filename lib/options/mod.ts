/**
 * Options of losses, miners, and optimizers: how to define, check, and describe them.
 *
 * @module
 */
export { findDefinition } from "./find_definition.ts";
export {
  describeOptions,
  type GivenOptions,
  type Option,
  option,
  type OptionDescription,
  type OptionEntries,
  type OptionValues,
  parseOptions,
} from "./options.ts";
export {
  above,
  anyNumber,
  atLeast,
  between,
  flag,
  fraction,
  fromTo,
  numberThat,
  oneOf,
  type SchemaMetadata,
  text,
  whole,
} from "./schemas.ts";
export type { Setting, SettingDescription, SettingsOf } from "./setting.ts";
