import assert from "node:assert/strict";
import { join } from "node:path";
import { bootstrapIntervals } from "../../lib/evaluation/intervals/bootstrap_intervals.ts";
import { detCurve } from "../../lib/evaluation/curves/det_curve.ts";
import { evaluatePairs } from "../../lib/evaluation/metrics/evaluate_pairs.ts";
import { farKeys } from "../../lib/evaluation/metrics/far_keys.ts";
import { openSetIdentification } from "../../lib/evaluation/identification/open_set_identification.ts";
import { precisionRecallCurve } from "../../lib/evaluation/curves/precision_recall_curve.ts";
import { retrievalMetrics } from "../../lib/evaluation/metrics/retrieval_metrics.ts";
import { rocCurve } from "../../lib/evaluation/curves/roc_curve.ts";
import { similarityHistogram } from "../../lib/evaluation/curves/similarity_histogram.ts";
import { formatMessage } from "../../lib/language/user_message.ts";
import { describeRates, type MeasuredRates } from "../../lib/verification/describe_rates.ts";
import { verificationJson } from "../../lib/reporting/verification_json.ts";
import { writeVerification } from "../../lib/reporting/write_verification.ts";
import { UserError } from "../../lib/language/user_error.ts";
import type { FolderVerification } from "../../lib/verification/folder_verification.ts";
import { unitEmbeddings } from "../evaluation/similarities/unit_embeddings.ts";
import { needs } from "../needs.ts";
import { imageMessages } from "../../lib/images/formats/messages.ts";

const scores = { positives: Float32Array.of(0.9, 0.3), negatives: Float32Array.of(0.1, 0.4, 0) };
const embeddings = {
  values: Float32Array.of(1, 0, 0.8, 0.6, 0, 1, -1, 0),
  dimension: 2,
  labels: Int32Array.of(0, 0, 1, 1),
};
const verification: FolderVerification = {
  mode: "one-to-many",
  identities: 2,
  images: 4,
  embeddings: { ...embeddings, images: [0, 1, 2, 3] },
  byIdentity: null,
  hardest: { positives: [], negatives: [] },
  metrics: evaluatePairs(scores),
  operatingPoint: { threshold: 0.5, far: 0, frr: 0.5 },
  enrolled: [],
  curves: {
    roc: rocCurve(scores),
    precisionRecall: precisionRecallCurve(scores),
    det: detCurve(scores),
    histogram: similarityHistogram(scores, 3),
  },
  intervals: null,
  retrieval: retrievalMetrics(embeddings),
  identification: openSetIdentification(embeddings, { gallery: [0], probes: [1, 2, 3] }),
  crossValidation: null,
  skipped: [{ path: "a/1.png", reason: imageMessages.cutShort() }],
  missingPairs: 0,
  missing: [],
  thresholdInterval: [0.4, 0.6],
  seen: null,
  seenPairs: 0,
  provisional: false,
  copies: 0,
  targetFar: 0.01,
  named: null,
  folderThreshold: null,
  shift: null,
  listFaults: null,
};

Deno.test("programs are told the figures in one flat object", () => {
  const json = JSON.parse(JSON.stringify(verificationJson(verification)));
  assert.equal(json.mode, "one-to-many");
  assert.equal(json.auc, 5 / 6);
  assert.deepEqual(json.tarAtFar, Object.fromEntries(farKeys.map((key) => [key, null])));
  assert.deepEqual([json.threshold, json.far, json.frr], [0.5, 0, 0.5]);
  assert.deepEqual(json.thresholdInterval, [0.4, 0.6]);
  assert.deepEqual(json.skipped, [
    { path: "a/1.png", code: "image.cutShort", reason: "image is cut short" },
  ]);
  assert.equal("enrolled" in json, false);
  // All but (0, 1) find their like first, which is nearer to (0.8, 0.6) than to (-1, 0).
  assert.equal(json.retrieval.precisionAt1, 0.75);
  assert.deepEqual(Object.keys(json.retrieval.cmc), ["1", "5", "10"]);
  assert.deepEqual([json.retrieval.cmc["1"], json.retrieval.cmc["5"]], [0.75, null]);
  assert.equal(json.identification.rankOneRate, 1);
  assert.equal("curve" in json.identification, false);
});

Deno.test({
  name: "figures, curves and charts are written, the folder made",
  ...needs({ read: true, write: true }),
  async fn() {
    const root = await Deno.makeTempDir();
    try {
      const folder = join(root, "新しい", "out");
      await writeVerification(folder, verification);
      const names = await Array.fromAsync(Deno.readDir(folder), ({ name }) => name);
      const charts = ["det", "precision-recall", "roc", "similarities"];
      assert.deepEqual(
        names.sort(),
        [...charts.flatMap((name) => [`${name}.png`, `${name}.svg`]), "verification.json"],
      );
      const json = JSON.parse(await Deno.readTextFile(join(folder, "verification.json")));
      assert.deepEqual(json.roc.tar, [0, 0.5, 0.5, 1, 1, 1]);
      assert.equal(json.roc.thresholds[0], null);
      assert.deepEqual(json.precisionRecall.recall, [0, 0.5, 0.5, 1, 1, 1]);
      assert.equal(json.rocBand, null);
      assert.deepEqual([json.cmc.length, json.openSet.thresholds[0]], [3, null]);
      assert.deepEqual(json.det.frr, [1, 0.5, 0.5, 0, 0, 0]);
      assert.deepEqual(json.histogram.positives, [0, 0.5, 0.5]);
      assert.equal(json.auc, 5 / 6);
      const roc = () => Deno.readTextFile(join(folder, "roc.svg"));
      assert.match(await roc(), /AUC 0.8333/);
      assert.doesNotMatch(await roc(), /95% confidence interval/);
      assert.match(
        await Deno.readTextFile(join(folder, "similarities.svg")),
        /one-to-many: 2 identities, 4 images, 2 positive and 3 negative pairs/,
      );

      const labels = Int32Array.from({ length: 30 }, (_, row) => row % 6);
      const intervals = bootstrapIntervals(unitEmbeddings([...labels], 4, 1), {
        seed: 0,
        replicates: 20,
      });
      await writeVerification(folder, { ...verification, intervals });
      assert.match(await roc(), /95% confidence interval/);

      await Deno.writeTextFile(join(root, "file"), "");
      await assert.rejects(writeVerification(join(root, "file"), verification), UserError);
    } finally {
      await Deno.remove(root, { recursive: true });
    }
  },
});

Deno.test("rates are said in words, and none at all with what it can vouch for", () => {
  const where = {
    code: "test.where",
    text: { en: "this folder", ja: "このフォルダー" },
    values: {},
  };
  const said = (rates: MeasuredRates) => formatMessage(describeRates(rates, where));
  assert.equal(
    said({ far: 0.0123, frr: 0.5, negativePairs: 4500, positivePairs: 1 }),
    "On this folder, this threshold took 1.2 % of 4,500 pairs of two different identities for the " +
      "same one, and 50 % of 1 pair of the same identity for two different ones.",
  );
  assert.match(
    said({ far: 0, frr: 0, negativePairs: 3000, positivePairs: 2 }),
    /took none \(so fewer than 0.1 %\) of 3,000 pairs .* and none of 2 pairs/,
  );
});
