import { expect, test } from 'vitest';
import { controlWords } from '../../src/complexity/controls.ts';
import { lengthLowerBound } from '../../src/complexity/length-bound.ts';
import { spinMatrix } from '../../src/complexity/spin-units.ts';
import {
  type SymmetricProblem,
  symmetricObservableBound,
  verifiedSymmetricBound,
} from '../../src/complexity/symmetric-observable-bound.ts';
import { verifiedObservableBound } from '../../src/complexity/verified-observable-bound.ts';
import { complexVector } from '../../src/linalg/complex.ts';
import { complexOf } from '../../src/linalg/matrix.ts';
import { pauliCoefficients } from '../../src/operator/pauli-coefficients.ts';
import { solution } from '../../src/optimise/minimise.ts';
import { zeroState } from '../../src/state/zero-state.ts';

const dicke = (n: number, ...ones: readonly number[]) =>
  Array.from({ length: n + 1 }, (_, k) => [ones.includes(k) ? 1 : 0, 0] as const);
const problem = (qubits: number, ...ones: readonly number[]): SymmetricProblem => ({
  qubits,
  sizeWeights: [1, 1],
  from: dicke(qubits, 0),
  to: dicke(qubits, ...ones),
});
const quick = { cells: 3, starts: 1, maxSteps: 30 };

test('the Bell state: almost π/(4√2), which a path attains', () => {
  const { bound } = solution(symmetricObservableBound(problem(2, 0, 2), quick));
  expect(bound).toBeGreaterThan(0.554);
  expect(bound).toBeLessThan(Math.PI / 4 / Math.SQRT2);
});

test('GHZ₃: the check on all amplitudes, which knows no symmetry, gives the same number', () => {
  const { bound, observable, cells } = solution(symmetricObservableBound(problem(3, 0, 3), quick));
  const ghz = complexVector([1, 0, 0, 0, 0, 0, 0, 1].map((x) => x * Math.SQRT1_2));
  const A = pauliCoefficients(complexOf(spinMatrix(3, observable)));
  const controls = controlWords({ maxSize: 2, penalty: Infinity }, 3);
  expect(verifiedObservableBound(controls, zeroState(3), ghz, A, cells)).toBeCloseTo(bound, 6); // what is added for rounding differs
  expect(verifiedSymmetricBound(problem(3, 0, 3), observable, cells)).toBeCloseTo(bound, 12);
  expect(bound).toBeGreaterThan(0.75);
});

test('five qubits: above the Fubini–Study speed, below the length of the geodesic, from a record as found', () => {
  const found = solution(symmetricObservableBound(problem(5, 1), { cells: 2, starts: 1, maxSteps: 10 }));
  const w = complexVector(Array.from({ length: 32 }, (_, b) => ([1, 2, 4, 8, 16].includes(b) ? 1 : 0)));
  const controls = controlWords({ maxSize: 2, penalty: Infinity }, 5);
  expect(found.bound).toBeGreaterThan(1.5 * lengthLowerBound(controls, zeroState(5), w));
  expect(found.bound).toBeLessThan(1.023904);
  const { observable, cells } = JSON.parse(JSON.stringify(found));
  expect(verifiedSymmetricBound(problem(5, 1), observable, cells)).toBeCloseTo(found.bound, 12);
});

test('where no symmetric observable differs, there is no bound', () => {
  expect(solution(symmetricObservableBound(problem(3, 0), quick))).toEqual({ bound: 0, observable: [], cells: [] });
});

test('mistakes are named', () => {
  const run =
    (change: Partial<SymmetricProblem>, options = quick) =>
    () =>
      solution(symmetricObservableBound({ ...problem(3, 1), ...change }, options));
  expect(run({ qubits: 11 })).toThrow('symmetricObservableBound: 1 to 10 qubits required, got 11');
  expect(run({ to: dicke(4, 1) })).toThrow('symmetricObservableBound: 4 components required, got 5');
  expect(run({ sizeWeights: [1, 0] })).toThrow('symmetricObservableBound: weights above 0 required, got 0');
  expect(run({ from: dicke(3) })).toThrow('real components, not all 0, required');
  expect(run({}, { ...quick, cells: 0 })).toThrow('whole numbers of cells and starts above 0 required, got 0');
  const check = (cells: readonly { b: number; nu: number }[]) => () => verifiedSymmetricBound(problem(3, 1), [], cells);
  expect(check([])).toThrow('verifiedSymmetricBound: a cell required, got none');
  expect(check([{ b: Number.NaN, nu: 0 }])).toThrow('finite b and nu required, got NaN and 0');
});
