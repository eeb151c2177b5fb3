/**
 * Copies the columns of a matrix into consecutive panels of 8, each `[depth, 8]`, with zeros beyond the
 * last column. Its rows are in taps of `inner` rows.
 *
 * @param from the address of the matrix
 * @param taps see `tapAddresses`: the third field of each is the offset of its rows from `from`
 * @param tapCount how many taps
 * @param inner rows of a tap
 * @param rowStep elements from a row to the next
 * @param columns how many columns
 * @param columnStep elements from a column to the next
 * @param to memory for `ceil(columns / 8) * tapCount * inner * 8` elements
 * @param item a panel
 */
export function packPanels(
  from: usize,
  taps: usize,
  tapCount: i32,
  inner: i32,
  rowStep: i32,
  columns: i32,
  columnStep: i32,
  to: usize,
  _scratch: usize,
  item: i32,
): void {
  const first = item << 3;
  const width = min(8, columns - first);
  let panel = to + ((<usize> (tapCount * inner * item)) << 5);
  for (let tap = 0; tap < tapCount; tap++) {
    let row = from + (<usize> (load<i32>(taps + <usize> tap * 12, 8) + first * columnStep) << 2);
    let k = 0;
    if (width == 8 && rowStep == 1) {
      for (; k + 4 <= inner; k += 4) {
        packTransposed(row, <usize> columnStep << 2, panel);
        packTransposed(row + (<usize> columnStep << 4), <usize> columnStep << 2, panel + 16);
        row += 16;
        panel += 128;
      }
    }
    for (; k < inner; k++) {
      if (width == 8 && columnStep == 1) {
        v128.store(panel, v128.load(row));
        v128.store(panel, v128.load(row, 16), 16);
      } else {
        v128.store(panel, f32x4.splat(0));
        v128.store(panel, f32x4.splat(0), 16);
        for (let j = 0; j < width; j++) {
          store<f32>(panel + (<usize> j << 2), load<f32>(row + (<usize> (j * columnStep) << 2)));
        }
      }
      row += <usize> rowStep << 2;
      panel += 32;
    }
  }
}

/** Packs four contiguous elements of each of four columns into four rows of a panel. */
function packTransposed(from: usize, columnBytes: usize, panel: usize): void {
  const a = v128.load(from), b = v128.load(from + columnBytes);
  const c = v128.load(from + 2 * columnBytes), d = v128.load(from + 3 * columnBytes);
  const ab = v128.shuffle<f32>(a, b, 0, 4, 1, 5), cd = v128.shuffle<f32>(c, d, 0, 4, 1, 5);
  const ab2 = v128.shuffle<f32>(a, b, 2, 6, 3, 7), cd2 = v128.shuffle<f32>(c, d, 2, 6, 3, 7);
  v128.store(panel, v128.shuffle<f64>(ab, cd, 0, 2));
  v128.store(panel, v128.shuffle<f64>(ab, cd, 1, 3), 32);
  v128.store(panel, v128.shuffle<f64>(ab2, cd2, 0, 2), 64);
  v128.store(panel, v128.shuffle<f64>(ab2, cd2, 1, 3), 96);
}
