// A part of the gradient of a convolution by its filter as an implicit GEMM, which never stores its
// left matrix: [taps * channels, positions] of the input at each tap, times [positions,
// OUT_CHANNELS].
//
// Workgroups split the positions, STEPS times DEPTH each, and another program adds up the parts:
// result[part, tap, inChannel, outChannel]. Rows count quads of four input channels; zeros fill up
// the last quad of each tap.

const IN_QUADS = (IN_CHANNELS + 3) / 4;
const ROWS_IN_DEPTH = false;
const COLUMNS_IN_DEPTH = false;

fn rowScale() -> f32 { return 1.0; }
fn columnScale() -> f32 { return gradientScale(); }

fn seen(quad : i32, position : i32) -> vec4<f32> {
  let tap = quad / IN_QUADS;
  let outRow = position / OUT_WIDTH;
  if (tap >= TAPS || outRow >= uniforms.dyShape.x * OUT_HEIGHT) { return vec4<f32>(); }
  let row = outRow % OUT_HEIGHT * STRIDE_HEIGHT - TOP + tap / FILTER_WIDTH;
  let column = position % OUT_WIDTH * STRIDE_WIDTH - LEFT + tap % FILTER_WIDTH;
  if (row < 0 || row >= IN_HEIGHT || column < 0 || column >= IN_WIDTH) { return vec4<f32>(); }
  let inPosition = (outRow / OUT_HEIGHT * IN_HEIGHT + row) * IN_WIDTH + column;
  return xQuad(inPosition * IN_CHANNELS, 4 * (quad % IN_QUADS));
}

fn rowSquare(row : i32, position : i32) -> mat4x4<f32> {
  let quad = row / 4;
  return mat4x4<f32>(
    seen(quad, position), seen(quad, position + 1), seen(quad, position + 2), seen(quad, position + 3));
}

fn gradient(channel : i32, position : i32) -> vec4<f32> {
  let positions = uniforms.dyShape.x * OUT_HEIGHT * OUT_WIDTH;
  if (channel >= OUT_CHANNELS || position >= positions) { return vec4<f32>(); }
  return dyQuad(position * OUT_CHANNELS, channel);
}

fn columnSquare(channel : i32, position : i32) -> mat4x4<f32> {
  return mat4x4<f32>(
    gradient(channel, position), gradient(channel, position + 1),
    gradient(channel, position + 2), gradient(channel, position + 3));
}

fn writeOutput(row : i32, outChannel : i32, values : vec4<f32>) {
  let tap = row / (4 * IN_QUADS);
  let inChannel = row % (4 * IN_QUADS);
  if (tap >= TAPS || inChannel >= IN_CHANNELS || outChannel >= OUT_CHANNELS) { return; }
  let part = i32(workgroupId.y) / ROW_TILES;
  writeQuad(((part * TAPS + tap) * IN_CHANNELS + inChannel) * OUT_CHANNELS, outChannel, values);
}

fn main() {
  let part = i32(workgroupId.y) / ROW_TILES;
  let firstRow = i32(workgroupId.y) % ROW_TILES * ROWS;
  let firstColumn = i32(workgroupId.x) * COLUMNS;
  let depth = STEPS * DEPTH;
  writeTile(firstRow, firstColumn, matMulTile(firstRow, firstColumn, part * depth, depth));
}
