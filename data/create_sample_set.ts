import { dirname, join } from "node:path";
import { ifExists } from "../lib/io/if_exists.ts";
import { UserError } from "../lib/language/user_error.ts";
import { sampleSetMessages as messages } from "./messages.ts";
import { identityName } from "./sample_set/identity_name.ts";
import { listSampleSet } from "./sample_set/list_sample_set.ts";
import { Random } from "./sample_set/random.ts";
import { renderPortrait } from "./sample_set/render_portrait.ts";
import { sampleIdentities } from "./sample_set/sample_identities.ts";

/** The size of a sample set, and its seed. */
export interface SampleSetOptions {
  /** Number of identities, 1 to 1,000; 100 by default. */
  readonly identities?: number;
  /** Images of each identity, 1 to 1,000; 12 by default. */
  readonly imagesPerIdentity?: number;
  /** Side of the square images in pixels, 16 to 1,024; 96 by default. */
  readonly size?: number;
  /** A 32-bit integer; 0 by default. */
  readonly seed?: number;
  /** Called after every image with the number of images so far, and of all images. */
  readonly onProgress?: (done: number, total: number) => void;
}

/**
 * Makes a set of cartoon faces to train on, as `folder/IDENTITY/01.jpg` and so on. Within an identity
 * head, hair, skin, nose, ears, eyes, eyebrows, and beard stay the same. Expression, clothes, pose, crop,
 * light, colors, background, sharpness, and noise change.
 *
 * The same options give the same bytes. A set that is already there stays as it is, and one with other
 * options is replaced. The folder appears whole or not at all.
 *
 * @param folder where to put the set
 * @returns whether anything was made
 * @throws {UserError} when the folder holds anything but a sample set, or an option is out of range
 *
 * @example
 * ```ts
 * import { createSampleSet } from "@futago/futago";
 *
 * await createSampleSet("photos", { identities: 12, imagesPerIdentity: 4, size: 32 });
 * ```
 */
export async function createSampleSet(
  folder: string,
  options: SampleSetOptions = {},
): Promise<boolean> {
  const { identities = 100, imagesPerIdentity = 12, size = 96, seed = 0, onProgress } = options;
  requireWhole("identities", identities, 1, 1000);
  requireWhole("imagesPerIdentity", imagesPerIdentity, 1, 1000);
  requireWhole("size", size, 16, 1024);
  requireWhole("seed", seed, -(2 ** 31), 2 ** 31 - 1);

  const total = identities * imagesPerIdentity;
  const there = await listSampleSet(folder);
  if (there.length === total) {
    // The first image depends on every option but the number of images, and on how they are
    // rendered: where it is the same, all are.
    const [first] = renderImages(identities, imagesPerIdentity, size, seed);
    if (first && await holds(join(folder, first.path), first.file)) return false;
  }

  const parent = dirname(folder);
  await Deno.mkdir(parent, { recursive: true });
  const workplace = await Deno.makeTempDir({ dir: parent, prefix: ".sample-" });
  try {
    const draft = join(workplace, "new");
    let done = 0;
    for (const { path, file } of renderImages(identities, imagesPerIdentity, size, seed)) {
      await Deno.mkdir(dirname(join(draft, path)), { recursive: true });
      await Deno.writeFile(join(draft, path), file);
      onProgress?.(++done, total);
    }
    await ifExists(Deno.rename(folder, join(workplace, "old")));
    await Deno.rename(draft, folder);
  } finally {
    await Deno.remove(workplace, { recursive: true });
  }
  return true;
}

function* renderImages(
  identities: number,
  imagesPerIdentity: number,
  size: number,
  seed: number,
): Generator<{ path: string; file: Uint8Array }> {
  const random = new Random(seed);
  for (const [index, identity] of sampleIdentities(identities, random).entries()) {
    for (let number = 1; number <= imagesPerIdentity; number++) {
      const path = join(identityName(index), `${String(number).padStart(2, "0")}.jpg`);
      yield { path, file: renderPortrait(identity, size, random) };
    }
  }
}

async function holds(path: string, content: Uint8Array): Promise<boolean> {
  const found = await ifExists(Deno.readFile(path));
  return found?.length === content.length && found.every((byte, i) => byte === content[i]);
}

function requireWhole(name: string, value: number, min: number, max: number): void {
  if (Number.isInteger(value) && value >= min && value <= max) return;
  throw new UserError(messages.outOfRange({ option: { option: name }, min, max, value }));
}
