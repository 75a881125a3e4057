/** @file The same critical state by different wavelets: exponents, and the radius that they suggest. */

import { harmonicRing } from '../../../src/gaussian/boson-models.ts';
import { latticeDirac } from '../../../src/gaussian/fermion-models.ts';
import type { GaussianState } from '../../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../../src/gaussian/ground-state.ts';
import { bipartiteBlock } from '../../../src/gaussian/majorana-form.ts';
import type { RealMatrix } from '../../../src/linalg/matrix.ts';
import { multiplyReal } from '../../../src/linalg/real-product.ts';
import {
  exactHolographicMapping,
  type HolographicBulk,
} from '../../../src/systems/renormalisation/exact-holographic-mapping.ts';
import { layerGeometry } from '../../../src/systems/renormalisation/layer-geometry.ts';
import { waveletTransform } from '../../../src/systems/renormalisation/wavelet-transform.ts';
import type { PartStep } from '../../study.ts';
import type { Options } from './options.ts';

export const FILTERS = ['haar', 'd4', 'd6'] as const;

/** The name of a wavelet in print: Haar, D4, D6. */
export const nameOf = (filter: (typeof FILTERS)[number]): string => filter.slice(0, 1).toUpperCase() + filter.slice(1);

/** What one wavelet makes of the massless fermion and the massless boson. */
export interface WaveletGeometry {
  readonly filter: (typeof FILTERS)[number];
  /** K. */
  readonly moments: number;
  /** Greatest entry of WWᵀ − 1, and of the first K moments of a wavelet of layer 1, per tap. */
  readonly orthogonality: number;
  readonly moment: number;
  /** Greatest entry of Γ² + 1 in the bulk. */
  readonly impurity: number;
  /** Local exponents of correlations and information along layer 1. */
  readonly exponent: number;
  readonly informationExponent: number;
  readonly bosonExponent: number;
  /** Correlations and information along layer 1, by distance. */
  readonly along: readonly { readonly distance: number; readonly correlation: number; readonly information: number }[];
  /** Information upwards, by layer. */
  readonly upwards: readonly (number | null)[];
  /** −ln(I/4 ln 2) upwards, in the middle, over 2(K + ½) ln 2: 1 where a step up is as long as the radius demands. */
  readonly isotropy: number;
}

export function* waveletGeometries({ levels }: Options): Generator<PartStep, readonly WaveletGeometry[]> {
  const sites = 2 ** levels;
  yield { message: 'ground states', progress: 0 };
  const fermion = gaussianGroundState(latticeDirac(sites, {}, 'antiperiodic')).state;
  const boson = gaussianGroundState(harmonicRing(sites, { mass: 1e-5 })).state;
  const found: WaveletGeometry[] = [];
  for (const filter of FILTERS) {
    yield { message: filter, progress: 0.3 + 0.2 * found.length };
    found.push(waveletGeometry(filter, fermion, boson, sites));
  }
  return found;
}

function waveletGeometry(
  filter: WaveletGeometry['filter'],
  fermion: GaussianState,
  boson: GaussianState,
  sites: number,
): WaveletGeometry {
  const transform = waveletTransform(sites, filter, { boundary: 'antiperiodic' });
  const { low, high } = transform.resolution;
  const moments = low.length / 2;
  const bulk = exactHolographicMapping(fermion, transform);
  const layers = layerGeometry(bulk, { origins: 1 });
  const { along } = layers[0]!;
  const ring = layerGeometry(exactHolographicMapping(boson, waveletTransform(sites, filter)), { origins: 1 });
  const middle = layers[Math.floor(layers.length / 2) - 1]!.upwards!.information;
  const far = sites / 32;
  return {
    filter,
    moments,
    orthogonality: deviation(multiplyReal(transform.matrix, transform.matrix, { transposeB: true }), 1),
    moment: Math.max(
      ...Array.from({ length: moments }, (_, k) =>
        Math.abs(high.reduce((sum, tap, t) => sum + tap * (t / moments - 1) ** k, 0)),
      ),
    ),
    impurity: impurity(bulk),
    exponent: localExponent(along, far, 'correlation'),
    informationExponent: localExponent(along, far, 'information'),
    bosonExponent: localExponent(ring[0]!.along, far, 'correlation'),
    along,
    upwards: layers.map(({ upwards }) => upwards?.information ?? null),
    isotropy: -Math.log(middle / (4 * Math.LN2)) / ((2 * moments + 1) * Math.LN2),
  };
}

/** −d ln/d ln x between x and 2x. */
function localExponent(along: WaveletGeometry['along'], x: number, quantity: 'correlation' | 'information'): number {
  const [near, far] = [x, 2 * x].map((at) => along.find(({ distance }) => distance === at)!);
  return Math.log2(near![quantity] / far![quantity]);
}

/** Greatest entry of A − s·1. */
function deviation({ rows, data }: RealMatrix, s: number): number {
  return data.reduce((most, x, at) => Math.max(most, Math.abs(x - (at % (rows + 1) === 0 ? s : 0))), 0);
}

/** Greatest entry of Γ² + 1. Real hopping has Γ = ((0, G), (−Gᵀ, 0)). */
function impurity({ state }: HolographicBulk): number {
  const block = bipartiteBlock(state.covariance);
  if (block !== undefined) return deviation(multiplyReal(block, block, { transposeB: true }), 1);
  return deviation(multiplyReal(state.covariance, state.covariance), -1);
}
