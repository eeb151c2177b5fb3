import { truncateName } from "../language/truncate_name.ts";
import { UserError } from "../language/user_error.ts";
import type { UserMessage } from "../language/user_message.ts";
import { didYouMean } from "./did_you_mean.ts";
import { nameList, optionMessages } from "./messages.ts";

/**
 * Finds a definition in a registry.
 *
 * @param kind what the registry holds, such as `loss`
 * @throws {UserError} if none has the name; the message lists the names
 */
export function findDefinition<Definition extends { readonly name: string }>(
  definitions: readonly Definition[],
  name: string,
  kind: UserMessage,
): Definition {
  const found = definitions.find((definition) => definition.name === name);
  if (found) return found;
  const names = definitions.map((definition) => definition.name);
  throw new UserError(
    optionMessages.unknownName({
      kind,
      name: truncateName(name),
      names: nameList(names),
      suggestion: didYouMean(name, names),
    }),
  );
}

/**
 * Adds a program's own definition to a registry. Adding it again changes nothing.
 *
 * @param kind what the registry holds, such as `loss`
 * @throws {UserError} if another definition has its name
 */
export function addDefinition<Definition extends { readonly name: string }>(
  definitions: Definition[],
  definition: Definition,
  kind: UserMessage,
): void {
  const { name } = definition;
  const known = definitions.find((other) => other.name === name);
  if (known === definition) return;
  if (known) throw new UserError(optionMessages.nameTaken({ kind, name: truncateName(name) }));
  definitions.push(definition);
}
