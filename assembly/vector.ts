/** @file Sums over vectors of `length` complex numbers. */

/** ⟨a|b⟩, written as two numbers to `out`. */
export function overlap(a: usize, b: usize, length: usize, out: usize): void {
  let direct = f64x2.splat(0);
  let crossed = f64x2.splat(0);
  const end = a + (length << 4);
  while (a < end) {
    const x = v128.load(a);
    const y = v128.load(b);
    direct = f64x2.add(direct, f64x2.mul(x, y));
    crossed = f64x2.add(crossed, f64x2.mul(x, v128.shuffle<f64>(y, y, 1, 0)));
    a += 16;
    b += 16;
  }
  store<f64>(out, f64x2.extract_lane(direct, 0) + f64x2.extract_lane(direct, 1));
  store<f64>(out, f64x2.extract_lane(crossed, 0) - f64x2.extract_lane(crossed, 1), 8);
}

/** y ← y + (re + i·im) x. */
export function addScaled(y: usize, x: usize, length: usize, re: f64, im: f64): void {
  const r = f64x2.splat(re);
  const i = f64x2(-im, im);
  const end = x + (length << 4);
  while (x < end) {
    const a = v128.load(x);
    const turned = f64x2.mul(i, v128.shuffle<f64>(a, a, 1, 0));
    v128.store(y, f64x2.add(v128.load(y), f64x2.add(f64x2.mul(r, a), turned)));
    x += 16;
    y += 16;
  }
}

/** ‖a − (re + i·im) b‖². */
export function distanceSquared(a: usize, b: usize, length: usize, re: f64, im: f64): f64 {
  let sum = f64x2.splat(0);
  const r = f64x2.splat(re);
  const i = f64x2(-im, im);
  const end = a + (length << 4);
  while (a < end) {
    const y = v128.load(b);
    const z = f64x2.add(f64x2.mul(r, y), f64x2.mul(i, v128.shuffle<f64>(y, y, 1, 0)));
    const d = f64x2.sub(v128.load(a), z);
    sum = f64x2.add(sum, f64x2.mul(d, d));
    a += 16;
    b += 16;
  }
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}
