/**
 * Turns the hue of pixels, in place, as torchvision's `adjust_hue` does: value and saturation in the
 * HSV model (Smith, 1978) stay, and grays stay as they are.
 *
 * @param colors `[n, 3]`, 0 and up
 * @param turns the shift in turns, -0.5 to 0.5
 */
export function shiftHue(colors: Float32Array, turns: number): void {
  for (let i = 0; i < colors.length; i += 3) {
    const red = colors[i]!, green = colors[i + 1]!, blue = colors[i + 2]!;
    const value = Math.max(red, green, blue);
    const chroma = value - Math.min(red, green, blue);
    if (chroma === 0) continue;
    // Sextants of the circle, from red.
    const sextant = value === red
      ? (green - blue) / chroma
      : value === green
      ? (blue - red) / chroma + 2
      : (red - green) / chroma + 4;
    const hue = sextant + 6 * turns;
    colors[i] = channelAt(hue + 5, value, chroma);
    colors[i + 1] = channelAt(hue + 3, value, chroma);
    colors[i + 2] = channelAt(hue + 1, value, chroma);
  }
}

/** A channel falls from `value` by the chroma over a sextant, stays for two, and rises again. */
function channelAt(position: number, value: number, chroma: number): number {
  const k = position - 6 * Math.floor(position / 6);
  return value - chroma * Math.max(0, Math.min(k, 4 - k, 1));
}
