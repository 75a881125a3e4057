/**
 * @file The Fisher metric of entanglement spectra (Matsueda). That its Einstein tensor is one of gravity is an analogy:
 * what is computed is the information geometry of the Schmidt weights of a family of states.
 */

import type { ComplexMatrix } from '../linalg/complex.ts';
import { hermitianEigen } from '../linalg/hermitian-eigen.ts';
import { multiply, type RealMatrix, scaledMatrix, trace } from '../linalg/matrix.ts';
import { scalarCurvature } from '../riemann/curvature.ts';
import { type DifferenceOptions, differences, firstDerivatives } from '../riemann/differences.ts';
import { type Estimate, estimateFrom, matrixEstimate } from '../riemann/estimate.ts';
import type { MetricField } from '../riemann/metric-field.ts';
import { einsteinTensor } from '../riemann/tensors.ts';
import { entropy } from '../state/entropy.ts';
import { complementOf, isDensityMatrix, reducedDensityMatrix, type State } from '../state/reduced-density-matrix.ts';

/** A family of states of the same sites, x of shape (P,), with the region whose spectrum is taken. */
export interface SpectrumFamily {
  readonly state: (x: Float64Array) => State;
  /** Dimension of each site. */
  readonly dimensions: readonly number[];
  /** Sites of the region A; all of them for the spectrum of a density matrix itself. */
  readonly region: readonly number[];
}

/** How the derivatives of a family are taken, and which eigenvalues count as zero or equal. */
export interface SpectrumOptions {
  /** Largest step of the differences, in units of x; default 0.03. */
  readonly step?: number;
  /** Eigenvalues at most this are left out, and those closer than this are degenerate; default 1e-10. */
  readonly tolerance?: number;
}

/**
 * Fisher metric of the entanglement spectrum λ_n(x) of ρ_A(x),
 *
 *     g_ij = Σ_n λ_n ∂_iγ_n ∂_jγ_n = Σ_n ∂_iλ_n ∂_jλ_n / λ_n,    γ_n = −log λ_n,    ∂_iλ_n = ⟨n|∂_iρ_A|n⟩.
 *
 * Within a degenerate eigenvalue the sum is Tr P∂_iρP∂_jρ / λ, P its projector, which needs no choice of a basis. It is
 * the classical part of the Fisher metrics of ρ_A: what a measurement in the eigenbasis learns, never more than SLD.
 * Rotations of the Schmidt bases are not seen, so a family may have directions that the metric does not measure; for
 * those there is no curvature.
 *
 * @returns a metric field for `src/riemann`
 *
 * Cost of an evaluation: 6P + 2 states, each reduced to the smaller side for pure states, and O(P·D_A³). Error
 * O(step⁶) and about 1e-15/step.
 *
 * @see Matsueda, arXiv:1310.1831
 */
export function entanglementSpectrumMetric(family: SpectrumFamily, options: SpectrumOptions = {}): MetricField {
  const { step = 0.03, tolerance = 1e-10 } = options;
  return (x) => {
    const rho = regionState(family, x);
    const { values, vectors } = hermitianEigen(rho);
    // ρ_A has no phase that could jump.
    const entries = (y: Float64Array): Float64Array => regionState(family, y).interleaved;
    const derivatives = firstDerivatives(x, entries, step).map((interleaved) => {
      return multiply(multiply(vectors, { ...rho, interleaved }, { adjointA: true }), vectors).interleaved;
    });
    const size = values.length;
    const data = new Float64Array(x.length * x.length);
    for (let a = 0; a < size; a++) {
      for (let b = 0; b < size; b++) {
        const lambda = (values[a]! + values[b]!) / 2;
        if (lambda <= tolerance || Math.abs(values[a]! - values[b]!) > tolerance) continue;
        const at = 2 * (a * size + b);
        derivatives.forEach((left, i) => {
          derivatives.forEach((right, j) => {
            const overlap = left[at]! * right[at]! + left[at + 1]! * right[at + 1]!;
            data[i * x.length + j] = data[i * x.length + j]! + overlap / lambda;
          });
        });
      }
    }
    return { rows: x.length, cols: x.length, data };
  };
}

/** The metric of a family at a point with its curvature. */
export interface SpectrumGeometry {
  /** What the tensors say about gravity. */
  readonly label: 'analogy';
  readonly metric: RealMatrix;
  readonly scalarCurvature: Estimate<number>;
  /** Ric − ½ R g; zero for two parameters, as for every metric. */
  readonly einstein: Estimate<RealMatrix>;
}

/**
 * The entanglement spectrum's metric with its scalar curvature and Einstein tensor. Full simplices of D weights are
 * spheres of radius 2: R = (D − 1)(D − 2)/4.
 *
 * @throws {DomainError} the metric is degenerate at x: the family has directions in which the spectrum does not change
 *
 * Cost O(P²) evaluations of the metric.
 */
export function entanglementSpectrumGeometry(
  family: SpectrumFamily,
  x: Float64Array,
  options: SpectrumOptions & { readonly differences?: DifferenceOptions } = {},
): SpectrumGeometry {
  const metric = entanglementSpectrumMetric(family, options);
  return {
    label: 'analogy',
    metric: metric(x),
    scalarCurvature: scalarCurvature(metric, x, options.differences),
    einstein: einsteinTensor(metric, x, options.differences),
  };
}

/** Largest step of the differences of an entropy, and error of its change over a step that is good enough. */
const LARGEST_STEP = 0.08;
const GOAL = 1e-11;

/**
 * Hessian of the negative entropy −∂_i∂_j S(A) in the coordinates x.
 *
 * "The Hessian of entropy is the Fisher metric" holds in dually flat coordinates only: −∂²S = g if the weights λ_n are
 * affine functions of x (expectation values η of an exponential family). In its natural coordinates θ, λ ∝ e^{θ·F}, it
 * is log Z whose Hessian is g, while −∂_i∂_jS = g_ij + Σ_k θ_k ∂_i∂_j∂_k log Z. In other coordinates neither holds.
 *
 * @param step - largest step of the differences, in units of x; default 0.08, halved until the error no longer falls
 * @returns shape (P, P)
 */
export function negativeEntropyHessian(
  family: SpectrumFamily,
  x: Float64Array,
  { step }: DifferenceOptions = {},
): Estimate<RealMatrix> {
  const { value, shadow } = differences(x, {
    f: (y) => Float64Array.of(-entropy(regionState(family, y))),
    steps: x.map(() => step ?? LARGEST_STEP),
    order: 2,
    size: ([error]) => Math.abs(error!),
    goal: step === undefined ? GOAL : null,
  });
  const flat = (second: typeof value.second) =>
    Float64Array.from(second.flatMap((row) => row.map(([entry]) => entry!)));
  return matrixEstimate(estimateFrom(flat(value.second), flat(shadow.second)), x.length);
}

/** ρ_A at x with trace one; of a pure state the smaller side, which has the same spectrum. */
function regionState({ state, dimensions, region }: SpectrumFamily, x: Float64Array): ComplexMatrix {
  const psi = state(x);
  const rest = complementOf(region, dimensions.length);
  const size = (sites: readonly number[]): number => sites.reduce((product, site) => product * dimensions[site]!, 1);
  const side = !isDensityMatrix(psi) && size(rest) < size(region) ? rest : region;
  const rho = reducedDensityMatrix(psi, dimensions, side);
  return scaledMatrix([1 / trace(rho)[0], 0], rho);
}
