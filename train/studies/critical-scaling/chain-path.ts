/** @file The shortest path to the critical open chain in words of neighbours. */

import { xyChain } from '../../../src/gaussian/fermion-models.ts';
import { gaussianGroundState } from '../../../src/gaussian/ground-state.ts';
import type { GaussianSearchOptions } from '../../../src/geodesic/gaussian/gaussian-search.ts';
import { metricControls } from '../../../src/geodesic/gaussian/majorana-controls.ts';
import { orbitGeodesic } from '../../../src/geodesic/gaussian/orbit-geodesic.ts';
import type { PartStep } from '../../study.ts';
import type { ChainPath } from './measured.ts';

/** Words of one and of two neighbouring qubits, of weight 1. */
const NEIGHBOURS = { maxSize: 2, maxRange: 1, penalty: Infinity };

/** Searches for it, among real paths. */
export function* chainPath(sites: number, options: GaussianSearchOptions): Generator<PartStep, ChainPath> {
  const target = gaussianGroundState(xyChain(sites, { field: 1 }, 'open'), { parity: 'even' }).state;
  const controls = metricControls(NEIGHBOURS, sites, { real: true });
  const steps = orbitGeodesic(controls, target, options);
  for (let done = 1; ; done++) {
    const next = steps.next();
    if (next.done) {
      const { length, residual, uncertainty, lowerBound, velocity } = next.value.value;
      const bonds = velocity.map((h) => {
        const strength = new Array<number>(sites - 1).fill(0);
        controls.controls.forEach(({ pairs, cost }, a) => {
          const bond = Math.floor(pairs[0]![0] / 2);
          strength[bond] = Math.hypot(strength[bond]!, Math.sqrt(cost) * h[a]!);
        });
        return strength;
      });
      return { sites, length, missed: residual ** 2, uncertainty, lowerBound, bonds };
    }
    const { phase, length } = next.value;
    yield { message: `${phase}, length ${length.toFixed(4)}`, progress: 1 - 1 / (1 + done / 100) };
  }
}
