/** @file Rotations of pseudo-spins that stand one after the other in an array, and their derivatives. */

/** out = R(±φ)·v at one pseudo-spin, by Rodrigues' formula. */
export function rotate(turn: Float64Array, at: number, v: Float64Array, out: Float64Array, sign: 1 | -1): void {
  const [x, y, z] = [turn[at]!, turn[at + 1]!, turn[at + 2]!];
  const square = x * x + y * y + z * z;
  const size = Math.sqrt(square);
  const sine = sign * sinc(size);
  const rest = versine(square, size);
  const [a, b, c] = [v[at]!, v[at + 1]!, v[at + 2]!];
  const [p, q, r] = [y * c - z * b, z * a - x * c, x * b - y * a];
  out[at] = a + sine * p + rest * (y * r - z * q);
  out[at + 1] = b + sine * q + rest * (z * p - x * r);
  out[at + 2] = c + sine * r + rest * (x * q - y * p);
}

/** J·v (sign 1) or Jᵀv (sign −1) at one pseudo-spin, with v taken from `from`. */
export function leftJacobian(
  turn: Float64Array,
  v: Float64Array,
  at: number,
  sign: 1 | -1,
  from = at,
): readonly [number, number, number] {
  const [x, y, z] = [turn[at]!, turn[at + 1]!, turn[at + 2]!];
  const square = x * x + y * y + z * z;
  const size = Math.sqrt(square);
  const turning = sign * versine(square, size);
  const rest = size < 1e-3 ? 1 / 6 - square / 120 : (1 - sinc(size)) / square;
  const [a, b, c] = [v[from]!, v[from + 1]!, v[from + 2]!];
  const [p, q, r] = [y * c - z * b, z * a - x * c, x * b - y * a];
  return [
    a + turning * p + rest * (y * r - z * q),
    b + turning * q + rest * (z * p - x * r),
    c + turning * r + rest * (x * q - y * p),
  ];
}

const sinc = (x: number): number => (x < 1e-4 ? 1 - (x * x) / 6 : Math.sin(x) / x);

/** (1 − cos x)/x². */
const versine = (square: number, x: number): number => (x < 1e-4 ? 0.5 - square / 24 : 2 * (Math.sin(x / 2) / x) ** 2);

/** out += t × n at one pseudo-spin. */
export function addCross(out: Float64Array, at: number, [x, y, z]: readonly number[], n: Float64Array): void {
  const [a, b, c] = [n[at]!, n[at + 1]!, n[at + 2]!];
  out[at] = out[at]! + y! * c - z! * b;
  out[at + 1] = out[at + 1]! + z! * a - x! * c;
  out[at + 2] = out[at + 2]! + x! * b - y! * a;
}

/** a × b at one pseudo-spin. */
export function cross(a: Float64Array, b: Float64Array, at: number): Float64Array {
  return Float64Array.of(
    a[at + 1]! * b[at + 2]! - a[at + 2]! * b[at + 1]!,
    a[at + 2]! * b[at]! - a[at]! * b[at + 2]!,
    a[at]! * b[at + 1]! - a[at + 1]! * b[at]!,
  );
}
