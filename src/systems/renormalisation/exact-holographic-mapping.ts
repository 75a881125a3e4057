/** @file The exact holographic mapping: a Gaussian state, seen in modes that have a place in a bulk. */

import { ShapeError } from '../../errors.ts';
import { entropiesOfGaussian } from '../../gaussian/entropies.ts';
import { checkGaussian, type GaussianState } from '../../gaussian/gaussian-state.ts';
import type { RealMatrix } from '../../linalg/matrix.ts';
import { multiplyReal } from '../../linalg/real-product.ts';
import type { RegionEntropies } from '../../state/region-entropies.ts';
import { analysed, type Multiresolution } from './wavelet-analysis.ts';
import { type BulkLabel, type BulkTransform, checkTransform, type WaveletTransform } from './wavelet-transform.ts';

/** A site of the bulk: modes at one place. */
export interface BulkSite extends BulkLabel {
  /** 0, or 0 and 1 for the sides of a double. */
  readonly copy: number;
  /** Modes of the bulk state. */
  readonly modes: readonly number[];
}

/** A state in the bulk. */
export interface HolographicBulk {
  /** The same state in other modes: as pure, and as entangled as a whole, as the one on the boundary. */
  readonly state: GaussianState;
  /** By copy, layer and place. */
  readonly sites: readonly BulkSite[];
  /** Places along each direction, layer by layer: the first is layer 1. */
  readonly layers: readonly (readonly number[])[];
  /** Entropies of regions of bulk sites. */
  readonly entropies: RegionEntropies;
}

/** How the modes of a state belong to sites. */
export interface HolographicMappingOptions {
  /** 2 for a state of two systems, of which the second has the modes behind those of the first; default 1. */
  readonly copies?: 1 | 2;
}

/**
 * The exact holographic mapping: modes of a lattice transformed by W to modes of a bulk,
 *
 *     b_{ℓ,j} = Σ_x W_{(ℓ,j),x} c_x,
 *
 * the same for every component of a site. It is unitary, nothing is lost, and the state in the bulk is Gaussian with covariance
 * (W ⊗ 1)Γ(W ⊗ 1)ᵀ.
 *
 * @param state - modes are numbered by site, then component: the spinor components or sublattices of site x are neighbours
 * @param transform - of the sites, by wavelets or any other. Modes with the same label, of all components, are a site
 * @throws {ShapeError} the modes are not a multiple of the sites
 * @throws {ShapeError | DomainError} a malformed state or transform
 *
 * O(n²) for n modes by wavelets, O(n²N) by another transform of N sites. Thousands of modes.
 *
 * @see Qi, arXiv:1309.6282 (2013); Singh & Brennen, arXiv:1606.05068 (2016), for bosons
 */
export function exactHolographicMapping(
  state: GaussianState,
  transform: BulkTransform | WaveletTransform,
  { copies = 1 }: HolographicMappingOptions = {},
): HolographicBulk {
  checkGaussian('exactHolographicMapping', state);
  checkTransform('exactHolographicMapping', transform);
  const components = componentsOf('exactHolographicMapping', state.modes, transform, copies);
  const { statistics, modes, covariance } = state;
  const [left, right] = statistics === 'fermion' ? [copies, 2 * components] : [2 * copies, components];
  const size = 2 * modes;
  const apply = mapOf(transform);
  const columns = apply(covariance.data, left, right * size);
  const data = apply(columns, size * left, right);
  symmetrise(data, size, statistics === 'fermion' ? -1 : 1);
  const bulk: GaussianState = { ...state, covariance: { rows: size, cols: size, data } };
  const sites = sitesOf(transform.labels, components, copies);
  const entropies = entropiesOfGaussian(
    bulk,
    sites.map((site) => site.modes),
  );
  return { state: bulk, sites, layers: layersOf(transform), entropies };
}

/**
 * The matrix of the mapping for all modes of a state, W ⊗ 1 for each copy, shape (n, n): what `transformed` and
 * `circuitOfTransform` take. The circuit is the mapping, a computation that makes the bulk from the boundary.
 *
 * @param modes - n, a multiple of the sites of the transform
 * @throws {ShapeError} the modes are not a multiple of the sites
 */
export function mappingMatrix(
  modes: number,
  transform: BulkTransform,
  { copies = 1 }: HolographicMappingOptions = {},
): RealMatrix {
  const components = componentsOf('mappingMatrix', modes, transform, copies);
  const { rows: n, data: w } = transform.matrix;
  const data = new Float64Array(modes * modes);
  for (let copy = 0; copy < copies; copy++) {
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < n; j++) {
        for (let c = 0; c < components; c++) {
          const [row, column] = [(copy * n + i) * components + c, (copy * n + j) * components + c];
          data[row * modes + column] = w[i * n + j]!;
        }
      }
    }
  }
  return { rows: modes, cols: modes, data };
}

/**
 * How many modes a site has.
 *
 * @throws {ShapeError} the modes are not a multiple of the sites
 */
export function componentsOf(caller: string, modes: number, { labels }: BulkTransform, copies: number): number {
  const components = modes / (labels.length * copies);
  if (!(Number.isInteger(components) && components >= 1)) {
    throw new ShapeError(
      `${caller}: modes that are a multiple of ${copies} × ${labels.length} sites required, got ${modes}`,
    );
  }
  return components;
}

type Apply = (data: Float64Array, before: number, after: number) => Float64Array;

/** The transform along the middle index of a tensor. */
function mapOf(transform: BulkTransform): Apply {
  if ('resolution' in transform) {
    return (data, before, after) => analysed(data, transform.resolution as Multiresolution, before, after);
  }
  const { rows: n } = transform.matrix;
  return (data, before, after) => {
    const out = new Float64Array(data.length);
    for (let b = 0; b < before; b++) {
      const block = data.subarray(b * n * after, (b + 1) * n * after);
      out.set(multiplyReal(transform.matrix, { rows: n, cols: after, data: block }).data, b * n * after);
    }
    return out;
  };
}

/** Sites in the order of copies and of first labels. */
function sitesOf(labels: readonly BulkLabel[], components: number, copies: number): readonly BulkSite[] {
  const sites = new Map<string, BulkLabel & { copy: number; modes: number[] }>();
  for (let copy = 0; copy < copies; copy++) {
    labels.forEach(({ layer, place }, row) => {
      const key = `${copy} ${layer} ${place}`;
      const site = sites.get(key) ?? { layer, place, copy, modes: [] };
      for (let c = 0; c < components; c++) site.modes.push((copy * labels.length + row) * components + c);
      sites.set(key, site);
    });
  }
  return [...sites.values()];
}

/** Places in each layer: of a transform that does not say more, how many. */
function layersOf(transform: BulkTransform): readonly (readonly number[])[] {
  if ('layers' in transform) return (transform as WaveletTransform).layers;
  const depth = Math.max(...transform.labels.map(({ layer }) => layer));
  return Array.from({ length: depth }, (_, k) => [
    new Set(transform.labels.filter(({ layer }) => layer === k + 1).map(({ place }) => place)).size,
  ]);
}

/** Takes rounding out of a symmetric or antisymmetric matrix. */
function symmetrise(data: Float64Array, size: number, sign: 1 | -1): void {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const value = (data[i * size + j]! + sign * data[j * size + i]!) / 2;
      data[i * size + j] = value;
      data[j * size + i] = sign * value + 0;
    }
  }
}
