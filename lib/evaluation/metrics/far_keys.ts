/** False accept rates that figures are given for, as they are written in reports. */
export const farKeys = ["0.1", "0.01", "0.001", "0.0001", "0.00001", "0.000001"] as const;

export type FarKey = typeof farKeys[number];

/** Measures something at each of the usual false accept rates. */
export function forEachFar<Value>(measure: (far: number) => Value): Record<FarKey, Value> {
  const entries = farKeys.map((key) => [key, measure(Number(key))]);
  return Object.fromEntries(entries);
}
