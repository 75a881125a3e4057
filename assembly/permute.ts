/** @file Copy of an array with its axes in another order. */

/**
 * `axes` lists, for every axis of the output from the first to the last, its extent and its stride in bytes in the
 * input, and then one number for the running index (three u32 for each axis).
 */
export function permute(to: usize, from: usize, rank: i32, axes: usize): void {
  const last = axes + <usize>(rank - 1) * 12;
  const extent = <usize>load<u32>(last);
  const stride = <usize>load<u32>(last, 4);
  for (let axis = axes; axis < last; axis += 12) store<u32>(axis, 0, 8);
  while (true) {
    if (stride == 16) {
      memory.copy(to, from, extent << 4);
      to += extent << 4;
    } else {
      const end = to + (extent << 4);
      let at = from;
      while (to < end) {
        v128.store(to, v128.load(at));
        to += 16;
        at += stride;
      }
    }
    let axis = last;
    while (true) {
      if (axis == axes) return;
      axis -= 12;
      const index = load<u32>(axis, 8) + 1;
      from += load<u32>(axis, 4);
      if (index < load<u32>(axis)) {
        store<u32>(axis, index, 8);
        break;
      }
      from -= load<u32>(axis, 4) * index;
      store<u32>(axis, 0, 8);
    }
  }
}
