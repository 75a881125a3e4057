/** @file Lower bounds by one observable at full size. Prints tables of docs/lower-bounds.md. */

import { expect, test } from 'vitest';
import { ghz } from '../../datasets/ghz.ts';
import { w } from '../../datasets/w.ts';
import { bestLowerBound } from '../../src/complexity/best-lower-bound.ts';
import { controlWords } from '../../src/complexity/controls.ts';
import { entanglementBound } from '../../src/complexity/entanglement-bound.ts';
import { lengthLowerBound } from '../../src/complexity/length-bound.ts';
import { type ObservableBound, observableBound } from '../../src/complexity/observable-bound.ts';
import { observableSymmetry, symmetricObservables } from '../../src/complexity/observable-symmetry.ts';
import type { PenaltyMetric } from '../../src/complexity/penalty-metric.ts';
import { provenObservableBound } from '../../src/complexity/proven-observable-bound.ts';
import { verifiedObservableBound } from '../../src/complexity/verified-observable-bound.ts';
import { expectation, pauliSumMatrix } from '../../src/operator/pauli-sum.ts';
import { solution } from '../../src/optimise/minimise.ts';
import { zeroState } from '../../src/state/zero-state.ts';
import { greatestRatios, type Trials } from '../helpers/fastest-state.ts';

const pairs: PenaltyMetric = { maxSize: 2, penalty: Infinity };
const metrics = { 'all-to-all': pairs, chain: { ...pairs, maxRange: 1 } } as const;
const targets = { GHZ: ghz, W: w } as const;

/** Tries to refute a bound: no state may be faster than its cell allows; some locally fastest ones come close. */
function challenge(
  name: string,
  controls: ReturnType<typeof controlWords>,
  { observable, cells }: Pick<ObservableBound, 'observable' | 'cells'>,
  trials: Trials,
): void {
  const start = expectation(observable, zeroState(controls.qubits));
  const most = greatestRatios(controls, pauliSumMatrix(observable), start, cells, trials);
  print([
    name,
    `${trials.random}, ${trials.fastest}`,
    most.random.toFixed(4),
    most.fastest.map((r) => r.toFixed(4)).join(', '),
  ]);
  for (const ratio of [most.random, ...most.fastest]) expect(ratio).toBeLessThanOrEqual(1);
  expect(Math.max(...most.fastest)).toBeGreaterThan(0.5);
}
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
    const fastest = n === 4 ? 300 : copies === 3 || n === 2 ? 1000 : 10_000;
    challenge(`${name}${n}, ${graph}, ${copies} copies`, controls, found, { random: 10_000, fastest });
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
    challenge(`${name}${n}, ${graph}, transposed`, controls, found, { random: 10_000, fastest: n < 4 ? 2000 : 300 });
  },
  900_000,
);
