// Tiles of float32.

alias Element = f32;

fn toTile(numbers : vec4<f32>, scale : f32) -> vec4<f32> {
  return numbers;
}
