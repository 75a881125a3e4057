/** @file Lower bounds by one observable at full size. Prints the table of docs/lower-bounds.md. */

import { expect, test } from 'vitest';
import { ghz } from '../../datasets/ghz.ts';
import { w } from '../../datasets/w.ts';
import { bestLowerBound } from '../../src/complexity/best-lower-bound.ts';
import { controlWords } from '../../src/complexity/controls.ts';
import { entanglementBound } from '../../src/complexity/entanglement-bound.ts';
import { lengthLowerBound } from '../../src/complexity/length-bound.ts';
import { segmentFactors, verifiedMovingBound } from '../../src/complexity/moving-observable.ts';
import { type MovingObservableBound, movingObservableBound } from '../../src/complexity/moving-observable-bound.ts';
import { type ObservableBound, observableBound } from '../../src/complexity/observable-bound.ts';
import { observableSymmetry, symmetricObservables } from '../../src/complexity/observable-symmetry.ts';
import type { PenaltyMetric } from '../../src/complexity/penalty-metric.ts';
import { provenObservableBound } from '../../src/complexity/proven-observable-bound.ts';
import { spinMatrix } from '../../src/complexity/spin-units.ts';
import { symmetricObservableBound, verifiedSymmetricBound } from '../../src/complexity/symmetric-observable-bound.ts';
import {
  cellEnds,
  type ObservableCell,
  verifiedObservableBound,
} from '../../src/complexity/verified-observable-bound.ts';
import type { ComplexVector } from '../../src/linalg/complex.ts';
import { addScaledMatrix, applyMatrix, complexOf } from '../../src/linalg/matrix.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { innerProduct } from '../../src/linalg/vector.ts';
import { pauliCoefficients } from '../../src/operator/pauli-coefficients.ts';
import {
  applyPauliSum,
  expectation,
  type PauliSum,
  pauliSumMatrix,
  pauliSumOperator,
} from '../../src/operator/pauli-sum.ts';
import { lbfgs } from '../../src/optimise/lbfgs.ts';
import { minimised, solution } from '../../src/optimise/minimise.ts';
import { dickeComponents, ghzComponents } from '../../src/state/symmetric-vector.ts';
import { zeroState } from '../../src/state/zero-state.ts';

