/** @file Real coordinates of the vectors that are orthogonal to a state: the tangent space of projective space. */

import { dot, plus } from '../../linalg/real-vector.ts';
import { alongDirections, combinedDirections, type SparseDirection } from '../../path/invariant-controls.ts';

/** Coordinates in an orthonormal frame of the complement of a state ψ of 2ⁿ amplitudes, or of its part in a real subspace. */
export interface HorizontalFrame {
  /** Number of coordinates: 2ⁿ⁺¹ − 2 for the whole complement. */
  readonly size: number;
  /** Shape (size,): the coordinates of a vector, whose part along ψ is lost. */
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
    size: psi.length - 2,
    coordinatesOf: (vector) => reflected(vector).slice(2),
    vectorOf: (coordinates) => {
      const padded = new Float64Array(psi.length);
      padded.set(coordinates, 2);
      return reflected(padded);
    },
  };
}

/** iψ counts as a vector of the subspace if more than this of it is there: all is, or nothing. */
const INSIDE = 0.5;

/**
 * The frame of those vectors of a real subspace that are orthogonal to ψ, which is in it: the images of basis vectors under reflections
 * that map the first to ψ, and the second to iψ if that is there, too.
 *
 * @param subspace - orthonormal, all of the space by default
 */
export function frameWithin(psi: Float64Array, subspace?: readonly SparseDirection[]): HorizontalFrame {
  if (subspace === undefined) return horizontalFrame(psi);
  const turned = psi.map((_, i) => (i % 2 === 0 ? -psi[i + 1]! : psi[i - 1]!));
  const [along, across] = [psi, turned].map((v) => alongDirections(subspace, v));
  const first = mirror(along!, 0);
  const both = dot(across!, across!) > INSIDE;
  const second = both ? mirror(first(across!), 1) : undefined;
  const held = both ? 2 : 1;
  return {
    size: subspace.length - held,
    coordinatesOf: (vector) => {
      const once = first(alongDirections(subspace, vector));
      return (second?.(once) ?? once).slice(held);
    },
    vectorOf: (coordinates) => {
      const padded = new Float64Array(subspace.length);
      padded.set(coordinates, held);
      return combinedDirections(subspace, first(second?.(padded) ?? padded), psi.length);
    },
  };
}

/** The reflection that maps a unit vector to ±1 times basis vector k, for vectors that are 0 before it. */
function mirror(unit: Float64Array, k: number): (v: Float64Array) => Float64Array {
  const normal = unit.slice();
  normal[k] = normal[k]! + (normal[k]! < 0 ? -1 : 1);
  const square = dot(normal, normal);
  return (v) => plus(v, (-2 * dot(normal, v)) / square, normal);
}
