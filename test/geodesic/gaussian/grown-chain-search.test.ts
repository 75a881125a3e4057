import { describe, expect, test } from 'vitest';
import { xyChain } from '../../../src/gaussian/fermion-models.ts';
import { type GaussianState, gaussianVacuum } from '../../../src/gaussian/gaussian-state.ts';
import { gaussianGroundState } from '../../../src/gaussian/ground-state.ts';
import { quadraticOfPauliSum } from '../../../src/gaussian/jordan-wigner.ts';
import { gaussianParity } from '../../../src/gaussian/parity.ts';
import { addMeanSlope, bandedExponential } from '../../../src/geodesic/gaussian/banded-rotation.ts';
import { endCoordinates } from '../../../src/geodesic/gaussian/end-coordinates.ts';
import { linearisedEnd } from '../../../src/geodesic/gaussian/gauss-newton.ts';
import { growingChains, stretched } from '../../../src/geodesic/gaussian/growing-chains.ts';
import { grownChainSearch } from '../../../src/geodesic/gaussian/grown-chain-search.ts';
import { type MajoranaControls, metricControls } from '../../../src/geodesic/gaussian/majorana-controls.ts';
import { orbitGeodesic } from '../../../src/geodesic/gaussian/orbit-geodesic.ts';
import { type OrbitProblem, orbitCondition } from '../../../src/geodesic/gaussian/orbit-path.ts';
import { penalisedSearch, shortPath } from '../../../src/geodesic/gaussian/penalised-search.ts';
import { preconditionedSearch } from '../../../src/geodesic/gaussian/preconditioned-search.ts';
import { reflectedControls } from '../../../src/geodesic/gaussian/reflected-controls.ts';
import { pathLoss } from '../../../src/geodesic/gaussian/two-sided-gradient.ts';
import { oneSidedProblem, twoSidedProblem } from '../../../src/geodesic/gaussian/two-sided-path.ts';
import { Matrix, solveReal } from '../../../src/linalg/dense-real.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { multiplyReal } from '../../../src/linalg/real-product.ts';
import { dot, length, plus, times } from '../../../src/linalg/real-vector.ts';
import { solution } from '../../../src/optimise/minimise.ts';
import { free, pathLagrangian } from '../../../src/path/constrained-path.ts';
import { gaussianPathEnd, isingCovariance } from '../../helpers/dense-gaussian.ts';

const neighbours = { maxSize: 2, maxRange: 1, penalty: Infinity };
const groundState = (sites: number, field = 1) =>
  gaussianGroundState(xyChain(sites, { field }, 'open'), { parity: 'even' }).state;
const letters = (sites: number, at: number, word: string): string =>
  'I'.repeat(at) + word + 'I'.repeat(sites - at - word.length);
const disordered = (sites: number) => {
  const terms = Array.from({ length: sites }, (_, j) => [
    { word: letters(sites, j, 'Z'), coefficient: -1.3 - 0.2 * Math.sin(j + 1) },
    ...(j + 1 < sites ? [{ word: letters(sites, j, 'XX'), coefficient: -1 + 0.3 * Math.cos(2 * j) }] : []),
  ]).flat();
  return gaussianGroundState(quadraticOfPauliSum({ qubits: sites, terms }), { parity: 'even' }).state;
};
const between = (controls: MajoranaControls, to: GaussianState, slices: number): OrbitProblem => ({
  ...controls,
  from: gaussianVacuum('fermion', controls.modes),
  to,
  slices,
});
const randomPath = (size: number, scale: number, name: string): Float64Array => {
  const stream = randomStream(4, name);
  return Float64Array.from({ length: size }, () => scale * stream.normal());
};

describe('slices near the diagonal', () => {
  const one = {
    a: Int32Array.of(0),
    b: Int32Array.of(1),
    control: Int32Array.of(0),
    factor: Float64Array.of(1),
    controls: 1,
  };

  test.each([0.3, 7])('turn a plane by %d', (angle) => {
    const E = bandedExponential(one, Float64Array.of(angle), 2);
    [Math.cos(angle), Math.sin(angle), -Math.sin(angle), Math.cos(angle)].forEach((value, i) => {
      expect(E[i]).toBeCloseTo(value, 14);
    });
    const half = bandedExponential(one, Float64Array.of(angle), 2, 0.5);
    expect(half[1]).toBeCloseTo(Math.sin(angle / 2), 14);
  });

  test.each([0.4, 6])('have the mean of what they turn: h = %d', (angle) => {
    // In three dimensions X̄ of the axis (0, 1, 0) about (0, 0, 1): ∫cos = sin(θ)/θ along it, (1 − cos θ)/θ across.
    const entries = {
      a: Int32Array.of(0, 1, 0),
      b: Int32Array.of(1, 2, 2),
      control: Int32Array.of(0, 1, 2),
      factor: Float64Array.of(1, 1, 1),
      controls: 3,
    };
    const X = Float64Array.of(0, 0, 1, 0, 0, 0, -1, 0, 0);
    const slope = new Float64Array(3);
    addMeanSlope(entries, Float64Array.of(angle, 0, 0), X, 3, slope);
    expect(slope[0]).toBeCloseTo(0, 13);
    expect(slope[1]).toBeCloseTo((-2 * (1 - Math.cos(angle))) / angle, 13);
    expect(slope[2]).toBeCloseTo((2 * Math.sin(angle)) / angle, 13);
  });
});

