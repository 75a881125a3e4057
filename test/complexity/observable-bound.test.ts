import { describe, expect, test } from 'vitest';
import { bestLowerBound } from '../../src/complexity/best-lower-bound.ts';
import { controlWords } from '../../src/complexity/controls.ts';
import { lengthLowerBound } from '../../src/complexity/length-bound.ts';
import { type ObservableOptions, observableBound } from '../../src/complexity/observable-bound.ts';
import {
  cellsOf,
  observableObjective,
  observableProblem,
  unitChange,
  withCells,
} from '../../src/complexity/observable-objective.ts';
import { noSymmetry, observableSymmetry, symmetricObservables } from '../../src/complexity/observable-symmetry.ts';
import { symmetricBlocks } from '../../src/complexity/symmetric-blocks.ts';
import { onCopies } from '../../src/complexity/symmetric-power.ts';
import { addSymmetricSquare } from '../../src/complexity/symmetric-square.ts';
import { speedOnPairs, verifiedObservableBound } from '../../src/complexity/verified-observable-bound.ts';
import { complexVector } from '../../src/linalg/complex.ts';
import { hermitianEigenvalues } from '../../src/linalg/hermitian-eigen.ts';
import { addScaledMatrix, realPart, scaledMatrix } from '../../src/linalg/matrix.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { multiplyReal } from '../../src/linalg/real-product.ts';
import { symmetricEigenvalues } from '../../src/linalg/symmetric-eigenvalues.ts';
import { pauliCoefficients } from '../../src/operator/pauli-coefficients.ts';
import { solution } from '../../src/optimise/minimise.ts';
import { zeroState } from '../../src/state/zero-state.ts';

const pairs = (qubits: number) => controlWords({ maxSize: 2, penalty: Infinity }, qubits);
const bell = complexVector([Math.SQRT1_2, 0, 0, Math.SQRT1_2]);
const w = complexVector([0, 1, 1, 0, 1, 0, 0, 0].map((x) => x / Math.sqrt(3)));
const quick = { cells: 3, starts: 1, maxSteps: 30 };

test('the Bell state: almost π/(4√2), which a path attains', () => {
  const { bound, observable, cells } = solution(observableBound(pairs(2), zeroState(2), bell, { ...quick, cells: 4 }));
  expect(bound).toBeGreaterThan(0.554);
  expect(bound).toBeLessThan(Math.PI / 4 / Math.SQRT2);
  expect(verifiedObservableBound(pairs(2), zeroState(2), bell, observable, cells)).toBe(bound);
});

test('W₃ on all pairs: above the other bounds, below the length of its geodesic', () => {
  const found = solution(observableBound(pairs(3), zeroState(3), w, quick));
  expect(found.bound).toBeGreaterThan(0.86);
  expect(found.bound).toBeLessThan(0.934661);
  expect(bestLowerBound(pairs(3), zeroState(3), w)).toMatchObject({ by: 'Fubini–Study speed' });
  expect(bestLowerBound(pairs(3), zeroState(3), w, { ...found, bound: 7 } as typeof found)).toEqual({
    bound: found.bound,
    by: 'one observable',
  });
});

test('a random state, where observables are complex: almost the bi-invariant distance, which a path attains', () => {
  const random = randomVector(4, randomStream(2, 'state'));
  const steps = [...observableBound(pairs(2), zeroState(2), random, { ...quick, cells: 2 })];
  expect(steps.map(({ beta }) => beta)).toEqual([10, 40, 150, 500, 1500, 6000, 24000]);
  const distance = lengthLowerBound(pairs(2), zeroState(2), random);
  expect(steps.at(-1)!.bound).toBeLessThan(distance);
  expect(steps.at(-1)!.bound).toBeGreaterThan(0.999 * distance);
});

test('no bound between equal states', () => {
  const found = solution(observableBound(pairs(2), bell, bell, quick));
  expect(found).toEqual({ bound: 0, observable: { qubits: 2, terms: [] }, cells: [], copies: 2 });
  expect(bestLowerBound(pairs(2), bell, bell, found).bound).toBeCloseTo(0, 14);
});

