import { message } from "../message.ts";
import { truncateName } from "../shown_name.ts";
import { UserError } from "../user_error.ts";
import type { Backbone } from "./backbone.ts";
import { efficientNets } from "./backbones/efficientnets.ts";
import { resNets } from "./backbones/resnet.ts";
import { tiny } from "./backbones/tiny.ts";

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