describe('the loss of a long path', () => {
  const target = groundState(6);
  const [real, all] = [metricControls(neighbours, 6, { real: true }), metricControls(neighbours, 6)];
  const tied = (controls: MajoranaControls) => reflectedControls(controls, [target])!;
  const cases: readonly (readonly [string, MajoranaControls, number])[] = [
    ['real words', real, 15],
    ['all words', all, 66],
    ['real words, reflected', tied(real), 9],
    ['all words, reflected', tied(all), 66],
  ];

  test.each(cases)('is that of covariances, with its derivatives: %s', (_, controls, coordinates) => {
    const problem = between(controls, target, 3);
    const two = twoSidedProblem(problem);
    const form = oneSidedProblem(two);
    expect(endCoordinates(form)).toBe(coordinates);
    for (const scale of [0.1, 1.5]) {
      const x = randomPath(3 * controls.controls.length, scale, 'path');
      const loss = pathLagrangian(orbitCondition(problem), free(orbitCondition(problem), 7));
      const expected = loss(x);
      for (const one of [two, form]) {
        const at = pathLoss(one, x, 7);
        expect(at.value / expected.value).toBeCloseTo(1, 12);
        const gradient = plus(x, 1, at.pulled(at.force));
        expect(length(plus(gradient, -1, expected.gradient!)) / length(gradient)).toBeLessThan(1e-9);
      }
    }
  });

  test.each(cases)('has a linearised end, and solutions with its Gauss–Newton matrix: %s', (_, controls) => {
    for (const slices of [2, 9]) {
      const form = oneSidedProblem(twoSidedProblem(between(controls, target, slices)));
      const x = randomPath(slices * controls.controls.length, 0.05, 'path');
      const v = randomPath(x.length, 1, 'direction');
      const { end } = pathLoss(form, x, 1);
      const linear = linearisedEnd(form, x, end);
      const turn = (step: number) => linear.turnTo(pathLoss(form, plus(x, step, v), 1).end);
      const differences = times(5e3, plus(turn(1e-4), -1, turn(-1e-4)));
      expect(length(plus(differences, -1, linear.moved(v))) / length(differences)).toBeLessThan(1e-4);
      // |dB|² unit² = 2 unit²|t|² is what the loss charges.
      const { inverse, restored } = linear.weighted(30)!;
      const scale = 4 * 30 * form.unit ** 2;
      const w = inverse(v);
      expect((dot(w, w) + scale * dot(linear.moved(w), linear.moved(w))) / dot(w, v)).toBeCloseTo(1, 10);
      const e = linear.moved(v);
      // Coordinates of a turn ξ lead to it, and ξB is what a turn of the end adds to it.
      expect(length(plus(linear.turnTo(multiplyReal(linear.turnOf(e), end)), -1, e)) / length(e)).toBeLessThan(1e-12);
      // M(restored) = −sJᵀe and M(inverse v) = v: ⟨v, restored e⟩ = −s⟨J M⁻¹v, e⟩.
      expect(dot(v, restored(e)) / (-scale * dot(linear.moved(w), e))).toBeCloseTo(1, 10);
    }
  });

  test.each([cases[0]!, cases[2]!])('has a costate p with x + Jᵀp = M⁻¹g at any path: %s', (_, controls) => {
    const form = oneSidedProblem(twoSidedProblem(between(controls, target, 9)));
    const x = randomPath(9 * controls.controls.length, 0.2, 'path');
    const weight = 30;
    const start = { ...shortPath(form, 1), x, weight };
    const { costate, slope } = solution(
      toSolution(preconditionedSearch(form, start, { flat: 0, maxSteps: 0, phase: '' })),
    ).value;
    const at = pathLoss(form, x, weight);
    const linear = linearisedEnd(form, x, at.end);
    const rest = linear.weighted(weight)!.inverse(plus(x, 1, at.pulled(at.force)));
    expect(slope / (length(rest) / length(x))).toBeCloseTo(1, 10);
    // p by least squares from the columns of J.
    const columns = Array.from(x, (_value, i) => linear.moved(Float64Array.from(x, (_v, k) => Number(k === i))));
    const rows = Array.from(columns[0]!, (_value, d) => Float64Array.from(columns, (column) => column[d]!));
    const p = solveReal(
      new Matrix(rows.map((row) => rows.map((other) => dot(row, other)))),
      Matrix.columnVector(rows.map((row) => dot(row, plus(rest, -1, x)))),
    ).to1DArray();
    expect(costate / (length(Float64Array.from(p)) / (Math.SQRT2 * form.unit))).toBeCloseTo(1, 2);
  });

  test('has few entries in J where a wave leaves the middle, and the same solutions as with all of them', () => {
    const chain = groundState(16);
    const controls = reflectedControls(metricControls(neighbours, 16, { real: true }), [chain])!;
    const form = oneSidedProblem(twoSidedProblem(between(controls, chain, 12)));
    const count = controls.controls.length;
    const wave = (k: number, a: number): number => (a >= count - 1 - k ? Math.cos(k * a) / 4 : 0);
    const x = Float64Array.from({ length: 12 * count }, (_, i) => wave(Math.floor(i / count), i % count));
    const v = randomPath(x.length, 1, 'direction');
    const { end } = pathLoss(form, x, 1);
    const { moved, weighted } = linearisedEnd(form, x, end);
    const w = weighted(1e4)!.inverse(v);
    // ⟨u, M w⟩ = ⟨u, v⟩ for any u.
    const u = randomPath(x.length, 1, 'another');
    const scale = 4e4 * form.unit ** 2;
    expect((dot(u, w) + scale * dot(moved(u), moved(w))) / dot(u, v)).toBeCloseTo(1, 8);
    const entriesOf = (unknown: number): number =>
      moved(Float64Array.from(x, (_, i) => Number(i === unknown))).filter((entry) => entry !== 0).length;
    expect(entriesOf(0)).toBeLessThan(8);
    expect(entriesOf(x.length - 1)).toBeGreaterThan(30);
  });

  test('is least where dense second derivatives find it', () => {
    const problem = between(tied(real), target, 4);
    const [two, one] = [twoSidedProblem(problem), oneSidedProblem(twoSidedProblem(problem))];
    const start = { ...shortPath(two, 1), weight: 20 };
    const dense = solution(toSolution(penalisedSearch(two, start, { enough: 1, maxSteps: 200, phase: '' }))).value;
    const truncated = solution(
      toSolution(preconditionedSearch(one, start, { flat: 1e-6, maxSteps: 200, phase: '' })),
    ).value;
    expect(truncated.slope).toBeLessThan(1e-6);
    // p = 2μc along the set of ends: c = unit·(B − B_T), of which the antisymmetric part of B_TBᵀ is along it.
    const { data } = multiplyReal(two.to, pathLoss(two, truncated.x, 20).end, { transposeB: true });
    const along = data.map((value, i) => (value - data[(i % 6) * 6 + Math.floor(i / 6)]!) / 2);
    expect(truncated.costate / (2 * 20 * two.unit * length(along))).toBeCloseTo(1, 4);
    const lossAt = (x: Float64Array) => pathLoss(two, x, 20).value;
    expect(lossAt(truncated.x) / lossAt(dense.x)).toBeCloseTo(1, 8);
  });
});

