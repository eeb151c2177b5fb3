// A compiler may assume that no number is NaN or infinite, and fold a comparison away: ask the bits.
fn isFinite(value : f32) -> bool {
  return (bitcast<u32>(value) & 0x7f800000u) != 0x7f800000u;
}
