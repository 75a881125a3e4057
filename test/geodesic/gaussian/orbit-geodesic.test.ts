import { describe, expect, test } from 'vitest';
import { penaltyWeight } from '../../../src/complexity/penalty-metric.ts';
import { xyChain } from '../../../src/gaussian/fermion-models.ts';
import { gaussianVacuum } from '../../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../../src/gaussian/ground-state.ts';
import { pairWord } from '../../../src/gaussian/jordan-wigner.ts';
import { vectorsOfAngles, xyPairAngles } from '../../../src/gaussian/pair-space.ts';
import { gaussianThermal } from '../../../src/gaussian/thermal.ts';
import { fermionState, fermionStateRules } from '../../../src/generative/fermion-rules.ts';
import { cellControls, metricControls } from '../../../src/geodesic/gaussian/majorana-controls.ts';
import { orbitGeodesic } from '../../../src/geodesic/gaussian/orbit-geodesic.ts';
import { orbitCondition } from '../../../src/geodesic/gaussian/orbit-path.ts';
import { powerMetric } from '../../../src/geodesic/gaussian/range-metric.ts';
import { ringGeodesic } from '../../../src/geodesic/gaussian/ring-geodesic.ts';
import { stateGeodesic } from '../../../src/geodesic/state/state-geodesic.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { dot, plus } from '../../../src/linalg/real-vector.ts';
import { chain, ring } from '../../../src/operator/lattice.ts';
import { solution } from '../../../src/optimise/minimise.ts';
import { fidelity } from '../../../src/state/fidelity.ts';
import { evolvedByWords } from '../../helpers/ring-words.ts';

const groundState = (sites: number, boundary: 'open' | 'antiperiodic') =>
  gaussianGroundState(xyChain(sites, {}, boundary), { parity: 'even' }).state;
const neighbours = powerMetric(0, 1);

describe('slices of covariances', () => {
  const controls = cellControls(4, powerMetric(1, 3), { cell: 4, boundary: 'open' });
  const path = orbitCondition({
    ...controls,
    from: gaussianVacuum('fermion', 4),
    to: groundState(4, 'open'),
    slices: 2,
  });
  const stream = randomStream(2, 'slices');
  const x = Float64Array.from({ length: 2 * controls.controls.length }, () => 1.5 * stream.normal());

  test('have the derivatives that differences show, in both modes', () => {
    const { miss, pushforward, pullback } = path.condition(x);
    const direction = x.map(() => stream.normal());
    const cotangent = miss.map(() => stream.normal());
    const along = (t: number): number => dot(cotangent, path.condition(plus(x, t, direction)).miss);
    const exact = dot(cotangent, pushforward(direction));
    expect((along(1e-5) - along(-1e-5)) / 2e-5).toBeCloseTo(exact, 8);
    expect(dot(direction, pullback(cotangent))).toBeCloseTo(exact, 12);
  });

  test('have orthonormal coordinates of the directions in which the end moves', () => {
    const coordinates = Float64Array.from({ length: path.size }, () => stream.normal());
    const vector = path.vectorOf(coordinates);
    expect(dot(vector, vector)).toBeCloseTo(dot(coordinates, coordinates), 12);
    expect(Math.max(...plus(path.coordinatesOf(vector), -1, coordinates).map(Math.abs))).toBeLessThan(1e-14);
  });
});

