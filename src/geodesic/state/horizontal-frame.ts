/** @file Real coordinates of the vectors that are orthogonal to a state: the tangent space of projective space. */

/** Coordinates in an orthonormal frame of the complement of a state ψ of 2ⁿ amplitudes. */
export interface HorizontalFrame {
  /** Shape (2ⁿ⁺¹ − 2,): the coordinates of a vector, whose part along ψ is lost. */
  readonly coordinatesOf: (vector: Float64Array) => Float64Array;
  /** The vector ⟨ψ|v⟩ = 0 with these coordinates, interleaved, shape (2ⁿ,). */
  readonly vectorOf: (coordinates: Float64Array) => Float64Array;
}

/**
 * The frame R|1⟩, …, R|2ⁿ − 1⟩ with the reflection R that maps |0⟩ to ψ, up to a phase. O(2ⁿ) for each vector.
 *
 * @param psi - interleaved, of norm 1
 */
export function horizontalFrame(psi: Float64Array): HorizontalFrame {
  const modulus = Math.hypot(psi[0]!, psi[1]!);
  const [cos, sin] = modulus > 0 ? [psi[0]! / modulus, psi[1]! / modulus] : [1, 0];
  const mirror = psi.slice();
  mirror[0] = psi[0]! + cos;
  mirror[1] = psi[1]! + sin;
  const square = 2 + 2 * modulus; // ‖mirror‖²
  const reflected = (v: Float64Array): Float64Array => {
    let [re, im] = [0, 0];
    for (let i = 0; i < v.length; i += 2) {
      re += mirror[i]! * v[i]! + mirror[i + 1]! * v[i + 1]!;
      im += mirror[i]! * v[i + 1]! - mirror[i + 1]! * v[i]!;
    }
    const [x, y] = [(-2 * re) / square, (-2 * im) / square];
    const out = v.slice();
    for (let i = 0; i < v.length; i += 2) {
      out[i] = v[i]! + x * mirror[i]! - y * mirror[i + 1]!;
      out[i + 1] = v[i + 1]! + x * mirror[i + 1]! + y * mirror[i]!;
    }
    return out;
  };
  return {
    coordinatesOf: (vector) => reflected(vector).slice(2),
    vectorOf: (coordinates) => {
      const padded = new Float64Array(psi.length);
      padded.set(coordinates, 2);
      return reflected(padded);
    },
  };
}
