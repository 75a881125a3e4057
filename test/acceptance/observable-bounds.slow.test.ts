/** @file Lower bounds by one observable at full size. Prints the table of docs/lower-bounds.md. */

import { expect, test } from 'vitest';
import { ghz } from '../../datasets/ghz.ts';
import { w } from '../../datasets/w.ts';
import { bestLowerBound } from '../../src/complexity/best-lower-bound.ts';
import { controlWords } from '../../src/complexity/controls.ts';
import { entanglementBound } from '../../src/complexity/entanglement-bound.ts';
import { lengthLowerBound } from '../../src/complexity/length-bound.ts';
import { verifiedMovingBound } from '../../src/complexity/moving-observable.ts';
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
import { applyMatrix, commutator, complexOf, scaledMatrix } from '../../src/linalg/matrix.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { innerProduct } from '../../src/linalg/vector.ts';
import { pauliCoefficients } from '../../src/operator/pauli-coefficients.ts';
import { expectation, pauliSumMatrix } from '../../src/operator/pauli-sum.ts';
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

test('GHZ₃ by an observable that changes on the way', () => {
  const [from, to, controls] = [zeroState(3), targets.GHZ(3).amplitudes, controlWords(pairs, 3)];
  const before = process.cpuUsage();
  const found = solution(movingObservableBound(controls, from, to, { segments: 4, maxSteps: 400 }));
  const { user, system } = process.cpuUsage(before);
  print(['GHZ₃', 'moving', found.bound.toFixed(4), '4, 400', `${((user + system) / 1e6).toFixed(0)} s`]);
  expect(found.bound).toBeGreaterThan(0.95);
  expect(found.bound).toBeLessThan(1.211878);
  const { leaves, segments }: MovingObservableBound = JSON.parse(JSON.stringify(found));
  expect(verifiedMovingBound(controls, from, to, leaves, segments)).toBeCloseTo(found.bound, 12);
}, 900_000);

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
  ['W', 7, 1.02565, 4, 1],
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
    if (n > 5) return;
    // 10⁴ random states and some locally fastest ones, on all amplitudes.
    const A = pauliCoefficients(complexOf(spinMatrix(n, observable)));
    const shift = { word: 'I'.repeat(n), coefficient: -expectation(A, from) }; // cells are told from ⟨A⟩ = 0 on
    const most = greatestRatio(controls, { ...A, terms: [...A.terms, shift] }, 0, bounds, {
      random: 10_000,
      fastest: n === 4 ? 300 : 40,
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
  observable: Parameters<typeof pauliSumMatrix>[0],
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

/** ⟨A⟩ and Σ_P⟨i[P, A]⟩²/w_P of a state that is followed to a local maximum of the latter near a given ⟨A⟩. */
function fastestState(
  { qubits, words, weights }: ReturnType<typeof controlWords>,
  observable: Parameters<typeof pauliSumMatrix>[0],
) {
  const A = pauliSumMatrix(observable);
  const rates = words.map((word) =>
    scaledMatrix([0, 1], commutator(pauliSumMatrix({ qubits, terms: [{ word, coefficient: 1 }] }), A)),
  );
  const size = A.rows;
  const stacked = [...rates, A].map(({ interleaved }) => interleaved);
  const all = {
    rows: stacked.length * size,
    cols: size,
    interleaved: Float64Array.from(stacked.flatMap((x) => [...x])),
  };
  const means = (y: Float64Array) => {
    const norm = Math.hypot(...y);
    const psi = { length: size, interleaved: y.map((value) => value / norm) };
    const images = applyMatrix(all, psi).interleaved;
    const image = (p: number) => ({ length: size, interleaved: images.subarray(2 * p * size, 2 * (p + 1) * size) });
    const values = stacked.map((_, p) => innerProduct(psi, image(p))[0]);
    return { norm, psi, image, values };
  };
  return (start: Float64Array, x: number, maxSteps: number) => {
    const objective = (y: Float64Array) => {
      const { norm, psi, image, values } = means(y);
      const gradient = new Float64Array(y.length);
      let value = 0;
      values.forEach((mean, p) => {
        const isSpeed = p < rates.length;
        const slope = isSpeed ? (-2 * mean) / weights[p]! : 400 * (mean - x);
        value += isSpeed ? -(mean ** 2) / weights[p]! : 200 * (mean - x) ** 2;
        const { interleaved } = image(p);
        gradient.forEach((_, k) => {
          gradient[k] = gradient[k]! + (2 * slope * (interleaved[k]! - mean * psi.interleaved[k]!)) / norm;
        });
      });
      return { value, gradient };
    };
    const end =
      maxSteps === 0 ? start : minimised(objective, lbfgs(), start, { maxSteps, valueTolerance: 1e-7 }).value.x;
    const { values } = means(end);
    const speed = rates.reduce((sum, _, p) => sum + values[p]! ** 2 / weights[p]!, 0);
    return { x: values[rates.length]!, speed };
  };
}
