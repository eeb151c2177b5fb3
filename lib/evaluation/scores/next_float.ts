/** The next larger number of single precision, of a finite one or negative infinity. */
export function nextFloat32(value: number): number {
  if (value === 0) return 2 ** -149;
  const bits = new DataView(new ArrayBuffer(4));
  bits.setFloat32(0, value);
  bits.setInt32(0, bits.getInt32(0) + (value > 0 ? 1 : -1));
  return bits.getFloat32(0);
}
