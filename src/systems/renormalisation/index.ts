/** @file `bulkweave/systems/renormalisation`: wavelets, and the exact holographic mapping of Gaussian states. */

export type { GaussianState, Statistics } from '../../gaussian/gaussian-state.ts';
export type { RealMatrix } from '../../linalg/matrix.ts';
export type { RegionEntropies, RegionEntropy } from '../../state/region-entropies.ts';
export type { Nats } from '../../units.ts';
export { daubechiesFilter, type WaveletFilter } from './daubechies-filter.ts';
export {
  type BulkSite,
  exactHolographicMapping,
  type HolographicBulk,
  type HolographicMappingOptions,
  mappingMatrix,
} from './exact-holographic-mapping.ts';
export {
  type BulkPair,
  type LayerGeometry,
  type LayerGeometryOptions,
  type LayerPair,
  layerGeometry,
  pairOf,
} from './layer-geometry.ts';
export {
  type Multiresolution,
  type WaveletBoundary,
  type WaveletOptions,
  waveletCoefficients,
  waveletSynthesis,
} from './wavelet-analysis.ts';
export { type BulkLabel, type BulkTransform, type WaveletTransform, waveletTransform } from './wavelet-transform.ts';
