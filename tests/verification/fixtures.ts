import { join } from "node:path";
import type { ModelMetadata } from "../../lib/model_file/model_metadata.ts";
import { calibrate, chooseThreshold } from "../../lib/evaluation/threshold/calibrate.ts";
import type { Verifier } from "../../lib/model/verifier.ts";
import { bitmap } from "../images/fixtures/bitmap.ts";

const imageSize = 16;

/** What a color looks like in several images: brighter and darker, never quite the same. */
export function shades(colour: readonly [number, number, number], count: number): Uint8Array[] {
  return Array.from(
    { length: count },
    (_, index) => picture(colour.map((part) => Math.round(part * (1 - index / 20)))),
  );
}

/** 20 x 20 pixels of one color. */
function picture(colour: readonly number[]): Uint8Array {
  const side = 20;
  return bitmap(side, Array.from({ length: side * side }, () => colour).flat());
}

/** Red, green, blue and yellow images, three of each and one blue, by identity. */
export const colours = {
  "赤": shades([220, 40, 40], 3),
  green: shades([40, 200, 60], 3),
  yellow: shades([220, 200, 30], 3),
  "blue": shades([30, 60, 210], 1),
};

/** Writes images as `root/IDENTITY/IDENTITY_0001.bmp` and so on, and passes the root. */
export async function withColours(use: (root: string) => Promise<void>): Promise<void> {
  const root = await Deno.makeTempDir();
  try {
    for (const [identity, files] of Object.entries(colours)) {
      await Deno.mkdir(join(root, "colours", identity), { recursive: true });
      for (const [index, bytes] of files.entries()) {
        const name = `${identity}_${String(index + 1).padStart(4, "0")}.bmp`;
        await Deno.writeFile(join(root, "colours", identity, name), bytes);
      }
    }
    await use(root);
  } finally {
    await Deno.remove(root, { recursive: true });
  }
}

const positives = Float32Array.from({ length: 50 }, (_, index) => 0.5 + index / 100);
const negatives = Float32Array.from({ length: 400 }, (_, index) => index / 420);

/** Metadata as a run on 20 identities might leave it. */
export const metadata: ModelMetadata = {
  version: "0.1.0",
  backbone: "tiny",
  imageSize,
  mean: [0, 0, 0],
  std: [1, 1, 1],
  embeddingSize: 3,
  distance: "cosine",
  catalogHash: "0".repeat(64),
  calibration: {
    ...calibrate(chooseThreshold({ positives, negatives }, 0.01), {
      validation: { positives, negatives },
      heldOut: { positives: positives.map((score) => score - 0.02), negatives },
    }),
    thresholdInterval: [0.9, 0.97],
    farInterval: null,
    frrInterval: null,
  },
  heldOut: {
    identities: 3,
    images: 30,
    auc: 0.9,
    eer: 0.1,
    accuracy: 0.95,
    tarAtFar: { "0.01": 0.5 },
    intervals: null,
  },
};

/** Embeds an image as its mean color. */
export const colourVerifier: Verifier = {
  metadata,
  embed(images) {
    const rows = images.flatMap((image) => {
      if (image.length !== imageSize * imageSize * 3) throw new Error("a picture of another size");
      const mean = [0, 0, 0];
      image.forEach((value, index) => mean[index % 3]! += value);
      const length = Math.hypot(...mean);
      return mean.map((value) => value / length);
    });
    return Promise.resolve(Float32Array.from(rows));
  },
  [Symbol.dispose]() {},
};
