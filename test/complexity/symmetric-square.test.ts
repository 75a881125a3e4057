import { expect, test } from 'vitest';
import { statePairs, symmetricSquare } from '../../src/complexity/symmetric-square.ts';
import type { ComplexMatrix, ComplexVector } from '../../src/linalg/complex.ts';
import { identityMatrix } from '../../src/linalg/complex.ts';
import { addScaledMatrix, adjoint, applyMatrix } from '../../src/linalg/matrix.ts';
import { randomStream, randomUnitary, randomVector } from '../../src/linalg/random.ts';
import { innerProduct } from '../../src/linalg/vector.ts';

const hermitian = (seed: number): ComplexMatrix => {
  const u = randomUnitary(4, randomStream(seed, 'matrix'));
  return addScaledMatrix(u, [1, 0], adjoint(u));
};
/** ψ ⊗ ψ in the basis of pairs. */
const twoCopies = (psi: ComplexVector): ComplexVector => {
  const pairs = statePairs(psi.length);
  const interleaved = new Float64Array(2 * pairs.length);
  pairs.forEach(([i, j], at) => {
    const [a, b, c, d] = [2 * i, 2 * i + 1, 2 * j, 2 * j + 1].map((k) => psi.interleaved[k]!) as [
      number,
      number,
      number,
      number,
    ];
    const factor = i === j ? 1 : Math.SQRT2;
    interleaved[2 * at] = factor * (a * c - b * d);
    interleaved[2 * at + 1] = factor * (a * d + b * c);
  });
  return { length: pairs.length, interleaved };
};
const mean = (A: ComplexMatrix, psi: ComplexVector): number => innerProduct(psi, applyMatrix(A, psi))[0];

test('on two copies of a state the expectation of a product is the product of expectations', () => {
  for (let seed = 0; seed < 5; seed++) {
    const [K, L, psi] = [hermitian(2 * seed), hermitian(2 * seed + 1), randomVector(4, randomStream(seed, 'state'))];
    const copies = twoCopies(psi);
    expect(innerProduct(copies, copies)[0]).toBeCloseTo(1, 13);
    expect(mean(symmetricSquare(K, L), copies)).toBeCloseTo(mean(K, psi) * mean(L, psi), 13);
  }
});

test('the identity becomes the identity', () => {
  const one = symmetricSquare(identityMatrix(3), identityMatrix(3));
  one.interleaved.forEach((x, at) => {
    expect(x).toBeCloseTo(at % 14 === 0 ? 1 : 0, 15);
  });
});
