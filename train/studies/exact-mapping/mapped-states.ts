/** @file Critical, massive and thermal fermions in the bulk of one wavelet. */

import { latticeDirac } from '../../../src/gaussian/fermion-models.ts';
import type { GaussianState } from '../../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../../src/gaussian/ground-state.ts';
import { gaussianThermal } from '../../../src/gaussian/thermal.ts';
import { type DecayFit, decayFit } from '../../../src/geometry/distance-fit.ts';
import {
  exactHolographicMapping,
  type HolographicBulk,
} from '../../../src/systems/renormalisation/exact-holographic-mapping.ts';
import { type LayerPair, layerGeometry, pairOf } from '../../../src/systems/renormalisation/layer-geometry.ts';
import { waveletTransform } from '../../../src/systems/renormalisation/wavelet-transform.ts';
import type { PartStep } from '../../study.ts';
import type { Options } from './options.ts';

/** The wavelet of all pictures. */
export const FILTER = 'd4';
/** Layer of the site from which the maps are drawn. */
export const ORIGIN = 3;
/** Most mutual information of two sites of two modes each. */
export const MOST = 4 * Math.LN2;
/** Correlations below this are near the rounding of the covariance. */
const RESOLVED = 1e-13;

/** A state in the bulk, layer by layer. */
export interface MappedState {
  readonly name: 'critical' | 'massive' | 'thermal';
  readonly entropies: readonly number[];
  readonly upwards: readonly (number | null)[];
  /** Along layer 1. */
  readonly along: readonly LayerPair[];
  readonly decay: DecayFit;
  /** −ln(I/4 ln 2) from a site of layer 3 to all others, by layer and place. */
  readonly map: readonly (readonly (number | null)[])[];
}

export function* mappedStates({ levels, mass, beta }: Options): Generator<PartStep, readonly MappedState[]> {
  const sites = 2 ** levels;
  const massless = latticeDirac(sites, {}, 'antiperiodic');
  yield { message: 'critical', progress: 0 };
  const critical = mapped('critical', gaussianGroundState(massless).state, sites);
  yield { message: 'massive', progress: 0.33 };
  const massive = mapped('massive', gaussianGroundState(latticeDirac(sites, { mass }, 'antiperiodic')).state, sites);
  yield { message: 'thermal', progress: 0.66 };
  return [critical, massive, mapped('thermal', gaussianThermal(massless, beta), sites)];
}

function mapped(name: MappedState['name'], state: GaussianState, sites: number): MappedState {
  const bulk = exactHolographicMapping(state, waveletTransform(sites, FILTER, { boundary: 'antiperiodic' }));
  const layers = layerGeometry(bulk, { origins: 1 });
  const along = layers[0]!.along.filter(({ correlation }) => correlation > RESOLVED);
  const fitted = along.filter(({ distance }) => distance >= 8 && distance <= sites / 8);
  return {
    name,
    entropies: layers.map(({ entropy }) => entropy),
    upwards: layers.map(({ upwards }) => upwards?.information ?? null),
    along,
    decay: decayFit(
      fitted.map(({ distance }) => distance),
      fitted.map(({ information }) => information),
    ),
    map: distanceMap(bulk, 0),
  };
}

/** Distances −ln(I/4 ln 2) from the middle of a layer of the first copy to all sites of a copy; null where I is not resolved. */
export function distanceMap(bulk: HolographicBulk, copy: number): readonly (readonly (number | null)[])[] {
  const places = bulk.layers[ORIGIN - 1]![0]!;
  const origin = bulk.sites.find(
    ({ copy: side, layer, place }) => side === 0 && layer === ORIGIN && place === places / 2,
  )!;
  return bulk.layers.map((_, k) =>
    bulk.sites
      .filter((site) => site.copy === copy && site.layer === k + 1)
      .map((site) => {
        if (site === origin) return null;
        const { information, correlation } = pairOf(bulk, origin, site);
        return correlation > RESOLVED && information > 0 ? -Math.log(information / MOST) : null;
      }),
  );
}
