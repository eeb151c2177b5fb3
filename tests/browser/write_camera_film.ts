import type { Pixels } from "../../lib/images/decode/pixels.ts";

/**
 * Writes images as an uncompressed film, which Chromium can show as a camera: YUV4MPEG2 with 4:2:0
 * chroma, full-range BT.601 as JPEG has it.
 *
 * @param images all of the same even size; each is a frame
 */
export async function writeCameraFilm(path: string, images: readonly Pixels[]): Promise<void> {
  const { width, height } = images[0]!;
  const text = (line: string) => new TextEncoder().encode(`${line}\n`);
  const frames = images.flatMap((image) => [text("FRAME"), ...planes(image)]);
  const head = text(`YUV4MPEG2 W${width} H${height} F5:1 Ip A1:1 C420jpeg`);
  await Deno.writeFile(path, new Uint8Array(await new Blob([head, ...frames]).arrayBuffer()));
}

/** Luma of every pixel, then both chromas of every second one in both directions. */
function planes({ width, height, data }: Pixels): Uint8Array<ArrayBuffer>[] {
  const plane = (step: number, offset: number, weights: readonly [number, number, number]) => {
    const values = new Uint8ClampedArray((width / step) * (height / step));
    for (let i = 0; i < values.length; i++) {
      const x = (i % (width / step)) * step, y = Math.floor(i / (width / step)) * step;
      const at = 3 * (y * width + x);
      values[i] = offset + weights[0] * data[at]! + weights[1] * data[at + 1]! +
        weights[2] * data[at + 2]!;
    }
    return new Uint8Array(values.buffer);
  };
  return [
    plane(1, 0, [0.299, 0.587, 0.114]),
    plane(2, 128, [-0.168736, -0.331264, 0.5]),
    plane(2, 128, [0.5, -0.418688, -0.081312]),
  ];
}
