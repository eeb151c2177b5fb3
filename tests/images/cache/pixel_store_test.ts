import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { join } from "node:path";
import { decodeImage } from "../../../lib/images/decode/decode_image.ts";
import {
  openPixelStore,
  type PixelStoreOptions,
} from "../../../lib/images/cache/open_pixel_store.ts";
import type { PixelStore } from "../../../lib/images/cache/pixel_store.ts";
import { resizePixels } from "../../../lib/images/decode/resize_pixels.ts";
import { formatMessage } from "../../../lib/language/user_message.ts";
import { UserError } from "../../../lib/language/user_error.ts";
import { needs } from "../../needs.ts";
import { imageFiles } from "../fixtures/image_files.ts";

const size = 8;
const some = imageFiles.slice(0, 10);
const hashOf = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

interface Bench {
  readonly root: string;
  readonly cacheFolder: string;
  readonly images: { path: string; hash: string }[];
  readonly expected: Uint8Array[];
  open(options?: Partial<PixelStoreOptions>): Promise<PixelStore>;
  /** The cache's only file with this ending. */
  cacheFile(ending: string): string;
}

/** A folder of ten images and an empty cache; stores that the test leaves open are closed. */
async function withImages(test: (bench: Bench) => Promise<void>): Promise<void> {
  const root = await Deno.makeTempDir();
  const cacheFolder = join(root, "cache");
  const stores: PixelStore[] = [];
  try {
    const images: Bench["images"] = [];
    const expected: Uint8Array[] = [];
    for (const { name, bytes } of some) {
      const content = Uint8Array.fromBase64(bytes);
      await Deno.writeFile(join(root, name), content);
      images.push({ path: name, hash: hashOf(content) });
      expected.push(resizePixels(await decodeImage(content), size).data);
    }
    await test({
      root,
      cacheFolder,
      images,
      expected,
      async open(options) {
        const store = await openPixelStore({
          root,
          images,
          size,
          cacheFolder,
          workers: 1,
          ...options,
        });
        stores.push(store);
        return store;
      },
      cacheFile(ending) {
        const folder = join(cacheFolder, [...Deno.readDirSync(cacheFolder)][0]!.name);
        const names = [...Deno.readDirSync(folder)].map(({ name }) => name);
        const [name, ...others] = names.filter((name) => name.endsWith(ending));
        assert.deepEqual(others, []);
        return join(folder, name!);
      },
    });
  } finally {
    for (const store of stores) store.close();
    await Deno.remove(root, { recursive: true });
  }
}

function storeTest(name: string, test: (bench: Bench) => Promise<void>): void {
  Deno.test({ name, ...needs({ read: true, write: true }), fn: () => withImages(test) });
}

const all = some.map((_, i) => i);

storeTest(
  "a store reads decoded, resized pixels in the order asked for",
  async ({ open, expected }) => {
    const store = await open({ workers: 2 });
    const order = [3, 0, 9, 3, 5];
    assert.deepEqual(await store.read(order), order.map((i) => expected[i]));
    assert.deepEqual(await store.read([]), []);
    assert.equal(store.stats.decoded, 4, "an image asked for twice is decoded once");
  },
);

storeTest(
  "what was read once needs no decoder again, in memory or from disk",
  async ({ open, expected }) => {
    for (const memory of [0, 3 * size * size * 3, 2 ** 20]) {
      const store = await open({ memory });
      await store.read(all);
      const { decoded } = store.stats;
      assert.deepEqual(await store.read(all), expected);
      assert.equal(store.stats.decoded, decoded);
    }
  },
);

storeTest(
  "the next run, and another folder with the same content, need no decoder",
  async (bench) => {
    const first = await bench.open();
    assert.deepEqual(await first.read(all), bench.expected);
    first.close();
    const second = await bench.open({ root: "/nowhere", images: bench.images.toReversed() });
    assert.deepEqual(await second.read(all), bench.expected.toReversed());
    assert.deepEqual({ ...second.stats }, { decoded: 0, cached: 10, cacheFailure: undefined });
  },
);

storeTest("another size has pixels of its own", async ({ open, root, images }) => {
  await (await open()).read(all);
  const [pixels] = await (await open({ size: 5 })).read([0]);
  const bytes = await Deno.readFile(join(root, images[0]!.path));
  assert.deepEqual(pixels, resizePixels(await decodeImage(bytes), 5).data);
});

storeTest("another fit has pixels of its own", async ({ open, root, images, expected }) => {
  assert.deepEqual(await (await open()).read([0]), [expected[0]]);
  const bytes = await Deno.readFile(join(root, images[0]!.path));
  for (const fit of ["crop", "pad", "stretch"] as const) {
    const [pixels] = await (await open({ fit })).read([0]);
    assert.deepEqual(pixels, resizePixels(await decodeImage(bytes), size, fit).data);
  }
});

