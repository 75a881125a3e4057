/** @file Shortest Gaussian paths to open chains of up to 40 sites on metrics of neighbours, and on rings of oscillators. Prints tables. */

import { expect, test } from 'vitest';
import { harmonicFrequencies } from '../../src/gaussian/boson-models.ts';
import { xyChain } from '../../src/gaussian/fermion-models.ts';
import { gaussianGroundState } from '../../src/gaussian/ground-state.ts';
import { quadraticOfPauliSum } from '../../src/gaussian/jordan-wigner.ts';
import { bosonRingGeodesic } from '../../src/geodesic/gaussian/boson-ring-geodesic.ts';
import { localCircuitPath } from '../../src/geodesic/gaussian/local-circuit-path.ts';
import { metricControls } from '../../src/geodesic/gaussian/majorana-controls.ts';
import { orbitGeodesic } from '../../src/geodesic/gaussian/orbit-geodesic.ts';
import { powerMetric } from '../../src/geodesic/gaussian/range-metric.ts';
import { dot } from '../../src/linalg/real-vector.ts';
import { solution } from '../../src/optimise/minimise.ts';

const uniform = (field: number) => (sites: number) => xyChain(sites, { field }, 'open');

/** Couplings and fields between 0.6 and 1.4. */
function disordered(sites: number) {
  const word = (at: number, letters: string): string =>
    'I'.repeat(at) + letters + 'I'.repeat(sites - at - letters.length);
  const terms = Array.from({ length: sites }, (_, j) => [
    { word: word(j, 'Z'), coefficient: -1 - 0.4 * Math.sin(7 * j + 1) },
    ...(j + 1 < sites ? [{ word: word(j, 'XX'), coefficient: -1 + 0.4 * Math.cos(5 * j * j) }] : []),
  ]).flat();
  return quadraticOfPauliSum({ qubits: sites, terms });
}

test.each([
  ['h = 1', 12, uniform(1), 3.7],
  ['h = 1', 20, uniform(1), 7.5],
  ['h = 2', 20, uniform(2), 3.3],
  ['disordered', 20, disordered, 7],
  ['h = 1', 32, uniform(1), 14],
  ['h = 1', 40, uniform(1), 20],
])(
  'Ising chain, %s, %d sites: stationary, far below its local circuit, above its lower bound',
  (name, sites, chain, most) => {
    const target = gaussianGroundState(chain(sites), { parity: 'even' }).state;
    const controls = metricControls({ maxSize: 2, maxRange: 1, penalty: Infinity }, sites, { real: true });
    const along = localCircuitPath(controls, target, 'Z')!;
    const circuit = Math.sqrt(along.reduce((sum, h) => sum + dot(h, h), 0) / along.length);
    const began = process.cpuUsage().user;
    const { value, result } = solution(
      orbitGeodesic(controls, target, { along, slices: 28 - 14 * Number(sites > 12) }),
    );
    const seconds = (process.cpuUsage().user - began) / 1e6;
    const { slices, length, residual, uncertainty, lowerBound, slope, isWeighted } = value;
    const missed = residual ** 2;
    console.table([{ name, sites, slices, length, missed, uncertainty, slope, lowerBound, circuit, seconds }]);
    expect(result).toBe('converged');
    expect(isWeighted).toBe(true);
    expect(missed).toBeLessThan(sites > 20 ? 1e-7 : 1e-8);
    expect(length).toBeLessThan(most);
    expect(length).toBeLessThan(0.6 * circuit);
    expect(length).toBeGreaterThan(lowerBound);
  },
);

test.each([8, 16])(
  'a ring of %d oscillators, mass 0.1 and ω_R = 2: bounded range is met exactly and is longer',
  (sites) => {
    const squeezings = harmonicFrequencies([sites], { mass: 0.1 })
      .slice(0, sites / 2 + 1)
      .map((omega) => Math.log(2 / omega) / 2);
    const rows = [sites / 2, 2, 1].flatMap((range) =>
      [0, 1].map((power) => {
        const search = { starts: 2, slices: range > 2 ? 4 : 16, doubled: false };
        const { value } = solution(bosonRingGeodesic(powerMetric(power, range), squeezings, search));
        const { length, residual, slope, index, lowerBound } = value;
        return { sites, range, power, length, residual, slope, negative: index?.negative, lowerBound };
      }),
    );
    console.table(rows);
    for (const { length, residual, lowerBound, negative } of rows) {
      expect(residual).toBeLessThan(1e-10);
      expect(negative).toBe(0);
      expect(length).toBeGreaterThan(lowerBound * (1 - 1e-12));
    }
  },
);
