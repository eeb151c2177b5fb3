// A depthwise convolution. A thread computes four channels of TILE_WIDTH neighboring positions, and
// reads each row of the input once for all of them.

const QUADS = (IN_CHANNELS + 3) / 4;
const TILES = (OUT_WIDTH + TILE_WIDTH - 1) / TILE_WIDTH;
const SEEN_WIDTH = (TILE_WIDTH - 1) * STRIDE_WIDTH + FILTER_WIDTH;

fn main() {
  let group = i32(workgroupId.y) * i32(numWorkgroups.x) + i32(workgroupId.x);
  let thread = group * THREADS + i32(localIndex);
  let channel = 4 * (thread % QUADS);
  let outRow = thread / (QUADS * TILES);
  let image = outRow / OUT_HEIGHT;
  if (image >= uniforms.xShape.x) { return; }
  let firstPosition = thread / QUADS % TILES * TILE_WIDTH;
  let firstColumn = firstPosition * STRIDE_WIDTH - LEFT;
  var sums : array<vec4<f32>, TILE_WIDTH>;
  for (var tapRow = 0; tapRow < FILTER_HEIGHT; tapRow++) {
    let row = outRow % OUT_HEIGHT * STRIDE_HEIGHT - TOP + tapRow;
    if (row < 0 || row >= IN_HEIGHT) { continue; }
    var seen : array<vec4<f32>, SEEN_WIDTH>;
    for (var i = 0; i < SEEN_WIDTH; i++) {
      let column = firstColumn + i;
      if (column >= 0 && column < IN_WIDTH) {
        seen[i] = xQuad(((image * IN_HEIGHT + row) * IN_WIDTH + column) * IN_CHANNELS, channel);
      }
    }
    for (var tapColumn = 0; tapColumn < FILTER_WIDTH; tapColumn++) {
      let weight = weightsQuad((tapRow * FILTER_WIDTH + tapColumn) * IN_CHANNELS, channel);
      for (var i = 0; i < TILE_WIDTH; i++) {
        sums[i] += seen[i * STRIDE_WIDTH + tapColumn] * weight;
      }
    }
  }
  for (var i = 0; i < TILE_WIDTH; i++) {
    let position = firstPosition + i;
    if (position < OUT_WIDTH) { writeQuad((outRow * OUT_WIDTH + position) * IN_CHANNELS, channel, sums[i]); }
  }
}
