import { expect, test } from 'vitest';
import { contractGraded, runGraded } from '../../src/grading/graded-contraction.ts';
import { gradedLeg, plainLeg } from '../../src/grading/graded-leg.ts';
import { orthonormalGraded, splitGraded } from '../../src/grading/graded-split.ts';
import { gradedSum } from '../../src/grading/graded-sum.ts';
import {
  conjugateTensor,
  denseOf,
  type GradedTensor,
  gradedShape,
  realTensor,
  scaledTensor,
} from '../../src/grading/graded-tensor.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { largestDifference } from '../engine/random-program.ts';

const GRADINGS = [
  ['U(1)', 0, gradedLeg([0, 2, -1, 0, 1, 2, 0]), gradedLeg([1, 0, 0])],
  ['Z₂', 2, gradedLeg([0, 1, 1, 0, 1, 0, 0]), gradedLeg([0, 1, 0])],
  ['no symmetry', 0, plainLeg(7), plainLeg(3)],
] as const;

test.each(GRADINGS)('terms of %s add up, and parts stand at their values of a leg', (_, modulus, bond, few) => {
  const stream = randomStream(1, 'test');
  const random = (legs: readonly (typeof bond)[], signs: readonly number[], complex = true): GradedTensor => {
    const shape = gradedShape(legs, signs, modulus);
    const numbers = Float64Array.from({ length: (complex ? 2 : 1) * shape.size }, () => stream.normal());
    return complex ? { shape, interleaved: numbers } : realTensor(shape, numbers);
  };
  for (const complex of [true, false]) {
    const [A, B] = [random([bond, bond], [1, -1], complex), random([bond, bond], [1, -1], complex)];
    const sum = gradedSum(
      [
        { tensors: [0, 1], legs: ['ab', 'bc'], output: 'ac' },
        { tensors: [1, 0], legs: ['xy', 'yz'], output: 'xz' },
        { tensors: [0], legs: ['ab'], output: 'ab' },
      ],
      [A.shape, B.shape],
      A.shape,
    );
    const got = runGraded(sum, [A, B]);
    expect(got.real !== undefined).toBe(!complex);
    const [AB, BA] = [contractGraded(['ab', 'bc'], [A, B], 'ac'), contractGraded(['ab', 'bc'], [B, A], 'ac')];
    const expected = AB.interleaved.map((x, k) => x + BA.interleaved[k]! + A.interleaved[k]!);
    expect(largestDifference(got.interleaved, expected)).toBeLessThan(1e-13);

    // A leg of four values: one term at value 2, which has charge 0, another at values 3, 0 and 1 by its own leg.
    const wide = gradedLeg([few.charges[1]!, few.charges[2]!, 0, few.charges[0]!]);
    const C = random([bond, few, bond], [1, -1, -1], complex);
    const parts = gradedSum(
      [
        { tensors: [0], legs: ['yb'], output: 'yb', part: { axis: 1, values: [2] } },
        { tensors: [1], legs: ['yvb'], output: 'yvb', part: { axis: 1, values: [3, 0, 1] } },
      ],
      [A.shape, C.shape],
      gradedShape([bond, wide, bond], [1, -1, -1], modulus),
    );
    const [all, own, small] = [runGraded(parts, [A, C]), A, C].map((tensor) => denseOf(tensor).interleaved);
    const entry = (numbers: Float64Array, width: number, y: number, v: number, b: number): number =>
      numbers[2 * ((y * width + v) * 7 + b)]!;
    for (let y = 0; y < 7; y++) {
      for (let b = 0; b < 7; b++) {
        expect(entry(all!, 4, y, 2, b)).toBe(own![2 * (y * 7 + b)]!);
        [3, 0, 1].forEach((v, k) => {
          expect(entry(all!, 4, y, v, b)).toBe(entry(small!, 3, y, k, b));
        });
      }
    }
  }
});

test.each(GRADINGS)('real tensors of %s do as their complex numbers do', (_, modulus, bond, few) => {
  const shape = gradedShape([bond, few, bond], [1, -1, -1], modulus);
  const stream = randomStream(2, 'test');
  const real = realTensor(
    shape,
    Float64Array.from({ length: shape.size }, () => stream.normal()),
  );
  const complex = { shape, interleaved: real.interleaved };
  expect(scaledTensor(real, 2).interleaved).toEqual(scaledTensor(complex, 2).interleaved);
  expect(conjugateTensor(real).shape).toEqual(conjugateTensor(complex).shape);
  const joined = (parts: { readonly left: GradedTensor; readonly right: GradedTensor }): Float64Array =>
    contractGraded(['ab', 'bsc'], [parts.left, parts.right], 'asc').interleaved;
  for (const rightwards of [true, false]) {
    const [one, other] = [real, complex].map((tensor) => orthonormalGraded(tensor, 1, rightwards));
    expect(largestDifference(one!.left.interleaved, other!.left.interleaved)).toBeLessThan(1e-13);
    expect(largestDifference(one!.right.interleaved, other!.right.interleaved)).toBeLessThan(1e-13);
    expect(largestDifference(joined(one!), real.interleaved)).toBeLessThan(1e-13);
    const [cut, same] = [real, complex].map((tensor) =>
      splitGraded(tensor, 1, rightwards, { tolerance: 0, bond: Infinity }),
    );
    expect(cut!.left.real).toBeDefined();
    expect(largestDifference(joined(cut!), real.interleaved)).toBeLessThan(1e-13);
    expect(largestDifference(joined(same!), real.interleaved)).toBeLessThan(1e-13);
  }
});
