/** @file Two rows of complex float64: their overlap, and rotations of one into the other. */

/** (a, b) ← (cos·a − sin·zb, sin·a + cos·zb) with z = x + iy, for the numbers from `a` to `end`. */
export function rotate(a: usize, b: usize, end: usize, cos: f64, sin: f64, x: f64, y: f64): void {
  const cosines = f64x2.splat(cos);
  const sines = f64x2.splat(sin);
  const real = f64x2.splat(x);
  const imaginary = f64x2.splat(y);
  const signs = f64x2(-1, 1); // as a constant: lanes of variables would be filled anew in every iteration
  while (a < end) {
    const u = v128.load(a);
    const w = v128.load(b);
    const turned = f64x2.mul(signs, f64x2.mul(imaginary, v128.shuffle<f64>(w, w, 1, 0)));
    const v = f64x2.add(f64x2.mul(real, w), turned);
    v128.store(a, f64x2.sub(f64x2.mul(cosines, u), f64x2.mul(sines, v)));
    v128.store(b, f64x2.add(f64x2.mul(sines, u), f64x2.mul(cosines, v)));
    a += 16;
    b += 16;
  }
}

/** ⟨a|b⟩ of two rows of complex numbers, written as two numbers to `out`; fast for rows in the cache. */
export function overlapRows(a: usize, b: usize, length: usize, out: usize): void {
  let direct = f64x2.splat(0);
  let crossed = f64x2.splat(0);
  // Every other number has sums of its own, to hide the latency of an addition.
  let direct1 = f64x2.splat(0);
  let crossed1 = f64x2.splat(0);
  const end = a + (length << 4);
  while (a + 16 < end) {
    const x = v128.load(a);
    const y = v128.load(b);
    const x1 = v128.load(a, 16);
    const y1 = v128.load(b, 16);
    direct = f64x2.add(direct, f64x2.mul(x, y));
    crossed = f64x2.add(crossed, f64x2.mul(x, v128.shuffle<f64>(y, y, 1, 0)));
    direct1 = f64x2.add(direct1, f64x2.mul(x1, y1));
    crossed1 = f64x2.add(crossed1, f64x2.mul(x1, v128.shuffle<f64>(y1, y1, 1, 0)));
    a += 32;
    b += 32;
  }
  if (a < end) {
    const x = v128.load(a);
    const y = v128.load(b);
    direct = f64x2.add(direct, f64x2.mul(x, y));
    crossed = f64x2.add(crossed, f64x2.mul(x, v128.shuffle<f64>(y, y, 1, 0)));
  }
  direct = f64x2.add(direct, direct1);
  crossed = f64x2.add(crossed, crossed1);
  store<f64>(out, f64x2.extract_lane(direct, 0) + f64x2.extract_lane(direct, 1));
  store<f64>(out, f64x2.extract_lane(crossed, 0) - f64x2.extract_lane(crossed, 1), 8);
}
