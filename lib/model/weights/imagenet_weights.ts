import { join } from "node:path";
import { downloadFile, type DownloadOptions } from "../../io/download_file.ts";
import { fileExists } from "../../io/file_exists.ts";
import { UserError } from "../../language/user_error.ts";
import type { UserMessage } from "../../language/user_message.ts";
import type { Backbone } from "../backbones/backbone.ts";
import { backbones } from "../backbones/registry.ts";
import { weightMessages } from "./messages.ts";

/** What {@linkcode imageNetWeights} needs. */
export interface ImageNetOptions extends Pick<DownloadOptions, "signal" | "onProgress"> {
  /** The file is stored in its folder `weights`. */
  readonly cacheFolder: string;
  /** Where timm's models are; Hugging Face's hub by default. */
  readonly hub?: string;
}

/**
 * Finds the weights that timm trained on ImageNet for a backbone: in the cache folder, where the user
 * may have put them, or else on timm's hub.
 *
 * @returns the path of a safetensors file for `loadWeights`
 * @throws {UserError} if timm has none for it, or they cannot be downloaded; the message then says what
 *   to fetch and where to put it
 */
export async function imageNetWeights(
  backbone: Backbone,
  { cacheFolder, hub = "https://huggingface.co", ...options }: ImageNetOptions,
): Promise<string> {
  const { name, imageNetTag } = backbone;
  if (imageNetTag === undefined) throw new UserError(noWeights(backbone));
  const model = `${name}.${imageNetTag}`;
  const path = join(cacheFolder, "weights", `timm--${model}.safetensors`);
  if (await fileExists(path)) return path;
  await downloadFile({
    ...options,
    url: `${hub}/timm/${model}/resolve/main/model.safetensors`,
    path,
    label: weightMessages.imageNet({ backbone: name }),
  });
  return path;
}

function noWeights({ name: backbone, hasLayersModel }: Backbone): UserMessage {
  const others = backbones.filter(({ imageNetTag }) => imageNetTag !== undefined)
    .map(({ name }) => name).join(", ");
  return hasLayersModel
    ? weightMessages.noImageNetButLayers({ backbone, option: { option: "weights" }, others })
    : weightMessages.noImageNet({ backbone, others });
}
