import { expect, test } from 'vitest';
import { xyChain } from '../../../src/gaussian/fermion-models.ts';
import { gaussianVacuum } from '../../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../../src/gaussian/ground-state.ts';
import { shortenedPath } from '../../../src/geodesic/gaussian/gaussian-search.ts';
import { localCircuitPath } from '../../../src/geodesic/gaussian/local-circuit-path.ts';
import { metricControls } from '../../../src/geodesic/gaussian/majorana-controls.ts';
import { orbitGeodesic } from '../../../src/geodesic/gaussian/orbit-geodesic.ts';
import { orbitCondition, rangeWeights } from '../../../src/geodesic/gaussian/orbit-path.ts';
import { dot } from '../../../src/linalg/real-vector.ts';
import { solution } from '../../../src/optimise/minimise.ts';

const neighbours = { maxSize: 2, maxRange: 1, penalty: Infinity };
const groundState = (sites: number, field = 2) =>
  gaussianGroundState(xyChain(sites, { field }, 'open'), { parity: 'even' }).state;

test.each([
  ['Z', 2],
  ['X', 2],
  ['X', 1],
  ['Z', 0.5],
] as const)(
  'the layers of a local circuit are slices of a path that arrives: strings of %s, field %d',
  (string, field) => {
    const to = groundState(8, field);
    const controls = metricControls({ ...neighbours, sizeWeights: [1, 4] }, 8, { real: true, string });
    const path = localCircuitPath(controls, to, string)!;
    const slices = path.length;
    expect(slices).toBeGreaterThan(3);
    const problem = { ...controls, from: gaussianVacuum('fermion', 8), to, slices };
    const x = Float64Array.from(
      path.flatMap((h) => controls.controls.map(({ cost }, a) => h[a]! * Math.sqrt(cost / slices))),
    );
    const { miss } = orbitCondition(problem).condition(x);
    expect(dot(miss, miss)).toBeLessThan(1e-9);
    const { miss: away } = orbitCondition(problem).condition(x.map((value) => -value));
    expect(dot(away, away)).toBeGreaterThan(0.01);
  },
);

test('there is none in words that the metric does not have', () => {
  const controls = metricControls({ maxSize: 1, penalty: Infinity }, 4);
  expect(localCircuitPath(controls, groundState(4), 'Z')).toBeNull();
});

test('the path along the circuit is made shorter, and still arrives', () => {
  const target = groundState(9);
  const controls = metricControls(neighbours, 9, { real: true });
  const along = localCircuitPath(controls, target, 'Z')!;
  const slices = along.length;
  const path = orbitCondition({ ...controls, from: gaussianVacuum('fermion', 9), to: target, slices });
  const x = Float64Array.from(along.flatMap((h) => [...h].map((one) => one / Math.sqrt(slices))));
  const held = { ...path, weights: rangeWeights(target) };
  const { value, result } = solution(shortenedPath(path, held, x, { slices, maxSteps: 150 }));
  expect(result).toBe('converged');
  expect(value.residual ** 2).toBeLessThan(1e-7);
  expect(value.length).toBeLessThan(0.9 * Math.sqrt(dot(x, x)));
});

test('beyond Newton’s method on exact ends the end is weighted, and the path is much shorter than that along the circuit', () => {
  const target = groundState(13, 10);
  const controls = metricControls(neighbours, 13, { real: true });
  const along = localCircuitPath(controls, target, 'Z')!;
  const before = Math.hypot(...along.flatMap((h) => [...h])) / Math.sqrt(along.length);
  const { value, result } = solution(orbitGeodesic(controls, target, { along, slices: 4 }));
  expect(result).toBe('converged');
  expect(value.isAlong).toBe(false);
  expect(value.residual ** 2).toBeLessThan(1e-8);
  expect(value.length).toBeLessThan(0.8 * before);
  expect(value.length).toBeGreaterThan(value.lowerBound);
});
