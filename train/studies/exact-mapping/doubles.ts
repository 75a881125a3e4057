/** @file Thermofield doubles: where the two sides are joined, by temperature. */

import { gaussianEntropy } from '../../../src/gaussian/entropies.ts';
import { latticeDirac } from '../../../src/gaussian/fermion-models.ts';
import { gaussianThermal, gaussianThermofieldDouble } from '../../../src/gaussian/thermal.ts';
import { regionInformation } from '../../../src/state/mutual-information.ts';
import { exactHolographicMapping } from '../../../src/systems/renormalisation/exact-holographic-mapping.ts';
import { layerGeometry } from '../../../src/systems/renormalisation/layer-geometry.ts';
import { waveletTransform } from '../../../src/systems/renormalisation/wavelet-transform.ts';
import type { PartStep } from '../../study.ts';
import { distanceMap, FILTER, MOST } from './mapped-states.ts';
import type { Options } from './options.ts';

/** Both sides of a double. */
export interface Double {
  readonly beta: number;
  /** I of a site with the same site of the other side over its greatest value, by layer. */
  readonly across: readonly number[];
  readonly upwards: readonly (number | null)[];
  /** The layer, between layers by interpolation, at which it is half of that. */
  readonly horizon: number;
}

export interface Doubles {
  /** Of each side. */
  readonly sites: number;
  readonly doubles: readonly Double[];
  /** I(left : right) of all bulk sites, and twice the thermal entropy, of the first double. */
  readonly joint: number;
  readonly thermal: number;
  /** −ln(I/4 ln 2) from a site on the left to all on the right, of the first double. */
  readonly map: readonly (readonly (number | null)[])[];
}

export function* doubles({ levels }: Options): Generator<PartStep, Doubles> {
  const sites = 2 ** Math.max(7, levels - 2);
  const hamiltonian = latticeDirac(sites, {}, 'antiperiodic');
  const transform = waveletTransform(sites, FILTER, { boundary: 'antiperiodic' });
  const betas = [sites / 32, sites / 16, sites / 8];
  const found: Double[] = [];
  let first: Pick<Doubles, 'joint' | 'thermal' | 'map'> = { joint: 0, thermal: 0, map: [] };
  for (const beta of betas) {
    yield { message: `β = ${beta}`, progress: found.length / betas.length };
    const bulk = exactHolographicMapping(gaussianThermofieldDouble(hamiltonian, beta), transform, { copies: 2 });
    const layers = layerGeometry(bulk, { distances: [1], origins: 1 });
    const across = layers.map((layer) => layer.across!.information / MOST);
    found.push({
      beta,
      across,
      upwards: layers.map(({ upwards }) => upwards?.information ?? null),
      horizon: halfWay(across),
    });
    if (beta !== betas[0]) continue;
    const left = Array.from({ length: bulk.sites.length / 2 }, (_, site) => site);
    const right = left.map((site) => site + left.length);
    first = {
      joint: regionInformation(bulk.entropies, left, right),
      thermal: 2 * gaussianEntropy(gaussianThermal(hamiltonian, beta)),
      map: distanceMap(bulk, 1),
    };
  }
  return { sites, doubles: found, ...first };
}

/** Where a list that rises passes ½, counted from 1. */
function halfWay(values: readonly number[]): number {
  const k = values.findIndex((value) => value > 0.5);
  if (k <= 0) return k === 0 ? 1 : Number.NaN;
  return k + (0.5 - values[k - 1]!) / (values[k]! - values[k - 1]!);
}
