import type { DistanceName } from "../../lib/distances/distance_name.ts";

/** A batch in float64, and how far apart its rows are. */
export class PlainBatch {
  readonly rows: number[][];

  constructor(
    values: ArrayLike<number>,
    readonly labels: ArrayLike<number>,
    readonly distance: DistanceName,
  ) {
    const d = values.length / labels.length;
    this.rows = Array.from(labels, (_, i) => Array.from(values).slice(i * d, (i + 1) * d));
  }

  /** Indices of rows other than `i` that have its label, or have not. */
  others(i: number, isPositive: boolean): number[] {
    return this.rows.map((_, j) => j)
      .filter((j) => j !== i && (this.labels[j] === this.labels[i]) === isPositive);
  }

  /** Pairs of a row and another. */
  pairs(isPositive: boolean): [number, number][] {
    return this.rows.flatMap((_, i) =>
      this.others(i, isPositive).map((j): [number, number] => [i, j])
    );
  }

  between(i: number, j: number): number {
    return distanceOf(this.rows[i]!, this.rows[j]!, this.distance);
  }

  similarity(i: number, j: number): number {
    return this.distance === "cosine" ? 1 - this.between(i, j) : -this.between(i, j);
  }
}

/** The distance of two rows, as it is defined. */
export function distanceOf(x: number[], y: number[], distance: DistanceName): number {
  const dot = (a: number[], b: number[]) => sum(a.map((value, k) => value * b[k]!));
  if (distance === "dot") return -dot(x, y);
  const unit = (a: number[]) => a.map((value) => value / Math.sqrt(dot(a, a)));
  const [a, b] = [unit(x), unit(y)];
  if (distance === "cosine") return 1 - dot(a, b);
  const squared = sum(a.map((value, k) => (value - b[k]!) ** 2));
  return distance === "squared" ? squared : Math.sqrt(squared);
}

/** The losses as their definitions read, over all pairs or triplets of a batch. */
export const definitions = {
  triplet(batch: PlainBatch, { margin = 0.1, swap = false, smooth = false, mean = "active" }) {
    const losses = batch.pairs(true).flatMap(([a, p]) =>
      batch.others(a, false).map((n) => {
        const other = batch.between(a, n);
        const negative = swap ? Math.min(other, batch.between(p, n)) : other;
        const x = batch.between(a, p) - negative + margin;
        return smooth ? Math.log(1 + Math.exp(x)) : Math.max(0, x);
      })
    );
    return mean === "all" ? average(losses) : averageAbove0(losses);
  },
  contrastive(batch: PlainBatch, { positiveMargin = 0, margin = 1, squared = true }) {
    const pull = batch.pairs(true).map((pair) =>
      Math.max(0, batch.between(...pair) - positiveMargin)
    );
    const push = batch.pairs(false).map((pair) => Math.max(0, margin - batch.between(...pair)));
    return squared
      ? average([...pull, ...push].map((loss) => loss ** 2))
      : averageAbove0(pull) + averageAbove0(push);
  },
  bce(batch: PlainBatch, { scale = 10, bias = 5 }) {
    const probability = (pair: [number, number]) =>
      1 / (1 + Math.exp(-(bias - scale * batch.between(...pair))));
    const positives = batch.pairs(true).map((pair) => -Math.log(probability(pair)));
    const negatives = batch.pairs(false).map((pair) => -Math.log(1 - probability(pair)));
    return (average(positives) + average(negatives)) / 2;
  },
  ntxent(batch: PlainBatch, { temperature = 0.07 }) {
    return average(
      batch.pairs(true).map(([i, j]) => {
        const e = (other: number) => Math.exp(batch.similarity(i, other) / temperature);
        return -Math.log(e(j) / (e(j) + sum(batch.others(i, false).map(e))));
      }),
    );
  },
  supcon(batch: PlainBatch, { temperature = 0.1 }) {
    return averageAbove0(batch.rows.map((_, i) => {
      const e = (other: number) => Math.exp(batch.similarity(i, other) / temperature);
      const positives = batch.others(i, true);
      const total = sum([...positives, ...batch.others(i, false)].map(e));
      return average(positives.map((j) => -Math.log(e(j) / total)));
    }));
  },
  "multi-similarity"(batch: PlainBatch, { alpha = 2, beta = 50, base = 0.5 }) {
    return average(batch.rows.map((_, i) => {
      const side = (isPositive: boolean, sharpness: number) => {
        const terms = batch.others(i, isPositive)
          .map((j) => Math.exp(sharpness * (batch.between(i, j) - base)));
        return Math.log(1 + sum(terms)) / Math.abs(sharpness);
      };
      return side(true, alpha) + side(false, -beta);
    }));
  },
  /** @param at where the weights are taken, which have no slope */
  circle(batch: PlainBatch, { margin = 0.4, scale = 80, at = batch }) {
    return averageAbove0(batch.rows.map((_, i) => {
      const push = batch.others(i, false).map((j) =>
        Math.exp(
          scale * Math.max(0, at.similarity(i, j) + margin) * (batch.similarity(i, j) - margin),
        )
      );
      const pull = batch.others(i, true).map((j) =>
        Math.exp(
          -scale * Math.max(0, 1 + margin - at.similarity(i, j)) *
            (batch.similarity(i, j) - 1 + margin),
        )
      );
      return Math.log(1 + sum(push) * sum(pull));
    }));
  },
};

