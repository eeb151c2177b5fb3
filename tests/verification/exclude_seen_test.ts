import assert from "node:assert/strict";
import { join } from "node:path";
import { SeenImages } from "../../lib/model_file/seen_images.ts";
import { indexFolder } from "../../lib/dataset/catalog/index_folder.ts";
import { loadVerifier } from "../../lib/model/load_verifier.ts";
import { verifyFolder } from "../../lib/verification/verify_folder.ts";
import { drawPatterns, training } from "../training/fixtures.ts";

training("the folder that was trained on gives the run's own figures", async (workshop) => {
  const { root, data, train } = workshop;
  await drawPatterns(join(root, "validation"), { identities: 3, seed: 2, first: 50 });
  const verify = async (run: string, folder: string) => {
    const verifier = await loadVerifier(join(root, run), "wasm");
    try {
      const seen = await SeenImages.read(join(root, run));
      const cacheFolder = join(root, "cache");
      const catalog = await indexFolder(folder);
      return await verifyFolder(verifier, catalog, { mode: "one-to-many", cacheFolder, seen });
    } finally {
      verifier[Symbol.dispose]();
    }
  };
  const trained = await train("run", { seed: 5 });
  const measured = await verify("run", data);
  const { heldOut, calibration } = trained;
  assert.deepEqual([measured.identities, measured.images], [heldOut.identities, heldOut.images]);
  const { train: names, validation: validated } = JSON.parse(
    await Deno.readTextFile(join(root, "run", "split.json")),
  );
  assert.deepEqual(measured.seen, {
    images: 9 * 6,
    copies: 0,
    identities: 9,
    byName: 0,
    names: [...names, ...validated].sort(),
    imagesOfThem: 9 * 6,
    sameNumbers: [],
    gaps: { names: false, thumbnails: false, weights: false },
    included: false,
  });
  const { positivePairs: _, negativePairs: __, ...metrics } = measured.metrics;
  const { intervals, part, ...figures } = heldOut;
  assert.equal(part, "test");
  assert.deepEqual({ identities: 3, images: 18, ...metrics }, figures);
  assert.deepEqual(measured.intervals!.auc, intervals!.auc);
  const { threshold, far, frr } = calibration;
  assert.deepEqual(measured.operatingPoint, { threshold, far, frr });

  // A folder to validate on was seen as well.
  await train("other", { validationData: join(root, "validation"), epochs: 1 });
  await assert.rejects(
    verify("other", join(root, "validation")),
    /training saw all of these identities/,
  );
  assert.equal((await verify("run", join(root, "validation"))).seen!.identities, 0);
});
