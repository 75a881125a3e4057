import { describe, expect, test } from 'vitest';
import { boundaryExpectations } from '../../src/chain/boundary-expectation.ts';
import { isingPlane } from '../../src/chain/ising-plane.ts';
import { operatorProducts } from '../../src/chain/operator-products.ts';
import { planeCorrelations, planeStructureFactor } from '../../src/chain/plane-correlations.ts';
import { stateVector } from '../../src/generative/generative-network.ts';
import type { ComplexMatrix } from '../../src/linalg/complex.ts';
import { addScaledMatrix, kronecker } from '../../src/linalg/matrix.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { normalised } from '../../src/linalg/vector.ts';
import { localTerms } from '../../src/operator/local-terms.ts';
import { place } from '../../src/operator/pauli.ts';
import { expectation, pauliSumMatrix } from '../../src/operator/pauli-sum.ts';

const [rows, columns] = [4, 3];
const n = rows * columns;

/** A plane without any symmetry: the classical one with a complex factor on every parameter. */
function generic() {
  const { network, theta } = isingPlane({ rows, columns, beta: 0.4, edges: 'plus' });
  const stream = randomStream(3, 'plane');
  return { network, theta: theta.map((x) => x + 0.15 * stream.normal()) };
}

const word = (letters: Readonly<Record<number, string>>, coefficient = 1) => ({
  word: place(n, letters),
  coefficient,
});
const matrixOf = (letter: string): ComplexMatrix =>
  pauliSumMatrix({ qubits: 1, terms: [{ word: letter, coefficient: 1 }] });

describe('correlations of a plane', () => {
  test('of any two sites are those of the vector, in X, Y and Z', () => {
    const { network, theta } = generic();
    const psi = normalised(stateVector(network, theta));
    for (const letter of ['X', 'Y', 'Z']) {
      const { first, products, from, error } = planeCorrelations(network, theta, matrixOf(letter), { rows, columns });
      expect(from).toHaveLength(n);
      expect(error).toBeLessThan(1e-12);
      for (let i = 0; i < n; i++) {
        expect(first[i]).toBeCloseTo(expectation({ qubits: n, terms: [word({ [i]: letter })] }, psi), 10);
        for (let j = 0; j < n; j++) {
          const exact = i === j ? 1 : expectation({ qubits: n, terms: [word({ [i]: letter, [j]: letter })] }, psi);
          expect(products.data[i * n + j]).toBeCloseTo(exact, 10);
        }
      }
    }
  });

  test('from a few sites are rows of those from all, and other sites are refused', () => {
    const { network, theta } = generic();
    const all = planeCorrelations(network, theta, matrixOf('Z'), { rows, columns });
    const some = planeCorrelations(network, theta, matrixOf('Z'), { rows, columns, from: [7, 2] });
    expect([...some.products.data]).toEqual([
      ...all.products.data.slice(7 * n, 8 * n),
      ...all.products.data.slice(2 * n, 3 * n),
    ]);
    expect(() => planeCorrelations(network, theta, matrixOf('Z'), { rows, columns, from: [n] })).toThrow(
      'sites below 12 required, got 12',
    );
    expect(() =>
      planeCorrelations(network, theta, pauliSumMatrix({ qubits: 2, terms: [{ word: 'ZZ', coefficient: 1 }] }), {
        rows,
        columns,
      }),
    ).toThrow('a matrix 2×2 on a site required, got 4×4');
  });

  test('along a row of the Ising model are those of its chain: tanhʳ β', () => {
    const [length, beta] = [9, 0.7];
    const { network, theta } = isingPlane({ rows: 1, columns: length, beta });
    const { products } = planeCorrelations(network, theta, matrixOf('Z'), { rows: 1, columns: length, from: [0] });
    for (const [r, value] of products.data.entries()) expect(value).toBeCloseTo(Math.tanh(beta) ** r, 12);
    const turned = isingPlane({ rows: length, columns: 1, beta });
    const down = planeCorrelations(turned.network, turned.theta, matrixOf('Z'), {
      rows: length,
      columns: 1,
      from: [4],
    });
    for (const [r, value] of down.products.data.entries())
      expect(value).toBeCloseTo(Math.tanh(beta) ** Math.abs(r - 4), 12);
  });
});

