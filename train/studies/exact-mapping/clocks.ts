/** @file How fast the sites of each layer forget, in imaginary time. */

import { latticeDirac } from '../../../src/gaussian/fermion-models.ts';
import { layerClocks } from '../../../src/systems/renormalisation/layer-clocks.ts';
import { waveletTransform } from '../../../src/systems/renormalisation/wavelet-transform.ts';
import { FILTER } from './mapped-states.ts';
import type { Options } from './options.ts';

/** The time after which a site's correlation with itself is 1/e, by layer. */
export interface Clocks {
  readonly name: 'critical' | 'massive';
  readonly times: readonly (number | null)[];
}

/** Times tried for each doubling. */
const FINE = 16;

export function clocks({ levels, mass }: Options): readonly Clocks[] {
  const sites = 2 ** (levels - 2);
  const transform = waveletTransform(sites, FILTER, { boundary: 'antiperiodic' });
  const times = Array.from({ length: FINE * (levels + 2) }, (_, k) => 2 ** (k / FINE - 3));
  return (
    [
      ['critical', 0],
      ['massive', mass],
    ] as const
  ).map(([name, m]) => {
    const layers = layerClocks(latticeDirac(sites, { mass: m }, 'antiperiodic'), transform, times);
    return { name, times: layers.map(({ correlations }) => decayTime(times, correlations)) };
  });
}

/** Where ln G passes −1, between two of the times. */
function decayTime(times: readonly number[], correlations: readonly number[]): number | null {
  const k = correlations.findIndex((value) => value < 1 / Math.E);
  if (k <= 0) return null;
  const [before, after] = [Math.log(correlations[k - 1]!) + 1, Math.log(correlations[k]!) + 1];
  return times[k - 1]! + (before / (before - after)) * (times[k]! - times[k - 1]!);
}
