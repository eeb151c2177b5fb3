// Where the values of an image are, in quads of channels and of units. Zeros fill up the last quad
// of each.

// Channels that a lane reads side by side where positions are summed, in quads.
const CHANNELS_ACROSS = 32;
// Units that a lane computes side by side where channels are summed.
const UNITS_ACROSS = 4;

fn channels() -> i32 {
  return i32(uniforms.channels);
}

fn units() -> i32 {
  return i32(uniforms.units);
}

fn quadsOf(count : i32) -> i32 {
  return (count + 3) / 4;
}

// The first quad of an image: two of each quad of channels, one of each quad of units. Forward they
// are means, factors, and what units take in; backward the gradients of what the factors are the
// sigmoids of, of the means over the number of positions, and of what units take in.
fn firstOf(image : i32) -> i32 {
  return image * (2 * quadsOf(channels()) + quadsOf(units()));
}
