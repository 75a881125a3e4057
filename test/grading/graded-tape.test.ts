import { expect, test } from 'vitest';
import { contract, contractionPlan, contractPullback } from '../../src/contraction/contract.ts';
import { currentEngine } from '../../src/engine/engine.ts';
import { gradedLeg, plainLeg } from '../../src/grading/graded-leg.ts';
import { draftGraded, draftGradedPullback } from '../../src/grading/graded-tape.ts';
import { denseOf, gradedShape } from '../../src/grading/graded-tensor.ts';
import { cleared, type Draft, storedTensor } from '../../src/grading/stored-tensor.ts';
import { randomStream } from '../../src/linalg/random.ts';

const gradings = [
  ['U(1)', 0, gradedLeg([0, 2, -1, 0, 1, 2, 0]), gradedLeg([0, 1])],
  ['Z₂', 2, gradedLeg([0, 1, 1, 0, 1, 0, 0]), gradedLeg([0, 1])],
  ['Z₃', 3, gradedLeg([0, 1, 2, 2, 1, 0, 0]), gradedLeg([0, 2])],
  ['no symmetry', 1, plainLeg(7), plainLeg(2)],
] as const;

test.each(gradings)(
  'a contraction of tensors of %s along a path and its reverse mode are those of dense tensors',
  (_, modulus, bond, site) => {
    const { normal } = randomStream(3, 'tape');
    // A transfer matrix of two sites between two chains: all letters but a, d, e, h are summed over.
    const letters = ['asb', 'btd', 'esf', 'fth'].map((own) => [...own]);
    const legs = { a: bond, b: bond, d: bond, e: bond, f: bond, h: bond, s: site, t: site };
    const shapes = letters.map((own, k) =>
      gradedShape(
        own.map((letter) => legs[letter as keyof typeof legs]),
        (k < 2 ? [1, 1, -1] : [-1, -1, 1]) as readonly number[],
        modulus,
      ),
    );
    const tensors = shapes.map((shape) => ({
      shape,
      interleaved: Float64Array.from({ length: 2 * shape.size }, normal),
    }));
    const dimensions = Object.fromEntries(Object.entries(legs).map(([letter, leg]) => [letter, leg.charges.length]));
    const path = [
      [0, 2],
      [4, 1],
      [3, 5],
    ] as const;
    const draft: Draft = { sizes: shapes.map(({ size }) => size), instructions: [], modulus };
    const stored = shapes.map((shape, k) => storedTensor(shape, letters[k]!, k));
    const { result, tape } = draftGraded(draft, stored, path);
    // The cotangent of the result is the result itself: L = ½‖z‖².
    const cotangents = new Map<number, number>();
    for (const { array } of result.places.values()) cotangents.set(array, array);
    const sums = new Map([0, 1, 2, 3].map((k) => [k, cleared(draft, shapes[k]!.size)]));
    draftGradedPullback(draft, tape, cotangents, sums, [true, true, false, true]);
    const outputs = [...sums.values()];
    const program = { inputs: 4, sizes: draft.sizes, instructions: draft.instructions, outputs };
    const gradients = currentEngine().runProducts(
      program,
      tensors.map(({ interleaved }) => interleaved),
    );
    const plan = contractionPlan(letters, dimensions, [...'adeh'], path);
    const contraction = contract(plan, tensors.map(denseOf));
    const dense = contractPullback(plan, contraction, contraction.value.interleaved);
    [0, 1, 3].forEach((k) => {
      const wanted = dense[k]!;
      const found = denseOf({ shape: shapes[k]!, interleaved: gradients[k]! }).interleaved;
      const scale = Math.max(...wanted.map(Math.abs));
      expect(scale).toBeGreaterThan(1);
      found.forEach((x, at) => {
        expect(Math.abs(x - wanted[at]!)).toBeLessThan(1e-12 * scale);
      });
    });
    expect(gradients[2]!.every((x) => x === 0)).toBe(true);
    expect(Math.max(...gradients[0]!.map(Math.abs))).toBeGreaterThan(1);
  },
);
