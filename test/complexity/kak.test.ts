import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalGate, cnotCount, kakDecomposition, weylCoordinates } from '../../src/complexity/kak.ts';
import { type ComplexMatrix, identityMatrix } from '../../src/linalg/complex.ts';
import { kronecker, multiply, scaledMatrix } from '../../src/linalg/matrix.ts';
import { randomStream, randomUnitary } from '../../src/linalg/random.ts';
import { singularValueDecomposition } from '../../src/linalg/singular-values.ts';
import { CNOT, evolution, productOf, SWAP } from '../geodesic/unitary/unitaries.ts';
import { distance } from '../linalg/compare.ts';

const { PI } = Math;
const local = (seed: number): ComplexMatrix => {
  const stream = randomStream(seed, 'local gates');
  return kronecker(randomUnitary(2, stream), randomUnitary(2, stream));
};
const rebuilt = (V: ComplexMatrix): ComplexMatrix => {
  const { left, coordinates, right, phase } = kakDecomposition(V);
  return scaledMatrix([Math.cos(phase), Math.sin(phase)], productOf(left, canonicalGate(coordinates), right));
};
/** Second singular value of the 4 × 4 matrix that has rank 1 for a product of one-qubit gates. */
const entangling = ({ interleaved }: ComplexMatrix): number => {
  const reordered = new Float64Array(32);
  for (let k = 0; k < 16; k++) {
    const [i, j, a, b] = [k >> 3, (k >> 2) & 1, (k >> 1) & 1, k & 1]; // row (i, a), column (j, b) of A ⊗ B
    const to = (i * 2 + j) * 4 + a * 2 + b;
    const from = (i * 2 + a) * 4 + j * 2 + b;
    reordered.set(interleaved.subarray(2 * from, 2 * from + 2), 2 * to);
  }
  return singularValueDecomposition({ rows: 4, cols: 4, interleaved: reordered }).values[1]!;
};

describe('Weyl coordinates', () => {
  const XX = evolution({ qubits: 2, terms: [{ word: 'XX', coefficient: PI / 8 }] });
  test.each([
    ['1', identityMatrix(4), [0, 0, 0], 0],
    ['a local gate', local(1), [0, 0, 0], 0],
    ['CNOT', CNOT, [PI / 4, 0, 0], 1],
    ['SWAP', SWAP, [PI / 4, PI / 4, PI / 4], 3],
    ['iSWAP', canonicalGate([-PI / 4, -PI / 4, 0]), [PI / 4, PI / 4, 0], 2],
    ['√SWAP', canonicalGate([PI / 8, PI / 8, PI / 8]), [PI / 8, PI / 8, PI / 8], 3],
    ['its inverse', canonicalGate([-PI / 8, -PI / 8, -PI / 8]), [PI / 8, PI / 8, -PI / 8], 3],
    ['√CNOT', XX, [PI / 8, 0, 0], 2],
    ['the B gate', canonicalGate([PI / 4, PI / 8, 0]), [PI / 4, PI / 8, 0], 2],
  ] as const)('of %s', (_name, V, known, count) => {
    weylCoordinates(V).forEach((c, j) => {
      expect(c).toBeCloseTo(known[j]!, 10);
    });
    expect(cnotCount(V)).toBe(count);
    expect(distance(rebuilt(V), V)).toBeLessThan(1e-12);
  });

  test('do not change under local gates; the factors are local and multiply to the gate', () => {
    expect(entangling(CNOT)).toBeGreaterThan(1);
    const coordinate = fc.double({ min: -7, max: 7, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(coordinate, coordinate, coordinate), fc.nat(1000), (c, seed) => {
        const V = productOf(local(seed), canonicalGate(c), local(seed + 1001));
        const { left, right, coordinates } = kakDecomposition(V);
        expect(distance(rebuilt(V), V)).toBeLessThan(1e-10);
        expect(entangling(left)).toBeLessThan(1e-7);
        expect(entangling(right)).toBeLessThan(1e-7);
        const [x, y, z] = coordinates;
        expect(PI / 4 + 1e-9).toBeGreaterThan(x);
        expect(x + 1e-9).toBeGreaterThan(y);
        expect(y + 1e-9).toBeGreaterThan(Math.abs(z));
        weylCoordinates(canonicalGate(c)).forEach((known, j) => {
          expect(Math.abs(coordinates[j]! - known)).toBeLessThan(1e-7);
        });
      }),
      { seed: 4, numRuns: 150 },
    );
  });

  test('of Haar-random gates need three CNOTs; of two CNOTs with gates between, two', () => {
    for (let seed = 0; seed < 20; seed++) {
      const V = randomUnitary(4, randomStream(seed, 'Haar'));
      expect(distance(rebuilt(V), V)).toBeLessThan(1e-12);
      expect(cnotCount(V)).toBe(3);
      expect(cnotCount(productOf(local(seed), CNOT, local(seed + 50), CNOT, local(seed + 90)))).toBe(2);
      expect(cnotCount(productOf(local(seed), CNOT, local(seed + 50)))).toBe(1);
    }
  });
});

test('matrices that are no two-qubit unitaries are named', () => {
  expect(() => kakDecomposition(identityMatrix(8))).toThrow(/4 × 4 matrix required, got 8 × 8/);
  expect(() => kakDecomposition(multiply(CNOT, scaledMatrix([2, 0], identityMatrix(4))))).toThrow(/a unitary required/);
});
