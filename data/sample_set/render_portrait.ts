import { encodeJpeg } from "../../lib/images/encode/encode_jpeg.ts";
import { expose } from "./expose.ts";
import { portraitSvg } from "./portrait_svg.ts";
import type { Random } from "./random.ts";
import { rasterizeSvg } from "./rasterize_svg.ts";
import type { Identity } from "./sample_identities.ts";

/**
 * Renders a portrait of an identity.
 *
 * @param identity what stays the same
 * @param size side of the image in pixels
 * @param random source of the random numbers: the next portrait from it differs
 * @returns a JPEG file
 */
export function renderPortrait(
  identity: Identity,
  size: number,
  random: Random,
): Uint8Array<ArrayBuffer> {
  const pixels = renderAnyPose(identity, size, random);
  expose(pixels, size, random);
  return encodeJpeg(pixels, size, size, Math.floor(random.between(60, 95)));
}

/** Where the renderer fails on a pose, tries another one. */
function renderAnyPose(identity: Identity, size: number, random: Random): Uint8Array {
  while (true) {
    try {
      return rasterizeSvg(portraitSvg(identity, size, random));
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError)) throw error;
    }
  }
}
