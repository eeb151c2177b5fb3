/** A rate as people read it, such as `1.25 %`. */
export function percent(rate: number): string {
  return `${(100 * rate).toFixed(2)} %`;
}
