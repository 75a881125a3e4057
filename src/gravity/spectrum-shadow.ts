/** @file What a half's entanglement spectrum alone says about a network, as a metric with its curvature (Matsueda). */

import { DomainError } from '../errors.ts';
import { regionFisherInformation } from '../fisher/erasure.ts';
import { networkSpectrumMetric } from '../fisher/network-spectrum-metric.ts';
import { environmentDimension, type GenerativeNetwork, siteDimensions } from '../generative/generative-network.ts';
import { sizeOf } from '../linalg/complex.ts';
import { hermitianEigen, hermitianEigenvalues } from '../linalg/hermitian-eigen.ts';
import {
  addScaledMatrix,
  adjoint,
  complexOf,
  multiply,
  type RealMatrix,
  realPart,
  scaledMatrix,
} from '../linalg/matrix.ts';
import { withEigenvalues } from '../linalg/spectral-matrix.ts';
import { ricciTensor } from '../riemann/curvature.ts';
import { inverseMetric, type MetricField } from '../riemann/metric-field.ts';

/** The Fisher metric of the entanglement spectrum of a region. */
export interface SpectrumShadow {
  /** Directions of the parameters that the spectrum sees, at most the number of its weights less one. */
  readonly rank: number;
  /** Its trace, and that of the region's whole Fisher information. */
  readonly trace: number;
  readonly whole: number;
  /**
   * Scalar curvature along the directions that it sees best, at most three; null for fewer than two, and where the
   * metric varies on a shorter scale than differences can follow.
   */
  readonly curvature: number | null;
  /** Error of the curvature, where there is one. */
  readonly curvatureError?: number;
  /** Eigenvalues of the Einstein tensor relative to the metric there, ascending; [] for fewer than three directions. */
  readonly einstein: readonly number[];
}

/** Most numbers in the tangents for which it is computed, since the curvature needs about a hundred times as many. */
const LARGEST_TANGENTS = 2 ** 18;
/** Whether a network has more tangents than the spectrum's metric is computed for. */
export const isOutOfReach = (network: GenerativeNetwork, theta: Float64Array): boolean =>
  2 * sizeOf(siteDimensions(network)) * environmentDimension(network) * theta.length > LARGEST_TANGENTS;

/** Fraction of the greatest eigenvalue above which a direction counts. */
const SEEN = 1e-4;

/**
 * Metric, curvature and Einstein tensor of a region's entanglement spectrum, see `networkSpectrumMetric`, along the
 * network's parameters. Three directions are the fewest in which an Einstein tensor says anything.
 *
 * @returns null if the tangents have more than 2¹⁸ numbers, or if the spectrum sees no direction
 */
export function spectrumShadow(
  network: GenerativeNetwork,
  theta: Float64Array,
  region: readonly number[],
): SpectrumShadow | null {
  if (isOutOfReach(network, theta) || theta.length === 0 || region.length === 0) return null;
  const g = networkSpectrumMetric(network, region)(theta);
  const { values, vectors } = hermitianEigen(complexOf(g));
  const greatest = values[values.length - 1]!;
  if (!(greatest > 1e-12)) return null;
  const seen = [...values.keys()].filter((k) => values[k]! > SEEN * greatest).reverse();
  const directions = seen
    .slice(0, 3)
    .map((mode) => theta.map((_, k) => vectors.interleaved[2 * (k * theta.length + mode)]!));
  const trace = traceOf(g);
  const whole = traceOf(regionFisherInformation(network, theta, region));
  return { rank: seen.length, trace, whole, ...geometryAlong(network, theta, region, directions) };
}

/** Greatest error of a curvature that is trusted, relative to it or to 1. */
const BELIEVED = 0.02;

/** Curvature of the spectrum's metric on the flat family θ + Σ x_a v_a, at x = 0. */
function geometryAlong(
  network: GenerativeNetwork,
  theta: Float64Array,
  region: readonly number[],
  directions: readonly Float64Array[],
): Pick<SpectrumShadow, 'curvature' | 'curvatureError' | 'einstein'> {
  const unknown = { curvature: null, einstein: [] };
  const p = directions.length;
  if (p < 2) return unknown;
  const metric = networkSpectrumMetric(network, region, directions);
  const family: MetricField = (x) =>
    metric(theta.map((value, k) => directions.reduce((sum, v, a) => sum + x[a]! * v[k]!, value)));
  const origin = new Float64Array(p);
  try {
    const ricci = ricciTensor(family, origin);
    const { inverse } = inverseMetric(family(origin).data);
    const curvature = inverse.reduce((sum, entry, at) => sum + entry * ricci.value.data[at]!, 0);
    const curvatureError = inverse.reduce((sum, entry, at) => sum + Math.abs(entry) * ricci.error.data[at]!, 0);
    if (!(curvatureError <= BELIEVED * Math.max(1, Math.abs(curvature)))) return unknown;
    const values = hermitianEigenvalues(complexOf(mixed(ricci.value, family(origin))));
    const einstein = p < 3 ? [] : Array.from(values, (value) => value - curvature / 2);
    return { curvature, curvatureError, einstein };
  } catch (error) {
    if (error instanceof DomainError) return unknown; // singular nearby
    throw error;
  }
}

/** g^{−½} Ric g^{−½}, whose eigenvalues are those of the Ricci tensor relative to the metric. */
function mixed(ricci: RealMatrix, g: RealMatrix): RealMatrix {
  const { values, vectors } = hermitianEigen(complexOf(g));
  const half = withEigenvalues(
    vectors,
    values.map((value) => 1 / Math.sqrt(value)),
  );
  const turned = multiply(multiply(half, complexOf(ricci)), half);
  return realPart(scaledMatrix([1 / 2, 0], addScaledMatrix(turned, [1, 0], adjoint(turned))));
}

function traceOf({ rows, data }: RealMatrix): number {
  let sum = 0;
  for (let k = 0; k < rows; k++) sum += data[k * (rows + 1)]!;
  return sum;
}
