/** The gradient of a function by central differences of 1e-6, in float64. */
export function numericGradient(
  of: (values: Float64Array) => number,
  at: ArrayLike<number>,
): Float64Array {
  const step = 1e-6;
  return Float64Array.from({ length: at.length }, (_, i) => {
    const moved = (by: number) => {
      const values = Float64Array.from(at);
      values[i]! += by;
      return of(values);
    };
    return (moved(step) - moved(-step)) / (2 * step);
  });
}
