/**
 * @file The sum over all paths of Hamiltonians as an ensemble: every path to a state or a unitary, with the weight e^{−β·action}. The
 * shortest path is what remains of it as β → ∞.
 */

import type { GlobalPhase } from '../../complexity/bi-invariant-length.ts';
import { type Controls, controlWords } from '../../complexity/controls.ts';
import type { PenaltyMetric } from '../../complexity/penalty-metric.ts';
import { DomainError, ShapeError } from '../../errors.ts';
import { unitaryPathProblem } from '../../geodesic/unitary/unitary-path.ts';
import { type ComplexMatrix, type ComplexVector, identityMatrix, zeroVector } from '../../linalg/complex.ts';
import { addScaledMatrix, frobeniusNorm, multiply } from '../../linalg/matrix.ts';
import { normSquared } from '../../linalg/vector.ts';
import type { Objective } from '../../optimise/objective.ts';
import { type ConstrainedPath, free, pathCondition, pathLagrangian } from '../../path/constrained-path.ts';
import type { PathProblem } from '../../path/state-path.ts';

/** What paths are summed over. */
export interface PathEnsembleOptions {
  /** Number K of slices; default 8. */
  readonly slices?: number;
  /** Weight μ of the infidelity beside the energy; default 50. */
  readonly mu?: number;
  /** Of a unitary: whether it is to be met itself, or up to a phase; default 'free'. States are met up to a phase. */
  readonly phase?: GlobalPhase;
}

/** The action E + μ(1 − F) of paths, and what is needed to read one. */
export interface PathAction {
  readonly problem: PathProblem;
  readonly condition: ConstrainedPath;
  readonly mu: number;
  /** x ↦ E(x) + μ·(1 − F(x)), E = ½|x|². */
  readonly action: Objective;
}

const [MOST_QUBITS, MOST_UNITARY_QUBITS] = [8, 4];

/**
 * −ln of the weight of a path, for any sampler:
 *
 *     S(x) = β[E + μ(1 − F)],    E = (1/2K) Σ_k Σ_P w_P h_kP² = ½|x|²,    x_kP = √(w_P/K) h_kP,
 *
 * on the paths of K slices from |0…0⟩ to a state, F = |⟨ψ|U|0…0⟩|², or from 1 to a unitary V, F = |Tr V†U/2ⁿ|². The words P are those that
 * the metric lets a Hamiltonian use, in the order of `controlWords`; x slice by slice from the first to act, shape (K·#words,). In these
 * coordinates the flat measure dx does not depend on the weights.
 *
 * @param target - a state of norm 1, shape (2ⁿ,), or a unitary, shape (2ⁿ, 2ⁿ)
 * @param beta - β > 0, the inverse temperature
 * @throws {ShapeError} a target of another shape; n > 8, for unitaries n > 4
 * @throws {DomainError} a target without norm 1 or not unitary; a metric that is invalid; numbers out of range
 *
 * Exact gradient at two to three times the cost of the value, O(K · flips · degree · 2ⁿ), for unitaries 4ⁿ.
 */
export function pathEnsemble(
  metric: PenaltyMetric,
  target: ComplexVector | ComplexMatrix,
  { beta, ...options }: PathEnsembleOptions & { readonly beta: number },
): Objective {
  if (!(beta > 0 && beta < Infinity)) throw new DomainError(`pathEnsemble: a finite β above 0 required, got ${beta}`);
  const { action } = pathAction(metric, target, options);
  return (x) => scaled(beta, action(x));
}

/** β times a value and its gradient. */
export const scaled = (beta: number, { value, gradient }: ReturnType<Objective>): ReturnType<Objective> => ({
  value: beta * value,
  gradient: gradient.map((slope) => beta * slope),
});

/** The action of `pathEnsemble` at β = 1. */
export function pathAction(
  metric: PenaltyMetric,
  target: ComplexVector | ComplexMatrix,
  { slices = 8, mu = 50, phase = 'free' }: PathEnsembleOptions,
): PathAction {
  const qubits = checkTarget(target);
  if (!(Number.isInteger(slices) && slices >= 1)) {
    throw new DomainError(`pathEnsemble: a whole number of slices of at least 1 required, got ${slices}`);
  }
  if (!(mu > 0 && mu < Infinity)) throw new DomainError(`pathEnsemble: a finite μ above 0 required, got ${mu}`);
  const controls = controlWords(metric, qubits);
  const problem =
    'rows' in target ? unitaryPathProblem(controls, slices, target, { phase }) : stateProblem(controls, slices, target);
  const condition = pathCondition(problem);
  return { problem, condition, mu, action: pathLagrangian(condition, free(condition, mu)) };
}

function stateProblem(controls: Controls, slices: number, to: ComplexVector): PathProblem {
  const from = zeroVector(to.length);
  from.interleaved[0] = 1;
  return { controls, slices, from, to, amplitudeWeights: new Float64Array(to.length).fill(1) };
}

/**
 * The number of qubits of a target.
 *
 * @throws {ShapeError | DomainError} see `pathEnsemble`
 */
export function checkTarget(target: ComplexVector | ComplexMatrix): number {
  const [size, most] = 'rows' in target ? [target.rows, MOST_UNITARY_QUBITS] : [target.length, MOST_QUBITS];
  const qubits = Math.log2(size);
  if (!(Number.isInteger(qubits) && qubits >= 1 && qubits <= most) || ('rows' in target && target.cols !== size)) {
    const shape = 'rows' in target ? `${target.rows} × ${target.cols}` : `${size} amplitudes`;
    throw new ShapeError(
      `path ensemble: 2ⁿ amplitudes, n ≤ ${MOST_QUBITS}, or a 2ⁿ × 2ⁿ matrix, n ≤ ${MOST_UNITARY_QUBITS}, required, got ${shape}`,
    );
  }
  if ('rows' in target) {
    const square = multiply(target, target, { adjointA: true });
    const defect = frobeniusNorm(addScaledMatrix(square, [-1, 0], identityMatrix(size)));
    if (!(defect < 1e-9)) throw new DomainError(`path ensemble: a unitary required, |V†V − 1| is ${defect}`);
  } else if (!(Math.abs(normSquared(target) - 1) < 1e-9)) {
    throw new DomainError(`path ensemble: a state of norm 1 required, got ${Math.sqrt(normSquared(target))}`);
  }
  return qubits;
}
