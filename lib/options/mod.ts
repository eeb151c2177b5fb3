/**
 * Options of losses, miners, and optimizers: how to define, check, and describe them.
 *
 * @module
 */
export {
  describeOptions,
  type GivenOptions,
  type Option,
  type OptionDescription,
  type OptionEntries,
  type OptionValues,
} from "./options.ts";
