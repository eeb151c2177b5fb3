import {
  type Argument,
  Command,
  InvalidArgumentError,
  type Option,
} from "@commander-js/extra-typings";
import { closest, distance } from "fastest-levenshtein";
import { UserError } from "../../lib/language/mod.ts";
import { commandMessages } from "./command_messages.ts";

/** The fraction of letters that may be wrong where a flag is suggested. */
const mostWrong = 0.5;

/**
 * A Commander command whose errors are {@linkcode UserError}s, so that they have codes and both
 * languages. It overrides the methods by which Commander reports what was typed wrong; its types
 * do not list them, and `deno.json` pins the version.
 */
export class LocalizedCommand extends Command {
  unknownOption(flag: string): never {
    const bare = (name: string) => name.replace(/^-+/, "");
    const known = this.options.flatMap(({ long }) => long ?? []).concat("--help");
    const near = `--${closest(bare(flag), known.map(bare))}`;
    const longest = Math.max(bare(flag).length, bare(near).length);
    const isNear = distance(bare(flag), bare(near)) <= mostWrong * longest;
    throw new UserError(
      isNear ? commandMessages.unknownNear({ flag, near }) : commandMessages.unknown({ flag }),
    );
  }

  optionMissingArgument(option: Option): never {
    throw new UserError(commandMessages.valueMissing({ flag: nameOf(option) }));
  }

  missingMandatoryOptionValue(option: Option): never {
    throw new UserError(commandMessages.flagMissing({ flag: nameOf(option) }));
  }

  _conflictingOption(option: Option, other: Option): never {
    throw new UserError(commandMessages.conflict({ flag: nameOf(option), other: nameOf(other) }));
  }

  _excessArguments(args: readonly string[]): never {
    throw new UserError(
      commandMessages.tooManyArguments({
        most: this.registeredArguments.length,
        count: args.length,
        first: args[this.registeredArguments.length]!,
      }),
    );
  }

  /** Names the flag before what its parser found fault with. */
  _callParseArg(target: Option | Argument, text: string, previous: unknown): unknown {
    try {
      return target.parseArg?.(text, previous);
    } catch (error) {
      const flag = nameOf(target), value = JSON.stringify(text);
      if (error instanceof UserError) {
        const fault = error.userMessage;
        throw new UserError(commandMessages.valueRefused({ flag, value, fault }));
      }
      if (error instanceof InvalidArgumentError && target.argChoices) {
        const fault = commandMessages.expectedOneOf({ names: target.argChoices.join(", ") });
        throw new UserError(commandMessages.valueRefused({ flag, value, fault }));
      }
      throw error;
    }
  }
}

function nameOf(target: Option | Argument): string {
  return "flags" in target ? target.long ?? target.flags : target.name();
}
