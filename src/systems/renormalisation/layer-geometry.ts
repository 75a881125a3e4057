/** @file Which geometry do the correlations of a bulk state suggest: entropies of its layers, upwards, along and across. */

import { DomainError } from '../../errors.ts';
import { gaussianInformation } from '../../gaussian/entropies.ts';
import { indicesOf, restricted } from '../../gaussian/gaussian-state.ts';
import { submatrix } from '../../linalg/real-product.ts';
import type { Nats } from '../../units.ts';
import type { BulkSite, HolographicBulk } from './exact-holographic-mapping.ts';
import { volume } from './wavelet-analysis.ts';

/** What two sites of the bulk have in common. */
export interface BulkPair {
  /** Mutual information, relative to its own size: `gaussianInformation`. */
  readonly information: Nats;
  /** Frobenius norm of their block of the covariance. */
  readonly correlation: number;
}

/** Two sites of a layer at a distance, in places of that layer, on average. */
export interface LayerPair extends BulkPair {
  readonly distance: number;
}

/** The correlations of one layer of one copy. */
export interface LayerGeometry {
  readonly layer: number;
  /** Places along each direction. */
  readonly places: readonly number[];
  /** Entropy of a site, on average over the layer. */
  readonly entropy: Nats;
  /** From a site to the one above it in the next layer, on average; null in the last layer. */
  readonly upwards: BulkPair | null;
  /** Along the last direction. */
  readonly along: readonly LayerPair[];
  /** From a site to the same one of the other copy, on average; null for one copy. */
  readonly across: BulkPair | null;
}

/** Where correlations within a layer are looked at. */
export interface LayerGeometryOptions {
  /** Distances, in places; default all up to half of the layer. */
  readonly distances?: readonly number[];
  /**
   * Averages are over the sites below so many sites of the next layer, at equal steps; default 4. Where the state is the same
   * everywhere, 1 is enough.
   */
  readonly origins?: number;
}

/**
 * The correlations of each layer of a bulk: its entropies, and the mutual information of its sites upwards, along and across, from
 * which distances −ξ ln(I/I₀) are made. In a critical state with K vanishing moments correlations along a layer fall as
 * x^{−2(K+Δ)}, Δ the scaling dimension of the modes on the boundary, ½ for fermions, and I as twice that: an anti-de Sitter
 * space whose radius in units of ξ is 2(K + Δ), and so belongs to the wavelet as much as to the state.
 *
 * @returns layer by layer, of the first copy
 * @throws {DomainError} distances or a number of origins that are not positive integers
 *
 * O(k³) for each pair of sites of k modes.
 *
 * @see Qi, arXiv:1309.6282 (2013); Lee & Qi, arXiv:1503.08592 (2015), for fermions
 */
export function layerGeometry(
  bulk: HolographicBulk,
  { distances, origins = 4 }: LayerGeometryOptions = {},
): readonly LayerGeometry[] {
  for (const wanted of [origins, ...(distances ?? [])]) {
    if (!(Number.isInteger(wanted) && wanted >= 1)) {
      throw new DomainError(`layerGeometry: positive integers as distances and origins required, got ${wanted}`);
    }
  }
  const at = new Map(bulk.sites.map((site) => [`${site.copy} ${site.layer} ${site.place}`, site]));
  const siteAt = (layer: number, place: number, copy = 0): BulkSite => at.get(`${copy} ${layer} ${place}`)!;
  const isDouble = bulk.sites.some(({ copy }) => copy === 1);
  return bulk.layers.map((places, k): LayerGeometry => {
    const layer = k + 1;
    const next = bulk.layers[layer];
    const row = places.at(-1)!;
    const chosen = originsOf(places, next, origins).map((place) => siteAt(layer, place));
    const within = (distances ?? Array.from({ length: Math.floor(row / 2) }, (_, x) => x + 1)).filter(
      (distance) => distance <= row / 2,
    );
    return {
      layer,
      places,
      entropy: mean(chosen.map(({ modes }) => bulk.entropies.entropy([siteIndex(bulk, modes)]))),
      upwards:
        next === undefined
          ? null
          : meanPair(chosen.map((site) => pairOf(bulk, site, siteAt(layer + 1, placeAbove(site.place, places, next))))),
      along: within.map((distance) => ({
        distance,
        ...meanPair(chosen.map((site) => pairOf(bulk, site, siteAt(layer, placeAlong(site.place, distance, row))))),
      })),
      across: isDouble ? meanPair(chosen.map((site) => pairOf(bulk, site, siteAt(layer, site.place, 1)))) : null,
    };
  });
}

/**
 * What two sites of a bulk have in common.
 *
 * @throws {DomainError} sites with common modes, or that are not of this bulk
 */
export function pairOf({ state }: HolographicBulk, a: BulkSite, b: BulkSite): BulkPair {
  const pair = restricted(state, [...a.modes, ...b.modes]);
  const [left, right] = [a.modes.map((_, k) => k), b.modes.map((_, k) => a.modes.length + k)];
  const rows = (modes: readonly number[]) => indicesOf(pair.statistics, pair.modes, modes);
  const { data } = submatrix(pair.covariance, rows(left), rows(right));
  return {
    information: gaussianInformation(pair, left, right),
    correlation: Math.sqrt(data.reduce((sum, x) => sum + x * x, 0)),
  };
}

/** The places below some of those of the next layer. */
function originsOf(places: readonly number[], next: readonly number[] | undefined, count: number): readonly number[] {
  const all = [...Array(volume(places)).keys()];
  if (next === undefined) return all.slice(0, count);
  const above = volume(next);
  const step = Math.max(1, Math.floor(above / count));
  return all.filter((place) => {
    const parent = placeAbove(place, places, next);
    return parent % step === 0 && parent < step * count;
  });
}

/** The place of the next layer above a place, direction by direction; what is left is above itself. */
function placeAbove(place: number, places: readonly number[], next: readonly number[]): number {
  let [rest, stride, above] = [place, 1, 0];
  for (let axis = places.length - 1; axis >= 0; axis--) {
    const [n, m] = [places[axis]!, next[axis]!];
    above += stride * Math.floor(((rest % n) * m) / n);
    rest = Math.floor(rest / n);
    stride *= m;
  }
  return above;
}

/** The place so far along the last direction, around the ring. */
const placeAlong = (place: number, distance: number, row: number): number =>
  place - (place % row) + ((place + distance) % row);

const siteIndex = ({ sites }: HolographicBulk, modes: readonly number[]): number =>
  sites.findIndex((site) => site.modes === modes);

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;

const meanPair = (pairs: readonly BulkPair[]): BulkPair => ({
  information: mean(pairs.map(({ information }) => information)),
  correlation: mean(pairs.map(({ correlation }) => correlation)),
});
