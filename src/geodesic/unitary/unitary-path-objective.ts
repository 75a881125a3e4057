/** @file The loss of the direct method for unitaries, as an objective for any optimiser. */

import type { GlobalPhase } from '../../complexity/bi-invariant-length.ts';
import type { Controls } from '../../complexity/controls.ts';
import { DomainError, ShapeError } from '../../errors.ts';
import type { ComplexMatrix } from '../../linalg/complex.ts';
import type { Objective } from '../../optimise/objective.ts';
import { free, pathCondition, pathLagrangian } from '../../path/constrained-path.ts';
import { unitaryPathProblem } from './unitary-path.ts';

/** Options of the loss. */
export interface UnitaryPathOptions {
  /** μ, default 200; 0 for the energy alone. */
  readonly infidelityWeight?: number;
  /** Whether V has to be met itself, or up to a phase; default 'free'. */
  readonly phase?: GlobalPhase;
}

/** Most qubits accepted. */
const MOST_QUBITS = 6;

/**
 * Energy of a path of K slices from 1, and how far its end is from V:
 *
 *     L(h) = (1/2K) Σ_k F(H_k)² + μ·(1 − |Tr V†U/2ⁿ|²),    U = e^{−iH_K/K} ⋯ e^{−iH_1/K},    H_k = Σ_P h_kP P.
 *
 * Where the phase is kept the second part is μ·(2 − 2 Re Tr V†U/2ⁿ), which is the same to second order near V.
 *
 * @param controls - words and weights, as `controlWords` gives them
 * @param unitary - V, shape (2ⁿ, 2ⁿ), n ≤ 6
 * @param slices - K ≥ 1
 * @returns h ↦ value and gradient; h slice by slice from the first to act, in the order of the words, shape (K·#words,)
 * @throws {ShapeError} V is not 2ⁿ × 2ⁿ for the n ≤ 6 qubits of the controls; at a point of another length
 * @throws {DomainError} K is no number of slices, or μ is not finite or below 0
 *
 * Exact derivatives at two to three times the cost of the value, O(K · flips · degree · 4ⁿ).
 */
export function unitaryPathObjective(
  controls: Controls,
  unitary: ComplexMatrix,
  slices: number,
  { infidelityWeight = 200, phase = 'free' }: UnitaryPathOptions = {},
): Objective {
  const { qubits, words, weights } = controls;
  const size = 2 ** qubits;
  if (!(qubits <= MOST_QUBITS && unitary.rows === size && unitary.cols === size)) {
    const got = `${unitary.rows} × ${unitary.cols} on ${qubits} qubits`;
    throw new ShapeError(`unitaryPathObjective: a 2ⁿ × 2ⁿ matrix with n ≤ ${MOST_QUBITS} required, got ${got}`);
  }
  if (!(Number.isInteger(slices) && slices >= 1)) {
    throw new DomainError(`unitaryPathObjective: a whole number of slices of at least 1 required, got ${slices}`);
  }
  if (!(infidelityWeight >= 0 && infidelityWeight < Infinity)) {
    throw new DomainError(`unitaryPathObjective: a weight of at least 0 required, got ${infidelityWeight}`);
  }
  const condition = pathCondition(unitaryPathProblem(controls, slices, unitary, { phase }));
  const loss = pathLagrangian(condition, free(condition, infidelityWeight));
  // The loss knows x = √(w/K)·h, in which the energy is ½|x|².
  const scales = Float64Array.from({ length: slices * words.length }, (_, i) =>
    Math.sqrt(weights[i % words.length]! / slices),
  );
  return (h) => {
    if (h.length !== scales.length) {
      throw new ShapeError(`unitaryPathObjective: ${scales.length} coefficients required, got ${h.length}`);
    }
    const { value, gradient } = loss(h.map((coefficient, i) => scales[i]! * coefficient));
    return { value, gradient: gradient.map((slope, i) => scales[i]! * slope) };
  };
}
