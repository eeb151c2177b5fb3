import type { PerFixture } from "../losses/golden.ts";
// Made by tests/reference/metric_learning.py.
import made from "./metric_learning.json" with { type: "json" };

/**
 * What PyTorch Metric Learning mines of the batches of losses: one list of (anchor, positive,
 * negative), or two, of positive pairs and of negative pairs.
 */
export const miners: Record<string, PerFixture<number[][][]>> = made;
