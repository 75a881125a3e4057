import { expect, test } from 'vitest';
import { controlWords } from '../../src/complexity/controls.ts';
import { type MovingSegment, segmentFactors, verifiedMovingBound } from '../../src/complexity/moving-observable.ts';
import { type MovingObservableBound, movingObservableBound } from '../../src/complexity/moving-observable-bound.ts';
import { complexVector } from '../../src/linalg/complex.ts';
import { addScaledMatrix, applyMatrix } from '../../src/linalg/matrix.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { innerProduct } from '../../src/linalg/vector.ts';
import { applyPauliSum, type PauliSum, pauliSumMatrix } from '../../src/operator/pauli-sum.ts';
import { solution } from '../../src/optimise/minimise.ts';
import { zeroState } from '../../src/state/zero-state.ts';

const bell = complexVector([Math.SQRT1_2, 0, 0, Math.SQRT1_2]);
const pairs = controlWords({ maxSize: 2, sizeWeights: [1, 1], penalty: Infinity }, 2);

/** Hyperplanes ⟨Z⟩ = x from pole to pole of a qubit, and what proves the speed 4(1 − x²). */
function poles(count: number) {
  const heights = Array.from({ length: count + 1 }, (_, k) => Math.cos((Math.PI * k) / count));
  const sum = (z: number, constant: number): PauliSum => ({
    qubits: 1,
    terms: [
      { word: 'Z', coefficient: z },
      { word: 'I', coefficient: constant },
    ],
  });
  const leaves = heights.map((x) => sum(-1, x)); // ⟨L_t⟩ falls along the list
  const segments = heights.slice(1).map((x, k): MovingSegment => {
    return { multiplier: sum(4, 2 * (x + heights[k]!)), beta: 0, transposed: [[], []] };
  });
  return { leaves, segments };
}

test('hyperplanes from pole to pole of a qubit: up to π/2, which a path attains', () => {
  const controls = controlWords({ penalty: 1 }, 1);
  const [up, down] = [zeroState(1), complexVector([0, 1])];
  const bounds = [8, 64].map((count) => {
    const { leaves, segments } = poles(count);
    return verifiedMovingBound(controls, up, down, leaves, segments);
  });
  expect(bounds[1]).toBeLessThan(Math.PI / 2);
  expect(bounds[1]).toBeGreaterThan(1.5);
  expect(bounds[0]).toBeLessThan(bounds[1]!);
  const { leaves, segments } = poles(8);
  const turned = [...leaves].reverse();
  expect(verifiedMovingBound(controls, down, up, turned, segments)).toBe(0); // ⟨L_t⟩ would rise
  const heavy = { ...controls, weights: controls.weights.map(() => 9) };
  const scaled = segments.map(({ multiplier, ...rest }) => ({
    ...rest,
    multiplier: {
      ...multiplier,
      terms: multiplier.terms.map((term) => ({ ...term, coefficient: term.coefficient / 9 })),
    },
  }));
  expect(verifiedMovingBound(heavy, up, down, leaves, scaled)).toBeCloseTo(3 * bounds[0]!, 4);
});

test('the Bell state, and no state is faster across a hyperplane than its segment allows', () => {
  const found = solution(movingObservableBound(pairs, zeroState(2), bell, { segments: 2, maxSteps: 25 }));
  expect(found.bound).toBeGreaterThan(0.45);
  expect(found.bound).toBeLessThan(Math.PI / 4 / Math.SQRT2);
  const { leaves, segments }: MovingObservableBound = JSON.parse(JSON.stringify(found));
  expect(verifiedMovingBound(pairs, zeroState(2), bell, leaves, segments)).toBeCloseTo(found.bound, 12);
  const L = leaves.map(pauliSumMatrix);
  const mean = (M: (typeof L)[number], psi: typeof bell): number => innerProduct(psi, applyMatrix(M, psi))[0];
  let [crossed, fastest] = [0, 0];
  segments.forEach((segment, k) => {
    const [first, second] = [L[k]!, L[k + 1]!];
    const factors = segmentFactors(pairs, first, second, segment)!;
    for (let trial = 0; trial < 1500; trial++) {
      const psi = randomVector(4, randomStream(trial, `state ${k}`));
      const [at, change] = [mean(first, psi), mean(second, psi) - mean(first, psi)];
      const tau = -at / change;
      if (!(tau > 0 && tau < 1)) continue;
      crossed++;
      const image = applyMatrix(addScaledMatrix(first, [tau, 0], addScaledMatrix(second, [-1, 0], first)), psi);
      const speed = pairs.words.reduce((sum, word, p) => {
        const moved = applyPauliSum({ qubits: 2, terms: [{ word, coefficient: 1 }] }, psi);
        return sum + (2 * innerProduct(moved, image)[1]) ** 2 / pairs.weights[p]!;
      }, 0);
      const ratio = speed / change ** 2 / ((1 - tau) * factors[0] + tau * factors[1]);
      fastest = Math.max(fastest, ratio);
    }
  });
  expect(crossed).toBeGreaterThan(300);
  expect(fastest).toBeLessThanOrEqual(1);
  expect(fastest).toBeGreaterThan(0.5);
});

test('mistakes are named', () => {
  const { leaves, segments } = poles(2);
  const controls = controlWords({ penalty: 1 }, 1);
  const [up, down] = [zeroState(1), complexVector([0, 1])];
  expect(() => verifiedMovingBound(controls, down, up, leaves, segments.slice(1))).toThrow(
    'K + 1 observables of 1 qubits',
  );
  expect(() =>
    verifiedMovingBound(controls, down, up, leaves, [{ ...segments[0]!, beta: Number.NaN }, segments[1]!]),
  ).toThrow('finite beta required, got NaN');
  const run = (options: { segments: number }) => () =>
    solution(movingObservableBound(pairs, zeroState(2), bell, options));
  expect(run({ segments: 0 })).toThrow('a whole number of segments above 0 required, got 0');
  const complex = complexVector([1, 0, 0, 0], [0, 0.5, 0, 0.3]);
  expect(() => solution(movingObservableBound(pairs, zeroState(2), complex))).toThrow('real states required');
});
