// Compilers may assume that no value is NaN or infinite and remove a comparison, so this tests the
// bits.
fn isFinite(value : f32) -> bool {
  return (bitcast<u32>(value) & 0x7f800000u) != 0x7f800000u;
}
