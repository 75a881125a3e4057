import { expect, test } from 'vitest';
import { chargeCopies } from '../../src/complexity/charge-copies.ts';
import { controlWords } from '../../src/complexity/controls.ts';
import { speedBlock } from '../../src/complexity/copy-pairs.ts';
import { noSymmetry, symmetricObservables } from '../../src/complexity/observable-symmetry.ts';
import { symmetricSquare } from '../../src/complexity/symmetric-square.ts';
import { speedOnPairs } from '../../src/complexity/verified-observable-bound.ts';
import { hermitianEigenvalues } from '../../src/linalg/hermitian-eigen.ts';
import { addScaledMatrix } from '../../src/linalg/matrix.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { symmetricEigenvalues } from '../../src/linalg/symmetric-eigenvalues.ts';

test.each([
  ['complex', 1, false],
  ['real', 1, true],
  ['real, with the number of ones', 0, true],
  ['complex, with the number of ones modulo 2', 2, false],
] as const)('the blocks have the eigenvalues of two copies on a chain: %s', (_, modulus, real) => {
  const stream = randomStream(2, 'charges');
  const controls = controlWords({ maxSize: 2, maxRange: 1, sizeWeights: [1, 3], penalty: Infinity }, 3);
  const observables = symmetricObservables({ ...noSymmetry(3), modulus, real }, 3);
  const a = Float64Array.from(observables, () => stream.normal());
  const A = observables.reduce(
    (sum, B, m) => addScaledMatrix(sum, [a[m]!, 0], B),
    addScaledMatrix(observables[0]!, [-1, 0], observables[0]!),
  );
  const expected = [
    ...hermitianEigenvalues(addScaledMatrix(speedOnPairs(controls, A), [0.7, 0], symmetricSquare(A, A))),
  ];
  const found = chargeCopies(controls, observables, modulus, real)
    .flatMap((pairs) => {
      const { Q, W } = speedBlock(pairs, new Float64Array(a.length)).sums(a);
      return [
        ...symmetricEigenvalues(
          Q.map((q, at) => q + 0.7 * W[at]!),
          pairs.size,
        ),
      ];
    })
    .sort((x, y) => x - y);
  const each = real ? 1 : 2; // complex matrices as real ones of twice the size
  expect(found.length).toBe(each * expected.length);
  expected.forEach((value, k) => {
    expect(found[each * k]).toBeCloseTo(value, 9);
  });
});
