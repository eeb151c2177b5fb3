import { message } from "../../language/message.ts";
import { UserError } from "../../language/user_error.ts";
import { backboneNames, findBackbone } from "./find_backbone.ts";

/**
 * Checks that a backbone has residual paths to leave out, where some are to be.
 *
 * @param rate see `DropPath`
 * @throws {UserError} when it has none, naming the backbones that have, or there is no such backbone
 */
export function requireDropPath(backbone: string, rate: number): void {
  if (rate === 0 || findBackbone(backbone).supportsDropPath) return;
  const able = backboneNames.filter((name) => findBackbone(name).supportsDropPath);
  throw new UserError(
    message`cannot drop paths of ${backbone} at a rate of ${rate}: it has none to leave out; take
      0, or one of: ${able.join(", ")}`,
  );
}
