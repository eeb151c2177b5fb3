enable f16;
// Tiles in halves: half the shared memory, and on some adapters twice the products a second.

alias Number = f16;

fn toTile(numbers : vec4<f32>, scale : f32) -> vec4<f16> {
  return vec4<f16>(scale * numbers);
}
