/** @file Discrete Fourier transforms. */

import { ShapeError } from '../errors.ts';

/**
 * The discrete Fourier transform on a lattice that is periodic in all directions,
 *
 *     ẑ(k) = Σ_r z(r) exp(−2πi Σ_i k_i r_i/L_i).
 *
 * One direction after the other, each by recursion over the factors of L: O(N Σ f) for the prime factors f, O(L²) for a prime L.
 *
 * @param z - interleaved complex entries with the last coordinate fastest, shape (2 Π L_i,)
 * @param sides - L_i
 * @throws {ShapeError} another number of entries
 *
 * Errors are a few 1e-16 of the norm. For short transforms and 10⁵ entries.
 *
 * @see Cooley & Tukey, Math. Comput. 19, 297 (1965)
 */
export function discreteFourierTransform(z: Float64Array, sides: readonly number[]): Float64Array {
  const size = sides.reduce((product, side) => product * side, 1);
  if (z.length !== 2 * size) {
    throw new ShapeError(`discreteFourierTransform: ${size} complex numbers required, got ${z.length / 2}`);
  }
  let out = Float64Array.from(z);
  let stride = size;
  for (const side of sides) {
    stride /= side;
    out = alongDirection(out, side, stride);
  }
  return out;
}

function alongDirection(z: Float64Array, side: number, stride: number): Float64Array<ArrayBuffer> {
  const out = new Float64Array(z.length);
  const turns = Float64Array.from({ length: 2 * side }, (_, k) => {
    const angle = (2 * Math.PI * (k >> 1)) / side;
    return k % 2 === 0 ? Math.cos(angle) : -Math.sin(angle);
  });
  for (let start = 0; start < z.length / 2; start++) {
    if (Math.floor(start / stride) % side !== 0) continue;
    const line = transformed(z, { start, step: stride, length: side }, turns);
    for (let k = 0; k < side; k++) {
      out[2 * (start + k * stride)] = line[2 * k]!;
      out[2 * (start + k * stride) + 1] = line[2 * k + 1]!;
    }
  }
  return out;
}

/** The transform of the entries start, start + step, …: those of its f interleaved parts, joined by turns. */
function transformed(
  z: Float64Array,
  { start, step, length }: { readonly start: number; readonly step: number; readonly length: number },
  turns: Float64Array,
): Float64Array {
  if (length === 1) return Float64Array.of(z[2 * start]!, z[2 * start + 1]!);
  const factor = leastFactor(length);
  const part = length / factor;
  const parts = Array.from({ length: factor }, (_, f) =>
    transformed(z, { start: start + f * step, step: step * factor, length: part }, turns),
  );
  const whole = turns.length / 2;
  const out = new Float64Array(2 * length);
  for (let k = 0; k < length; k++) {
    let [re, im] = [0, 0];
    for (let f = 0; f < factor; f++) {
      const at = 2 * (((f * k) % length) * (whole / length));
      const [c, s] = [turns[at]!, turns[at + 1]!];
      const [x, y] = [parts[f]![2 * (k % part)]!, parts[f]![2 * (k % part) + 1]!];
      re += c * x - s * y;
      im += c * y + s * x;
    }
    out[2 * k] = re;
    out[2 * k + 1] = im;
  }
  return out;
}

function leastFactor(n: number): number {
  for (let f = 2; f * f <= n; f++) if (n % f === 0) return f;
  return n;
}