/** Losses over classes as their definitions read. */
export const classDefinitions = {
  arcface(batch: PlainBatch, classes: number[][], { margin = 28.6, scale = 64 }) {
    return softmaxLoss(batch, classes, scale, (cosine) => {
      const m = margin * Math.PI / 180;
      const angle = Math.acos(cosine);
      return angle + m <= Math.PI ? Math.cos(angle + m) : cosine - m * Math.sin(m);
    });
  },
  cosface(batch: PlainBatch, classes: number[][], { margin = 0.35, scale = 64 }) {
    return softmaxLoss(batch, classes, scale, (cosine) => cosine - margin);
  },
  "proxy-anchor"(batch: PlainBatch, classes: number[][], { margin = 0.1, alpha = 32 }) {
    const side = (label: number, isOwn: boolean) => {
      const rows = batch.rows.filter((_, i) => (batch.labels[i] === label) === isOwn);
      return Math.log(
        1 + sum(rows.map((row) => {
          const cosine = 1 - distanceOf(row, classes[label]!, "cosine");
          return Math.exp(alpha * (isOwn ? margin - cosine : cosine + margin));
        })),
      );
    };
    const present = classes.map((_, label) => label)
      .filter((label) => Array.from(batch.labels).includes(label));
    return average(present.map((label) => side(label, true))) +
      average(classes.map((_, label) => side(label, false)));
  },
};

/** A loss, options to compute it with, and the distances that it takes; all by default. */
type Case = [
  loss: keyof typeof definitions,
  options: Record<string, unknown>,
  distances?: readonly DistanceName[],
];

/** What losses over pairs or triplets are compared for. */
export const cases: Case[] = [
  ["triplet", { margin: 0.2 }],
  ["triplet", { margin: 0.2, swap: true, smooth: true }],
  ["triplet", { margin: 0.1, swap: true, mean: "all" }],
  ["contrastive", { positiveMargin: 0.1 }],
  ["contrastive", { squared: false, margin: 0.8 }],
  ["bce", {}, ["cosine"]],
  ["ntxent", { temperature: 0.2 }],
  ["supcon", { temperature: 0.3 }],
  ["multi-similarity", { beta: 10 }, ["cosine", "euclidean", "squared"]],
  ["circle", { scale: 16 }, ["cosine"]],
];

/** What losses over classes are compared for. */
export const classCases: [keyof typeof classDefinitions, Record<string, unknown>][] = [
  ["arcface", { scale: 16 }],
  // Some angles to the own class are beyond 180 degrees less the margin.
  ["arcface", { scale: 4, margin: 90 }],
  ["cosface", { scale: 16 }],
  ["proxy-anchor", { alpha: 8 }],
];

function softmaxLoss(
  batch: PlainBatch,
  classes: number[][],
  scale: number,
  harden: (cosine: number) => number,
): number {
  return average(batch.rows.map((row, i) => {
    const logits = classes.map((weights, label) => {
      const cosine = 1 - distanceOf(row, weights, "cosine");
      return scale * (label === batch.labels[i] ? harden(cosine) : cosine);
    });
    return Math.log(sum(logits.map(Math.exp))) - logits[batch.labels[i]!]!;
  }));
}

function sum(values: number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function average(values: number[]): number {
  return sum(values) / (values.length || 1);
}

function averageAbove0(values: number[]): number {
  return average(values.filter((value) => value > 0));
}
