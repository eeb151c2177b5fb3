import { type Message, message } from "../language/message.ts";
import { truncateName } from "../language/truncate_name.ts";
import { UserError } from "../language/user_error.ts";
import type { OptionRules, Options } from "./option_schema.ts";

/**
 * Fills in what is not given. An option that is given as undefined is not.
 *
 * @param subject what messages say the options are of, such as `the loss "circle"`
 * @throws {UserError} on an option that there is not, or that is out of range
 */
export function resolveOptions<Rules extends OptionRules>(
  subject: Message,
  rules: Rules,
  given: Readonly<Record<string, unknown>>,
): Options<Rules> {
  for (const [name, value] of Object.entries(given)) {
    if (value === undefined) continue;
    const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
    if (!rule) {
      const names = Object.keys(rules).join(", ") || message`no options`;
      throw new UserError(
        message`cannot use ${subject}: it takes ${names}; found ${truncateName(name)}`,
      );
    }
    if (!rule.accepts(value)) {
      const found = typeof value === "string" ? `"${truncateName(value)}"` : String(value);
      throw new UserError(
        message`cannot use ${subject}: ${name}: wanted ${rule.expected}, found ${found}`,
      );
    }
  }
  return Object.fromEntries(
    Object.entries(rules).map(([name, rule]) => [name, given[name] ?? rule.default]),
  ) as Options<Rules>;
}
