// A convolution as an implicit GEMM, which never stores its left matrix: [positions, taps *
// IN_CHANNELS] of the input at each tap, times [taps * IN_CHANNELS, OUT_CHANNELS] of the filter.
// Depth counts quads of input channels; zeros fill up the last quad of each tap.

const IN_QUADS = (IN_CHANNELS + 3) / 4;
const OUT_PLACES = OUT_HEIGHT * OUT_WIDTH;
const ROWS_IN_DEPTH = true;
const COLUMNS_IN_DEPTH = false;

fn rowScale() -> f32 { return 1.0; }
fn columnScale() -> f32 { return 1.0; }

fn seen(position : i32, quad : i32) -> vec4<f32> {
  let tap = quad / IN_QUADS;
  let image = position / OUT_PLACES;
  if (tap >= TAPS || image >= uniforms.xShape.x) { return vec4<f32>(); }
  let row = position % OUT_PLACES / OUT_WIDTH * STRIDE_HEIGHT - TOP + tap / FILTER_WIDTH;
  let column = position % OUT_WIDTH * STRIDE_WIDTH - LEFT + tap % FILTER_WIDTH;
  if (row < 0 || row >= IN_HEIGHT || column < 0 || column >= IN_WIDTH) { return vec4<f32>(); }
  let inPosition = (image * IN_HEIGHT + row) * IN_WIDTH + column;
  return xQuad(inPosition * IN_CHANNELS, 4 * (quad % IN_QUADS));
}

fn rowSquare(position : i32, depth : i32) -> mat4x4<f32> {
  let quad = depth / 4;
  return transpose(mat4x4<f32>(
    seen(position, quad), seen(position + 1, quad), seen(position + 2, quad), seen(position + 3, quad)));
}

fn weight(tap : i32, inChannel : i32, outChannel : i32) -> vec4<f32> {
  if (tap >= TAPS || inChannel >= IN_CHANNELS || outChannel >= OUT_CHANNELS) { return vec4<f32>(); }
  return weightsQuad((tap * IN_CHANNELS + inChannel) * OUT_CHANNELS, outChannel);
}

fn columnSquare(outChannel : i32, depth : i32) -> mat4x4<f32> {
  let tap = depth / (4 * IN_QUADS);
  let channel = depth % (4 * IN_QUADS);
  return mat4x4<f32>(
    weight(tap, channel, outChannel), weight(tap, channel + 1, outChannel),
    weight(tap, channel + 2, outChannel), weight(tap, channel + 3, outChannel));
}

fn writeOutput(position : i32, outChannel : i32, values : vec4<f32>) {
  if (position < uniforms.xShape.x * OUT_PLACES && outChannel < OUT_CHANNELS) {
    writeQuad(position * OUT_CHANNELS, outChannel, values);
  }
}

fn main() {
  let group = i32(workgroupId.y) * i32(numWorkgroups.x) + i32(workgroupId.x);
  let firstColumn = group % COLUMN_TILES * COLUMNS;
  let firstRow = group / COLUMN_TILES * ROWS;
  writeTile(firstRow, firstColumn, matMulTile(firstRow, firstColumn, 0, 4 * TAPS * IN_QUADS));
}
