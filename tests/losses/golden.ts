import { needs } from "../needs.ts";

/** Small batches with what PyTorch Metric Learning makes of them, kept outside the repository. */
const file = new URL("../../../shared/golden/golden.json", import.meta.url);

/** What a test of these values needs. */
export const GOLDEN = needs({ read: true, paths: [file] });

/** The batches: identities of equal size, and of 4, 3, 2, 1 and 2 images. */
export const FIXTURES = ["even", "uneven"] as const;

type PerFixture<T> = Record<typeof FIXTURES[number], T>;

interface GoldenLoss {
  loss: number;
  grad: number[][];
  /** `[6, 5]` */
  grad_W?: number[][];
  /** `[5, 6]` */
  grad_proxies?: number[][];
}

interface Golden {
  fixtures: PerFixture<{ emb: number[][]; labels: number[] }>;
  losses: Record<string, PerFixture<GoldenLoss>>;
  /** Other embeddings to compare with. */
  ref: { emb: number[][]; labels: number[] };
  /** Weights of losses that have them, of 5 classes. */
  W_emb_by_class: number[][];
  proxies_class_by_emb: number[][];
  /** One list of (anchor, positive, negative), or two: positive pairs, then negative pairs. */
  miners: Record<string, PerFixture<number[][][]>>;
  /** Parameters after `k` steps of an optimiser, in training, and in evaluation where they differ. */
  optim: Record<string, { k: number; y: number[]; x?: number[] }[]>;
}

/** Reads the values. */
export async function golden(): Promise<Golden> {
  return JSON.parse(await Deno.readTextFile(file));
}
