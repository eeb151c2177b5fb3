import { type Message, message } from "../language/message.ts";
import { UserError } from "../language/user_error.ts";

/** @throws {UserError} where a name is not among those known */
export function requireName<Name extends string>(
  kind: Message,
  name: string,
  known: readonly Name[],
): asserts name is Name {
  if (known.includes(name as Name)) return;
  throw new UserError(
    message`cannot use the ${kind} ${JSON.stringify(name)}: wanted one of ${known.join(", ")}`,
  );
}
