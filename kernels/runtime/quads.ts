/**
 * WGSL that reads four channels of an input at once: `nameQuad(first, channel)`, where `first` is the
 * index of the position's first channel. Channels beyond the last are 0. Integers that a cast of
 * TensorFlow.js left as they were become floats here.
 *
 * @param channels of the input; a multiple of 4 is bound as an array of vec4<f32>
 * @param limit the number of channels in WGSL; `channels` itself by default
 */
export function readQuad(name: string, channels: number, limit = `${channels}`): string {
  const body = inQuads(channels)
    ? `return vec4<f32>(${name}[(first + channel) / 4]);`
    : `let at = first + channel;
  let quad = vec4<f32>(${[0, 1, 2, 3].map((i) => `f32(${name}[at + ${i}])`).join(", ")});
  return select(vec4<f32>(), quad, vec4<i32>(channel, channel + 1, channel + 2, channel + 3) < vec4<i32>(${limit}));`;
  return `fn ${name}Quad(first : i32, channel : i32) -> vec4<f32> {\n  ${body}\n}`;
}

/** True where a tensor of so many channels is bound as an array of vec4<f32>. */
export function inQuads(channels: number): boolean {
  return channels % 4 === 0;
}

/**
 * WGSL that writes four channels of the output at once: `writeQuad(first, channel, values)`, where
 * `first` is the index of the position's first channel. Channels beyond the last are left out.
 *
 * @param channels of the output; where they are a multiple of four it is bound as an array of
 *   vec4<f32>
 * @param limit the number of channels in WGSL; `channels` itself by default
 */
export function writeQuad(channels: number, limit = `${channels}`): string {
  const body = inQuads(channels)
    ? "result[(first + channel) / 4] = values;"
    : `for (var i = 0; i < 4; i++) {
    if (channel + i < ${limit}) { result[first + channel + i] = values[i]; }
  }`;
  return `fn writeQuad(first : i32, channel : i32, values : vec4<f32>) {\n  ${body}\n}`;
}
