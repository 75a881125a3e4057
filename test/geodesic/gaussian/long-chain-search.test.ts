import { describe, expect, test } from 'vitest';
import { xyChain } from '../../../src/gaussian/fermion-models.ts';
import { gaussianComplexity } from '../../../src/gaussian/gaussian-complexity.ts';
import { gaussianVacuum } from '../../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../../src/gaussian/ground-state.ts';
import { quadraticOfPauliSum } from '../../../src/gaussian/jordan-wigner.ts';
import { fermionState, fermionStateRules } from '../../../src/generative/fermion-rules.ts';
import { longChainProblem, longChainSearch } from '../../../src/geodesic/gaussian/long-chain-search.ts';
import { type MajoranaControls, metricControls } from '../../../src/geodesic/gaussian/majorana-controls.ts';
import { orbitGeodesic } from '../../../src/geodesic/gaussian/orbit-geodesic.ts';
import { type OrbitProblem, orbitCondition } from '../../../src/geodesic/gaussian/orbit-path.ts';
import { reflectedControls } from '../../../src/geodesic/gaussian/reflected-controls.ts';
import { lossDerivatives } from '../../../src/geodesic/gaussian/two-sided-derivatives.ts';
import { endOf, missOf, squareOf, twoSidedProblem } from '../../../src/geodesic/gaussian/two-sided-path.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { dot, length, plus, times } from '../../../src/linalg/real-vector.ts';
import { solution } from '../../../src/optimise/minimise.ts';
import { free, pathLagrangian } from '../../../src/path/constrained-path.ts';
import { fidelity } from '../../../src/state/fidelity.ts';
import { evolvedByWords } from '../../helpers/ring-words.ts';

const neighbours = { maxSize: 2, maxRange: 1, penalty: Infinity };
const everywhere = { sizeWeights: new Array(6).fill(1), penalty: Infinity };
const groundState = (sites: number, field = 1, anisotropy = 1) =>
  gaussianGroundState(xyChain(sites, { field, anisotropy }, 'open'), { parity: 'even' }).state;
const disordered = (sites: number) => {
  const letters = (at: number, word: string): string => 'I'.repeat(at) + word + 'I'.repeat(sites - at - word.length);
  const terms = Array.from({ length: sites }, (_, j) => [
    { word: letters(j, 'Z'), coefficient: -1.3 - 0.2 * Math.sin(j + 1) },
    ...(j + 1 < sites ? [{ word: letters(j, 'XX'), coefficient: -1 + 0.3 * Math.cos(2 * j) }] : []),
  ]).flat();
  return gaussianGroundState(quadraticOfPauliSum({ qubits: sites, terms }), { parity: 'even' }).state;
};

const between = (controls: MajoranaControls, to: OrbitProblem['to'], slices: number): OrbitProblem => ({
  ...controls,
  from: gaussianVacuum('fermion', controls.modes),
  to,
  slices,
});

const shortest = (problem: OrbitProblem) => {
  const pathOf = (slices: number) => orbitCondition({ ...problem, slices });
  return solution(longChainSearch(longChainProblem(problem)!, pathOf, {}));
};

describe('the end of a path on orthogonal matrices', () => {
  const target = groundState(5);
  const [real, all] = [metricControls(neighbours, 5, { real: true }), metricControls(neighbours, 5)];
  const tied = (controls: MajoranaControls) => reflectedControls(controls, [target])!;
  const cases: readonly (readonly [string, MajoranaControls, number, number])[] = [
    ['real words', real, 5, 8],
    ['all words', all, 10, 21],
    ['real words, reflected', tied(real), 5, 4],
    ['all words, reflected', tied(all), 10, 11],
  ];

  test.each(cases)(
    'has the loss of covariances with its first and second derivatives: %s',
    (_, controls, size, count) => {
      const problem = between(controls, target, 3);
      const two = twoSidedProblem(problem);
      expect([two.size, two.controls]).toEqual([size, count]);
      const stream = randomStream(3, 'path');
      const x = Float64Array.from({ length: 3 * count }, () => 0.08 * stream.normal());
      const path = orbitCondition(problem);
      const loss = pathLagrangian(path, free(path, 7));
      const square = squareOf(two, missOf(two, endOf(two, x)));
      expect(dot(x, x) / 2 + 7 * square).toBeCloseTo(loss(x).value, 12);
      const { gradient, hessian, overshoot } = lossDerivatives(two, x, 7);
      expect(length(plus(gradient, -1, loss(x).gradient!)) / length(gradient)).toBeLessThan(1e-9);
      const direction = x.map(() => stream.normal());
      const differences = times(
        5e3,
        plus(loss(plus(x, 1e-4, direction)).gradient!, -1, loss(plus(x, -1e-4, direction)).gradient!),
      );
      const n = x.length;
      const image = x.map((_value, i) => dot(hessian.data.subarray(i * n, (i + 1) * n), direction));
      // Turns of a slice are taken at its middle where they meet the miss.
      expect(length(plus(image, -1, differences)) / length(differences)).toBeLessThan(0.05);
      const over = (step: number): number =>
        length(overshoot(times(step, direction), endOf(two, plus(x, step, direction))));
      expect(over(0.001) / over(0.0005)).toBeCloseTo(4, 1);
    },
  );

  test('has a Hessian whose error falls as the square of the turn of a slice', () => {
    const errorAt = (share: number): number => {
      const two = twoSidedProblem(between(real, target, 2));
      const x = Float64Array.from({ length: 16 }, (_, i) => share * Math.sin(i + 1));
      const direction = x.map((_value, i) => Math.cos(3 * i));
      const slope = (t: number) => lossDerivatives(two, plus(x, t, direction), 7).gradient;
      const differences = times(5e3, plus(slope(1e-4), -1, slope(-1e-4)));
      const { hessian } = lossDerivatives(two, x, 7);
      const image = x.map((_value, i) => dot(hessian.data.subarray(i * 16, (i + 1) * 16), direction));
      return length(plus(image, -1, differences));
    };
    expect(Math.log2(errorAt(0.4) / errorAt(0.2))).toBeGreaterThan(1.5);
  });
});

