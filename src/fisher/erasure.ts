/** @file What the rest of the boundary still knows about the parameters after some of its sites were lost. */

import { type MonotoneMetric, monotoneMetric } from '../estimation/monotone-metrics.ts';
import { type GenerativeNetwork, siteDimensions } from '../generative/generative-network.ts';
import type { RealMatrix } from '../linalg/matrix.ts';
import { complementOf } from '../state/reduced-density-matrix.ts';
import { densityTangent } from './density-tangent.ts';

/**
 * Fisher information of the reduced state of a region of the boundary: what can be inferred from the region alone. At
 * most that of the whole, and monotone in the region, as matrices.
 *
 * @param region - sites that are kept
 * @param metric - which one; default SLD, the quantum Fisher information
 * @returns F, shape (P, P)
 *
 * Cost O(P·D_A·(D + D_A²)) for a region of dimension D_A in a state of D amplitudes.
 */
export function regionFisherInformation(
  network: GenerativeNetwork,
  theta: Float64Array,
  region: readonly number[],
  metric: MonotoneMetric = 'SLD',
): RealMatrix {
  return monotoneMetric(densityTangent(network, theta, region), metric);
}

/**
 * Fisher information that survives the erasure of sites: that of the region of all others. Parameters that act within a
 * code which corrects the erasure lose nothing.
 *
 * @param lost - erased sites
 */
export function fisherAfterErasure(
  network: GenerativeNetwork,
  theta: Float64Array,
  lost: readonly number[],
  metric: MonotoneMetric = 'SLD',
): RealMatrix {
  return regionFisherInformation(network, theta, complementOf(lost, siteDimensions(network).length), metric);
}

/** Surviving fraction F′_kk/F_kk of each parameter's information; null where there was none. */
export function survivingShare(survived: RealMatrix, whole: RealMatrix, threshold = 1e-12): readonly (number | null)[] {
  return Array.from({ length: whole.rows }, (_, k) => {
    const all = whole.data[k * (whole.rows + 1)]!;
    return all > threshold ? survived.data[k * (whole.rows + 1)]! / all : null;
  });
}
