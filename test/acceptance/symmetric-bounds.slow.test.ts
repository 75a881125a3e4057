/** @file Lower bounds by one observable of symmetric states at full size. Prints a table of docs/lower-bounds.md. */

import { expect, test } from 'vitest';
import { ghz } from '../../datasets/ghz.ts';
import { w } from '../../datasets/w.ts';
import { controlWords } from '../../src/complexity/controls.ts';
import { entanglementBound } from '../../src/complexity/entanglement-bound.ts';
import { lengthLowerBound } from '../../src/complexity/length-bound.ts';
import type { PenaltyMetric } from '../../src/complexity/penalty-metric.ts';
import { spinMatrix } from '../../src/complexity/spin-units.ts';
import { symmetricObservableBound, verifiedSymmetricBound } from '../../src/complexity/symmetric-observable-bound.ts';
import { identityMatrix } from '../../src/linalg/complex.ts';
import { addScaledMatrix, applyMatrix, complexOf } from '../../src/linalg/matrix.ts';
import { innerProduct } from '../../src/linalg/vector.ts';
import { solution } from '../../src/optimise/minimise.ts';
import { dickeComponents, ghzComponents } from '../../src/state/symmetric-vector.ts';
import { zeroState } from '../../src/state/zero-state.ts';
import { greatestRatios } from '../helpers/fastest-state.ts';

const pairs: PenaltyMetric = { maxSize: 2, penalty: Infinity };
const print = (cells: readonly (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`);
const targets = { GHZ: ghz, W: w } as const;

/** Symmetric states: lengths of the shortest paths known, by docs/lower-bounds.md; cells and starts. */
test.each([
  ['GHZ', 4, 1.341193, 8, 6],
  ['GHZ', 5, 1.594628, 6, 2],
  ['GHZ', 6, 1.709102, 4, 1],
  ['GHZ', 7, 1.827055, 4, 1],
  ['GHZ', 8, 1.89644, 4, 1],
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
    const A = complexOf(spinMatrix(n, observable));
    const shifted = addScaledMatrix(A, [-innerProduct(from, applyMatrix(A, from))[0], 0], identityMatrix(2 ** n)); // cells are told from 0 on
    const trials = { random: 10_000, fastest: [300, 100, 40, 20, 10][n - 4]! };
    const most = greatestRatios(controls, shifted, 0, bounds, trials);
    const fastest = Math.max(...most.fastest);
    print([`${name}${n}`, `${trials.random}, ${trials.fastest}`, most.random.toFixed(4), fastest.toFixed(4)]);
    expect(most.random).toBeLessThanOrEqual(1);
    expect(fastest).toBeLessThanOrEqual(1);
    expect(fastest).toBeGreaterThan(0.2);
  },
  900_000,
);
