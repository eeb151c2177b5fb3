import type { Random } from "./random.ts";

/**
 * Changes an image in place as a camera does: exposure, contrast, color cast, blur, and noise, each
 * sampled at random.
 *
 * @param pixels `[size, size, 4]` of 8-bit RGBA
 * @param size side of the image in pixels
 * @param random source of the random numbers
 */
export function expose(pixels: Uint8Array, size: number, random: Random): void {
  const contrast = random.between(0.85, 1.15);
  const exposure = random.between(0.85, 1.15);
  const gains = [0, 1, 2].map(() => exposure * random.between(0.92, 1.08));
  const blurs = random.chance(0.4) ? random.pick([1, 2]) : 0;
  const noise = random.between(0, 16);
  for (let channel = 0; channel < 3; channel++) {
    const plane = new Float32Array(size * size);
    for (let i = 0; i < plane.length; i++) {
      plane[i] = ((pixels[4 * i + channel]! - 128) * contrast + 128) * gains[channel]!;
    }
    for (let pass = 0; pass < blurs; pass++) {
      blur(plane, size, 1);
      blur(plane, size, size);
    }
    for (let i = 0; i < plane.length; i++) {
      // The sum of three uniform numbers is close to normal; its standard deviation is 1/2.
      const grain = random.between(-0.5, 0.5) + random.between(-0.5, 0.5) +
        random.between(-0.5, 0.5);
      const value = plane[i]! + noise * grain;
      pixels[4 * i + channel] = Math.max(0, Math.min(255, Math.round(value)));
    }
  }
}

/** Blurs along one axis with weights 1, 2, 1; `stride` is 1 for rows, the width for columns. */
function blur(plane: Float32Array, size: number, stride: number): void {
  const across = stride === 1 ? size : 1;
  for (let line = 0; line < size; line++) {
    let before = plane[line * across]!;
    for (let i = 0; i < size; i++) {
      const at = line * across + i * stride;
      const here = plane[at]!;
      const after = i + 1 < size ? plane[at + stride]! : here;
      plane[at] = (before + 2 * here + after) / 4;
      before = here;
    }
  }
}
