import { join } from "node:path";
import { downloadFile, type DownloadOptions } from "../../io/download_file.ts";
import { fileExists } from "../../io/file_exists.ts";
import { message } from "../../language/message.ts";
import { UserError } from "../../language/user_error.ts";
import type { Backbone } from "../backbones/backbone.ts";
import { backboneNames, findBackbone } from "../backbones/find_backbone.ts";
import { layersBackbone } from "./load_weights.ts";

/** What {@linkcode imageNetWeights} needs. */
export interface ImageNetOptions extends Pick<DownloadOptions, "signal" | "onProgress"> {
  /** The file is kept in its folder `weights`. */
  readonly cacheFolder: string;
  /** Where timm's models are. */
  readonly hub?: string;
}

/**
 * Finds the weights that timm trained on ImageNet for a backbone: in the cache folder, where the user
 * may have put them, else on timm's hub.
 *
 * @returns the path of a safetensors file for `loadWeights`
 * @throws {UserError} when timm has none for it, or they cannot be downloaded: then the message says
 *   what to fetch and where to put it
 */
export async function imageNetWeights(
  { name, imageNetTag }: Backbone,
  { cacheFolder, hub = "https://huggingface.co", ...options }: ImageNetOptions,
): Promise<string> {
  if (imageNetTag === undefined) {
    const others = backboneNames.filter((other) => findBackbone(other).imageNetTag !== undefined);
    const instead = name === layersBackbone
      ? message`name its layers model with --weights, or `
      : "";
    throw new UserError(
      message`timm has no imagenet weights of ${name}; ${instead}choose one of the backbones that
        it has them for: ${others.join(", ")}`,
    );
  }
  const model = `${name}.${imageNetTag}`;
  const path = join(cacheFolder, "weights", `timm--${model}.safetensors`);
  if (await fileExists(path)) return path;
  await downloadFile({
    ...options,
    url: `${hub}/timm/${model}/resolve/main/model.safetensors`,
    path,
    label: message`the imagenet weights of ${name}`,
  });
  return path;
}
