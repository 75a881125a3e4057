/** @file Copy of an array into another with any strides on both sides, or addition to it. */

/**
 * `axes` lists, from the outermost to the innermost, extent, stride in bytes at `to` and at `from`, and a running index
 * (four u32 for each axis). A stride of zero at `from` repeats entries, at `to` it sums over them. With `add` entries
 * are added to those at `to`.
 */
export function transfer(to: usize, from: usize, rank: i32, axes: usize, add: i32): void {
  transferOf<v128>(to, from, rank, axes, add);
}

/** The same for real numbers. */
export function realTransfer(to: usize, from: usize, rank: i32, axes: usize, add: i32): void {
  transferOf<f64>(to, from, rank, axes, add);
}

function transferOf<Entry>(to: usize, from: usize, rank: i32, axes: usize, add: i32): void {
  const last = axes + (<usize>(rank - 1) << 4);
  const extent = <usize>load<u32>(last);
  const toStride = <usize>load<u32>(last, 4);
  const fromStride = <usize>load<u32>(last, 8);
  const straight = add == 0 && toStride == sizeof<Entry>() && fromStride == sizeof<Entry>();
  for (let axis = axes; axis < last; axis += 16) store<u32>(axis, 0, 12);
  while (true) {
    if (straight) {
      memory.copy(to, from, extent * sizeof<Entry>());
    } else {
      let a = to;
      let b = from;
      if (add) {
        for (let i: usize = 0; i < extent; i++) {
          if (isVector<Entry>()) v128.store(a, f64x2.add(v128.load(a), v128.load(b)));
          else store<f64>(a, load<f64>(a) + load<f64>(b));
          a += toStride;
          b += fromStride;
        }
      } else {
        for (let i: usize = 0; i < extent; i++) {
          store<Entry>(a, load<Entry>(b));
          a += toStride;
          b += fromStride;
        }
      }
    }
    let axis = last;
    while (true) {
      if (axis == axes) return;
      axis -= 16;
      const index = load<u32>(axis, 12) + 1;
      to += load<u32>(axis, 4);
      from += load<u32>(axis, 8);
      if (index < load<u32>(axis)) {
        store<u32>(axis, index, 12);
        break;
      }
      to -= load<u32>(axis, 4) * index;
      from -= load<u32>(axis, 8) * index;
      store<u32>(axis, 0, 12);
    }
  }
}