describe('a reflection ties controls', () => {
  test('in pairs, where state and weights have it', () => {
    const target = groundState(6, 0.7, 0.4);
    const { controls, origin } = reflectedControls(metricControls(neighbours, 6), [target])!;
    expect(controls.length).toBe(3 + 4 * 2 + 3); // Z_j; bonds but the middle one; XX, YY and one of XY, YX there
    expect(controls.reduce((sum, { cost }) => sum + cost, 0)).toBe(26);
    expect(origin.length).toBe(26);
  });

  test('and else does not', () => {
    const controls = metricControls(neighbours, 6);
    expect(reflectedControls(controls, [disordered(6)])).toBeNull();
    const uneven = controls.controls.map((one, i) => (i === 0 ? { ...one, cost: 2 } : one));
    expect(reflectedControls({ modes: 6, controls: uneven }, [groundState(6)])).toBeNull();
  });
});

describe('rising weights on the end', () => {
  test('lead to the closed form where all pairs cost the same', () => {
    const target = groundState(6);
    const problem = between(metricControls(everywhere, 6, { real: true }), target, 3);
    const { value } = shortest(problem);
    const { f2 } = gaussianComplexity(problem.from, target).normalModes;
    const least = Math.sqrt(problem.controls[0]!.cost) * f2;
    expect(value.residual ** 2).toBeLessThan(1e-8);
    expect(value.slope).toBeLessThan(1e-4);
    expect(value.length).toBeLessThan(least * (1 + 1e-9));
    expect((value.length + value.uncertainty) / least).toBeCloseTo(1, 6);
  });

  test('lead to the path of the search from random starts, with a reflection and without', () => {
    const target = groundState(4);
    const controls = metricControls(neighbours, 4, { real: true });
    const { value: exact } = solution(orbitGeodesic(controls, target, { slices: 8, starts: 1, doubled: false }));
    expect(exact.residual).toBeLessThan(1e-9);
    const problem = between(controls, target, 8);
    const pathOf = (slices: number) => orbitCondition({ ...problem, slices });
    const origin = controls.controls.map((_, control) => ({ control, sign: 1 as const }));
    for (const one of [longChainProblem(problem)!, { ...problem, origin }]) {
      const { value } = solution(longChainSearch(one, pathOf, {}));
      expect(value.residual ** 2).toBeLessThan(1e-8);
      expect(value.slices).toBe(8);
      expect(value.length).toBeLessThan(exact.length);
      expect((value.length + value.uncertainty) / exact.length).toBeCloseTo(1, 4);
    }
  });

  test('reach a state without a reflection, above its lower bound', () => {
    const target = disordered(6);
    const problem = between(metricControls(neighbours, 6, { real: true }), target, 6);
    const { value, result } = shortest(problem);
    expect(result).toBe('converged');
    expect(value.residual ** 2).toBeLessThan(1e-8);
    expect(value.slope).toBeLessThan(1e-3);
    expect(value.length).toBeGreaterThan(gaussianComplexity(problem.from, target).normalModes.f2);
  });

  test('lead to a path that makes 2⁸ amplitudes by its words, at their cost', () => {
    const target = groundState(8);
    const { controls, modes } = metricControls(neighbours, 8, { real: true });
    const { value, result } = shortest(between({ controls, modes }, target, 8));
    expect(result).toBe('converged');
    const { slices, x } = value;
    const sums = Array.from({ length: slices }, (_, k) => ({
      qubits: 8,
      terms: controls.flatMap(({ words, cost }, a) =>
        words.map(({ word, coefficient }) => ({
          word,
          coefficient: (coefficient * x[k * controls.length + a]!) / Math.sqrt(cost * slices),
        })),
      ),
    }));
    const { amplitudes } = fermionStateRules.pure!(fermionState('ising', target))!;
    const infidelity = 1 - fidelity(evolvedByWords(8, sums), amplitudes);
    expect(infidelity).toBeLessThanOrEqual(value.residual ** 2 + 1e-13);
    expect(infidelity).toBeGreaterThan(0.5 * value.residual ** 2);
    const energy = sums.flatMap(({ terms }) => terms).reduce((sum, { coefficient }) => sum + coefficient ** 2, 0);
    expect(Math.sqrt(energy * slices)).toBeCloseTo(value.length, 12);
    // 12 slices that meet the end exactly have 2.0547.
    expect(value.length).toBeLessThan(2.0547);
    expect(value.length).toBeGreaterThan(1.98);
  });
});

test('chains of more sites than the Hessian can hold are left to other searches', () => {
  const slicesOf = (sites: number) => {
    const controls = metricControls(neighbours, sites, { real: true });
    return longChainProblem(between(controls, groundState(sites), 4))?.slices;
  };
  expect([slicesOf(20), slicesOf(34), slicesOf(60)]).toEqual([20, 24, undefined]);
});
