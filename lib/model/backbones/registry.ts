import { UserError } from "../../language/user_error.ts";
import { addDefinition, findDefinition } from "../../options/find_definition.ts";
import type { Backbone } from "./backbone.ts";
import { efficientNetLite0 } from "./efficientnet_lite.ts";
import { efficientNetV2s } from "./efficientnet_v2.ts";
import { backboneMessages } from "./messages.ts";
import { mobileNetV1 } from "./mobilenet_v1.ts";
import { mobileNetV2 } from "./mobilenet_v2.ts";
import { resNets } from "./resnet.ts";
import { tiny } from "./tiny.ts";

const registered: Backbone[] = [
  tiny,
  ...efficientNetV2s,
  efficientNetLite0,
  mobileNetV2,
  mobileNetV1,
  ...resNets,
];

/** The backbones that a run can choose: those of this package, then those registered. */
export const backbones: readonly Backbone[] = registered;

/** The names of `backbones`. */
export function backboneNames(): readonly string[] {
  return backbones.map(({ name }) => name);
}

/**
 * Adds a backbone of your own, so that settings can name it. A program that resumes a run, or loads its
 * model, registers the run's backbone first.
 *
 * @throws {UserError} if another backbone has the name
 */
export function registerBackbone(backbone: Backbone): void {
  addDefinition(registered, backbone, backboneMessages.kind());
}

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
