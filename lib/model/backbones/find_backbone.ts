import { message } from "../../language/message.ts";
import { truncateName } from "../../language/truncate_name.ts";
import { UserError } from "../../language/user_error.ts";
import type { Backbone } from "./backbone.ts";
import { efficientNets } from "./efficientnets.ts";
import { resNets } from "./resnet.ts";
import { tiny } from "./tiny.ts";

const backbones: readonly Backbone[] = [tiny, ...efficientNets, ...resNets];

/** The names of all backbones. */
export const backboneNames: readonly string[] = backbones.map((backbone) => backbone.name);

/**
 * Finds a backbone by its name.
 *
 * @throws {UserError} when there is none of that name, naming those that there are
 */
export function findBackbone(name: string): Backbone {
  const found = backbones.find((backbone) => backbone.name === name);
  if (found) return found;
  throw new UserError(
    message`no backbone is called "${truncateName(name)}"; choose one of: ${
      backboneNames.join(", ")
    }`,
  );
}
