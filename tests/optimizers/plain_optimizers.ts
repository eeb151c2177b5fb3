import type { OptimizerName } from "../../lib/optimizers/registry.ts";

/** What the plain optimizers take; as in `OptimizerOptions`, whole. */
export interface PlainOptions {
  readonly weightDecay: number;
  readonly momentum: number;
  readonly beta2: number;
}

/** One number, in float64, moved by its papers' algorithm; `x` is what it is evaluated with. */
interface PlainNumber {
  w: number;
  x: number;
}

/** Makes one number's walk: a function of its gradient and the learning rate. */
export function plainOptimiser(
  name: OptimizerName,
  start: number,
  { weightDecay: decay, momentum: b1, beta2: b2 }: PlainOptions,
): PlainNumber & { step(gradient: number, rate: number): void } {
  let t = 0, m = 0, v = 0, slow = start, z = start, weights = 0, highest = 0;
  /** Lengths of the simple moving average, in the end and now: the paper of RAdam, section 4. */
  const rectifier = (shortest: number) => {
    const end = 2 / (1 - b2) - 1, now = end - 2 * t * b2 ** t / (1 - b2 ** t);
    if (now <= shortest) return null;
    return Math.sqrt((now - 4) * (now - 2) * end / ((end - 4) * (end - 2) * now));
  };
  const moments = (g: number) => {
    m = b1 * m + (1 - b1) * g;
    v = b2 * v + (1 - b2) * g * g;
    return [m / (1 - b1 ** t), Math.sqrt(v / (1 - b2 ** t)) + 1e-8] as const;
  };
  const walks: Record<string, (g: number, rate: number) => void> = {
    adam(g, rate) {
      const [first, root] = moments(g + decay * number.w);
      number.x = number.w -= rate * first / root;
    },
    adamw(g, rate) {
      const [first, root] = moments(g);
      number.x = number.w -= rate * (first / root + decay * number.w);
    },
    sgd(g, rate) {
      m = b1 * m + g + decay * number.w;
      number.x = number.w -= rate * m;
    },
    ranger(g, rate) {
      const [first, root] = moments(g), trust = rectifier(5);
      const change = trust === null ? first : trust * first / root;
      number.w -= rate * (change + decay * number.w);
      if (t % 6 === 0) number.w = slow += (number.w - slow) / 2;
      number.x = number.w;
    },
    // Schedule-free learning with its three sequences: y where gradients are taken, z, and x.
    "schedule-free-adamw": (g, rate) => average(g / moments(g)[1], rate),
    "schedule-free-sgd": (g, rate) => average(g, rate),
    "schedule-free-radam"(g, rate) {
      const trust = rectifier(4), root = moments(g)[1];
      average(trust === null ? g : g / root, rate * (trust ?? 0));
    },
  };
  const average = (g: number, rate: number) => {
    z -= rate * (g + decay * number.w);
    highest = Math.max(highest, rate);
    weights += highest ** 2;
    if (weights > 0) number.x += highest ** 2 / weights * (z - number.x);
    number.w = (1 - b1) * z + b1 * number.x;
  };
  const number = {
    w: start,
    x: start,
    step(gradient: number, rate: number) {
      t++;
      walks[name]!(gradient, rate);
    },
  };
  return number;
}