const pairs: PenaltyMetric = { maxSize: 2, penalty: Infinity };
const metrics = { 'all-to-all': pairs, chain: { ...pairs, maxRange: 1 } } as const;
const targets = { GHZ: ghz, W: w } as const;
const print = (cells: readonly (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`);

/** State, qubits, words, copies; the least that is asked for, and the length of the shortest path known. */
const cases = [
  ['GHZ', 2, 'all-to-all', 2, 0.5552, Math.PI / 4 / Math.SQRT2],
  ['W', 3, 'all-to-all', 2, 0.906, 0.934661],
  ['GHZ', 3, 'all-to-all', 2, 0.785, 1.211878],
  ['GHZ', 3, 'all-to-all', 3, 0.8, 1.211878],
  ['W', 3, 'chain', 2, 1.0, 1.178869],
  ['GHZ', 3, 'chain', 2, 0.84, 1.428417],
  ['GHZ', 3, 'chain', 3, 0.86, 1.428417],
  ['W', 4, 'all-to-all', 2, 0.78, 0.998496],
  ['GHZ', 4, 'all-to-all', 2, 0.6, 1.341193],
] as const;

test.each(cases)(
  '%s of %d qubits, %s, on %d copies',
  (name, n, graph, copies, least, length) => {
    const [from, to, controls] = [zeroState(n), targets[name](n).amplitudes, controlWords(metrics[graph], n)];
    const [cells, starts] = n === 4 ? [8, 6] : copies === 3 ? [8, 4] : [16, 8];
    const before = process.cpuUsage();
    const found = solution(observableBound(controls, from, to, { cells, starts, copies }));
    const { user, system } = process.cpuUsage(before);
    print([
      `${name}${'₀₁₂₃₄₅'[n]}`,
      graph,
      length.toFixed(6),
      lengthLowerBound(controls, from, to).toFixed(3),
      entanglementBound(controls, from, to).toFixed(3),
      found.bound.toFixed(4),
      `${(100 * (1 - found.bound / length)).toFixed(1)} %`,
      copies,
      symmetricObservables(observableSymmetry(controls, from, to), n).length,
      `${cells}, ${starts}`,
      `${((user + system) / 1e6).toFixed(1)} s`,
    ]);
    expect(found.bound).toBeGreaterThan(least);
    expect(found.bound).toBeLessThan(length);
    // The Bell state's bi-invariant distance is its complexity.
    if (n > 2) expect(bestLowerBound(controls, from, to, found)).toEqual({ bound: found.bound, by: 'one observable' });
    // As it would be read back from a file.
    const { observable, cells: bounds }: ObservableBound = JSON.parse(JSON.stringify(found));
    expect(verifiedObservableBound(controls, from, to, observable, bounds, copies)).toBeCloseTo(found.bound, 14);
  },
  900_000,
);

/** Rows in which entangled copies are excluded: what is asked for, length, cells, steps. */
test.each([
  ['GHZ', 3, 'all-to-all', 0.9, 1.211878, 8, 1000],
  ['W', 3, 'all-to-all', 0.9, 0.934661, 4, 400],
  ['GHZ', 3, 'chain', 0.9, 1.428417, 4, 400],
  ['W', 3, 'chain', 1.02, 1.178869, 2, 300],
  ['GHZ', 4, 'all-to-all', 0.86, 1.341193, 4, 300],
] as const)(
  '%s of %d qubits, %s, with transposed copies',
  (name, n, graph, least, length, cells, maxSteps) => {
    const [from, to, controls] = [zeroState(n), targets[name](n).amplitudes, controlWords(metrics[graph], n)];
    const before = process.cpuUsage();
    const found = solution(observableBound(controls, from, to, { cells, starts: 1, maxSteps, transposed: true }));
    const { user, system } = process.cpuUsage(before);
    const proven = n === 3 ? provenObservableBound(controls, from, to, found.observable, found.cells).toFixed(5) : '–';
    const gap = `${(100 * (1 - found.bound / length)).toFixed(1)} %`;
    const time = `${((user + system) / 1e6).toFixed(0)} s`;
    print([`${name}${'₀₁₂₃₄₅'[n]}`, graph, length, found.bound.toFixed(4), proven, gap, `${cells}, ${maxSteps}`, time]);
    expect(found.bound).toBeGreaterThan(least);
    expect(found.bound).toBeLessThan(length);
    const { observable, cells: bounds }: ObservableBound = JSON.parse(JSON.stringify(found));
    expect(verifiedObservableBound(controls, from, to, observable, bounds)).toBeCloseTo(found.bound, 14);
  },
  900_000,
);

test('GHZ₃ by an observable that changes on the way, and of 10⁴ states none crosses its hyperplanes faster', () => {
  const [from, to, controls] = [zeroState(3), targets.GHZ(3).amplitudes, controlWords(pairs, 3)];
  const before = process.cpuUsage();
  const found = solution(movingObservableBound(controls, from, to, { segments: 4, maxSteps: 400 }));
  const { user, system } = process.cpuUsage(before);
  print(['GHZ₃', 'moving', found.bound.toFixed(4), '4, 400', `${((user + system) / 1e6).toFixed(0)} s`]);
  expect(found.bound).toBeGreaterThan(0.95);
  expect(found.bound).toBeLessThan(1.211878);
  const { leaves, segments }: MovingObservableBound = JSON.parse(JSON.stringify(found));
  expect(verifiedMovingBound(controls, from, to, leaves, segments)).toBeCloseTo(found.bound, 12);
  const most = greatestCrossing(controls, found, { random: 10_000, fastest: 1000 });
  print(['GHZ₃', 'moving', most.crossed, most.random.toFixed(4), most.fastest.toFixed(4)]);
  expect(most.crossed).toBeGreaterThan(1000);
  expect(most.random).toBeLessThanOrEqual(1);
  expect(most.fastest).toBeLessThanOrEqual(1);
  expect(most.fastest).toBeGreaterThan(0.5);
}, 900_000);

/** The greatest ratio of the squared speed across a hyperplane to what its segment allows, of states as in `greatestRatio`. */
function greatestCrossing(
  controls: ReturnType<typeof controlWords>,
  { leaves, segments }: MovingObservableBound,
  trials: { readonly random: number; readonly fastest: number },
) {
  const L = leaves.map(pauliSumMatrix);
  const mixed = (k: number, tau: number) =>
    addScaledMatrix(L[k]!, [tau, 0], addScaledMatrix(L[k + 1]!, [-1, 0], L[k]!));
  const speeds = segments.map((segment, k) => segmentFactors(controls, L[k]!, L[k + 1]!, segment)!);
  const stream = randomStream(2, 'states');
  let crossed = 0;
  const ratios = (psi: ComplexVector): readonly number[] => {
    const means = L.map((leaf) => innerProduct(psi, applyMatrix(leaf, psi))[0]);
    return speeds.map(([s0, middle, s1], k) => {
      const change = means[k + 1]! - means[k]!;
      const tau = -means[k]! / change;
      if (!(tau >= 0 && tau <= 1)) return 0;
      crossed++;
      const { speed } = fastestState(controls, pauliCoefficients(mixed(k, tau)))(psi.interleaved, 0, 0);
      return speed / change ** 2 / ((1 - tau) ** 2 * s0 + 2 * tau * (1 - tau) * middle + tau ** 2 * s1);
    });
  };
  let [random, fastest] = [0, 0];
  for (let trial = 0; trial < trials.random; trial++) {
    random = Math.max(random, ...ratios(randomVector(8, stream)));
  }
  for (let trial = 0; trial < trials.fastest; trial++) {
    const leaf = mixed(trial % segments.length, stream.uniform());
    const start = randomVector(8, stream).interleaved;
    fastest = Math.max(fastest, ...ratios(fastestState(controls, pauliCoefficients(leaf))(start, 0, 60).psi));
  }
  return { crossed, random, fastest };
}

/** Symmetric states: lengths of the shortest paths known, by docs/lower-bounds.md; cells and starts. */
test.each([
  ['GHZ', 4, 1.341193, 8, 6],
  ['GHZ', 5, 1.594628, 6, 2],
  ['GHZ', 6, 1.709102, 4, 1],
  ['GHZ', 7, 1.827055, 4, 1],
  ['GHZ', 8, 1.9228, 4, 1],
  ['W', 4, 0.998496, 8, 1],
  ['W', 5, 1.023904, 6, 1],
  ['W', 6, 1.027201, 6, 1],
  ['W', 7, 1.02577, 4, 1],
] as const)(
  '%s of %d qubits in symmetric blocks',
  (name, n, length, cells, starts) => {
    const to = name === 'W' ? dickeComponents(n, 1) : ghzComponents(n);
    const problem = { qubits: n, sizeWeights: [1, 1], from: dickeComponents(n, 0), to };
    const before = process.cpuUsage();
    const found = solution(symmetricObservableBound(problem, { cells, starts }));
    const { user, system } = process.cpuUsage(before);
    const controls = controlWords(pairs, n);
    const [from, target] = [zeroState(n), targets[name](n).amplitudes];
    print([
      `${name}${'₀₁₂₃₄₅₆₇₈'[n]}`,
      length,
      lengthLowerBound(controls, from, target).toFixed(3),
      entanglementBound(controls, from, target).toFixed(3),
      found.bound.toFixed(4),
      `${(100 * (1 - found.bound / length)).toFixed(1)} %`,
      found.observable.length,
      `${cells}, ${starts}`,
      `${((user + system) / 1e6).toFixed(1)} s`,
    ]);
    expect(found.bound).toBeGreaterThan(0.54);
    expect(found.bound).toBeLessThan(length);
    const { observable, cells: bounds } = JSON.parse(JSON.stringify(found));
    expect(verifiedSymmetricBound(problem, observable, bounds)).toBeCloseTo(found.bound, 12);
    // 10⁴ random states and some locally fastest ones, on all amplitudes.
    const A = pauliCoefficients(complexOf(spinMatrix(n, observable)));
    const shift = { word: 'I'.repeat(n), coefficient: -expectation(A, from) }; // cells are told from ⟨A⟩ = 0 on
    const most = greatestRatio(controls, { ...A, terms: [...A.terms, shift] }, 0, bounds, {
      random: 10_000,
      fastest: [300, 100, 40, 20, 10][n - 4]!,
    });
    print([name, n, most.random.toFixed(4), most.fastest.toFixed(4)]);
    expect(most.random).toBeLessThanOrEqual(1);
    expect(most.fastest).toBeLessThanOrEqual(1);
    expect(most.fastest).toBeGreaterThan(0.2);
  },
  900_000,
);

test.each([1, 2])(
  'of 10⁴ states none is faster than transposed copies allow: GHZ₃, %d cells',
  (count) => {
    const [from, to, controls] = [zeroState(3), targets.GHZ(3).amplitudes, controlWords(pairs, 3)];
    const options = { cells: count, starts: 1, maxSteps: 200, transposed: true };
    const { observable, cells } = solution(observableBound(controls, from, to, options));
    const start = expectation(observable, from);
    const most = greatestRatio(controls, observable, start, cells, { random: 10_000, fastest: 2000 });
    print(['GHZ', 3, `transposed, ${count} cells`, most.random.toFixed(4), most.fastest.toFixed(4)]);
    expect(most.random).toBeLessThanOrEqual(1);
    expect(most.fastest).toBeLessThanOrEqual(1);
    expect(most.fastest).toBeGreaterThan(0.9);
  },
  900_000,
);

/** The greatest ratio of Σ_P⟨i[P, A]⟩²/w_P to what its cell allows, of random states and of those followed to a maximum. */
function greatestRatio(
  controls: ReturnType<typeof controlWords>,
  observable: PauliSum,
  start: number,
  cells: readonly ObservableCell[],
  trials: { readonly random: number; readonly fastest: number },
) {
  const grid = cellEnds(cells.length).map((u) => start + u); // ⟨A⟩ grows by 1
  const fastest = fastestState(controls, observable);
  const stream = randomStream(1, 'states');
  const ratio = (maxSteps: number): number => {
    const psi = randomVector(2 ** controls.qubits, stream);
    const { x, speed } = fastest(psi.interleaved, start + stream.uniform(), maxSteps);
    const k = grid.findIndex((end) => end > x) - 1;
    if (k < 0) return 0; // outside of the way
    const { c, b, nu } = cells[k]!;
    return speed / (c + b * x + nu * (x - grid[k]!) * (x - grid[k + 1]!) + 1e-9);
  };
  const most = (count: number, maxSteps: number): number =>
    Array.from({ length: count }).reduce<number>((greatest) => Math.max(greatest, ratio(maxSteps)), 0);
  return { random: most(trials.random, 0), fastest: most(trials.fastest, 60) };
}

test.each([
  ['W', 3, 'all-to-all', 0.97],
  ['GHZ', 3, 'all-to-all', 0.9],
  ['W', 3, 'chain', 0.9],
] as const)(
  'of 10⁴ locally fastest states none is faster than its cell allows: %s of %d qubits, %s',
  (name, n, graph, close) => {
    const [from, to, controls] = [zeroState(n), targets[name](n).amplitudes, controlWords(metrics[graph], n)];
    const { observable, cells } = solution(observableBound(controls, from, to, { cells: 8, starts: 2 }));
    const start = expectation(observable, from);
    const grid = cellEnds(cells.length).map((u) => start + u); // ⟨A⟩ grows by 1
    const fastest = fastestState(controls, observable);
    const stream = randomStream(1, 'states');
    const [most, random] = [cells.map(() => 0), { ratio: 0 }];
    for (let trial = 0; trial < 10_000; trial++) {
      const psi = randomVector(2 ** n, stream);
      for (const [steps, state] of [
        [0, psi],
        [40, psi],
      ] as const) {
        const { x, speed } = fastest(state.interleaved, start + stream.uniform(), steps);
        const k = grid.findIndex((end) => end > x) - 1;
        if (k < 0) continue; // outside of the way
        const { c, b, nu } = cells[k]!;
        const ratio = speed / (c + b * x + nu * (x - grid[k]!) * (x - grid[k + 1]!) + 1e-9);
        if (steps === 0) random.ratio = Math.max(random.ratio, ratio);
        else most[k] = Math.max(most[k]!, ratio);
      }
    }
    print([name, n, graph, random.ratio.toFixed(4), most.map((ratio) => ratio.toFixed(4)).join(', ')]);
    for (const ratio of [...most, random.ratio]) expect(ratio).toBeLessThanOrEqual(1);
    expect(Math.max(...most)).toBeGreaterThan(close);
  },
  900_000,
);

/**
 * ⟨A⟩ and Σ_P⟨i[P, A]⟩²/w_P of a state that is followed to a local maximum of the latter near a given ⟨A⟩; neither blocks nor
 * copies enter: ⟨i[P, A]⟩ = −2 Im⟨Pψ|Aψ⟩, with the gradient i[H, A]ψ, H = Σ_P 2⟨i[P, A]⟩P/w_P.
 */
function fastestState({ qubits, words, weights }: ReturnType<typeof controlWords>, observable: PauliSum) {
  const A = pauliSumMatrix(observable);
  const apply = words.map((word) => pauliSumOperator({ qubits, terms: [{ word, coefficient: 1 }] }));
  const sum = (coefficients: readonly number[]): PauliSum => ({
    qubits,
    terms: words.map((word, p) => ({ word, coefficient: coefficients[p]! })),
  });
  const means = (y: Float64Array) => {
    const norm = Math.hypot(...y);
    const psi = { length: A.rows, interleaved: y.map((value) => value / norm) };
    const moved = applyMatrix(A, psi);
    const rates = apply.map((word) => -2 * innerProduct(word(psi), moved)[1]);
    const speed = rates.reduce((total, rate, p) => total + rate ** 2 / weights[p]!, 0);
    return { norm, psi, moved, rates, speed, x: innerProduct(psi, moved)[0] };
  };
  return (start: Float64Array, near: number, maxSteps: number) => {
    const objective = (y: Float64Array) => {
      const { norm, psi, moved, rates, speed, x } = means(y);
      const H = sum(rates.map((rate, p) => (2 * rate) / weights[p]!));
      const [first, second] = [applyPauliSum(H, moved), applyMatrix(A, applyPauliSum(H, psi))];
      const gradient = new Float64Array(y.length);
      for (let at = 0; at < y.length; at += 2) {
        const [re, im] = [0, 1].map((part) => first.interleaved[at + part]! - second.interleaved[at + part]!);
        gradient[at] = im! + 400 * (x - near) * (moved.interleaved[at]! - x * psi.interleaved[at]!);
        gradient[at + 1] = -re! + 400 * (x - near) * (moved.interleaved[at + 1]! - x * psi.interleaved[at + 1]!);
      }
      for (let at = 0; at < y.length; at++) {
        gradient[at] = (2 * (gradient[at]! + 2 * speed * psi.interleaved[at]!)) / norm;
      }
      return { value: 200 * (x - near) ** 2 - speed, gradient };
    };
    const end =
      maxSteps === 0 ? start : minimised(objective, lbfgs(), start, { maxSteps, valueTolerance: 1e-7 }).value.x;
    const { x, speed, psi } = means(end);
    return { x, speed, psi };
  };
}
