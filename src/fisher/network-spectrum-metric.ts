/** @file The Fisher metric of entanglement spectra: what a region's eigenvalues alone say about the parameters. */

import type { GenerativeNetwork } from '../generative/generative-network.ts';
import { hermitianEigen } from '../linalg/hermitian-eigen.ts';
import { multiply } from '../linalg/matrix.ts';
import type { MetricField } from '../riemann/metric-field.ts';
import { densityTangent } from './density-tangent.ts';

/** Eigenvalues below this count as zero. */
const EMPTY = 1e-13;

/**
 * Fisher metric of the entanglement spectrum of a region,
 *
 *     g_ij = Σ_a ∂_iλ_a ∂_jλ_a / λ_a,    ∂_iλ_a = ⟨a|∂_iρ|a⟩,
 *
 * as a metric field on parameter space: the part of the region's Fisher information that lies in its eigenvalues alone.
 * The derivatives are exact; for families of states that are not networks see `entanglementSpectrumMetric` in
 * src/gravity. Smooth where eigenvalues do not cross; degenerate ones are taken in the basis in which ρ comes.
 *
 * @param along - directions v_a in parameter space; the metric is then Σ v_a v_b g, of as many rows. Default the
 *   parameters themselves
 *
 * @see Matsueda, arXiv:1310.1831 (2013)
 */
export function networkSpectrumMetric(
  network: GenerativeNetwork,
  region: readonly number[],
  along?: readonly Float64Array[],
): MetricField {
  return (theta) => {
    const { rho, derivatives } = densityTangent(network, theta, region, along);
    const { values, vectors } = hermitianEigen(rho);
    const slopes = derivatives.map((derivative) => {
      const turned = multiply(multiply(vectors, derivative, { adjointA: true }), vectors);
      return values.map((value, a) =>
        value > EMPTY ? turned.interleaved[2 * a * (values.length + 1)]! / Math.sqrt(value) : 0,
      );
    });
    const p = derivatives.length;
    const data = Float64Array.from({ length: p * p }, (_, at) => {
      const [left, right] = [slopes[Math.floor(at / p)]!, slopes[at % p]!];
      return left.reduce((sum, x, a) => sum + x * right[a]!, 0);
    });
    return { rows: p, cols: p, data };
  };
}
