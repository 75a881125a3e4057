import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contract, contractionPlan } from '../../src/contraction/contract.ts';
import { contractGraded, gradedContraction } from '../../src/grading/graded-contraction.ts';
import { plainLeg } from '../../src/grading/graded-leg.ts';
import { orthonormalGraded } from '../../src/grading/graded-split.ts';
import { denseOf, type GradedTensor, gradedShape } from '../../src/grading/graded-tensor.ts';
import { sizeOf } from '../../src/linalg/complex.ts';
import { transpose } from '../../src/linalg/matrix.ts';
import { gaussian } from '../engine/random-program.ts';
import { isometryError } from '../linalg/compare.ts';

const EXTENTS: Readonly<Record<string, number>> = { a: 3, b: 2, c: 4, d: 1, e: 5, f: 2 };

const tensorOf = (letters: string, sign: 1 | -1, seed: number): GradedTensor => {
  const legs = [...letters].map((letter) => plainLeg(EXTENTS[letter]!));
  const shape = gradedShape(
    legs,
    legs.map(() => sign),
    0,
  );
  return { shape, interleaved: gaussian(shape.size, seed) };
};

const order = fc.shuffledSubarray([...'abcdef'], { minLength: 1, maxLength: 4 }).map((letters) => letters.join(''));

test('two dense tensors of any legs, shared ones at either end or between others, give the sum over these', () => {
  fc.assert(
    fc.property(order, order, (first, second) => {
      const tensors = [tensorOf(first, 1, 1), tensorOf(second, -1, 2)];
      const output = [...first, ...second].filter((letter) => !(first.includes(letter) && second.includes(letter)));
      const plan = contractionPlan([[...first], [...second]], EXTENTS, output);
      const expected = contract(plan, tensors.map(denseOf)).value.interleaved;
      const got = contractGraded([first, second], tensors, output.join('')).interleaved;
      expect(got.length).toBe(expected.length);
      got.forEach((x, k) => {
        expect(x).toBeCloseTo(expected[k]!, 10);
      });
    }),
    { seed: 11, numRuns: 150 },
  );
});

test('an effective Hamiltonian moves no entries of the pair: three products and copies of the small operators', () => {
  const leg = (dimension: number) => plainLeg(dimension);
  const [chi, d, D] = [leg(40), leg(2), leg(5)];
  const shapes = [
    gradedShape([chi, d, d, chi], [1, 1, 1, -1], 0),
    gradedShape([chi, D, chi], [1, -1, -1], 0),
    gradedShape([D, d, d, D], [1, 1, -1, -1], 0),
    gradedShape([D, d, d, D], [1, 1, -1, -1], 0),
    gradedShape([D, chi, chi], [1, 1, -1], 0),
  ];
  const { program } = gradedContraction(['asTb', 'xua', 'uSsv', 'vtTw', 'wby'], shapes, 'xSty');
  const copied = program.instructions.flatMap((step) => (step.kind === 'copy' ? [step.axes] : []));
  expect(program.instructions.filter(({ kind }) => kind === 'product').length).toBe(4);
  // W once for every bond on the left, then once for every bond and site.
  expect(copied.map((axes) => sizeOf(axes.map(({ extent }) => extent)))).toEqual([40 * 100, 80 * 100]);
});

test('a tensor is an isometry times the rest, on the side wanted, also where its rank is low', () => {
  const tensor = tensorOf('ace', 1, 3);
  tensor.interleaved.fill(0, 40); // of twelve rows two are left
  for (const [rows, rightwards] of [
    [2, true],
    [1, false],
  ] as const) {
    const { left, right } = orthonormalGraded(tensor, rows, rightwards);
    const [before, after] = rows === 2 ? ['ac', 'e'] : ['a', 'ce'];
    const back = contractGraded([`${before}x`, `x${after}`], [left, right], 'ace').interleaved;
    back.forEach((x, k) => {
      expect(x).toBeCloseTo(tensor.interleaved[k]!, 12);
    });
    const own = denseOf(rightwards ? left : right);
    const bond = rightwards ? own.shape.at(-1)! : own.shape[0]!;
    const other = sizeOf(own.shape) / bond;
    const matrix = { rows: rightwards ? other : bond, cols: rightwards ? bond : other, interleaved: own.interleaved };
    expect(isometryError(rightwards ? matrix : transpose(matrix))).toBeLessThan(1e-12);
  }
});
