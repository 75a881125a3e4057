import { describe, expect, test } from 'vitest';
import { xyChain } from '../../../src/gaussian/fermion-models.ts';
import { gaussianComplexity } from '../../../src/gaussian/gaussian-complexity.ts';
import { gaussianVacuum } from '../../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../../src/gaussian/ground-state.ts';
import { ringSpeed, vectorsOfAngles, xyPairAngles } from '../../../src/gaussian/pair-space.ts';
import { straightPath } from '../../../src/gaussian/straight-path.ts';
import { pairControls } from '../../../src/geodesic/gaussian/pair-controls.ts';
import { pairCondition } from '../../../src/geodesic/gaussian/pair-path.ts';
import { powerMetric, rangeWeight } from '../../../src/geodesic/gaussian/range-metric.ts';
import { ringGeodesic } from '../../../src/geodesic/gaussian/ring-geodesic.ts';
import { stationaryPath } from '../../../src/geodesic/gaussian/stationary-path.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { dot, plus } from '../../../src/linalg/real-vector.ts';
import { solution } from '../../../src/optimise/minimise.ts';
import { fidelity } from '../../../src/state/fidelity.ts';
import { evolvedByWords, groundStateOf, ringWords } from '../../helpers/ring-words.ts';

const critical = (sites: number): Float64Array => vectorsOfAngles(xyPairAngles(sites));

describe('slices of pseudo-spins', () => {
  const target = critical(8);
  const controls = pairControls(8, powerMetric(1, 4));
  const path = pairCondition({ controls, target, slices: 3 });
  const stream = randomStream(1, 'slices');
  const x = Float64Array.from({ length: 3 * controls.length }, () => stream.normal());

  test('have the derivatives that differences show, in both modes', () => {
    const direction = x.map(() => stream.normal());
    const cotangent = target.map(() => stream.normal());
    const { pushforward, pullback } = path.condition(x);
    const along = (t: number): number => dot(cotangent, path.condition(plus(x, t, direction)).miss);
    const exact = dot(cotangent, pushforward(direction));
    expect((along(1e-5) - along(-1e-5)) / 2e-5).toBeCloseTo(exact, 8);
    expect(dot(direction, pullback(cotangent))).toBeCloseTo(exact, 13);
  });

  test('turn by small angles as by large ones', () => {
    const small = x.map((value) => 3e-3 * value);
    const still = path.condition(small);
    const direction = x.map(() => stream.normal());
    const at = (t: number): Float64Array => path.condition(plus(small, t, direction)).miss;
    const slope = plus(at(1e-4), -1, at(-1e-4)).map((value) => value / 2e-4);
    expect(Math.max(...plus(still.pushforward(direction), -1, slope).map(Math.abs))).toBeLessThan(1e-7);
  });

  test('leave a path the long way round, which is a saddle', () => {
    const one = vectorsOfAngles([1]);
    const turns = pairControls(2, { weights: [Infinity, 1] }); // B and D alone
    const arc = pairCondition({ controls: turns, target: one, slices: 8 });
    const way = (angle: number): Float64Array =>
      Float64Array.from({ length: 16 }, (_, i) => (i % 2 === 1 ? (angle / 8) * Math.sqrt(turns[1]!.cost / 8) : 0));
    const steps = stationaryPath(arc, way(1 - 2 * Math.PI));
    const first = steps.next().value;
    expect(first.slope).toBeLessThan(1e-12);
    expect(first.index).toMatchObject({ negative: 1, zero: 0 });
    const last = solution(steps as Generator<unknown, typeof first>);
    expect(last.index).toMatchObject({ negative: 0, zero: 0 });
    expect(dot(last.x, last.x)).toBeCloseTo(1 / 8, 10); // θ²/8
  });
});

describe('the shortest Gaussian path on a ring', () => {
  test('is the straight path where all ranges are allowed, for weights 1, r and r²', () => {
    for (const [power, field] of [
      [0, 1],
      [1, 2],
      [2, 1],
    ] as const) {
      const angles = xyPairAngles(8, { field });
      const search = ringGeodesic(powerMetric(power, 4), vectorsOfAngles(angles), { starts: 1 });
      const { value, result } = solution(search);
      const straight = straightPath(8, angles, (r) => r ** power);
      expect(result).toBe('converged');
      expect(value.length / straight.length).toBeCloseTo(1, 11);
      expect(value.polished!.length / straight.length).toBeCloseTo(1, 11);
      expect(value.index).toMatchObject({ negative: 0 });
      for (const { D } of value.generators) {
        expect(Math.max(...straight.rates.map((rate, r) => Math.abs(rate - D[r]!)))).toBeLessThan(1e-9);
      }
    }
  });

  test('is not shorter than the bound, which for equal weights is the length without translations, too', () => {
    const { state } = gaussianGroundState(xyChain(8, {}, 'antiperiodic'), { parity: 'even' });
    const { modes, normalModes } = gaussianComplexity(gaussianVacuum('fermion', 8), state);
    const { value } = solution(ringGeodesic(powerMetric(0, 4), critical(8), { starts: 1, doubled: false }));
    expect(value.lowerBound).toBeCloseTo(normalModes.f2, 12);
    expect(value.length).toBeCloseTo(normalModes.f2, 12);
    expect(value.length).toBeCloseTo(modes.f2, 12);
  });

  test('in words of neighbours reaches the ground state of 2⁶ amplitudes, at the cost of its words', () => {
    const metric = powerMetric(0, 1);
    const { value, result } = solution(ringGeodesic(metric, critical(6), { starts: 2, slices: 16 }));
    expect(result).toBe('converged');
    const perSlice = value.generators.map((generator) => ringWords(6, scaled(generator, 1 / value.slices)));
    const ground = groundStateOf(ringWords(6, { g: -1, A: [-0.5], B: [-0.5], D: [] }));
    expect(1 - fidelity(evolvedByWords(6, perSlice), ground)).toBeLessThan(1e-11);
    const squares = value.generators.map((generator) => ringSpeed(6, generator, (r) => rangeWeight(metric, r)) ** 2);
    const energy = squares.reduce((sum, square) => sum + square, 0) / value.slices;
    expect(Math.sqrt(energy)).toBeCloseTo(value.length, 12);
    expect(value.polished!.residual).toBeLessThan(1e-10);
    expect(value.extrapolated! / value.polished!.length).toBeCloseTo(1, 4);
    expect(value.polished!.length).toBeLessThan(value.length);
    expect(value.index).toMatchObject({ negative: 0, zero: 0 });
  });

  test('is refused to what is no target', () => {
    const metric = powerMetric(0, 1);
    expect(() => ringGeodesic(metric, new Float64Array(4)).next()).toThrow('three components of each pseudo-spin');
    expect(() => ringGeodesic(metric, new Float64Array(6)).next()).toThrow('pseudo-spins of length 1 required, got 0');
    expect(() => ringGeodesic({ weights: [1, 0] }, critical(4)).next()).toThrow('weights > 0 required, got 0');
    expect(() => ringGeodesic(metric, critical(4), { starts: 0 }).next()).toThrow('starts ≥ 1 required, got 0');
  });
});

const scaled = (
  {
    g,
    A,
    B,
    D,
  }: {
    readonly g: number;
    readonly A: ArrayLike<number>;
    readonly B: ArrayLike<number>;
    readonly D: ArrayLike<number>;
  },
  factor: number,
) => {
  const times = (list: ArrayLike<number>): number[] => Array.from(list, (value) => factor * value);
  return { g: factor * g, A: times(A), B: times(B), D: times(D) };
};