describe('the shortest Gaussian path', () => {
  test('that translations keep is that of pseudo-spins; cells of two sites make it shorter', () => {
    const target = groundState(4, 'antiperiodic');
    const vectors = vectorsOfAngles(xyPairAngles(4));
    const search = { starts: 1, slices: 8, doubled: false };
    const lengthOf = (cell: number): number =>
      solution(orbitGeodesic(cellControls(4, neighbours, { cell, boundary: 'ring' }), target, search)).value.length;
    const spins = solution(ringGeodesic(neighbours, vectors, { ...search, starts: 2 })).value.length;
    expect(lengthOf(1) / spins).toBeCloseTo(1, 10);
    expect(lengthOf(2)).toBeLessThan(0.99 * spins);
    const everywhere = cellControls(4, powerMetric(0, 2), { cell: 1, boundary: 'ring' });
    const { value } = solution(orbitGeodesic(everywhere, target, { ...search, slices: 3 }));
    expect(value.length).toBeCloseTo(Math.PI * Math.sqrt(15 / (192 * 4)), 11);
    expect(value.length).toBeCloseTo(value.lowerBound, 11);
  });

  test('on a chain of neighbours is the geodesic of all words of two sites, at the cost of its words', () => {
    const target = groundState(4, 'open');
    const { amplitudes } = fermionStateRules.pure!(fermionState('ising', target))!;
    const controls = cellControls(4, neighbours, { cell: 4, boundary: 'open', real: true });
    const { value, result } = solution(orbitGeodesic(controls, target, { starts: 1, slices: 8 }));
    const { slices, velocity } = value;
    expect(result).toBe('converged');
    const sums = velocity.map((h) => ({
      qubits: 4,
      terms: controls.controls.map(({ pairs: [[a, b]] }, i) => {
        const { word, sign } = pairWord(a, b, 4);
        return { word, coefficient: (sign * h[i]!) / slices };
      }),
    }));
    expect(1 - fidelity(evolvedByWords(4, sums), amplitudes)).toBeLessThan(1e-12);
    const energy = velocity.reduce((sum, h) => sum + dot(h, h), 0) / slices;
    expect(Math.sqrt(energy)).toBeCloseTo(value.length, 12);
    const metric = { maxSize: 2, maxRange: 1, penalty: Infinity };
    const { geodesic } = solution(stateGeodesic(metric, amplitudes, { starts: 1, slices: 8 })).value;
    expect(geodesic!.residual).toBeLessThan(1e-9);
    expect(value.extrapolated! / geodesic!.length).toBeCloseTo(1, 4);
    expect(value.length).toBeGreaterThan(geodesic!.length);
  });

  test('in the words of a ring with penalties reaches its state of 2⁴ amplitudes, at their weights', () => {
    const target = groundState(4, 'antiperiodic');
    const { amplitudes } = fermionStateRules.pure!(fermionState('ising', target))!;
    const metric = { maxSize: 2, maxRange: 1, penalty: 10, lattice: ring(4) };
    const { controls, modes } = metricControls(metric, 4);
    const search = { starts: 1, slices: 3, doubled: false };
    const { slices, velocity, length } = solution(orbitGeodesic({ controls, modes }, target, search)).value;
    const terms = velocity.map((h) =>
      controls.flatMap(({ words }, a) => words.map((one) => ({ ...one, coefficient: one.coefficient * h[a]! }))),
    );
    const sums = terms.map((all) => ({
      qubits: 4,
      terms: all.map(({ word, coefficient }) => ({ word, coefficient: coefficient / slices })),
    }));
    expect(1 - fidelity(evolvedByWords(4, sums), amplitudes)).toBeLessThan(1e-12);
    const energy = terms
      .flat()
      .reduce((sum, { word, coefficient }) => sum + penaltyWeight(metric, word) * coefficient ** 2, 0);
    expect(Math.sqrt(energy / slices)).toBeCloseTo(length, 12);
  });

  test('is refused to what has none', () => {
    const controls = cellControls(4, neighbours, { cell: 4, boundary: 'open' });
    const odd = gaussianGroundState(xyChain(4, {}, 'open'), { parity: 'odd' }).state;
    expect(() => orbitGeodesic(controls, odd).next()).toThrow('states of the same parity required');
    expect(() => orbitGeodesic(controls, gaussianThermal(xyChain(4), 1)).next()).toThrow(
      'pure states required, got a mixed one',
    );
    expect(() => orbitGeodesic(controls, groundState(6, 'open')).next()).toThrow('as many modes required, got 4 and 6');
    expect(() => cellControls(6, neighbours, { cell: 4, boundary: 'ring' })).toThrow(
      'a cell that divides a ring of 6 sites',
    );
    expect(() => cellControls(6, neighbours, { cell: 2, boundary: 'open' })).toThrow(
      'or an open chain, required, got 2',
    );
  });
});

describe('words of two Majorana operators', () => {
  test('are as many as a metric allows, at its weights', () => {
    const onChain = metricControls({ maxSize: 2, maxRange: 1, penalty: Infinity }, 6);
    expect(onChain.controls.map(({ cost }) => cost)).toEqual(new Array(6 + 4 * 5).fill(1));
    const real = metricControls({ maxSize: 2, maxRange: 1, penalty: Infinity }, 6, { real: true });
    expect(real.controls.length).toBe(2 * 5);
    const sizes = metricControls({ maxSize: 3, sizeWeights: [1, 2, 5], penalty: Infinity, lattice: chain(6) }, 6);
    expect(sizes.controls.filter(({ cost }) => cost === 5).length).toBe(4 * 4 + 2 * 4); // Y…YZ is XZZZX times the parity
  });

  test('with penalties, are shared with their product with the parity', () => {
    const { controls } = metricControls({ maxSize: 2, maxRange: 1, penalty: 10 }, 4);
    expect(controls.length).toBe(4 * 7);
    expect(controls.find(({ pairs: [[a, b]] }) => a === 0 && b === 1)!.cost).toBeCloseTo(1 / (1 + 1 / 10), 14);
    expect(controls.find(({ pairs: [[a, b]] }) => a === 0 && b === 4)!.cost).toBeCloseTo(5, 14);
  });

  test('have the weights that a metric gives words by name and by letters', () => {
    const byName = metricControls({ words: { XX: 2, ZI: 3 }, penalty: Infinity }, 2);
    const costs = ({ controls }: typeof byName) => controls.map(({ pairs: [[a, b]], cost }) => [a, b, cost]);
    // ZI is IZ, and XX is −YY, where ZZ = 1
    expect(costs(byName)).toEqual([
      [0, 1, 3],
      [0, 3, 2],
      [1, 2, 2],
      [2, 3, 3],
    ]);
    const byLetters = metricControls({ letters: { Z: 3, XY: 5 }, maxRange: 1, penalty: Infinity }, 3);
    expect(costs(byLetters)).toEqual([
      [0, 1, 3],
      [0, 2, 5],
      [1, 3, 5],
      [2, 3, 3],
      [2, 4, 5],
      [3, 5, 5],
      [4, 5, 3],
    ]);
    const free = { maxSize: 2, sizeWeights: [0, 1], penalty: Infinity };
    expect(() => metricControls(free, 3)).toThrow('sizeWeights above 0 required, got 0');
  });

  test('close a ring in the even sector', () => {
    const { controls } = metricControls({ maxSize: 2, maxRange: 1, penalty: Infinity, lattice: ring(6) }, 6);
    expect(controls.length).toBe(6 + 4 * 6);
    const tied = cellControls(6, neighbours, { cell: 6, boundary: 'ring' });
    const pairsOf = (all: typeof tied) => all.controls.map(({ pairs: [[a, b]] }) => `${a} ${b}`).sort();
    expect(pairsOf(tied)).toEqual(pairsOf({ modes: 6, controls }));
    const half = cellControls(6, powerMetric(0, 3), { cell: 1, boundary: 'ring' });
    const allPairs = half.controls.flatMap(({ pairs }) => pairs.map(([a, b]) => `${a} ${b}`));
    expect(new Set(allPairs).size).toBe(allPairs.length);
  });
});
