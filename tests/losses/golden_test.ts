import * as tf from "@tensorflow/tfjs";
import type { DistanceName } from "../../lib/distances/distance_name.ts";
import { comparisonLoss } from "../../lib/losses/comparison_loss.ts";
import { createLoss } from "../../lib/losses/registry.ts";
import { tripletTerms } from "../../lib/losses/triplet_loss.ts";
import { createMiner } from "../../lib/miners/registry.ts";
import { Parameters } from "../../lib/model/layers/parameters.ts";
import { assertCloseTo } from "../kernels/support/assert_close_to.ts";
import { testOnDevices } from "../kernels/support/test_on_devices.ts";
import { differentiate } from "./differentiate.ts";
import { FIXTURES, golden } from "./golden.ts";

/** How a loss of PyTorch Metric Learning is said here. */
interface Case {
  loss: string;
  distance?: DistanceName;
  options?: Record<string, unknown>;
  miner?: string;
  /** For a loss with weights. */
  weights?: "grad_W" | "grad_proxies";
  tolerance?: number;
}

const L2 = "euclidean";
const CASES: Record<string, Case> = {
  "TripletMargin()": { loss: "triplet", distance: L2, options: { margin: 0.05 } },
  "TripletMargin(author: cos m=.1)": { loss: "triplet" },
  "TripletMargin(cos m=.1 swap)": { loss: "triplet", options: { swap: true } },
  "TripletMargin(cos m=.1 smooth)": { loss: "triplet", options: { smooth: true } },
  "TripletMargin(cos m=.1 MeanReducer)": { loss: "triplet", options: { mean: "all" } },
  "TripletMargin(L2 m=.2 swap)": {
    loss: "triplet",
    distance: L2,
    options: { margin: 0.2, swap: true },
  },
  "TripletMargin(sqL2 m=.2)": { loss: "triplet", distance: "squared", options: { margin: 0.2 } },
  "Contrastive()": { loss: "contrastive", distance: L2, options: { squared: false } },
  "Contrastive(cos pos1 neg.0)": { loss: "contrastive", options: { squared: false } },
  "NTXent()": { loss: "ntxent" },
  "NTXent(T=.5)": { loss: "ntxent", options: { temperature: 0.5 } },
  "SupCon()": { loss: "supcon" },
  "MultiSimilarity()": { loss: "multi-similarity" },
  "ArcFace()": { loss: "arcface", weights: "grad_W" },
  "CosFace()": { loss: "cosface", weights: "grad_W" },
  "NormalizedSoftmax()": {
    loss: "cosface",
    options: { margin: 0, scale: 20 },
    weights: "grad_W",
  },
  "ProxyAnchor()": { loss: "proxy-anchor", weights: "grad_proxies" },
  // Single precision: an error of 1e-7 in a cosine is one of 1e-5 in an exponent. Seen: 1.4e-5.
  "Circle()": { loss: "circle", tolerance: 2e-5 },
  "BatchHard(cos)+TripletMargin(cos .1)": { loss: "triplet", miner: "batch-hard" },
  "MSMiner+MultiSimilarity": { loss: "multi-similarity", miner: "multi-similarity" },
};

const SIZES = [5, 60, 72, 120, 144, 288, 480, 576];

for (const [name, example] of Object.entries(CASES)) {
  const { loss, distance = "cosine", options, miner = "all", weights, tolerance } = example;
  testOnDevices(`${name} as PyTorch Metric Learning computes it`, SIZES, async () => {
    const { fixtures, losses, W_emb_by_class, proxies_class_by_emb } = golden;
    const rowAClass = weights === "grad_W" ? transpose(W_emb_by_class) : proxies_class_by_emb;
    for (const fixture of FIXTURES) {
      const { emb, labels } = fixtures[fixture];
      const parameters = new Parameters(0);
      const context = { parameters, embeddingSize: 6, classes: 5 };
      const { apply } = createLoss(loss, { distance, ...options }, context);
      const { mine } = createMiner(miner, { distance });
      const [own] = parameters.all();
      if (own) tf.tidy(() => own.value.assign(tf.transpose(tf.tensor2d(rowAClass))));
      const found = await differentiate(
        { values: emb.flat(), d: 6, labels },
        (x, y) => apply(x, y, mine(x, y, 0)),
        own?.value,
      );
      const expected = losses[name]![fixture];
      assertCloseTo([found.loss, found.summary.loss], [expected.loss, expected.loss]);
      assertCloseTo(found.gradient, expected.grad.flat(), tolerance);
      if (weights) {
        const gradient = expected[weights]!;
        const ours = weights === "grad_W" ? gradient : transpose(gradient);
        assertCloseTo(found.weightGradient!, ours.flat());
      }
      parameters.dispose();
    }
  });
}

testOnDevices("other embeddings as PyTorch Metric Learning compares with them", SIZES, async () => {
  const { fixtures, losses, ref } = golden;
  const references = {
    embeddings: tf.tensor2d(ref.emb),
    labels: tf.tensor1d(ref.labels, "int32"),
    self: ref.labels.length,
  };
  const options = { margin: 0.1, swap: false, smooth: false, mean: "active" } as const;
  const { apply } = comparisonLoss(
    "cosine",
    (comparison) => tripletTerms(comparison, options),
    () => references,
  );
  for (const fixture of FIXTURES) {
    const { emb, labels } = fixtures[fixture];
    const batch = { values: emb.flat(), d: 6, labels };
    const { loss, gradient } = await differentiate(batch, (x, y) => apply(x, y, null));
    const expected = losses["TripletMargin(cos .1, ref_emb)"]![fixture];
    assertCloseTo([loss], [expected.loss]);
    assertCloseTo(gradient, expected.grad.flat());
  }
  tf.dispose([references.embeddings, references.labels]);
});

testOnDevices("cross-batch memory as PyTorch Metric Learning keeps it", [240, 120, 5], async () => {
  const { fixtures, remembered } = golden;
  const parameters = new Parameters(0);
  const { apply } = createLoss(
    "contrastive",
    { distance: "cosine", margin: 0.5, squared: false, memory: 20 },
    { parameters, embeddingSize: 6, classes: 5 },
  );
  for (const { batch, ...expected } of remembered) {
    const { emb, labels } = fixtures[batch];
    const { loss, gradient } = await differentiate(
      { values: emb.flat(), d: 6, labels },
      (x, y) => apply(x, y, null),
    );
    assertCloseTo([loss], [expected.loss]);
    assertCloseTo(gradient, expected.grad.flat());
  }
  parameters.dispose();
});

function transpose(rows: number[][]): number[][] {
  return rows[0]!.map((_, j) => rows.map((row) => row[j]!));
}
