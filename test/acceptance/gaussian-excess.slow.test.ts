/** @file What Gaussian paths to critical Ising chains cost beyond all paths in the words of one and two neighbouring qubits. Prints a table. */

import { expect, test } from 'vitest';
import { xyChain } from '../../src/gaussian/fermion-models.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import { fermionState, fermionStateRules } from '../../src/generative/fermion-rules.ts';
import { metricControls } from '../../src/geodesic/gaussian/majorana-controls.ts';
import { orbitGeodesic } from '../../src/geodesic/gaussian/orbit-geodesic.ts';
import { stateGeodesic } from '../../src/geodesic/state/state-geodesic.ts';
import { reflection } from '../../src/geodesic/state/state-symmetry.ts';
import { solution } from '../../src/optimise/minimise.ts';

const metric = { maxSize: 2, maxRange: 1, penalty: Infinity };

test.each([4, 5, 6, 7, 8])(
  'critical Ising, %d sites: Gaussian paths are no longer than the shortest found of all, in as many slices',
  (sites) => {
    const { state } = gaussianGroundState(xyChain(sites, {}, 'open'), { parity: 'even' });
    const began = process.cpuUsage().user;
    const controls = metricControls(metric, sites, { real: true });
    const gaussian = solution(orbitGeodesic(controls, state, { slices: 12, starts: 1, doubled: false })).value;
    const { amplitudes } = fermionStateRules.pure!(fermionState('ising', state))!;
    const symmetries = [reflection(sites), { quarterTurns: new Array<number>(sites).fill(2) }];
    const all = solution(stateGeodesic(metric, amplitudes, { symmetries, slices: 12, starts: 2, polished: 0 })).value;
    const seconds = (process.cpuUsage().user - began) / 1e6;
    console.table([
      {
        sites,
        gaussian: gaussian.length,
        gaussianMiss: gaussian.residual ** 2,
        all: all.complexity,
        infidelity: all.infidelity,
        seconds,
      },
    ]);
    expect(gaussian.residual ** 2).toBeLessThan(1e-7);
    expect(all.infidelity).toBeLessThan(1e-8);
    expect(gaussian.length).toBeLessThan(1.005 * all.complexity);
  },
);
