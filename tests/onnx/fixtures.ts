import { openBackend } from "../../lib/backends/open_backend.ts";
import type { ModelMetadata } from "../../lib/model_file/model_metadata.ts";
import { findBackbone } from "../../lib/model/backbones/registry.ts";
import { createEmbeddingModel } from "../../lib/model/embedding_model.ts";
import { saveModel } from "../../lib/model/save_model.ts";
import { draws, formulaWeights } from "../model/backbones/formula.ts";
import timm from "../model/backbones/timm.json" with { type: "json" };
import { metadata } from "../verification/fixtures.ts";

/**
 * Variances at which images stay apart and float32's rounding stays small: gates of a deep network make
 * chaos of activations that grow. Those of other networks are timm.json's, or 1.
 */
const variances: Readonly<Record<string, number>> = {
  tf_efficientnetv2_b0: 1.15,
  tf_efficientnetv2_b1: 1.25,
  tf_efficientnetv2_b2: 1.25,
  tf_efficientnetv2_m: 1.4,
};

/** Dimension of the embeddings of `writeRun`. */
export const embeddingSize = 16;

/**
 * Writes the model of a run, with weights and running statistics that a formula gives.
 *
 * @param others to change in its metadata
 */
export async function writeRun(
  run: string,
  { backbone: name, imageSize, ...others }: Partial<ModelMetadata> & {
    backbone: string;
    imageSize: number;
  },
): Promise<void> {
  await openBackend("wasm");
  const backbone = findBackbone(name);
  const given = ({ shape }: { shape: readonly number[] }) =>
    new Float32Array(shape.reduce((size, length) => size * length, 1));
  const { parameters } = createEmbeddingModel({
    backbone,
    imageSize,
    embeddingSize,
    seed: 0,
    given,
  });
  const variance = variances[name] ??
    timm.find((reference) => reference.name === name)?.variance ?? 1;
  const weights = formulaWeights(parameters, { variance, opened: false });
  parameters.dispose();
  await Deno.mkdir(run, { recursive: true });
  const { mean, std } = backbone;
  await saveModel(run, weights, {
    ...metadata,
    backbone: name,
    imageSize,
    embeddingSize,
    mean,
    std,
    ...others,
  });
}

/** Images of coarse squares and noise, each `[side, side, 3]` from 0 to 255. */
export function pictures(count: number, side: number): Uint8Array[] {
  return Array.from({ length: count }, (_, image) => {
    const coarse = draws(`coarse ${image}`, 4 * 4 * 3);
    return Uint8Array.from(draws(`fine ${image}`, side * side * 3), (noise, i) => {
      const channel = i % 3, x = Math.floor(i / 3) % side, y = Math.floor(i / 3 / side);
      const square = Math.floor(4 * y / side) * 4 + Math.floor(4 * x / side);
      return 128 + 90 * coarse[square * 3 + channel]! + 30 * noise;
    });
  });
}

/** Images as an ONNX file takes them: `[n, 3, side, side]`. */
export function toChannelsFirst(images: readonly Uint8Array[], side: number): Float32Array {
  const plane = side * side;
  return Float32Array.from({ length: images.length * 3 * plane }, (_, i) => {
    const place = i % plane, channel = Math.floor(i / plane) % 3;
    return images[Math.floor(i / plane / 3)]![place * 3 + channel]!;
  });
}

/** The largest difference of numbers from those expected, of which there may be more. */
export function furthest(found: ArrayLike<number>, expected: ArrayLike<number>): number {
  return Array.from(found).reduce((far, x, i) => Math.max(far, Math.abs(x - expected[i]!)), 0);
}
