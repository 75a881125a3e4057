/**
 * @file What a given measurement learns about the parameters, and what share that is of what quantum mechanics allows.
 */

import type { ComplexMatrix } from '../linalg/complex.ts';
import { hermitianEigen } from '../linalg/hermitian-eigen.ts';
import { columnOf, complexOf, multiply, type RealMatrix } from '../linalg/matrix.ts';
import { projector } from '../state/reduced-density-matrix.ts';
import type { DensityTangent } from './density-tangent.ts';
import type { OutcomeModel } from './measurement.ts';
import { symmetricLogarithmicDerivative } from './symmetric-logarithmic-derivative.ts';

/** Outcomes less probable than this are left out: their share of F has a limit that depends on the direction. */
const IMPOSSIBLE = 1e-14;

/**
 * Classical Fisher information of the outcomes of a measurement,
 *
 *     F_ij = Σ_x ∂_i p_x ∂_j p_x / p_x,
 *
 * at most the quantum Fisher information of the state, as matrices (Braunstein & Caves). Outcomes with p_x = 0 are left
 * out; there F jumps, and a measurement that could have seen a change may see none to first order.
 *
 * @returns F, shape (P, P), symmetric positive semidefinite
 */
export function classicalFisherInformation({ probabilities, derivatives }: OutcomeModel): RealMatrix {
  const parameters = derivatives.length;
  const weights = probabilities.map((p) => (p > IMPOSSIBLE ? 1 / p : 0));
  const data = new Float64Array(parameters * parameters);
  derivatives.forEach((row, i) => {
    for (let j = 0; j <= i; j++) {
      const column = derivatives[j]!;
      let sum = 0;
      for (let x = 0; x < weights.length; x++) sum += weights[x]! * row[x]! * column[x]!;
      data[i * parameters + j] = sum;
      data[j * parameters + i] = sum;
    }
  });
  return { rows: parameters, cols: parameters, data };
}

/** How much of the quantum Fisher information a measurement extracts; shares lie between 0 and 1. */
export interface MeasurementShare {
  /** F^C_kk / F^Q_kk for each parameter; null where there is nothing to learn. */
  readonly perParameter: readonly (number | null)[];
  /** Greatest and least share over the directions in which the state moves: eigenvalues of F^Q^{−½} F^C F^Q^{−½}. */
  readonly greatest: number;
  readonly least: number;
  /** Tr F^Q⁺ F^C, at most D − 1 for measurements of single copies (Gill & Massar). */
  readonly total: number;
}

/**
 * The classical Fisher information of a measurement relative to the quantum one.
 *
 * @param classical - F^C, shape (P, P)
 * @param quantum - F^Q of the same state, shape (P, P)
 * @param threshold - fraction of the greatest eigenvalue of F^Q below which one counts as zero; default 1e-8
 *
 * @see Braunstein & Caves, Phys. Rev. Lett. 72, 3439 (1994); Gill & Massar, Phys. Rev. A 61, 042312 (2000)
 */
export function measurementShare(classical: RealMatrix, quantum: RealMatrix, threshold = 1e-8): MeasurementShare {
  const parameters = quantum.rows;
  const { values, vectors } = hermitianEigen(complexOf(quantum));
  const greatest = values[parameters - 1] ?? 0;
  const moving = [...values.keys()].filter((k) => values[k]! > threshold * greatest && greatest > 0);
  const whitened: ComplexMatrix = {
    rows: parameters,
    cols: moving.length,
    interleaved: Float64Array.from({ length: 2 * parameters * moving.length }, (_, at) => {
      const mode = moving[(at >> 1) % moving.length]!;
      const row = Math.floor((at >> 1) / moving.length);
      return vectors.interleaved[2 * (row * parameters + mode) + (at & 1)]! / Math.sqrt(values[mode]!);
    }),
  };
  const shares = hermitianEigen(
    multiply(whitened, multiply(complexOf(classical), whitened), { adjointA: true }),
  ).values;
  return {
    perParameter: Array.from({ length: parameters }, (_, k) => {
      const all = quantum.data[k * (parameters + 1)]!;
      return all > threshold * greatest ? classical.data[k * (parameters + 1)]! / all : null;
    }),
    greatest: shares[shares.length - 1] ?? 0,
    least: shares[0] ?? 0,
    total: shares.reduce((sum, share) => sum + share, 0),
  };
}

/**
 * The measurement that is best for one direction of θ: projectors on the eigenvectors of the symmetric logarithmic
 * derivative along it. Its classical Fisher information along that direction is the quantum one.
 *
 * @param direction - shape (P,)
 * @returns D projectors that sum to one
 */
export function optimalMeasurement(tangent: DensityTangent, direction: Float64Array): readonly ComplexMatrix[] {
  const { vectors } = hermitianEigen(symmetricLogarithmicDerivative(tangent, direction));
  return Array.from({ length: vectors.cols }, (_, k) => projector(columnOf(vectors, k)));
}
