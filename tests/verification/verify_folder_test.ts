import assert from "node:assert/strict";
import { join } from "node:path";
import { SeenImages } from "../../lib/model_file/seen_images.ts";
import type { SeenPart } from "../../lib/model_file/seen_text.ts";
import type { Catalog } from "../../lib/dataset/catalog/catalog.ts";
import { indexFolder } from "../../lib/dataset/catalog/index_folder.ts";
import type { Verifier } from "../../lib/model/verifier.ts";
import { UserError } from "../../lib/language/user_error.ts";
import { parsePairList } from "../../lib/verification/pair_lists/parse_pair_list.ts";
import {
  verifyFolder,
  type VerifyFolderOptions,
  type VerifyProgress,
} from "../../lib/verification/verify_folder.ts";
import { openPixelStore } from "../../lib/images/cache/open_pixel_store.ts";
import { grayThumbnail } from "../../lib/images/near_copies/gray_thumbnail.ts";
import { thumbnailText } from "../../lib/images/near_copies/thumbnail_text.ts";
import { bitmap } from "../images/fixtures/bitmap.ts";
import { needs } from "../needs.ts";
import { colourVerifier, metadata, withColours } from "./fixtures.ts";

const granted = needs({ read: true, write: true });

function verified(
  name: string,
  check: (
    verify: (
      options?: Partial<VerifyFolderOptions>,
      verifier?: Verifier,
    ) => ReturnType<typeof verifyFolder>,
    catalog: Catalog,
  ) => Promise<void>,
): void {
  Deno.test({
    name,
    ...granted,
    fn: () =>
      withColours(async (root) => {
        const catalog = await indexFolder(join(root, "colours"));
        const cacheFolder = join(root, "cache");
        await check(
          (options, verifier = colourVerifier) =>
            verifyFolder(verifier, catalog, { mode: "one-to-many", cacheFolder, ...options }),
          catalog,
        );
      }),
  });
}

verified("one-to-many scores every unordered pair once", async (verify) => {
  const seen: VerifyProgress[] = [];
  const verification = await verify({ onProgress: (progress) => seen.push(progress) });
  const { metrics: figures } = verification;
  assert.deepEqual([verification.identities, verification.images], [4, 10]);
  assert.deepEqual([figures.positivePairs, figures.negativePairs], [9, 36]);
  assert.deepEqual([figures.auc, figures.eer, figures.accuracy], [1, 0, 1]);
  // Four identities support no such rate.
  assert.deepEqual([figures.tarAtFar["0.1"], figures.tarAtFar["0.01"]], [null, null]);
  assert.deepEqual(verification.enrolled, []);
  assert.deepEqual(seen[0], { stage: "embedding", done: 10, total: 10 });
  assert.deepEqual(seen.at(-1), { stage: "resampling", done: 1000, total: 1000 });
});

verified(
  "the model's threshold, or the one wished for, is measured in the folder",
  async (verify) => {
    const { operatingPoint: decision, thresholdInterval } = await verify();
    assert.deepEqual(thresholdInterval, metadata.calibration.thresholdInterval);
    assert.deepEqual(decision, { threshold: metadata.calibration.threshold, far: 0, frr: 0 });
    const lax = await verify({ operatingPoint: { threshold: -1 } });
    assert.deepEqual(lax.operatingPoint, { threshold: -1, far: 1, frr: 0 });
    assert.equal(lax.thresholdInterval, null);
    assert.equal(lax.provisional, false);
    const unfinished = { ...colourVerifier, metadata: { ...metadata, provisional: true } };
    assert.equal((await verify({}, unfinished)).provisional, true);
  },
);

verified("one-to-one enrols each identity, then takes all pairs together", async (verify) => {
  const verification = await verify({ mode: "one-to-one" });
  assert.deepEqual(verification.metrics, (await verify()).metrics);
  assert.deepEqual(
    verification.enrolled.map(({ identity, images, figures }) => [
      identity,
      images,
      figures && [figures.positivePairs, figures.negativePairs, figures.auc],
    ]),
    [["blue", 1, null], ["green", 3, [3, 21, 1]], ["yellow", 3, [3, 21, 1]], ["赤", 3, [3, 21, 1]]],
  );
});

