import { expect, test } from 'vitest';
import { ghz } from '../../datasets/ghz.ts';
import { controlWords } from '../../src/complexity/controls.ts';
import { verifiedMovingBound } from '../../src/complexity/moving-observable.ts';
import { type SpinTerm, spinMatrix } from '../../src/complexity/spin-units.ts';
import {
  type SymmetricMovingBound,
  symmetricMovingBound,
  verifiedSymmetricMovingBound,
} from '../../src/complexity/symmetric-moving-bound.ts';
import { complexOf } from '../../src/linalg/matrix.ts';
import { pauliCoefficients } from '../../src/operator/pauli-coefficients.ts';
import { solution } from '../../src/optimise/minimise.ts';
import { dickeComponents, ghzComponents } from '../../src/state/symmetric-vector.ts';
import { zeroState } from '../../src/state/zero-state.ts';

const problem = (qubits: number) => {
  return { qubits, sizeWeights: [1, 1], from: dickeComponents(qubits, 0), to: ghzComponents(qubits) };
};
const moved = (qubits: number, maxSteps: number): SymmetricMovingBound =>
  solution(symmetricMovingBound(problem(qubits), { segments: 1, maxSteps }));

test('the Bell state: its complexity', () => {
  const { bound } = moved(2, 12);
  expect(bound).toBeGreaterThan(0.555);
  expect(bound).toBeLessThan(Math.PI / 4 / Math.SQRT2);
});

test('GHZ₃: more than by one observable, and the same on all amplitudes', () => {
  const { bound, leaves, segments } = moved(3, 25);
  expect(bound).toBeGreaterThan(0.789); // 0.7887 by one in 16 cells
  expect(bound).toBeLessThan(1.2119);
  const sumOf = (terms: readonly SpinTerm[]) => pauliCoefficients(complexOf(spinMatrix(3, terms)));
  const dense = segments.map(({ multipliers: [first, second], beta }) => {
    return { multipliers: [sumOf(first), sumOf(second)] as const, beta, transposed: [[], [], []] as const };
  });
  const controls = controlWords({ maxSize: 2, penalty: Infinity }, 3);
  expect(verifiedMovingBound(controls, zeroState(3), ghz(3).amplitudes, leaves.map(sumOf), dense)).toBeCloseTo(
    bound,
    6,
  );
});

test('mistakes are named', () => {
  const { leaves, segments } = moved(2, 1);
  expect(() => verifiedSymmetricMovingBound(problem(2), leaves, [])).toThrow('K + 1 observables of');
  expect(() => verifiedSymmetricMovingBound(problem(3), leaves, segments)).toThrow('K + 1 observables of');
  expect(() => solution(symmetricMovingBound(problem(2), { segments: 0 }))).toThrow('above 0 required, got 0');
});
