/// <reference lib="dom" />
import { type Square, squareOf } from "./square.ts";

/** The largest side of what is cut out: as much as any network sees. */
const most = 1024;

/** Cuts a square out of an image, or of what a camera shows, as a file. */
export function cutSquare(
  image: HTMLImageElement | HTMLVideoElement,
  { left, top, side }: Square,
): Promise<Blob> {
  const canvas = document.createElement("canvas");
  canvas.width = canvas.height = Math.min(most, Math.round(side));
  const context = canvas.getContext("2d")!;
  context.imageSmoothingQuality = "high";
  context.drawImage(image, left, top, side, side, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob!), "image/jpeg", 0.95));
}

/** The square in the middle of what a camera shows. */
export function middleSquare({ videoWidth: width, videoHeight: height }: HTMLVideoElement): Square {
  return squareOf({ width, height }, 1);
}
