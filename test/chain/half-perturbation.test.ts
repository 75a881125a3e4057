import { expect, test } from 'vitest';
import { halfPerturbation } from '../../src/chain/half-perturbation.ts';
import { currentEngine } from '../../src/engine/engine.ts';
import { plainLeg } from '../../src/grading/graded-leg.ts';
import { splitGraded } from '../../src/grading/graded-split.ts';
import { denseOf, type GradedTensor, gradedOf, gradedShape } from '../../src/grading/graded-tensor.ts';
import { type ComplexArray, type ComplexMatrix, sizeOf, zeroMatrix } from '../../src/linalg/complex.ts';
import { addScaledMatrix, kronecker, multiply, transpose } from '../../src/linalg/matrix.ts';
import { distance, gaussianMatrix } from '../linalg/compare.ts';

const gaussianArray = (shape: readonly number[], seed: number): ComplexArray => ({
  shape,
  interleaved: gaussianMatrix(sizeOf(shape), 1, seed).interleaved,
});
/** A tensor without a symmetry, with signs as sweeps have them. */
const plain = (array: ComplexArray, signs: readonly number[]): GradedTensor =>
  gradedOf(array, gradedShape(array.shape.map(plainLeg), signs, 0), 'test');
const [PAIR, LEFT, RIGHT, SITE] = [
  [1, 1, 1, -1],
  [1, -1, -1],
  [1, 1, -1],
  [1, 1, -1, -1],
];
/** Axes (bra, operator, ket) as (operator, ket, bra), as environments on the right have them. */
const lastFirst = ({ shape, interleaved }: ComplexArray): ComplexArray => ({
  shape: [1, 2, 0].map((axis) => shape[axis]!),
  interleaved: currentEngine().permute(interleaved, shape, [1, 2, 0]),
});
const perturbation = (
  theta: ComplexArray,
  rightwards: boolean,
  end: ComplexArray,
  site: ComplexArray,
  noise: number,
) => {
  const tensors = [rightwards ? plain(end, LEFT) : plain(lastFirst(end), RIGHT), plain(site, SITE)] as const;
  return halfPerturbation(plain(theta, PAIR), rightwards, ...tensors, noise);
};
const matrixOf = ({ interleaved }: GradedTensor, rows: number): ComplexMatrix => ({ rows, cols: rows, interleaved });
const sum = (matrices: readonly ComplexMatrix[]): ComplexMatrix =>
  matrices.reduce((total, one) => addScaledMatrix(total, [1, 0], one));
const range = (length: number): readonly number[] => Array.from({ length }, (_, k) => k);

/** The matrix (bra, ket) of an environment (bra, operator, ket) or of a site (left, out, in, right) at fixed operator bonds. */
function block({ shape, interleaved }: ComplexArray, left: number, right?: number): ComplexMatrix {
  const [first, second, third, fourth = 1] = shape as [number, number, number, number?];
  const [rows, cols] = right === undefined ? [first, third] : [second, third];
  const out = zeroMatrix(rows, cols);
  for (let i = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++) {
      const at =
        right === undefined ? (i * second + left) * third + j : ((left * second + i) * third + j) * fourth + right;
      out.interleaved.set(interleaved.subarray(2 * at, 2 * at + 2), 2 * (i * cols + j));
    }
  }
  return out;
}

const pair = gaussianArray([3, 2, 2, 4], 1);
const matrix: ComplexMatrix = { rows: 6, cols: 8, interleaved: pair.interleaved };

test('the noise is Σ_v (h_v Θ)(h_v Θ)† with the terms h_v of one half, as matrices', () => {
  const [left, leftSite] = [gaussianArray([3, 2, 3], 2), gaussianArray([2, 2, 2, 5], 3)];
  const onLeft = range(5).map((v) => sum(range(2).map((u) => kronecker(block(left, u), block(leftSite, u, v)))));
  const expectedLeft = sum(
    onLeft.map((h) => multiply(h, matrix)).map((made) => multiply(made, made, { adjointB: true })),
  );
  const half = addScaledMatrix(zeroMatrix(6, 6), [0.5, 0], expectedLeft);
  expect(distance(matrixOf(perturbation(pair, true, left, leftSite, 0.5), 6), half)).toBeLessThan(1e-11);
  const [right, rightSite] = [gaussianArray([4, 3, 4], 4), gaussianArray([5, 2, 2, 3], 5)];
  const onRight = range(5).map((v) => sum(range(3).map((w) => kronecker(block(rightSite, v, w), block(right, w)))));
  const expectedRight = sum(
    onRight.map((h) => multiply(matrix, transpose(h))).map((made) => multiply(made, made, { adjointA: true })),
  );
  expect(distance(matrixOf(perturbation(pair, false, right, rightSite, 1), 8), expectedRight)).toBeLessThan(1e-11);
});

test.each([true, false])(
  'with noise a pair is still split exactly, at more than its Schmidt rank (rightwards %s)',
  (rightwards) => {
    const environment = gaussianArray(rightwards ? [3, 2, 3] : [4, 2, 4], 6);
    const site = gaussianArray([2, 2, 2, 2], 7);
    const norm = Math.sqrt(pair.interleaved.reduce((total, x) => total + x * x, 0));
    const unit = { shape: pair.shape, interleaved: pair.interleaved.map((x) => x / norm) };
    const noise = perturbation(unit, rightwards, environment, site, 1e-3);
    const split = splitGraded(plain(unit, PAIR), 2, rightwards, { tolerance: 0, bond: 8 }, noise);
    const [left, right] = [denseOf(split.left), denseOf(split.right)];
    const bond = left.shape[2]!;
    expect(bond).toBe(rightwards ? 6 : 8); // the Schmidt rank is 6
    const [a, b] = [
      { rows: 6, cols: bond, interleaved: left.interleaved },
      { rows: bond, cols: 8, interleaved: right.interleaved },
    ];
    expect(distance(multiply(a, b), { ...matrix, interleaved: unit.interleaved })).toBeLessThan(1e-13);
  },
);
