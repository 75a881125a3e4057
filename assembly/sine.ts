/**
 * @file Sine and cosine without tables: those of the standard library have data in the memory that the engine hands out, which
 * every further thread would write anew. Absolute errors are below 2e-16 up to |x| = 2^20.
 *
 * The polynomials on [−π/4, π/4] are those of FreeBSD's msun, k_sin.c and k_cos.c.
 */

/** The first 33 bits of π/2, and the rest. */
const QUARTER: f64 = 1.57079632673412561417;
const QUARTER_REST: f64 = 6.07710050650619224932e-11;

// @ts-ignore: decorator
@inline
function sinNear(x: f64): f64 {
  const z = x * x;
  const low = 8.33333333332248946124e-3 + z * (-1.98412698298579493134e-4 + z * 2.75573137070700676789e-6);
  const high = z * z * z * (-2.50507602534068634195e-8 + z * 1.58969099521155010221e-10);
  return x + x * z * (-1.66666666666666324348e-1 + z * (low + high));
}

// @ts-ignore: decorator
@inline
function cosNear(x: f64): f64 {
  const z = x * x;
  const low = 4.16666666666666019037e-2 + z * (-1.38888888888741095749e-3 + z * 2.48015872894767294178e-5);
  const high = -2.75573143513906633035e-7 + z * (2.08757232129817482790e-9 + z * -1.13596475577881948265e-11);
  const half = z / 2;
  const rough = 1 - half;
  return rough + (1 - rough - half + z * z * (low + z * z * z * high));
}

/** sin(x + quarters·π/2). */
function turnedSine(x: f64, quarters: i32): f64 {
  const turns = nearest(x / (QUARTER + QUARTER_REST));
  const near = x - turns * QUARTER - turns * QUARTER_REST;
  const sector = (<i32>turns + quarters) & 3;
  const value = sector & 1 ? cosNear(near) : sinNear(near);
  return sector & 2 ? -value : value;
}

export function sine(x: f64): f64 {
  return turnedSine(x, 0);
}

export function cosine(x: f64): f64 {
  return turnedSine(x, 1);
}
