/** @file Lower bounds by an observable that changes on the way at full size. Prints a table of docs/lower-bounds.md. */

import { expect, test } from 'vitest';
import { ghz } from '../../datasets/ghz.ts';
import { controlWords } from '../../src/complexity/controls.ts';
import { segmentFactors, verifiedMovingBound } from '../../src/complexity/moving-observable.ts';
import { type MovingObservableBound, movingObservableBound } from '../../src/complexity/moving-observable-bound.ts';
import type { PenaltyMetric } from '../../src/complexity/penalty-metric.ts';
import { spinMatrix } from '../../src/complexity/spin-units.ts';
import {
  type SymmetricMovingBound,
  symmetricMovingBound,
  symmetricSegmentFactors,
  verifiedSymmetricMovingBound,
} from '../../src/complexity/symmetric-moving-bound.ts';
import type { ComplexMatrix } from '../../src/linalg/complex.ts';
import { addScaledMatrix, complexOf } from '../../src/linalg/matrix.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { pauliSumMatrix } from '../../src/operator/pauli-sum.ts';
import { solution } from '../../src/optimise/minimise.ts';
import { dickeComponents, ghzComponents } from '../../src/state/symmetric-vector.ts';
import { zeroState } from '../../src/state/zero-state.ts';
import { fastestState, observedBy, type Trials } from '../helpers/fastest-state.ts';

const pairs: PenaltyMetric = { maxSize: 2, penalty: Infinity };
const print = (cells: readonly (string | number)[]): void => console.log(`| ${cells.join(' | ')} |`);

/** s₀, s₀₁ and s₁ of a segment. */
type Factors = readonly [number, number, number];

test('GHZ₃ by an observable that changes on the way', () => {
  const [from, to, controls] = [zeroState(3), ghz(3).amplitudes, controlWords(pairs, 3)];
  const before = process.cpuUsage();
  const found = solution(movingObservableBound(controls, from, to, { segments: 4, maxSteps: 500 }));
  const { user, system } = process.cpuUsage(before);
  print(['GHZ₃', 'moving, transposed', found.bound.toFixed(4), '4, 500', `${((user + system) / 1e6).toFixed(0)} s`]);
  expect(found.bound).toBeGreaterThan(1);
  expect(found.bound).toBeLessThan(1.211878);
  const { leaves, segments }: MovingObservableBound = JSON.parse(JSON.stringify(found));
  expect(verifiedMovingBound(controls, from, to, leaves, segments)).toBeCloseTo(found.bound, 12);
  const L = leaves.map(pauliSumMatrix);
  const factors = segments.map((segment, k) => segmentFactors(controls, L[k]!, L[k + 1]!, segment)!);
  challenge('GHZ₃', 3, L, factors, { random: 10_000, fastest: 1000 });
}, 900_000);

/** Symmetric states: what is asked for, the shortest path known, segments and steps. */
test.each([
  [3, 0.88, 1.211878, 2, 150, 1000],
  [4, 0.68, 1.341193, 2, 150, 300],
  [5, 0.82, 1.594628, 2, 100, 100],
  [6, 0.7, 1.709102, 2, 60, 40],
  [7, 0.72, 1.827055, 2, 25, 20],
] as const)(
  'GHZ of %d qubits by a symmetric observable that changes on the way',
  (n, least, length, segments, maxSteps, fastest) => {
    const problem = { qubits: n, sizeWeights: [1, 1], from: dickeComponents(n, 0), to: ghzComponents(n) };
    const before = process.cpuUsage();
    const found = solution(symmetricMovingBound(problem, { segments, maxSteps }));
    const { user, system } = process.cpuUsage(before);
    const gap = `${(100 * (1 - found.bound / length)).toFixed(1)} %`;
    const time = `${((user + system) / 1e6).toFixed(0)} s`;
    print([`GHZ${'₀₁₂₃₄₅₆₇₈'[n]}`, length, found.bound.toFixed(4), gap, `${segments}, ${maxSteps}`, time]);
    expect(found.bound).toBeGreaterThan(least);
    expect(found.bound).toBeLessThan(length);
    const again: SymmetricMovingBound = JSON.parse(JSON.stringify(found));
    expect(verifiedSymmetricMovingBound(problem, again.leaves, again.segments)).toBeCloseTo(found.bound, 12);
    const L = again.leaves.map((terms) => complexOf(spinMatrix(n, terms)));
    challenge(
      `GHZ${n}`,
      n,
      L,
      symmetricSegmentFactors(problem, again.leaves, again.segments).map((one) => one!),
      { random: 10_000, fastest },
    );
  },
  900_000,
);

/**
 * Tries to refute a bound: of random states, and of those followed to a local maximum of their speed across a hyperplane, none
 * may be faster than its segment allows.
 */
function challenge(
  name: string,
  qubits: number,
  L: readonly ComplexMatrix[],
  factors: readonly Factors[],
  trials: Trials,
): void {
  const controls = controlWords(pairs, qubits);
  const observed = L.map((leaf) => observedBy(controls, leaf));
  const stream = randomStream(2, 'states');
  const counted = { crossed: 0 };
  /** |f'|² of the state at the hyperplane on which it lies, against what is allowed; rates are linear in L. */
  const ratio = (psi: Float64Array): number => {
    const all = observed.map((of) => of(psi));
    return factors.reduce((most, [s0, middle, s1], k) => {
      const [first, second] = [all[k]!, all[k + 1]!];
      const change = second.x - first.x;
      const tau = -first.x / change;
      if (!(tau >= 0 && tau <= 1)) return most;
      counted.crossed++;
      const speed = first.rates.reduce(
        (sum, rate, p) => sum + ((1 - tau) * rate + tau * second.rates[p]!) ** 2 / controls.weights[p]!,
        0,
      );
      const allowed = (1 - tau) ** 2 * s0 + 2 * tau * (1 - tau) * middle + tau ** 2 * s1;
      return Math.max(most, speed / change ** 2 / allowed);
    }, 0);
  };
  const start = (): Float64Array => randomVector(2 ** qubits, stream).interleaved;
  const [random, fastest] = [
    Array.from({ length: trials.random }, () => ratio(start())),
    Array.from({ length: trials.fastest }, (_, trial) => {
      const [k, tau] = [trial % factors.length, stream.uniform()];
      const leaf = addScaledMatrix(L[k]!, [tau, 0], addScaledMatrix(L[k + 1]!, [-1, 0], L[k]!));
      return ratio(fastestState(controls, leaf)(start(), 0, 60).psi);
    }),
  ].map((ratios) => Math.max(...ratios)) as [number, number];
  print([name, `${trials.random}, ${trials.fastest}`, counted.crossed, random.toFixed(4), fastest.toFixed(4)]);
  expect(counted.crossed).toBeGreaterThan(1000);
  expect(random).toBeLessThanOrEqual(1);
  expect(fastest).toBeLessThanOrEqual(1);
  expect(fastest).toBeGreaterThan(0.5);
}
