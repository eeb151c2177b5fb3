import { UserError } from "../../language/user_error.ts";
import { findDefinition } from "../../options/find_definition.ts";
import type { Backbone } from "./backbone.ts";
import { efficientNetLite0 } from "./efficientnet_lite.ts";
import { efficientNetV2s } from "./efficientnet_v2.ts";
import { backboneMessages } from "./messages.ts";
import { mobileNetV1 } from "./mobilenet_v1.ts";
import { mobileNetV2 } from "./mobilenet_v2.ts";
import { resNets } from "./resnet.ts";
import { tiny } from "./tiny.ts";

/** All backbones. */
export const backbones: readonly Backbone[] = [
  tiny,
  ...efficientNetV2s,
  efficientNetLite0,
  mobileNetV2,
  mobileNetV1,
  ...resNets,
];

/** The names of all backbones. */
export const backboneNames: readonly string[] = backbones.map(({ name }) => name);

/**
 * Finds a backbone by its name.
 *
 * @throws {UserError} if no backbone has the name; the message lists the names
 */
export function findBackbone(name: string): Backbone {
  return findDefinition(backbones, name, backboneMessages.kind());
}

/**
 * Checks that a backbone has residual paths, if some are to be dropped.
 *
 * @param rate see `DropPath`
 * @throws {UserError} if it has none, naming the backbones that do, or if there is no such backbone
 */
export function requireDropPath(backbone: string, rate: number): void {
  if (rate === 0 || findBackbone(backbone).supportsDropPath) return;
  const others = backbones.filter(({ supportsDropPath }) => supportsDropPath);
  throw new UserError(
    backboneMessages.noDropPath({
      option: { option: "dropPath" },
      rate,
      backbone,
      others: others.map(({ name }) => name).join(", "),
    }),
  );
}
