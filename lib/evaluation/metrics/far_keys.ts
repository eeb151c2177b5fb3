import type { Text } from "../../language/user_message.ts";
import type { MetricUnit } from "./metric_definition.ts";

/** The false accept rates that the true accept rate is measured at, as JSON and reports write them. */
export const farKeys = ["0.1", "0.01", "0.001", "0.0001", "0.00001", "0.000001"] as const;

/** One of `farKeys`. */
export type FarKey = typeof farKeys[number];

/** The true accept rate at a false accept rate, wherever it is shown. */
export const tarAtFarMetric: {
  readonly label: (far: string) => Text;
  readonly unit: MetricUnit;
} = {
  label: (far) => ({ en: `TAR at FAR ${far}`, ja: `本人受入率(TAR、FAR ${far})` }),
  unit: "rate",
};

/** Measures something at each of `farKeys`. */
export function forEachFar<Value>(measure: (far: number) => Value): Record<FarKey, Value> {
  const entries = farKeys.map((key) => [key, measure(Number(key))]);
  return Object.fromEntries(entries);
}