const listed = parsePairList("green 1 2\n赤 1 3\n赤 2 green 1\nblue 1 yellow 1\nblue 1 2\nred 1 2");

verified(
  "a list restricts the pairs, and the missing ones are counted and named",
  async (verify) => {
    const verification = await verify({ list: listed });
    assert.deepEqual([verification.identities, verification.images], [4, 7]);
    assert.equal(verification.metrics.positivePairs, 2);
    assert.equal(verification.metrics.negativePairs, 2);
    assert.equal(verification.missingPairs, 2);
    assert.deepEqual(verification.missing, ["blue 2", "red 1", "red 2"]);
  },
);

verified("with a list, an identity is enrolled with the pairs that it is in", async (verify) => {
  const { enrolled } = await verify({ list: listed, mode: "one-to-one" });
  assert.deepEqual(
    enrolled.map(({ identity, figures }) => [identity, figures?.positivePairs ?? null]),
    [["blue", null], ["green", 1], ["yellow", null], ["赤", 1]],
  );
});

verified("a list of other pictures is refused", async (verify) => {
  await assert.rejects(verify({ list: parsePairList("Ann 1 2\nBo 1 Cy 2") }), (error) => {
    assert.ok(error instanceof UserError);
    assert.match(error.message, /none of 2 .* lacks "Ann 1"/);
    return true;
  });
});

verified("a list without a negative pair is refused", async (verify) => {
  await assert.rejects(verify({ list: parsePairList("green 1 2") }), /at least one negative pair/);
});

verified(
  "a picture that went bad is skipped and named, and so are its pairs",
  async (verify, catalog) => {
    await Deno.writeTextFile(join(catalog.root, "green", "green_0001.bmp"), "BM");
    const verification = await verify();
    assert.equal(verification.images, 9);
    assert.equal(verification.metrics.positivePairs, 7);
    assert.deepEqual(verification.skipped.map(({ path }) => path), ["green/green_0001.bmp"]);
    const { missingPairs } = await verify({ list: listed });
    assert.equal(missingPairs, 4);
  },
);

/** A record of one training. */
function record(training: Partial<SeenPart>): SeenImages {
  const nothing: SeenPart = { identities: [], hashes: [], thumbnails: null };
  return new SeenImages([{ training: { ...nothing, ...training }, validation: nothing }]);
}

/** What a run saw: the images of these names. */
function saw(catalog: Catalog, ...names: string[]): SeenImages {
  const seen = catalog.images.filter(({ path }) => names.includes(path.split("/")[1]!));
  assert.equal(seen.length, names.length);
  return record({ hashes: seen.map(({ hash }) => hash) });
}

verified("an identity is left out when training saw one picture of it", async (verify, catalog) => {
  const seen = saw(catalog, "green_0002.bmp", "blue_0001.bmp");
  const verification = await verify({ seen });
  assert.deepEqual(verification.seen, {
    images: 2,
    copies: 0,
    identities: 2,
    byName: 0,
    names: ["blue", "green"],
    imagesOfThem: 4,
    sameNumbers: [],
    gaps: { names: false, thumbnails: true, weights: false },
    included: false,
  });
  assert.deepEqual([verification.identities, verification.images], [2, 6]);
  assert.deepEqual(
    [verification.metrics.positivePairs, verification.metrics.negativePairs],
    [6, 9],
  );
  const kept = await verify({ seen, includeSeen: true });
  assert.equal(kept.seen!.included, true);
  assert.deepEqual(kept.metrics, (await verify()).metrics);
  assert.equal((await verify()).seen, null);
});

verified("of a list, pairs that training saw are counted apart", async (verify, catalog) => {
  const list = parsePairList("赤 1 2\ngreen 1 2\n赤 1 yellow 1\n赤 1 green 1\nred 1 2");
  const verification = await verify({ list, seen: saw(catalog, "green_0001.bmp") });
  assert.deepEqual(
    [verification.metrics.positivePairs, verification.metrics.negativePairs],
    [1, 1],
  );
  assert.deepEqual([verification.seenPairs, verification.missingPairs], [2, 1]);
});

