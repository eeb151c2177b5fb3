import { needs } from "../needs.ts";

/** Small batches with what PyTorch Metric Learning makes of them, kept outside the repository. */
const file = new URL("../../../shared/golden/golden.json", import.meta.url);

/** What a test of these values needs. */
export const GOLDEN = needs({ read: true, paths: [file] });

/** The batches: identities of equal size, and of 4, 3, 2, 1 and 2 images. */
export const FIXTURES = ["even", "uneven"] as const;

type PerFixture<T> = Record<typeof FIXTURES[number], T>;

interface Golden {
  fixtures: PerFixture<{ emb: number[][]; labels: number[] }>;
  losses: Record<string, PerFixture<{ loss: number; grad: number[][] }>>;
  /** One list of (anchor, positive, negative), or two: positive pairs, then negative pairs. */
  miners: Record<string, PerFixture<number[][][]>>;
  /** Parameters after `k` steps of an optimiser. */
  optim: Record<string, { k: number; y: number[] }[]>;
}

/** Reads the values. */
export async function golden(): Promise<Golden> {
  return JSON.parse(await Deno.readTextFile(file));
}
