import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { mersenne } from "pure-rand/generator/mersenne";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import { train } from "../../lib/training/train.ts";
import type { TrainOptions } from "../../lib/training/train_options.ts";
import type { TrainResult } from "../../lib/training/train_result.ts";
import type { EpochMetrics } from "../../lib/training/run_folder/epoch_metrics.ts";
import { defaultSettings, type TrainSettings } from "../../lib/training/settings/train_settings.ts";
import { bitmap } from "../images/fixtures/bitmap.ts";
import { needs } from "../needs.ts";

/** Identities are named after the characters from here on: 一, 丁, 丂 and so on. */
const firstName = 0x4e00;
const side = 32;
/** Squares of an identity's pattern, along each side. */
const squares = 4;

/**
 * Draws identities as colored patterns, each image in a light and with a noise of its own, as
 * `root/一/一_1.bmp` and so on.
 *
 * @param seed other seeds draw other identities, under the same names
 * @param first how many names come before the first one
 */
export async function drawPatterns(
  root: string,
  { identities = 12, images = 6, seed = 1, first = 0 } = {},
): Promise<void> {
  for (let label = 0; label < identities; label++) {
    const name = String.fromCodePoint(firstName + first + label);
    await Deno.mkdir(join(root, name), { recursive: true });
    const random = mersenne(seed * 1000 + label);
    const pattern = Array.from({ length: squares ** 2 * 3 }, () => uniformInt(random, 60, 195));
    for (let image = 1; image <= images; image++) {
      const light = Array.from({ length: 3 }, () => uniformInt(random, -60, 60));
      const pixels = Uint8ClampedArray.from({ length: side * side * 3 }, (_, i) => {
        const x = Math.floor(i / 3) % side, y = Math.floor(i / 3 / side);
        const square = Math.floor(y * squares / side) * squares + Math.floor(x * squares / side);
        return pattern[square * 3 + i % 3]! + light[i % 3]! + uniformInt(random, -30, 30);
      });
      await Deno.writeFile(join(root, name, `${name}_${image}.bmp`), bitmap(side, pixels));
    }
  }
}

/** A folder with images in `data`, and runs beside it that share a cache of pixels. */
export interface Workshop {
  readonly root: string;
  readonly data: string;
  /** Trains into `root/name`, quickly, on WebAssembly; `changes` are to the settings. */
  train(
    name: string,
    changes?: Partial<TrainSettings>,
    options?: Partial<TrainOptions>,
  ): Promise<TrainResult>;
  /** What a run left: SHA-256 of its model, and its metrics without those of the machine. */
  read(name: string): Promise<{ model: string; metrics: Partial<EpochMetrics>[] }>;
}

/** Registers a test that trains on drawn images. */
export function training(
  name: string,
  test: (workshop: Workshop) => Promise<void>,
  drawn: Parameters<typeof drawPatterns>[1] = {},
): void {
  Deno.test({
    name,
    ...needs({ read: true, write: true }),
    async fn() {
      const root = await Deno.makeTempDir();
      const data = join(root, "data");
      try {
        await drawPatterns(data, drawn);
        await test({
          root,
          data,
          train: (name, changes, options) =>
            train({
              settings: quickSettings(data, changes),
              run: join(root, name),
              cacheFolder: join(root, "cache"),
              report: false,
              ...options,
            }),
          read: (name) => readRun(join(root, name)),
        });
      } finally {
        await Deno.remove(root, { recursive: true });
      }
    },
  });
}

/** Settings of a run that takes a fraction of a second: 3 epochs of 9 batches. */
export function quickSettings(data: string, changes: Partial<TrainSettings> = {}): TrainSettings {
  return {
    ...defaultSettings,
    data,
    seed: 1,
    backend: "wasm",
    backbone: "tiny",
    validation: 3,
    test: 3,
    imageSize: side,
    embeddingSize: 16,
    miner: "all",
    distance: "cosine",
    margin: 0.2,
    schedule: "cosine",
    learningRate: 3e-3,
    weightDecay: 0.05,
    batch: 4,
    perIdentity: 2,
    shrinkBatch: false,
    epochs: 3,
    minutes: null,
    far: 0.1,
    ...changes,
  };
}

/** What a run left, see {@linkcode Workshop.read}. */
export async function readRun(run: string): ReturnType<Workshop["read"]> {
  const lines = (await Deno.readTextFile(join(run, "metrics.jsonl"))).trimEnd().split("\n");
  const metrics = lines.map((line) => {
    const { seconds, imagesPerSecond, residentMebibytes: _, ...others } = JSON.parse(
      line,
    ) as EpochMetrics;
    // One that goes on from the end of an epoch trained on nothing in it.
    assert.ok(seconds > 0 && imagesPerSecond >= 0);
    return others;
  });
  const model = await Deno.readFile(join(run, "model.safetensors"));
  return { model: createHash("sha256").update(model).digest("hex"), metrics };
}

/** A signal that says stop from its n-th check on, which comes before some step. */
export function abortedAtCheck(n: number): AbortSignal {
  let checks = 0;
  return {
    get aborted() {
      return ++checks >= n;
    },
  } as AbortSignal;
}

/** Asserts that something is refused in one line that says so. */
export async function assertRefused(refused: Promise<unknown>, message: RegExp): Promise<void> {
  const error = await refused.then(() => assert.fail("nothing was refused"), (error) => error);
  assert.equal(error.name, "UserError", error.stack);
  assert.match(error.message, message);
  assert.doesNotMatch(error.message, /\n/);
}