verified("an identity is left out by its name, in any Unicode form", async (verify) => {
  const seen = record({ identities: ["赤", "green".normalize("NFD"), "nobody"] });
  const verification = await verify({ seen });
  const { images, identities, byName, names, imagesOfThem } = verification.seen!;
  assert.deepEqual([images, identities, byName, imagesOfThem], [0, 2, 2, 6]);
  assert.deepEqual(names, ["green", "赤"]);
  assert.deepEqual([verification.identities, verification.images], [2, 4]);
});

verified("where mostly seen identities leave no pair, that is what is said", async (verify) => {
  const seen = record({ identities: ["赤", "green", "yellow"] });
  const list = parsePairList("赤 1 2\ngreen 1 blue 1\nblue 1 1\n");
  for (const options of [{ seen }, { seen, list }]) {
    await assert.rejects(
      verify(options),
      /UserError: .*training saw 3 of its 4 identities, and without them no (positive|negative) pair .*includeSeen$/,
    );
  }
  assert.equal((await verify({ seen, includeSeen: true })).identities, 4);
});

withScenes("near copies of what training saw are left out with their identity", async (root) => {
  const catalog = await indexFolder(root);
  const size = metadata.imageSize;
  const store = await openPixelStore({ ...catalog, size, cacheFolder: join(root, "..", "cache") });
  const pixels = await store.read([...catalog.images.keys()]);
  store.close();
  const of = (path: string) => catalog.images.findIndex((image) => image.path === path);
  const lighter = pixels[of("A/1.bmp")]!.map((value) => Math.min(255, value * 1.05));
  const seen = record({
    hashes: ["0".repeat(16)],
    thumbnails: [thumbnailText(grayThumbnail(lighter, size))],
  });
  const options = { mode: "one-to-many", cacheFolder: join(root, "..", "cache") } as const;
  const verification = await verifyFolder(colourVerifier, catalog, { ...options, seen });
  const { images, copies, names, imagesOfThem } = verification.seen!;
  assert.deepEqual([images, copies, names, imagesOfThem], [0, 1, ["A"], 2]);
  assert.deepEqual([verification.identities, verification.images], [3, 7]);
  assert.deepEqual(verification.embeddings.images.map((index) => catalog.images[index]!.path[0]), [
    ...["B", "B", "C", "C", "D", "D", "D"],
  ]);
  // D has a copy of its first image.
  assert.equal(verification.copies, 1);
  const kept = await verifyFolder(colourVerifier, catalog, { ...options, seen, includeSeen: true });
  assert.deepEqual([kept.seen!.copies, kept.images], [1, 9]);
});

/** A test with the folder `scenes` of images that are nothing alike, two an identity. */
function withScenes(name: string, test: (root: string) => Promise<void>): void {
  Deno.test({
    name,
    ...granted,
    async fn() {
      const root = await Deno.makeTempDir();
      try {
        for (
          const [index, path] of ["A/1", "A/2", "B/1", "B/2", "C/1", "C/2", "D/1", "D/2"].entries()
        ) {
          const scene = Uint8Array.from(
            { length: 20 * 20 * 3 },
            (_, i) => 120 + 90 * Math.sin(index * 7 + Math.floor(i / 3) * (0.2 + index / 10)),
          );
          await Deno.mkdir(join(root, "scenes", path[0]!), { recursive: true });
          await Deno.writeFile(join(root, "scenes", `${path}.bmp`), bitmap(20, scene));
        }
        await Deno.copyFile(join(root, "scenes", "D/1.bmp"), join(root, "scenes", "D/3.bmp"));
        await test(join(root, "scenes"));
      } finally {
        await Deno.remove(root, { recursive: true });
      }
    },
  });
}

verified("where training saw all, nothing is measured", async (verify, catalog) => {
  const first = (name: string) => `${name}_0001.bmp`;
  const seen = saw(catalog, first("赤"), first("green"), first("yellow"), first("blue"));
  const list = parsePairList("赤 1 2\n赤 1 green 1");
  for (const options of [{ seen }, { seen, list }]) {
    await assert.rejects(verify(options), (error) => {
      assert.ok(error instanceof UserError);
      assert.match(error.message, /^cannot measure on .*training saw all .*includeSeen$/);
      return true;
    });
  }
});

