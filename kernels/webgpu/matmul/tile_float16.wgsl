enable f16;
// Tiles of float16: half the shared memory, and on some adapters twice the products a second.

alias Element = f16;

fn toTile(numbers : vec4<f32>, scale : f32) -> vec4<f16> {
  return vec4<f16>(scale * numbers);
}
