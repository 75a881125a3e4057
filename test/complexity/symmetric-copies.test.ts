import { expect, test } from 'vitest';
import { controlWords } from '../../src/complexity/controls.ts';
import { speedBlock } from '../../src/complexity/copy-pairs.ts';
import { linearRepresentation } from '../../src/complexity/linear-representation.ts';
import { spinMatrix, spinUnits } from '../../src/complexity/spin-units.ts';
import { coupling, partitions, symmetricCopies } from '../../src/complexity/symmetric-copies.ts';
import { symmetricSquare } from '../../src/complexity/symmetric-square.ts';
import { speedOnPairs } from '../../src/complexity/verified-observable-bound.ts';
import { identityMatrix } from '../../src/linalg/complex.ts';
import { hermitianEigenvalues } from '../../src/linalg/hermitian-eigen.ts';
import { addScaledMatrix, complexOf } from '../../src/linalg/matrix.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { addReal, multiplyReal } from '../../src/linalg/real-product.ts';
import { symmetricEigenvalues } from '../../src/linalg/symmetric-eigenvalues.ts';

test('matrix units commute in a representation as they do', () => {
  for (const partition of [
    [2, 1, 1, 0],
    [3, 1, 0, 0],
    [2, 2, 0, 0],
    [1, 1, 1, 1],
    [3, 2, 1],
  ]) {
    const { units: E, size, weights } = linearRepresentation(partition);
    const d = partition.length;
    const zero = { rows: size, cols: size, data: new Float64Array(size * size) };
    expect(weights.every((weight) => weight.every((w) => w >= 0))).toBe(true);
    for (let entry = 0; entry < d ** 4; entry++) {
      const [a, b, c, e] = [0, 1, 2, 3].map((k) => Math.floor(entry / d ** k) % d) as [number, number, number, number];
      const commutator = addReal(multiplyReal(E[a]![b]!, E[c]![e]!), -1, multiplyReal(E[c]![e]!, E[a]![b]!));
      const expected = addReal(b === c ? E[a]![e]! : zero, a === e ? -1 : 0, E[c]![b]!);
      expect(Math.hypot(...addReal(commutator, -1, expected).data)).toBeLessThan(1e-12);
    }
  }
});

test('the dimensions are those of the tensor power: as many representations as standard tableaux', () => {
  const tableaux = (partition: readonly number[]): number =>
    partition.every((part) => part === 0)
      ? 1
      : partition.reduce((sum, part, i) => {
          const fewer = partition.map((other, k) => (k === i ? other - 1 : other));
          return part > (partition[i + 1] ?? 0) ? sum + tableaux(fewer) : sum;
        }, 0);
  for (const n of [1, 4, 6]) {
    const sizes = partitions(n, 4).map((partition) => tableaux(partition) * linearRepresentation(partition).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(4 ** n);
  }
});

test('the coupling by singlets is the sum over words', () => {
  expect(coupling(1, 1, [1])).toBe(-3);
  expect(coupling(5, 0, [1, 2])).toBe(5 + 10 / 2); // all in the triplet: one for each place
  expect(coupling(3, 2, [2, 1])).toBe((1 - 6) / 2 + (9 - 6));
  expect(coupling(2, 2, [Infinity, 1, 1])).toBe(9);
});

/** An observable of three qubits as the sum of its terms, and with dense matrices on all of Sym². */
function example() {
  const stream = randomStream(3, 'observable');
  const units = spinUnits(3, 3);
  const a = Float64Array.from(units, () => stream.normal());
  const A = complexOf(
    spinMatrix(
      3,
      units.map((unit, k) => ({ ...unit, coefficient: a[k]! })),
    ),
  );
  return { units, a, A, stream };
}

test.each([[[1, 1]], [[1, 4, 2]]])(
  'the blocks have the eigenvalues of two copies of three qubits, weights %j',
  (sizeWeights) => {
    const { units, a, A, stream } = example();
    const controls = controlWords({ maxSize: sizeWeights.length, sizeWeights, penalty: Infinity }, 3);
    const [b, nu] = [stream.normal(), stream.normal()];
    const one = identityMatrix(8);
    const dense = [[1, speedOnPairs(controls, A)] as const, [-b, symmetricSquare(A, one)] as const].reduce(
      (sum, [s, M]) => addScaledMatrix(sum, [s, 0], M),
      addScaledMatrix(symmetricSquare(A, A), [-1 - nu, 0], symmetricSquare(A, A)),
    );
    const expected = [...hermitianEigenvalues(dense)];
    const found = symmetricCopies(3, sizeWeights, units, 3).flatMap((pairs) => {
      const { Q, W, T } = speedBlock(pairs, new Float64Array(a.length)).sums(a);
      return [
        ...symmetricEigenvalues(
          Q.map((q, at) => q - b * T[at]! - nu * W[at]!),
          pairs.size,
        ),
      ];
    });
    for (const value of found) expect(Math.min(...expected.map((x) => Math.abs(x - value)))).toBeLessThan(1e-11);
    for (const value of expected) expect(Math.min(...found.map((x) => Math.abs(x - value)))).toBeLessThan(1e-11);
  },
);

test('the derivatives of the forms are those of differences', () => {
  const { units, a, stream } = example();
  const shifts = a.map(() => stream.normal());
  for (const pairs of symmetricCopies(3, [1, 1], units, 3)) {
    const block = speedBlock(pairs, shifts);
    const [Q, W, T] = [0, 1, 2].map(() => {
      const data = new Float64Array(pairs.size ** 2);
      for (let i = 0; i < pairs.size; i++) {
        for (let j = 0; j <= i; j++) data[i * pairs.size + j] = data[j * pairs.size + i] = stream.normal();
      }
      return data;
    });
    const value = (at: Float64Array): number => {
      const sums = block.sums(at);
      return Q!.reduce((sum, q, k) => sum + q * sums.Q[k]! + W![k]! * sums.W[k]! + T![k]! * sums.T[k]!, 0);
    };
    const gradient = block.derivatives(a, { Q: Q!, W: W!, T: T! });
    a.forEach((_, m) => {
      const moved = (h: number): Float64Array => a.map((x, k) => (k === m ? x + h : x));
      expect(gradient[m]).toBeCloseTo((value(moved(1e-5)) - value(moved(-1e-5))) / 2e-5, 6);
    });
    // by each form alone
    const parts = [{ Q: Q! }, { W: W! }, { T: T! }].map((R) => block.derivatives(a, R));
    gradient.forEach((total, m) => {
      expect(parts.reduce((sum, part) => sum + part[m]!, 0)).toBeCloseTo(total, 9);
    });
  }
});

test('products of two observables are those of their sum and difference', () => {
  const { units, a, stream } = example();
  const b = a.map(() => stream.normal());
  const shifts = a.map(() => stream.normal());
  const blocks = symmetricCopies(3, [1, 1], units, 3).map((pairs) => speedBlock(pairs, shifts));
  for (const block of blocks) {
    const [sum, difference] = [1, -1].map((sign) => block.sums(a.map((x, m) => x + sign * b[m]!)).W);
    block.product(a, b).forEach((x, at) => {
      expect(x).toBeCloseTo((sum![at]! - difference![at]!) / 4, 9);
    });
    expect(block.mean(a)).toEqual(block.sums(a).T);
  }
});