function* toSolution<Value>(steps: Generator<unknown, Value>) {
  for (;;) {
    const next = steps.next();
    if (next.done) return { value: next.value, result: 'converged' as const, steps: 0 };
    yield next.value;
  }
}

describe('chains that grow from their middle', () => {
  test('are pure and of the parity of the whole, and end with the whole', () => {
    const stages = growingChains(between(metricControls(neighbours, 19, { real: true }), disordered(19), 10))!;
    expect(stages.map(({ problem }) => problem.modes)).toEqual([11, 19]);
    for (const { problem } of stages) {
      expect(gaussianParity(problem.to)).toBeCloseTo(1, 10);
      expect(problem.controls.length).toBe(2 * (problem.modes - 1));
    }
  });

  test('keep the angles of their bonds when they are stretched', () => {
    const stages = growingChains(between(metricControls(neighbours, 20, { real: true }), disordered(20), 12))!;
    const [few, many] = stages.slice(-2) as [(typeof stages)[0], (typeof stages)[0]];
    const angle = ({ form }: (typeof stages)[0], x: Float64Array) => {
      const sum = new Float64Array(form.controls);
      x.forEach((value, i) => {
        sum[i % form.controls]! += value / Math.sqrt(form.slices);
      });
      return sum;
    };
    const x = new Float64Array(few.form.slices * few.form.controls).fill(0.1);
    const [before, after] = [angle(few, x), angle(many, stretched(few, many, x))];
    for (const value of after) expect(Math.abs(value / before[0]!)).toBeCloseTo(1, 12);
  });

  test.each([
    ['critical', 16, 1, 6],
    ['gapped', 15, 2, 4],
  ])(
    'lead to the ground state, by another computation of the path and of the state: %s, %d sites',
    (_, sites, field, most) => {
      const [state, exact] = [groundState(sites, field), isingCovariance(sites, field)];
      expect(Math.max(...plus(state.covariance.data, -1, exact).map(Math.abs))).toBeLessThan(1e-10);
      const controls = metricControls(neighbours, sites, { real: true });
      const { value, result } = solution(orbitGeodesic(controls, state, { slices: 12 }));
      expect(result).toBe('converged');
      expect(value.isWeighted).toBe(true);
      expect(value.slope).toBeLessThan(1e-2);
      const pairs = controls.controls.map(({ pairs: [[a, b]] }) => [a, b] as const);
      const end = gaussianPathEnd(sites, pairs, value.velocity);
      const missed = plus(end, -1, exact).reduce((sum, entry) => sum + entry * entry, 0) / 16;
      expect(missed).toBeLessThan(1e-7);
      expect(missed / value.residual ** 2).toBeCloseTo(1, 6);
      const energy = value.velocity.reduce((sum, h) => sum + dot(h, h), 0) / value.slices;
      expect(Math.sqrt(energy)).toBeCloseTo(value.length, 10);
      expect(value.length).toBeLessThan(most);
      expect(value.length).toBeGreaterThan(value.lowerBound);
    },
  );

  test('keep to their ends along steps that are led back: a weight 100 times as large takes some tens of steps', () => {
    const [{ form }] = growingChains(between(metricControls(neighbours, 16, { real: true }), groundState(16), 12))!;
    let path = solution(
      toSolution(preconditionedSearch(form, shortPath(form, 0), { flat: 1e-2, maxSteps: 60, phase: '' })),
    ).value;
    for (const weight of [200, 2e3, 2e4, 2e6, 2e8]) {
      const start = { ...path, weight, steps: 0 };
      path = solution(toSolution(preconditionedSearch(form, start, { flat: 1e-2, maxSteps: 60, phase: '' }))).value;
    }
    expect(path.square).toBeLessThan(1e-8);
    expect(path.steps).toBeLessThan(50);
  });

  test('take few steps to a weight 30 times as large: the curvature of the condition is that of the corrected costate', () => {
    const [{ form }] = growingChains(between(metricControls(neighbours, 16, { real: true }), groundState(16), 12))!;
    let path = shortPath(form, 0);
    const counts: number[] = [];
    for (const weight of [20, 200, 2e3, 2e4, 6e5, 2e7, 6e8]) {
      const start = { ...path, weight, steps: 0 };
      const aim = { flat: 1e-3, maxSteps: 100, phase: '' };
      path = solution(toSolution(preconditionedSearch(form, start, aim))).value;
      counts.push(path.steps);
    }
    expect(counts[5]! + counts[6]!).toBeLessThan(45);
  });

  test('grow each of the paths that starts on the short chain lead to, and keep the shortest', () => {
    const problem = between(metricControls(neighbours, 13, { real: true }), groundState(13, 2), 12);
    const pathOf = (slices: number) => orbitCondition({ ...problem, slices });
    const { value, result } = solution(grownChainSearch(growingChains(problem)!, pathOf, { starts: 2 }));
    const [first, second] = value.lengths;
    expect(result).toBe('converged');
    expect(value.lengths).toHaveLength(2);
    expect(second).toBeLessThan(0.98 * first!);
    expect(value.length).toBe(second);
    expect(value.slope).toBeLessThan(1e-2);
  });

  test('lead to states without a reflection', () => {
    const state = disordered(13);
    const controls = metricControls(neighbours, 13, { real: true });
    const problem = between(controls, state, 12);
    const stages = growingChains(problem)!;
    const pathOf = (slices: number) => orbitCondition({ ...problem, slices });
    const { value, result } = solution(grownChainSearch(stages, pathOf, {}));
    expect(result).toBe('converged');
    expect(value.residual ** 2).toBeLessThan(1e-7);
    expect(value.length).toBeLessThan(5);
  });
});
