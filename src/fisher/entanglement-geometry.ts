/**
 * @file The entanglement of a region as geometry: the first law of entanglement, the relative entropy that it is the
 * first order of, and the Fisher metric of the entanglement spectrum. (That these are the linearised Einstein equation of
 * a bulk is an analogy outside of conformal field theories with a holographic dual; the identities hold for any state.)
 */

import type { GenerativeNetwork } from '../generative/generative-network.ts';
import type { ComplexMatrix } from '../linalg/complex.ts';
import { hermitianEigen } from '../linalg/hermitian-eigen.ts';
import { adjoint, diagonalMatrix, multiply, type RealMatrix } from '../linalg/matrix.ts';
import type { MetricField } from '../riemann/metric-field.ts';
import { distributionEntropy } from '../state/entropy.ts';
import type { Nats } from '../units.ts';
import { densityTangent } from './density-tangent.ts';
import { traceOfProduct } from './measurement.ts';
import { monotoneMetric } from './monotone-metrics.ts';

/** Eigenvalues below this count as zero: log λ is not taken of rounding. */
const EMPTY = 1e-13;

/** Modular Hamiltonian K = −log ρ on the support of ρ, so that S = ⟨K⟩; Hermitian, zero on the kernel. */
export function modularHamiltonian(rho: ComplexMatrix): ComplexMatrix {
  const { values, vectors } = hermitianEigen(rho);
  const energies = values.map((value) => (value > EMPTY ? -Math.log(value) : 0));
  return multiply(multiply(vectors, diagonalMatrix(energies)), adjoint(vectors));
}

/** Both sides of the first law along every parameter. */
export interface FirstLaw {
  /** S of the region, nats. */
  readonly entropy: Nats;
  /** δ⟨K⟩_k = Tr ∂_kρ K with K = −log ρ held fixed: by the first law ∂_kS. */
  readonly modularEnergy: Float64Array;
  /**
   * Half the Bogoliubov–Kubo–Mori metric, the second order: δ⟨K⟩ − δS = D(ρ + δρ‖ρ) = ½ g_kl δθ^k δθ^l + …; null if
   * the region's state does not have full rank.
   */
  readonly relativeEntropy: RealMatrix | null;
}

/**
 * The entanglement first law of a region, δS = δ⟨K⟩ to first order in any change of the state, and the relative entropy
 * by which it fails at second order.
 *
 * @param theta - parameters, shape (P,)
 * @param region - sites
 *
 * Cost as `densityTangent`, and O(D_A³) for each parameter.
 *
 * @see Blanco, Casini, Hung & Myers, JHEP 2013(08), 060
 */
export function entanglementFirstLaw(
  network: GenerativeNetwork,
  theta: Float64Array,
  region: readonly number[],
): FirstLaw {
  const tangent = densityTangent(network, theta, region);
  const K = modularHamiltonian(tangent.rho);
  const { values } = hermitianEigen(tangent.rho);
  const fullRank = values[0]! > EMPTY;
  const metric = fullRank ? monotoneMetric(tangent, 'BKM') : null;
  return {
    entropy: distributionEntropy(values),
    modularEnergy: Float64Array.from(tangent.derivatives, (derivative) => traceOfProduct(derivative, K)),
    relativeEntropy: metric && { ...metric, data: metric.data.map((entry) => entry / 2) },
  };
}

/**
 * Relative entropy D(ρ‖σ) = Tr ρ(log ρ − log σ) ≥ 0; Infinity if ρ leaves the support of σ.
 *
 * Cost O(D³).
 */
export function relativeEntropy(rho: ComplexMatrix, sigma: ComplexMatrix): Nats {
  const { values, vectors } = hermitianEigen(sigma);
  const turned = multiply(multiply(vectors, rho, { adjointA: true }), vectors);
  let cross = 0;
  for (let k = 0; k < values.length; k++) {
    const weight = turned.interleaved[2 * k * (values.length + 1)]!;
    if (values[k]! > EMPTY) cross -= weight * Math.log(values[k]!);
    else if (weight > EMPTY) return Infinity;
  }
  return cross - distributionEntropy(hermitianEigen(rho).values);
}

/**
 * Fisher metric of the entanglement spectrum of a region,
 *
 *     g_ij = Σ_a ∂_iλ_a ∂_jλ_a / λ_a,    ∂_iλ_a = ⟨a|∂_iρ|a⟩,
 *
 * as a metric field on parameter space: what of the region's Fisher information lies in its eigenvalues alone. Smooth
 * where eigenvalues do not cross; degenerate ones are taken in the basis in which ρ comes.
 *
 * @see Matsueda, arXiv:1310.1831 (2013)
 */
export function entanglementSpectrumMetric(network: GenerativeNetwork, region: readonly number[]): MetricField {
  return (theta) => {
    const { rho, derivatives } = densityTangent(network, theta, region);
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
