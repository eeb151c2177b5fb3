// The gradient of a depthwise convolution by its input. A thread computes four channels of one
// position, over the taps by which an output position reaches it.

const QUADS = (IN_CHANNELS + 3) / 4;

fn main() {
  let group = i32(workgroupId.y) * i32(numWorkgroups.x) + i32(workgroupId.x);
  let thread = group * THREADS + i32(localIndex);
  let channel = 4 * (thread % QUADS);
  let position = thread / QUADS;
  let image = position / (IN_HEIGHT * IN_WIDTH);
  if (image >= uniforms.dyShape.x) { return; }
  let row = position / IN_WIDTH % IN_HEIGHT + TOP;
  let column = position % IN_WIDTH + LEFT;
  var sum = vec4<f32>();
  for (var tapRow = row % STRIDE_HEIGHT; tapRow < FILTER_HEIGHT; tapRow += STRIDE_HEIGHT) {
    let outRow = (row - tapRow) / STRIDE_HEIGHT;
    if (row < tapRow || outRow >= OUT_HEIGHT) { continue; }
    for (var tapColumn = column % STRIDE_WIDTH; tapColumn < FILTER_WIDTH; tapColumn += STRIDE_WIDTH) {
      let outColumn = (column - tapColumn) / STRIDE_WIDTH;
      if (column < tapColumn || outColumn >= OUT_WIDTH) { continue; }
      let outPosition = (image * OUT_HEIGHT + outRow) * OUT_WIDTH + outColumn;
      let tap = tapRow * FILTER_WIDTH + tapColumn;
      sum += dyQuad(outPosition * IN_CHANNELS, channel) * weightsQuad(tap * IN_CHANNELS, channel);
    }
  }
  for (var i = 0; i < 4; i++) {
    if (channel + i < IN_CHANNELS) { result[position * IN_CHANNELS + channel + i] = sum[i]; }
  }
}