test('terms across any number of rows are those of the vector, products or not', () => {
  const { network, theta } = generic();
  const psi = normalised(stateVector(network, theta));
  const options = { rows, columns };
  const words = [
    { 0: 'Z', 11: 'Z' },
    { 1: 'X', 4: 'Y', 9: 'Z' },
    { 0: 'X', 3: 'Y', 7: 'Z', 11: 'Y' },
  ];
  const { values } = boundaryExpectations(
    network,
    theta,
    words.flatMap((letters) => localTerms({ qubits: n, terms: [word(letters as Record<number, string>)] })),
    options,
  );
  words.forEach((letters, k) => {
    const exact = expectation({ qubits: n, terms: [word(letters as Record<number, string>)] }, psi);
    expect(values[k]).toBeCloseTo(exact, 10);
  });
  // A sum of words on the same sites is one matrix, of three products.
  const heisenberg = { qubits: n, terms: ['X', 'Y', 'Z'].map((letter, k) => word({ 2: letter, 9: letter }, k + 0.5)) };
  const sum = boundaryExpectations(network, theta, localTerms(heisenberg), options).values;
  expect(sum[0]).toBeCloseTo(expectation(heisenberg, psi), 10);
  const bad = { sites: [0, 11], matrix: matrixOf('Z') };
  expect(() => boundaryExpectations(network, theta, [bad], options)).toThrow('a matrix 4×4 on sites [0,11] required');
  const outside = { sites: [12], matrix: matrixOf('Z') };
  expect(() => boundaryExpectations(network, theta, [outside], options)).toThrow('sites below 12 required, got [12]');
});

test('an operator is the sum of its products: one for a word, as many as it has ranks', () => {
  const one = operatorProducts(kronecker(matrixOf('X'), kronecker(matrixOf('Y'), matrixOf('Z'))), [2, 2, 2]);
  expect(one).toHaveLength(1);
  const stream = randomStream(5, 'matrix');
  const matrix = { rows: 12, cols: 12, interleaved: Float64Array.from({ length: 288 }, () => stream.normal()) };
  const products = operatorProducts(matrix, [2, 3, 2]);
  const zero = { rows: 12, cols: 12, interleaved: new Float64Array(288) };
  const sum = products.reduce(
    (total, factors) =>
      addScaledMatrix(
        total,
        [1, 0],
        factors.reduce((a, b) => kronecker(a, b)),
      ),
    zero as ComplexMatrix,
  );
  for (const [k, x] of sum.interleaved.entries()) expect(x).toBeCloseTo(matrix.interleaved[k]!, 12);
});

test('the structure factor of an ordered plane stands at its wave vector, and all add up to Σ C_ii', () => {
  const [r, c] = [4, 6];
  const neel = (k: number): number => (-1) ** (Math.floor(k / c) + (k % c));
  const data = Float64Array.from({ length: (r * c) ** 2 }, (_, k) => neel(Math.floor(k / (r * c))) * neel(k % (r * c)));
  const factor = planeStructureFactor({ rows: r * c, cols: r * c, data }, r, c).data;
  expect(factor[2 * c + 3]).toBeCloseTo(r * c, 10); // (π, π)
  expect(factor.reduce((sum, x) => sum + x, 0)).toBeCloseTo(r * c, 10);
  expect(factor[0]).toBeCloseTo(0, 10);
  // A wave along a row only.
  const wave = (k: number): number => Math.cos((2 * Math.PI * (k % c)) / c);
  const along = data.map((_, k) => wave(Math.floor(k / (r * c))) * wave(k % (r * c)));
  const found = planeStructureFactor({ rows: r * c, cols: r * c, data: along }, r, c).data;
  expect(found[1]).toBeCloseTo((r * c) / 4, 10);
  expect(found[c]).toBeCloseTo(0, 10);
});
