import { expect, test } from 'vitest';
import { contract, contractionPlan } from '../../src/contraction/contract.ts';
import { contractGraded } from '../../src/grading/graded-contraction.ts';
import { chargeModulo, type GradedLeg, gradedLeg, plainLeg } from '../../src/grading/graded-leg.ts';
import { splitGraded } from '../../src/grading/graded-split.ts';
import { conjugateTensor, denseOf, type GradedTensor, gradedOf, gradedShape } from '../../src/grading/graded-tensor.ts';
import { sizeOf } from '../../src/linalg/complex.ts';
import { transpose } from '../../src/linalg/matrix.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { gaussianMatrix, isometryError } from '../linalg/compare.ts';

const randomTensor = (legs: readonly GradedLeg[], signs: readonly number[], modulus: number, seed: number) => {
  const shape = gradedShape(legs, signs, modulus);
  const stream = randomStream(seed, 'test');
  return { shape, interleaved: Float64Array.from({ length: 2 * shape.size }, () => stream.normal()) };
};

/** A leg of seven values whose charges are in no order. */
const mixed = gradedLeg([0, 2, -1, 0, 1, 2, 0]);
const qubit = gradedLeg([0, 1]);
const gradings = [
  ['U(1)', 0, mixed, qubit],
  ['Z₂', 2, gradedLeg([0, 1, 1, 0, 1, 0, 0]), qubit],
  ['Z₃', 3, gradedLeg([0, 1, 2, 2, 1, 0, 0]), gradedLeg([0, 2])],
  ['no symmetry', 0, plainLeg(7), plainLeg(2)],
] as const;

test.each(gradings)('a tensor of %s has exactly the entries whose charges add up to zero', (_, modulus, bond, site) => {
  const tensor = randomTensor([bond, site, bond], [1, 1, -1], modulus, 1);
  const dense = denseOf(tensor);
  let allowed = 0;
  bond.charges.forEach((a, i) => {
    site.charges.forEach((s, j) => {
      bond.charges.forEach((b, k) => {
        const at = 2 * ((i * 2 + j) * 7 + k);
        const isAllowed = chargeModulo(a + s - b, modulus) === 0;
        allowed += Number(isAllowed);
        expect(dense.interleaved[at] !== 0).toBe(isAllowed);
      });
    });
  });
  expect(tensor.shape.size).toBe(allowed);
  expect(gradedOf(dense, tensor.shape, 'test')).toEqual(tensor);
});

test('other entries are refused', () => {
  const full = { shape: [2, 2], interleaved: gaussianMatrix(2, 2, 1).interleaved };
  expect(() => gradedOf(full, gradedShape([qubit, qubit], [1, -1], 0), 'here')).toThrow(
    /here: a tensor that conserves/,
  );
});

const denseContraction = (legs: readonly string[], tensors: readonly GradedTensor[], output: string) => {
  const arrays = tensors.map(denseOf);
  const dimensions = Object.fromEntries(
    legs.flatMap((letters, k) => [...letters].map((letter, axis) => [letter, arrays[k]!.shape[axis]!])),
  );
  const plan = contractionPlan(
    legs.map((letters) => [...letters]),
    dimensions,
    [...output],
  );
  return contract(plan, arrays).value.interleaved;
};

test.each(gradings)('a contraction of tensors of %s is that of the dense tensors', (_, modulus, bond, site) => {
  const A = randomTensor([bond, site, bond], [1, 1, -1], modulus, 2);
  const B = randomTensor([bond, site, bond], [1, 1, -1], modulus, 3);
  const E = randomTensor([bond, bond], [1, -1], modulus, 4);
  for (const [legs, tensors, output] of [
    [['xa', 'asb', 'bte', 'xsy'], [E, A, B, conjugateTensor(A)], 'yte'],
    [['xa', 'asb', 'xsb'], [E, A, conjugateTensor(B)], ''],
    [['asb'], [A], 'bsa'],
    [['xa', 'asb', 'bte'], [E, A, B], 'tsex'],
  ] as const) {
    const result = denseOf(contractGraded(legs, tensors, output)).interleaved;
    const expected = denseContraction(legs, tensors, output);
    expect(result.length).toBe(expected.length);
    result.forEach((x, k) => {
      expect(x).toBeCloseTo(expected[k]!, 10);
    });
  }
});

test('legs with other sectors or the same sign are not summed over', () => {
  const E = randomTensor([mixed, mixed], [1, -1], 0, 1);
  const F = randomTensor([plainLeg(7), plainLeg(7)], [1, -1], 0, 1);
  expect(() => contractGraded(['ab', 'bc'], [E, F], 'ac')).toThrow(/same sectors and opposite signs required at 'b'/);
  expect(() => contractGraded(['ab', 'cb'], [E, E], 'ac')).toThrow(/opposite signs/);
});

test.each(gradings)('a pair of %s is split exactly, with an isometry on the side wanted', (_, modulus, bond, site) => {
  const pair = randomTensor([bond, site, site, bond], [1, 1, 1, -1], modulus, 5);
  for (const rightwards of [true, false]) {
    const { left, right, lost, values } = splitGraded(pair, 2, rightwards, { tolerance: 0, bond: Infinity });
    const back = contractGraded(['asc', 'ctb'], [left, right], 'astb').interleaved;
    back.forEach((x, k) => {
      expect(x).toBeCloseTo(pair.interleaved[k]!, 10);
    });
    expect(lost).toBe(0);
    const { shape, interleaved } = denseOf(rightwards ? left : right);
    const columns = rightwards ? shape[2]! : shape[0]!;
    const own = rightwards ? interleaved : denseOf(conjugateTensor(right)).interleaved;
    const matrix = { rows: rightwards ? sizeOf(shape) / columns : columns, interleaved: own };
    const isometry = { ...matrix, cols: sizeOf(shape) / matrix.rows };
    expect(isometryError(rightwards ? isometry : transpose(isometry))).toBeLessThan(1e-12);
    const norm = pair.interleaved.reduce((sum, x) => sum + x * x, 0);
    const weights = values.flatMap((one) => Array.from(one.values, (p) => p * p));
    expect(weights.reduce((sum, p) => sum + p, 0)).toBeCloseTo(norm, 9);
  }
});

test('a truncated split keeps the strongest states of all charges, and loses the weight of the others', () => {
  const pair = randomTensor([mixed, qubit, qubit, mixed], [1, 1, 1, -1], 0, 6);
  const whole = splitGraded(pair, 2, true, { tolerance: 0, bond: Infinity });
  const all = whole.values.flatMap(({ values }) => [...values]).sort((a, b) => b - a);
  const { left, lost, values } = splitGraded(pair, 2, true, { tolerance: 0, bond: 4 });
  expect(left.shape.legs[2]!.charges.length).toBe(4);
  const kept = values.flatMap((one) => [...one.values]).sort((a, b) => b - a);
  expect(kept.length).toBe(4);
  kept.forEach((x, k) => {
    expect(x).toBeCloseTo(all[k]!, 10);
  });
  expect(lost).toBeCloseTo(
    all.slice(4).reduce((sum, x) => sum + x * x, 0),
    9,
  );
});
