/**
 * @file Rotations of pseudo-spins that stand one after the other in an array, and their derivatives: on spheres, signature 1, and on hyperboloids,
 * signature −1, where x² + y² − z² is kept and a × b has the component −(a_x b_y − a_y b_x) along z.
 */

/** Of x² + y² ± z². */
export type Signature = 1 | -1;

/** out = R(±φ)·v at one pseudo-spin, by Rodrigues' formula. */
export function rotate(
  turn: Float64Array,
  at: number,
  v: Float64Array,
  out: Float64Array,
  sign: 1 | -1,
  signature: Signature = 1,
): void {
  const [x, y, z] = [turn[at]!, turn[at + 1]!, turn[at + 2]!];
  const square = signature * (x * x + y * y) + z * z;
  const sine = sign * sinc(square);
  const rest = versine(square);
  const [a, b, c] = [v[at]!, v[at + 1]!, v[at + 2]!];
  const [p, q, r] = [y * c - z * b, z * a - x * c, signature * (x * b - y * a)];
  out[at] = a + sine * p + rest * (y * r - z * q);
  out[at + 1] = b + sine * q + rest * (z * p - x * r);
  out[at + 2] = c + sine * r + rest * signature * (x * q - y * p);
}

/** J·v (sign 1) or Jᵀv (sign −1) at one pseudo-spin, with v taken from `from`. */
export function leftJacobian(
  turn: Float64Array,
  v: Float64Array,
  at: number,
  sign: 1 | -1,
  from = at,
  signature: Signature = 1,
): readonly [number, number, number] {
  const [x, y, z] = [turn[at]!, turn[at + 1]!, turn[at + 2]!];
  const square = signature * (x * x + y * y) + z * z;
  const turning = sign * versine(square);
  const rest = Math.abs(square) < 1e-6 ? 1 / 6 - square / 120 : (1 - sinc(square)) / square;
  const [a, b, c] = [v[from]!, v[from + 1]!, v[from + 2]!];
  const [p, q, r] = [y * c - z * b, z * a - x * c, signature * (x * b - y * a)];
  return [
    a + turning * p + rest * (y * r - z * q),
    b + turning * q + rest * (z * p - x * r),
    c + turning * r + rest * signature * (x * q - y * p),
  ];
}

/** sin x/x of x², sinh |x|/|x| where x² < 0. */
function sinc(square: number): number {
  const x = Math.sqrt(Math.abs(square));
  if (x < 1e-4) return 1 - square / 6;
  return (square > 0 ? Math.sin(x) : Math.sinh(x)) / x;
}

/** (1 − cos x)/x² of x². */
function versine(square: number): number {
  const x = Math.sqrt(Math.abs(square));
  if (x < 1e-4) return 0.5 - square / 24;
  return 2 * ((square > 0 ? Math.sin(x / 2) : Math.sinh(x / 2)) / x) ** 2;
}

/** out += t × n at one pseudo-spin. */
export function addCross(
  out: Float64Array,
  at: number,
  [x, y, z]: readonly number[],
  n: Float64Array,
  signature: Signature = 1,
): void {
  const [a, b, c] = [n[at]!, n[at + 1]!, n[at + 2]!];
  out[at] = out[at]! + y! * c - z! * b;
  out[at + 1] = out[at + 1]! + z! * a - x! * c;
  out[at + 2] = out[at + 2]! + signature * (x! * b - y! * a);
}

/** a × b at one pseudo-spin. */
export function cross(a: Float64Array, b: Float64Array, at: number, signature: Signature = 1): Float64Array {
  return Float64Array.of(
    a[at + 1]! * b[at + 2]! - a[at + 2]! * b[at + 1]!,
    a[at + 2]! * b[at]! - a[at]! * b[at + 2]!,
    signature * (a[at]! * b[at + 1]! - a[at + 1]! * b[at]!),
  );
}
