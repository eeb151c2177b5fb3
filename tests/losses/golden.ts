import batches from "./batches.json" with { type: "json" };
// Made by tests/reference/metric_learning.py.
import made from "./metric_learning.json" with { type: "json" };

/** The batches: identities of equal size, and of 4, 3, 2, 1 and 2 images. */
export const FIXTURES = ["even", "uneven"] as const;

/** Something of each batch. */
export type PerFixture<T> = Record<typeof FIXTURES[number], T>;

interface Batch {
  emb: number[][];
  labels: number[];
}

interface GoldenLoss {
  loss: number;
  grad: number[][];
  /** `[6, 5]` */
  grad_W?: number[][];
  /** `[5, 6]` */
  grad_proxies?: number[][];
}

interface Golden {
  fixtures: PerFixture<Batch>;
  losses: Record<string, PerFixture<GoldenLoss>>;
  /** Batches in turn, against a memory of those before. */
  remembered: (GoldenLoss & { batch: typeof FIXTURES[number] })[];
  /** Other embeddings to compare with. */
  ref: Batch;
  /** Weights of losses that have them, of 5 classes. */
  W_emb_by_class: number[][];
  proxies_class_by_emb: number[][];
}

/** Small batches, and what PyTorch Metric Learning makes of them. */
export const golden: Golden = {
  fixtures: batches,
  losses: made.losses,
  remembered: made.remembered as Golden["remembered"],
  ref: batches.reference,
  W_emb_by_class: batches.weights,
  proxies_class_by_emb: batches.proxies,
};
