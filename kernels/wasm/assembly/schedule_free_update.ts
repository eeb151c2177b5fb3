import { storeQuad } from "./store_quad";
import { stepParameter, groupLanes } from "./step_parameters";

/**
 * One step of a schedule-free optimizer for a section of the parameters, each operation rounded to
 * float32 and none fused, as its reference has it.
 *
 * @param state `[rows, count]`: values, values without average, then where there are as many second
 *   moments
 * @param gradient `[count]`
 * @param groups `[count]` int32, the group of each parameter
 * @param numbers the fields of a step, four groups each, in the order of `ScheduleFreeStep`
 * @param next the next state
 * @param itemCount parameters of an item, a multiple of 4
 * @param item a section
 */
export function scheduleFreeUpdate(
  state: usize,
  gradient: usize,
  groups: usize,
  numbers: usize,
  rows: i32,
  count: i32,
  next: usize,
  itemCount: i32,
  _scratch: usize,
  item: i32,
): void {
  const end = min(count, (item + 1) * itemCount);
  const row = <usize> count << 2;
  const zero = f32x4.splat(0);
  for (let i = item * itemCount; i < end; i += 4) {
    const at = <usize> i << 2, width = end - i;
    const from = state + at, to = next + at;
    const lanes = groupLanes(v128.load(groups + at));
    const value = v128.load(from), base = v128.load(from + row);
    let slope = v128.load(gradient + at);
    if (rows > 2) {
      const before = f32x4.mul(stepParameter(numbers, 0, lanes), v128.load(from + row * 2));
      const squared = f32x4.mul(slope, slope);
      const second = f32x4.add(before, f32x4.mul(stepParameter(numbers, 1, lanes), squared));
      storeQuad(to + row * 2, second, width);
      const root = f32x4.sqrt(f32x4.div(second, stepParameter(numbers, 3, lanes)));
      const adapted = f32x4.div(slope, f32x4.add(root, stepParameter(numbers, 4, lanes)));
      slope = v128.bitselect(adapted, slope, f32x4.gt(stepParameter(numbers, 2, lanes), zero));
    }
    slope = f32x4.add(slope, f32x4.mul(stepParameter(numbers, 5, lanes), value));
    const nearer = f32x4.mul(stepParameter(numbers, 6, lanes), f32x4.sub(base, value));
    const change = f32x4.mul(stepParameter(numbers, 7, lanes), slope);
    storeQuad(to, f32x4.sub(f32x4.add(value, nearer), change), width);
    const baseChange = f32x4.mul(stepParameter(numbers, 8, lanes), slope);
    storeQuad(to + row, f32x4.sub(base, baseChange), width);
  }
}
