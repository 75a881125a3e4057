/** @file Fisher information and Bures metric of families of Gaussian states, from their covariances alone. */

import { DomainError, ShapeError } from '../errors.ts';
import { type RealMatrix, scaled } from '../linalg/matrix.ts';
import { multiplyReal } from '../linalg/real-product.ts';
import { differences } from '../riemann/differences.ts';
import type { MetricField } from '../riemann/metric-field.ts';
import { checkGaussian, checkSymmetry, type GaussianState } from './gaussian-state.ts';
import { frameOf, majoranaForm } from './majorana-form.ts';
import { omegaConjugated, symplecticForm } from './symplectic-form.ts';

/** Denominators up to this belong to pairs of pure modes, in which no tangent has a component: they are left out. */
const PURE = 1e-10;

/**
 * Quantum Fisher information (of the symmetric logarithmic derivative) of a family of Gaussian states. In the frame in
 * which Γ has the blocks t_k((0, 1), (−1, 0)), and V the symplectic eigenvalues ν_k, every tangent has 2 × 2 blocks
 * Y_jk = Y⁺ + Y⁻ that commute (1 and J) and anticommute with J = ((0, 1), (−1, 0)), and
 *
 *     F = ½ Σ_jk (|Y⁺_jk|²/(1 − t_j t_k) + |Y⁻_jk|²/(1 + t_j t_k)),
 *     F = ½ Σ_jk (|Y⁺_jk|²/(ν_j ν_k − 1) + |Y⁻_jk|²/(ν_j ν_k + 1)).
 *
 * Of pure states it is ¼ Tr ∂Γᵀ∂Γ, or ¼ Tr (V⁻¹∂V)². Where a mode is pure to rounding the first term is left out: F
 * jumps where the rank of the state changes, as it does for density matrices.
 *
 * @param tangents - ∂_i Γ or ∂_i V, each of the shape of the covariance
 * @returns F_ij, symmetric, positive semidefinite, shape (P, P)
 * @throws {ShapeError | DomainError} malformed state or tangents
 *
 * O(P·n³ + P²·n²).
 *
 * @see Banchi, Giorda & Zanardi, arXiv:1305.4527 (2013); Monras, arXiv:1303.3682 (2013)
 */
export function gaussianFisherInformation(state: GaussianState, tangents: readonly RealMatrix[]): RealMatrix {
  checkGaussian('gaussianFisherInformation', state);
  const size = 2 * state.modes;
  for (const tangent of tangents) {
    const { rows, cols, data } = tangent;
    if (rows !== size || cols !== size || data.length !== size * size) {
      throw new ShapeError(
        `gaussianFisherInformation: tangents ${size} × ${size} required, got ${rows} × ${cols} with ${data.length} numbers`,
      );
    }
    checkSymmetry('gaussianFisherInformation: a tangent', tangent, state.statistics === 'fermion' ? -1 : 1);
  }
  const { values, inverse, indices, offset } = normalFrame(state);
  const components = tangents.map((tangent) => {
    const y = multiplyReal(multiplyReal(inverse, tangent), inverse, { transposeB: true });
    return blockComponents(y.data, values, indices, offset);
  });
  const p = tangents.length;
  const data = new Float64Array(p * p);
  for (let i = 0; i < p; i++) {
    for (let j = 0; j <= i; j++) {
      const value = components[i]!.reduce((sum, x, at) => sum + x * components[j]![at]!, 0);
      data[i * p + j] = value;
      data[j * p + i] = value;
    }
  }
  return { rows: p, cols: p, data };
}

/** Error of step · derivative at which the halving of steps ends. */
const GOAL = 1e-14;

/** How the derivatives of a family are taken. */
export interface GaussianMetricOptions {
  /** ∂_i Γ or ∂_i V at a point; default: differences of the family. */
  readonly tangents?: (x: Float64Array) => readonly RealMatrix[];
  /** Largest step of the differences in units of the coordinates; default 1e-2. It is halved until they settle. */
  readonly step?: number;
}