verified("a false accept rate takes identities enough in the folder, too", async (verify) => {
  await assert.rejects(verify({ operatingPoint: { far: 0.05 } }), (error) => {
    assert.ok(error instanceof UserError);
    assert.match(
      error.message,
      /rate of 0.05 .*: it needs 8 identities, got 4 .*choose 0.47/,
    );
    return true;
  });
  assert.ok((await verify({ operatingPoint: { far: 0.5 } })).operatingPoint.far >= 0);
});

verified("a folder chooses a threshold of its own", async (verify) => {
  const { folderThreshold, targetFar, named, shift, metrics } = await verify();
  assert.deepEqual([targetFar, named, shift], [metadata.calibration.targetFar, null, null]);
  const { askedFar, targetFar: raised, smallestFar, identities, negativePairs } = folderThreshold!;
  // Of four identities, a rate below one half is hardly known.
  assert.deepEqual([askedFar, raised], [0.01, smallestFar]);
  assert.ok(smallestFar > 0.4 && smallestFar < 0.5, `${smallestFar}`);
  assert.deepEqual([identities, negativePairs], [4, metrics.negativePairs]);
  assert.equal(folderThreshold!.frr, 0);
  const asked = await verify({ calibrate: { far: 0.7 } });
  assert.ok(asked.folderThreshold!.threshold < folderThreshold!.threshold);
  assert.equal((await verify({ list: listed })).folderThreshold, null);
});

verified("a threshold that a folder cannot choose is refused", async (verify, catalog) => {
  await assert.rejects(
    verify({ calibrate: { far: 0.05 } }),
    /rate of 0.05 .*: it needs 8 identities, got 4/,
  );
  await assert.rejects(verify({ calibrate: { far: 2 } }), /above 0 and below 1/);
  const seen = saw(catalog, "blue_0001.bmp");
  await assert.rejects(
    verify({ calibrate: {}, seen }),
    /cannot choose a threshold on .*: expected at least 4 identities, got 3/,
  );
});

verified("a named threshold decides on a folder, and its pairs are compared", async (verify) => {
  const folder = (await verify()).folderThreshold!;
  const office = {
    ...{ ...folder, name: "office", folder: "colours", catalogHash: "", images: 10 },
    date: "2026-12-01T00:00:00.000Z",
  };
  const verifier = { ...colourVerifier, metadata: { ...metadata, thresholds: [office] } };
  const { operatingPoint, named, thresholdInterval, shift } = await verify(
    { operatingPoint: { name: "office" } },
    verifier,
  );
  assert.equal(operatingPoint.threshold, folder.threshold);
  assert.deepEqual([named?.name, shift], ["office", null]);
  assert.deepEqual(thresholdInterval, folder.thresholdInterval);
});

verified("pictures find each other, and strangers are told from the known", async (verify) => {
  const { retrieval, identification, crossValidation, intervals } = await verify();
  // Colors are far apart: every image that has a like finds it first.
  assert.equal(retrieval!.queries, 9);
  assert.deepEqual([retrieval!.precisionAt1, retrieval!.mapAtR, retrieval!.cmc[0]], [1, 1, 1]);
  assert.equal(identification!.galleryIdentities, 2);
  assert.equal(identification!.rankOneRate, 1);
  assert.equal(crossValidation, null);
  assert.ok(intervals!.auc[0] < 1 && intervals!.auc[1] === 1);
});

verified("a list in folds is cross-validated, over the folds that have pairs", async (verify) => {
  const fold = (a: string, b: string) => `${a} 1 2\n${a} 2 ${b} 1\n`;
  const text = `3\t1\n${fold("赤", "green")}${fold("green", "yellow")}${fold("yellow", "blue")}`;
  const { crossValidation, retrieval } = await verify({ list: parsePairList(text) });
  // The strictest threshold of the other two refuses the pair of one identity that is least alike.
  assert.deepEqual(crossValidation!.folds.map(({ accuracy }) => accuracy).sort(), [0.5, 1, 1]);
  assert.ok(Math.abs(crossValidation!.accuracy - 5 / 6) < 1e-12);
  assert.equal(retrieval, null);
  const lost = await verify({ list: parsePairList(text.replaceAll(/^赤/gm, "nobody")) });
  assert.deepEqual([lost.crossValidation!.folds.length, lost.missingPairs], [2, 2]);
});
