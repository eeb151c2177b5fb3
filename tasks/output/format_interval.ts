import type { ConfidenceInterval } from "../../mod.ts";
import { phrase } from "../language/language.ts";

/**
 * A figure with its 95 % confidence interval, such as `0.9965 (0.9910 to 0.9990)`.
 *
 * @param interval none, where it could not be measured
 * @param show writes a number; what follows a blank in it, such as a unit, stands once in the interval
 */
export function formatInterval(
  value: number,
  interval: ConfidenceInterval | null | undefined,
  show: (value: number) => string,
): string {
  if (!interval) return show(value);
  const [lower, upper] = interval.map(show);
  return phrase`${show(value)} (${lower!.split(" ")[0]!} to ${upper!})`;
}
