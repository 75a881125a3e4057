/** @file Rotations of two coordinates, G = (c s; −s̄ c) with c real: the steps of QR iterations. */

/** (c, s) with c² + |s|² = 1, as (c, re s, im s). */
export type PlaneRotation = readonly [cos: number, re: number, im: number];

/** The rotation with G·(f, g) = (r, 0). */
export function rotationOf(fre: number, fim: number, gre: number, gim: number): PlaneRotation {
  const f = Math.hypot(fre, fim);
  const g = Math.hypot(gre, gim);
  if (g === 0) return [1, 0, 0];
  if (f === 0) return [0, gre / g, -gim / g];
  const length = Math.hypot(f, g);
  const [x, y] = [fre / f, fim / f];
  return [f / length, (x * gre + y * gim) / length, (y * gre - x * gim) / length];
}

/** (x, y) ← (c·x + s·y, c·y − s̄·x) for `count` complex pairs at x, x + stride, … and y, y + stride, …. */
export function rotate(
  array: Float64Array,
  x: number,
  y: number,
  stride: number,
  count: number,
  [cos, re, im]: PlaneRotation,
): void {
  for (let k = 0, i = x, j = y; k < count; k++, i += stride, j += stride) {
    const a = array[i]!;
    const b = array[i + 1]!;
    const c = array[j]!;
    const d = array[j + 1]!;
    array[i] = cos * a + re * c - im * d;
    array[i + 1] = cos * b + re * d + im * c;
    array[j] = cos * c - re * a - im * b;
    array[j + 1] = cos * d - re * b + im * a;
  }
}