const damages: Record<string, (bench: Bench) => void> = {
  "a flipped bit in the pixels": ({ cacheFile }) => {
    const path = cacheFile(".pixels");
    const bytes = Deno.readFileSync(path);
    bytes[4 * size * size * 3 + 17]! ^= 1;
    Deno.writeFileSync(path, bytes);
  },
  "pixels cut short": ({ cacheFile }) => Deno.truncateSync(cacheFile(".pixels"), 700),
  "pixels gone": ({ cacheFile }) => Deno.removeSync(cacheFile(".pixels")),
  "an index cut short": ({ cacheFile }) => Deno.truncateSync(cacheFile(".index"), 100),
  "an index of noise": ({ cacheFile }) => {
    const path = cacheFile(".index");
    Deno.writeFileSync(path, Deno.readFileSync(path).map((byte, i) => byte ^ (i % 7)));
  },
  "an index longer than the pixels": ({ cacheFile, images }) => {
    Deno.truncateSync(cacheFile(".pixels"), 0);
    assert.equal(Deno.statSync(cacheFile(".index")).size, 36 * images.length);
  },
};
for (const [damage, apply] of Object.entries(damages)) {
  storeTest(`a cache with ${damage} is mended by decoding again`, async (bench) => {
    const first = await bench.open();
    await first.read(all);
    first.close();
    apply(bench);
    const second = await bench.open();
    assert.deepEqual(await second.read(all), bench.expected);
    assert.ok(second.stats.decoded > 0, "damage was noticed");
    second.close();
    const third = await bench.open();
    assert.deepEqual(await third.read(all), bench.expected);
    assert.equal(third.stats.decoded, 0);
  });
}

storeTest("two stores share a cache folder at the same time", async (bench) => {
  const stores = await Promise.all([bench.open(), bench.open()]);
  const reads = stores.flatMap((
    store,
  ) => [store.read([0, 1, 2, 3, 4]), store.read([5, 6, 7, 8, 9])]);
  assert.deepEqual((await Promise.all(reads)).flat(), [...bench.expected, ...bench.expected]);
  for (const store of stores) store.close();
  const third = await bench.open();
  assert.deepEqual(await third.read(all), bench.expected);
  assert.equal(third.stats.decoded, 0);
});

storeTest("an image that fails is skipped and named once; the others are read", async (bench) => {
  const { root, images, expected } = bench;
  const cut = (await Deno.readFile(join(root, images[2]!.path))).slice(0, -20);
  await Deno.writeFile(join(root, images[2]!.path), cut);
  images[2]!.hash = hashOf(cut);
  await Deno.remove(join(root, images[5]!.path));
  await Deno.copyFile(join(root, images[0]!.path), join(root, images[7]!.path));
  const named: unknown[] = [];
  const store = await bench.open({ onSkip: (skip) => named.push(skip) });
  const failed = [2, 5, 7];
  for (let epoch = 0; epoch < 2; epoch++) {
    assert.deepEqual(
      await store.read(all),
      expected.map((pixels, i) => failed.includes(i) ? null : pixels),
    );
  }
  assert.deepEqual(store.skipped.map(({ path, reason }) => [path, reason.code]), [
    [images[2]!.path, "image.cutShort"],
    [images[5]!.path, "decode.fileGone"],
    [images[7]!.path, "decode.fileChanged"],
  ]);
  // They come from workers, and stay messages.
  assert.equal(formatMessage(store.skipped[0]!.reason), "image is cut short");
  assert.deepEqual(named, store.skipped);
});

storeTest("images asked for ahead are there when they are read", async ({ open, expected }) => {
  const store = await open();
  store.prefetch(all);
  // The last was asked for last, and is read while the others wait.
  assert.deepEqual(await store.read([9]), [expected[9]]);
  assert.deepEqual(await store.read(all), expected);
  assert.equal(store.stats.decoded, 10);
  store.prefetch(all);
  assert.equal(store.stats.decoded, 10);
});

storeTest(
  "without a place to write, images are decoded, and the failure is told",
  async (bench) => {
    const told: Error[] = [];
    const store = await bench.open({ memory: 0, onCacheFailure: (failure) => told.push(failure) });
    await Deno.remove(bench.cacheFolder, { recursive: true });
    assert.deepEqual(await store.read(all), bench.expected);
    assert.deepEqual(await store.read(all), bench.expected);
    assert.equal(store.stats.decoded, 20);
    assert.ok(store.stats.cacheFailure instanceof Deno.errors.NotFound);
    assert.deepEqual(told, [store.stats.cacheFailure], "once");
  },
);

storeTest("closing ends the reads under way, and later ones", async ({ open }) => {
  const store = await open();
  const read = store.read(all);
  store.prefetch(all);
  store.close();
  store.close();
  await assert.rejects(read, /the pixel store was closed/);
  await assert.rejects(store.read([0]), /the pixel store was closed/);
  assert.doesNotThrow(() => store.prefetch(all));
});

storeTest("an index outside the list is refused", async ({ open }) => {
  const store = await open();
  await assert.rejects(store.read([0, 10]), RangeError);
});

storeTest(
  "a cache folder that cannot be made is the user's to mend",
  async ({ root, images, open }) => {
    await assert.rejects(open({ cacheFolder: join(root, images[0]!.path) }), (error) => {
      assert.ok(error instanceof UserError);
      assert.match(
        error.message,
        /^cannot keep decoded images in .*; choose another cache folder$/,
      );
      return true;
    });
  },
);
