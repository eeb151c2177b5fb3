/// <reference lib="dom" />

/** Side of a thumbnail in pixels: twice what is shown, for fine screens. */
const side = 112;

/** A small square of the middle of an image, as the address of a JPEG image that holds it. */
export async function makeThumbnail(image: Blob): Promise<string> {
  const bitmap = await createImageBitmap(image);
  const { width, height } = bitmap, shorter = Math.min(width, height);
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = side;
  const context = canvas.getContext("2d")!;
  context.imageSmoothingQuality = "high";
  context.drawImage(
    bitmap,
    (width - shorter) / 2,
    (height - shorter) / 2,
    shorter,
    shorter,
    0,
    0,
    side,
    side,
  );
  bitmap.close();
  return canvas.toDataURL("image/jpeg", 0.85);
}