/**
 * The Bures metric g = F/4 of a family of Gaussian states, of pure ones the Fubini–Study metric, as a metric field for
 * geodesics and curvature.
 *
 * @param family - coordinates x, shape (P,), to a state; all of the same modes
 * @throws {DomainError} a step that is not positive
 * @throws {ShapeError | DomainError} when it is evaluated: malformed states, or other numbers of modes; no coordinate
 *
 * Cost of an evaluation O(P·n³), and by differences some 2P·levels states besides.
 */
export function gaussianMetric(
  family: (x: Float64Array) => GaussianState,
  { tangents, step = 1e-2 }: GaussianMetricOptions = {},
): MetricField {
  if (!(step > 0 && step < Infinity)) throw new DomainError(`gaussianMetric: a positive step required, got ${step}`);
  return (x) => {
    if (x.length === 0) throw new ShapeError('gaussianMetric: at least one coordinate required, got none');
    const state = family(x);
    const { rows, cols } = state.covariance;
    const near = (at: Float64Array): Float64Array => {
      const { modes, covariance } = family(at);
      if (modes === state.modes) return covariance.data;
      throw new ShapeError(`gaussianMetric: ${state.modes} modes required at all points, got ${modes}`);
    };
    const moves = tangents?.(x) ?? differencesOf(near, x, step).map((data) => ({ rows, cols, data }));
    return scaled(0.25, gaussianFisherInformation(state, moves));
  };
}

/** ∂_i of the covariance, by differences whose step is halved until they settle. */
function differencesOf(f: (x: Float64Array) => Float64Array, x: Float64Array, step: number): readonly Float64Array[] {
  const size = (error: Float64Array): number => error.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  const steps = new Float64Array(x.length).fill(step);
  const { first } = differences(x, { f, steps, order: 1, size, goal: GOAL }).value;
  return first;
}

/** The frame in which a covariance is canonical: values, the inverse transformation, and the rows of each mode. */
function normalFrame({ statistics, modes, covariance }: GaussianState) {
  if (statistics === 'fermion') {
    const form = majoranaForm(covariance);
    const frame = frameOf(form);
    const inverse = { rows: frame.cols, cols: frame.rows, data: transposed(frame) };
    return { values: form.values, inverse, indices: (k: number) => [2 * k, 2 * k + 1] as const, offset: 1 };
  }
  const form = symplecticForm(covariance);
  if (form === undefined) throw new DomainError('gaussianFisherInformation: a positive covariance required');
  const { rows, cols } = form.S;
  const inverse = omegaConjugated({ rows: cols, cols: rows, data: transposed(form.S) }); // S⁻¹ = ΩSᵀΩᵀ
  return { values: form.values, inverse, indices: (k: number) => [k, modes + k] as const, offset: -1 };
}

/** The entries of Y⁺ and Y⁻ of all blocks, divided by the roots of their denominators: F is their scalar product. */
function blockComponents(
  y: Float64Array,
  values: Float64Array,
  indices: (k: number) => readonly [number, number],
  offset: number,
): Float64Array {
  const n = values.length;
  const out = new Float64Array(4 * n * n);
  for (let j = 0; j < n; j++) {
    for (let k = 0; k < n; k++) {
      const [[r, s], [t, u]] = [indices(j), indices(k)];
      const [a, b, c, d] = [y[r * 2 * n + t]!, y[r * 2 * n + u]!, y[s * 2 * n + t]!, y[s * 2 * n + u]!];
      const product = values[j]! * values[k]!;
      const [plus, minus] = [Math.abs(offset * (1 - product)), 1 + product];
      const at = 4 * (j * n + k);
      if (plus > PURE) {
        out[at] = (a + d) / 2 / Math.sqrt(plus);
        out[at + 1] = (b - c) / 2 / Math.sqrt(plus);
      }
      out[at + 2] = (a - d) / 2 / Math.sqrt(minus);
      out[at + 3] = (b + c) / 2 / Math.sqrt(minus);
    }
  }
  return out;
}

function transposed({ rows, cols, data }: RealMatrix): Float64Array {
  const out = new Float64Array(data.length);
  for (let i = 0; i < rows; i++) for (let j = 0; j < cols; j++) out[j * rows + i] = data[i * cols + j]!;
  return out;
}
