/** @file The second variation of the Liouville functional at its minimum: how stable the optimal network is. */

import { DomainError } from '../../errors.ts';
import { type ComplexVector, complexVector } from '../../linalg/complex.ts';
import { lanczos } from '../../linalg/lanczos.ts';
import { randomStream } from '../../linalg/random.ts';
import { tridiagonalEigenvalues } from '../../linalg/tridiagonal-eigenvalues.ts';
import type { Solution } from '../../solution.ts';
import type { LayeredMetric } from './layered-metric.ts';
import { metricHessian, type OptimisedMetric } from './optimise-metric.ts';

/** A variation f of φ, normalised in the metric, and its eigenvalue. */
export interface StabilityMode {
  /** λ with −Δf = λf in the metric; the second variation is (c/24π)(λ + 2)⟨f, f⟩. */
  readonly eigenvalue: number;
  /** f at the nodes of the mesh, shape (N,). */
  readonly mode: Float64Array;
}

/** Residual of an eigenvector, relative to the greatest eigenvalue of the inverse. */
const TOLERANCE = 1e-9;

/**
 * The form of the second variation at an optimised metric,
 *
 *     S[φ + f] = S[φ] + (c/24π) ⟨f, (−Δ + 2) f⟩ + O(f³),     ⟨f, (−Δ + 2) f⟩ = ∫ (|∇f|² + 2e^{2φ}f²) dx dy,
 *
 * with Δ the Laplacian of e^{2φ}(dx² + dy²): positive, so the optimum is stable. O(nodes).
 *
 * @param f - at the nodes, shape (N,); 0 where φ is given
 * @returns ⟨f, (−Δ + 2) f⟩
 * @throws {DomainError} f has another number of values
 *
 * @see Czech, arXiv:1706.00965
 */
export function secondVariation(metric: OptimisedMetric, f: Float64Array): number {
  if (f.length !== metric.phi.length) {
    throw new DomainError(`secondVariation: ${metric.phi.length} values required, got ${f.length}`);
  }
  const image = metricHessian(metric).apply(f);
  return image.reduce((sum, value, i) => sum + value * f[i]!, 0);
}

/**
 * The lowest modes of −Δ in an optimised metric, f = 0 on sides with given φ and ∂_n f = 0 on geodesics: the softest variations.
 * By Lanczos' method on the inverse of −Δ + 2, which multigrid applies.
 *
 * @param count - of modes; default 1
 * @throws {DomainError} a number of modes that is not whole and positive, or larger than that of free nodes
 *
 * Cost some thirty systems on the mesh, 2 s for 10⁴ nodes.
 */
export function stabilityModes(metric: OptimisedMetric, count = 1): Solution<readonly StabilityMode[]> {
  const { solve, volumes } = metricHessian(metric);
  const free = volumes.reduce((sum, volume) => sum + (volume > 0 ? 1 : 0), 0);
  if (!(Number.isInteger(count) && count >= 1 && count <= free)) {
    throw new DomainError(`stabilityModes: 1 to ${free} modes required, got ${count}`);
  }
  const roots = volumes.map(Math.sqrt);
  const weighted = (f: Float64Array): Float64Array => f.map((value, i) => value * roots[i]!);
  const real = ({ interleaved }: ComplexVector): Float64Array => roots.map((_, i) => interleaved[2 * i]!);
  const stream = randomStream(0, 'stability modes');
  const start = complexVector(weighted(roots.map(() => stream.uniform())));
  const inverse = (x: ComplexVector): ComplexVector =>
    complexVector(weighted(solve(weighted(real(x))).value).map((value) => -value));
  const { value, result, steps } = lanczos(inverse, start, { count, tolerance: TOLERANCE, completeMultiplets: false });
  const modes = value.vectors.map((vector, k) => ({
    eigenvalue: -1 / value.values[k]! - 2,
    mode: real(vector).map((entry, i) => (roots[i]! === 0 ? 0 : entry / roots[i]!)),
  }));
  return { value: modes, result, steps };
}

/**
 * The lowest eigenvalues of −Δ on functions of the depth alone, f = 0 at the cutoff and, on a half plane, at the greatest depth. On
 * ε ≤ z ≤ z₁ of the half plane they are
 *
 *     1/4 + (nπ/log(z₁/ε))²,     n = 1, 2, …
 *
 * @throws {DomainError} more eigenvalues than free layers
 *
 * O(layers²): 1 s for 4000.
 */
export function layeredStability({ depths, phi, isMirror }: LayeredMetric, count = 1): Float64Array {
  const last = depths.length - (isMirror ? 1 : 2);
  if (!(Number.isInteger(count) && count >= 1 && count <= last)) {
    throw new DomainError(`layeredStability: 1 to ${last} eigenvalues required, got ${count}`);
  }
  const gap = (k: number): number => depths[k + 1]! - depths[k]!;
  const volume = (k: number): number => (((depths[k + 1] ?? depths[k]!) - depths[k - 1]!) / 2) * Math.exp(2 * phi[k]!);
  const layers = Array.from({ length: last }, (_, k) => k + 1);
  const diagonal = layers.map((k) => (1 / gap(k - 1) + (k + 1 < depths.length ? 1 / gap(k) : 0)) / volume(k));
  const offDiagonal = layers.map((k) => (k < last ? -1 / (gap(k) * Math.sqrt(volume(k) * volume(k + 1))) : 0));
  const values = tridiagonalEigenvalues(Float64Array.from(diagonal), Float64Array.from(offDiagonal));
  return values.slice(0, count);
}
