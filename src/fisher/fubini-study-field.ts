/**
 * @file The Fubini–Study metric with exact derivatives: states are differentiated up to third order, so that curvature
 * needs no differences.
 */

import { DomainError } from '../errors.ts';
import { environmentDimension, type GenerativeNetwork } from '../generative/generative-network.ts';
import type { ComplexVector } from '../linalg/complex.ts';
import { innerProduct } from '../linalg/vector.ts';
import type { MetricDerivatives, MetricField } from '../riemann/metric-field.ts';
import { type StateJet, stateJet, unitDirections } from './state-jet.ts';

/** Coordinates x ↦ θ = origin + Σ_a x_a v_a of a few directions in a large parameter space. */
export interface Chart {
  readonly origin: Float64Array;
  /** v_a, each of shape (P,); transversal to the gauge directions, or the metric is singular. */
  readonly directions: readonly Float64Array[];
}

/**
 * The Fubini–Study metric of a circuit or tensor network as a metric field with exact first and second derivatives;
 * with it curvature is exact to rounding. With A_i = Im⟨ψ|∂_iψ⟩,
 *
 *     g_ij = Re⟨∂_iψ|∂_jψ⟩ − A_i A_j.
 *
 * @param chart - the coordinates; default the parameters themselves
 * @throws {DomainError} the state is mixed
 *
 * Cost of the derivatives: third-order jets, O(P³·gates·2ⁿ + P⁴·2ⁿ) for a circuit. For up to about 10 coordinates.
 */
export function fubiniStudyField(
  network: GenerativeNetwork,
  { origin, directions }: Chart = {
    origin: new Float64Array(network.parameters),
    directions: unitDirections(network.parameters),
  },
): MetricField {
  const environment = environmentDimension(network);
  if (environment > 1) {
    throw new DomainError(`fubiniStudyField: a pure state required, got an environment of ${environment}`);
  }
  const p = directions.length;
  const at = (x: Float64Array): Float64Array =>
    origin.map((value, k) => directions.reduce((sum, v, a) => sum + x[a]! * v[k]!, value));
  const field = (x: Float64Array) => {
    const jet = stateJet(network, at(x), 1, directions);
    const A = table(p, 1, ([i]) => imaginary(jet(), jet(i!)));
    const data = table(p, 2, ([i, j]) => real(jet(i!), jet(j!)) - A[i!]! * A[j!]!);
    return { rows: p, cols: p, data };
  };
  return Object.assign(field, {
    derivatives: (x: Float64Array) => metricDerivatives(stateJet(network, at(x), 3, directions), p),
  });
}

function metricDerivatives(jet: StateJet, p: number): MetricDerivatives {
  const A = table(p, 1, ([i]) => imaginary(jet(), jet(i!)));
  const dA = table(p, 2, ([i, k]) => imaginary(jet(k!), jet(i!)) + imaginary(jet(), jet(i!, k!)));
  const ddA = table(
    p,
    3,
    ([i, k, l]) =>
      imaginary(jet(k!, l!), jet(i!)) +
      imaginary(jet(k!), jet(i!, l!)) +
      imaginary(jet(l!), jet(i!, k!)) +
      imaginary(jet(), jet(i!, k!, l!)),
  );
  const first = Array.from({ length: p }, (_, k) =>
    table(
      p,
      2,
      ([i, j]) =>
        real(jet(i!, k), jet(j!)) + real(jet(i!), jet(j!, k)) - dA[i! * p + k]! * A[j!]! - A[i!]! * dA[j! * p + k]!,
    ),
  );
  const second = Array.from({ length: p }, (_, k) =>
    Array.from({ length: p }, (_, l) =>
      table(p, 2, ([i, j]) => {
        const moved =
          real(jet(i!, k, l), jet(j!)) +
          real(jet(i!, k), jet(j!, l)) +
          real(jet(i!, l), jet(j!, k)) +
          real(jet(i!), jet(j!, k, l));
        const connection =
          ddA[(i! * p + k) * p + l]! * A[j!]! +
          dA[i! * p + k]! * dA[j! * p + l]! +
          dA[i! * p + l]! * dA[j! * p + k]! +
          A[i!]! * ddA[(j! * p + k) * p + l]!;
        return moved - connection;
      }),
    ),
  );
  return { first, second };
}

const real = (a: ComplexVector, b: ComplexVector): number => innerProduct(a, b)[0];
const imaginary = (a: ComplexVector, b: ComplexVector): number => innerProduct(a, b)[1];

/** An array of `rank` indices below p, row-major. */
function table(p: number, rank: number, entryAt: (indices: readonly number[]) => number): Float64Array {
  return Float64Array.from({ length: p ** rank }, (_, at) =>
    entryAt(Array.from({ length: rank }, (_, slot) => Math.floor(at / p ** (rank - 1 - slot)) % p)),
  );
}
