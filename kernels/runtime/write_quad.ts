import { inQuads } from "./read_quad.ts";

/**
 * WGSL that writes four channels of the output at once: `writeQuad(first, channel, values)`, where
 * `first` is the index of the place's first channel. Channels beyond the last are left out.
 *
 * @param channels of the output; where they are a multiple of four it is bound as an array of
 *   vec4<f32>
 * @param limit what WGSL knows their number by; the number itself unless told otherwise
 */
export function writeQuad(channels: number, limit = `${channels}`): string {
  const body = inQuads(channels)
    ? "result[(first + channel) / 4] = values;"
    : `for (var i = 0; i < 4; i++) {
    if (channel + i < ${limit}) { result[first + channel + i] = values[i]; }
  }`;
  return `fn writeQuad(first : i32, channel : i32, values : vec4<f32>) {\n  ${body}\n}`;
}
