import { gemmTile } from "./gemm_tile";
import { outputAddresses, tapAddresses } from "./tap_addresses";

/**
 * A matrix product whose left matrix is gathered from images while it is read. It has a row for each
 * position of a grid over the images, with the channels at each tap in turn, and zeros beyond the edge.
 * With the taps of a filter this is a convolution, with one tap a matrix product. The first eleven
 * parameters are those of `tapAddresses`.
 *
 * @param rows positions of the grid over all images
 * @param panels the right matrix, `packPanels` of `[tapCount * channels, columns]`
 * @param to the address of the result of position 0, see `outputAddresses`
 * @param rowBlock rows of an item, a multiple of 12
 * @param panelBlock panels of an item
 * @param scratch memory of the thread for `(tapCount + 1) * rowBlock` addresses
 * @param item counts blocks of rows, and blocks of panels after the last of them
 */
export function implicitGemm(
  images: usize,
  zeros: usize,
  imageHeight: i32,
  imageWidth: i32,
  channels: i32,
  height: i32,
  width: i32,
  rowStride: i32,
  columnStride: i32,
  taps: usize,
  tapCount: i32,
  rows: i32,
  panels: usize,
  columns: i32,
  to: usize,
  toImage: i32,
  toRow: i32,
  toPosition: i32,
  rowBlock: i32,
  panelBlock: i32,
  scratch: usize,
  item: i32,
): void {
  const rowBlocks = (rows + rowBlock - 1) / rowBlock;
  const begin = (item % rowBlocks) * rowBlock;
  const end = min(rows, begin + rowBlock);
  const pitch = <usize> rowBlock << 2;
  tapAddresses(
    images,
    zeros,
    imageHeight,
    imageWidth,
    channels,
    height,
    width,
    rowStride,
    columnStride,
    taps,
    tapCount,
    begin,
    end,
    scratch,
    pitch,
  );
  const results = scratch + <usize> tapCount * pitch;
  outputAddresses(to, toImage, toRow, toPosition, height, width, begin, end, results);

  const depthBytes = <usize> (tapCount * channels) << 5;
  const firstPanel = (item / rowBlocks) * panelBlock;
  const lastPanel = min((columns + 7) >> 3, firstPanel + panelBlock);
  for (let panel = firstPanel; panel < lastPanel; panel++) {
    const from = panels + <usize> panel * depthBytes;
    const width = min(8, columns - (panel << 3));
    for (let row = begin; row < end; row += 6) {
      gemmTile(
        scratch + (<usize> (row - begin) << 2),
        pitch,
        tapCount,
        <usize> channels << 2,
        from,
        <usize> panel << 5,
        min(6, end - row),
        width,
      );
    }
  }
}