test('what is wrong, and what is too large, is named', () => {
  const search = (qubits: number, options: ObservableOptions) => () =>
    solution(observableBound(pairs(qubits), zeroState(qubits), zeroState(qubits), options));
  expect(search(2, { cells: 0 })).toThrow('whole numbers of cells and starts above 0 required, got 0');
  expect(search(2, { copies: 1.5 })).toThrow('at least 2 copies required, got 1.5');
  expect(search(3, { group: noSymmetry(3), copies: 3 })).toThrow('got 63 of A in 240 dimensions');
  expect(search(5, {})).toThrow('at most 400 dimensions required, got 528: 2 copies of 5 qubits');
});

describe('the smooth objective', () => {
  const setUp = (seed: number, isSymmetric: boolean, copies = 2) => {
    const to = isSymmetric ? bell : randomVector(4, randomStream(seed, 'to'));
    const [from, controls] = [zeroState(2), controlWords({ sizeWeights: [2, 3], penalty: 1 }, 2)];
    const group = isSymmetric ? observableSymmetry(controls, from, to) : noSymmetry(2);
    const observables = symmetricObservables(group, 2);
    const stream = randomStream(seed, 'coefficients');
    const A = observables.reduce(
      (sum, B) => addScaledMatrix(sum, [stream.normal(), 0], B),
      scaledMatrix([0, 0], observables[0]!),
    );
    const sample = speedOnPairs(controls, A);
    addSymmetricSquare(sample, 1, A, A);
    const blocks = symmetricBlocks(group, 2, onCopies(sample, 4, copies), copies, stream);
    const problem = observableProblem(controls, [from, to], observables, blocks, { copies, real: group.real });
    const x = Float64Array.from({ length: observables.length + 4 }, () => stream.normal());
    return { controls, from, to, observables, problem, x, sample, blocks };
  };

  test.each([[true], [false]])('has the gradient of its differences (symmetric: %s)', (isSymmetric) => {
    const { problem, x } = setUp(3, isSymmetric);
    const objective = observableObjective(problem, 2);
    const { gradient } = objective(x);
    x.forEach((_, k) => {
      const [above, below] = [1e-5, -1e-5].map(
        (h) => objective(x.map((value, j) => (j === k ? value + h : value))).value,
      );
      expect(gradient[k]).toBeCloseTo((above! - below!) / 2e-5, 6);
    });
  });

  test.each([
    [true, 2],
    [false, 2],
    [true, 3],
    [false, 3],
  ])('tends to the verified bound from below as β grows (symmetric: %s, %d copies)', (isSymmetric, copies) => {
    const { controls, from, to, observables, problem, x } = setUp(5, isSymmetric, copies);
    const a = unitChange(problem, x);
    const matrix = observables.reduce(
      (sum, B, m) => addScaledMatrix(sum, [a[m]!, 0], B),
      scaledMatrix([0, 0], observables[0]!),
    );
    const cells = cellsOf(problem, x);
    const bound = verifiedObservableBound(controls, from, to, pauliCoefficients(matrix), cells, copies);
    const soft = [1e-3, 1e-2, 1e7].map((beta) => -observableObjective(problem, beta)(x).value);
    expect(soft[0]).toBeLessThan(soft[1]!);
    expect(soft[1]).toBeLessThan(bound);
    expect(soft[2]! / bound).toBeCloseTo(1, 6);
  });

  test('more cells begin with the bound of the few', () => {
    const { problem, x } = setUp(3, true);
    const value = (y: Float64Array) => observableObjective(problem, 1e6)(y).value;
    expect(value(withCells(problem, x, 4))).toBeCloseTo(value(x), 9);
  });

  test('blocks of symmetry have all eigenvalues of the whole', () => {
    const { sample, blocks } = setUp(7, true);
    const all = hermitianEigenvalues(sample);
    const parts = blocks.flatMap((block) => {
      const inside = multiplyReal(multiplyReal(block, realPart(sample)), block, { transposeB: true });
      return [...symmetricEigenvalues(inside.data, inside.rows)];
    });
    expect(parts.length).toBeLessThanOrEqual(all.length);
    for (const value of all) expect(Math.min(...parts.map((part) => Math.abs(part - value)))).toBeLessThan(1e-11);
    for (const value of parts) expect(Math.min(...all.map((other) => Math.abs(other - value)))).toBeLessThan(1e-11);
  });
});
