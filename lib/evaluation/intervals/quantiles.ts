import { gammaln } from "simple-statistics";

/** Terms of a continued fraction, and halvings of a range: more than double precision needs. */
const MOST_TERMS = 100_000, MOST_HALVINGS = 200;

/**
 * The value that a variable with the beta distribution is below with a given probability.
 *
 * @param probability above 0 and below 1
 * @param a above 0
 * @param b above 0
 */
export function betaQuantile(probability: number, a: number, b: number): number {
  let low = 0, high = 1;
  for (let halving = 0; halving < MOST_HALVINGS; halving++) {
    const middle = (low + high) / 2;
    if (middle === low || middle === high) break;
    if (betaDistribution(middle, a, b) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * The value that a variable with Student's t distribution is below with a given probability.
 *
 * @param probability above one half and below 1
 * @param degrees of freedom, 1 or more
 */
export function studentQuantile(probability: number, degrees: number): number {
  // Of t with n degrees of freedom, n / (n + t²) is beta distributed.
  const inside = betaQuantile(2 * (1 - probability), degrees / 2, 0.5);
  return Math.sqrt(degrees * (1 - inside) / inside);
}

/** The regularized incomplete beta function I_x(a, b). */
function betaDistribution(x: number, a: number, b: number): number {
  // The continued fraction ends sooner below the middle; above it, this is that of the other end.
  return x < (a + 1) / (a + b + 2) ? lowerPart(x, a, b) : 1 - lowerPart(1 - x, b, a);
}

/**
 * I_x(a, b) by its continued fraction.
 *
 * Source: Press et al., Numerical Recipes, section 6.4, with Lentz's method of section 5.2.
 */
function lowerPart(x: number, a: number, b: number): number {
  const scale = Math.exp(
    gammaln(a + b) - gammaln(a) - gammaln(b) + a * Math.log(x) + b * Math.log1p(-x),
  );
  const awayFromZero = (value: number) => Math.abs(value) < 1e-300 ? 1e-300 : value;
  let c = 1, d = 1 / awayFromZero(1 - (a + b) * x / (a + 1)), fraction = d;
  for (let m = 1; m < MOST_TERMS; m++) {
    const even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
    const odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
    let change = 1;
    for (const term of [even, odd]) {
      d = 1 / awayFromZero(1 + term * d);
      c = awayFromZero(1 + term / c);
      change = c * d;
      fraction *= change;
    }
    if (Math.abs(change - 1) < 1e-15) break;
  }
  return scale * fraction / a;
}
