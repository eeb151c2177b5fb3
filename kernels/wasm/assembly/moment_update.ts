import { storeQuad } from "./store_quad";
import { stepParameter, groupLanes } from "./step_parameters";

/**
 * One step of Adam's family for a section of the parameters, each operation rounded to float32 and
 * none fused, as its reference has it.
 *
 * @param state `[rows, count]`: values, first moments, then where there are as many second moments,
 *   slow values
 * @param gradient `[count]`
 * @param groups `[count]` int32, the group of each parameter
 * @param numbers the fields of a step, four groups each, in the order of `MomentStep`
 * @param next the next state
 * @param itemCount parameters of an item, a multiple of 4
 * @param item a section
 */
export function momentUpdate(
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
  const one = f32x4.splat(1), zero = f32x4.splat(0);
  for (let i = item * itemCount; i < end; i += 4) {
    const at = <usize> i << 2, width = end - i;
    const from = state + at, to = next + at;
    const lanes = groupLanes(v128.load(groups + at));
    const value = v128.load(from);
    const decayed = f32x4.mul(stepParameter(numbers, 0, lanes), value);
    const slope = f32x4.add(v128.load(gradient + at), decayed);
    const kept = f32x4.mul(stepParameter(numbers, 1, lanes), v128.load(from + row));
    const first = f32x4.add(kept, f32x4.mul(stepParameter(numbers, 2, lanes), slope));
    storeQuad(to + row, first, width);
    let change = f32x4.mul(stepParameter(numbers, 8, lanes), first);
    if (rows > 2) {
      const before = f32x4.mul(stepParameter(numbers, 3, lanes), v128.load(from + row * 2));
      const squared = f32x4.mul(slope, slope);
      const second = f32x4.add(before, f32x4.mul(stepParameter(numbers, 4, lanes), squared));
      storeQuad(to + row * 2, second, width);
      const root = f32x4.sqrt(f32x4.div(second, stepParameter(numbers, 6, lanes)));
      const adapted = f32x4.div(change, f32x4.add(root, stepParameter(numbers, 7, lanes)));
      change = v128.bitselect(adapted, change, f32x4.gt(stepParameter(numbers, 5, lanes), zero));
    }
    const left = f32x4.mul(value, f32x4.sub(one, stepParameter(numbers, 9, lanes)));
    let moved = f32x4.sub(left, change);
    if (rows > 3) {
      const slow = v128.load(from + row * 3), pull = stepParameter(numbers, 10, lanes);
      const pulled = f32x4.add(slow, f32x4.mul(pull, f32x4.sub(moved, slow)));
      const pulls = f32x4.gt(pull, zero);
      moved = v128.bitselect(pulled, moved, pulls);
      storeQuad(to + row * 3, v128.bitselect(pulled, slow, pulls), width);
    }
    storeQuad(to, moved, width);
  }
}
