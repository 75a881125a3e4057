import { expect, test } from 'vitest';
import { controlWords } from '../../src/complexity/controls.ts';
import { observableBound } from '../../src/complexity/observable-bound.ts';
import { noSymmetry, observableSymmetry, symmetricObservables } from '../../src/complexity/observable-symmetry.ts';
import { symmetricBlocks } from '../../src/complexity/symmetric-blocks.ts';
import { statePairs, symmetricSquare } from '../../src/complexity/symmetric-square.ts';
import { transposedSquare } from '../../src/complexity/transposed-square.ts';
import { transposedWitness } from '../../src/complexity/transposed-witness.ts';
import { speedOnPairs, verifiedObservableBound } from '../../src/complexity/verified-observable-bound.ts';
import { complexVector } from '../../src/linalg/complex.ts';
import { addScaledMatrix, realPart } from '../../src/linalg/matrix.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { multiplyReal } from '../../src/linalg/real-product.ts';
import { dot } from '../../src/linalg/real-vector.ts';
import { solution } from '../../src/optimise/minimise.ts';
import { zeroState } from '../../src/state/zero-state.ts';

const stream = randomStream(5, 'transposed');
const numbers = (count: number): Float64Array => Float64Array.from({ length: count }, () => stream.normal());
const ghz = complexVector([1, 0, 0, 0, 0, 0, 0, 1].map((x) => x * Math.SQRT1_2));
const pairs = controlWords({ maxSize: 2, penalty: Infinity }, 3);

test('the expectation of a transposed witness in two copies of a state is a sum of squares', () => {
  for (let trial = 0; trial < 5; trial++) {
    const [psi, y] = [randomVector(4, stream), numbers(16)];
    const matrix = realPart(transposedSquare([y], 4));
    const amplitude = (b: number): readonly [number, number] => [psi.interleaved[2 * b]!, psi.interleaved[2 * b + 1]!];
    // ψψ in the basis of pairs, and Σ y_ij ψ_i ψ_j*
    const [re, im] = [0, 1].map((part) =>
      Float64Array.from(statePairs(4), ([i, j]) => {
        const [[a, b], [c, d]] = [amplitude(i), amplitude(j)];
        return (part === 0 ? a * c - b * d : a * d + b * c) * (i === j ? 1 : Math.SQRT2);
      }),
    );
    const value = [re!, im!].reduce((sum, v) => {
      const image = multiplyReal(matrix, { rows: 10, cols: 1, data: v }).data;
      return sum + dot(v, image);
    }, 0);
    let [x, z] = [0, 0];
    for (let i = 0; i < 4; i++) {
      for (let j = 0; j < 4; j++) {
        const [[a, b], [c, d]] = [amplitude(i), amplitude(j)];
        x += y[4 * i + j]! * (a * c + b * d);
        z += y[4 * i + j]! * (b * c - a * d);
      }
    }
    expect(value).toBeCloseTo(x * x + z * z, 12);
  }
});

test.each([true, false])(
  'in blocks it is what its vectors make (symmetric: %s), with the derivatives of differences',
  (symmetric) => {
    const [qubits, controls, target] = symmetric
      ? ([3, pairs, ghz] as const)
      : ([2, controlWords({ penalty: 1 }, 2), complexVector([1, 2, 3, 4])] as const);
    const group = symmetric
      ? observableSymmetry(controls, zeroState(qubits), target)
      : { ...noSymmetry(qubits), real: true };
    const d = 2 ** qubits;
    const A = symmetricObservables(group, qubits).reduce((sum, B) => addScaledMatrix(sum, [stream.normal(), 0], B));
    const sample = addScaledMatrix(speedOnPairs(controls, A), [1.3, 0], symmetricSquare(A, A));
    const blocks = symmetricBlocks(group, qubits, sample, 2, stream);
    const witness = transposedWitness(group, qubits, blocks, stream);
    const z = numbers(witness.unknowns);
    const dense = realPart(transposedSquare(witness.vectors(z), d));
    const R = blocks.map(({ rows }) => new Float64Array(rows * rows));
    witness.matrices(z).forEach((found, s) => {
      const expected = multiplyReal(multiplyReal(blocks[s]!, dense), blocks[s]!, { transposeB: true }).data;
      found.forEach((value, at) => {
        expect(Math.abs(value - expected[at]!)).toBeLessThan(1e-5 * z.length); // vectors left out are of share 1e-7
      });
      const n = blocks[s]!.rows;
      for (let i = 0; i < n; i++) for (let j = 0; j <= i; j++) R[s]![i * n + j] = R[s]![j * n + i] = stream.normal();
    });
    const value = (at: Float64Array): number =>
      witness.matrices(at).reduce((sum, matrix, s) => sum + dot(matrix, R[s]!), 0);
    const gradient = witness.derivatives(z, R);
    for (let k = 0; k < z.length; k += 7) {
      const moved = (h: number): Float64Array => z.map((x, at) => (at === k ? x + h : x));
      expect(gradient[k]).toBeCloseTo((value(moved(1e-5)) - value(moved(-1e-5))) / 2e-5, 5);
    }
  },
);

test('GHZ₃: beyond what two copies give without, as the check finds from a record', () => {
  const search = observableBound(pairs, zeroState(3), ghz, { cells: 1, starts: 1, maxSteps: 120, transposed: true });
  const found = solution(search);
  expect(found.bound).toBeGreaterThan(0.84);
  expect(found.bound).toBeLessThan(1.211878);
  const { observable, cells } = JSON.parse(JSON.stringify(found));
  expect(verifiedObservableBound(pairs, zeroState(3), ghz, observable, cells)).toBe(found.bound);
  expect(verifiedObservableBound(pairs, zeroState(3), ghz, observable, cells, 3)).toBeGreaterThan(found.bound - 1e-9);
});

test('it is for real observables on two copies', () => {
  const run = (copies: number) => () =>
    solution(observableBound(pairs, zeroState(3), ghz, { copies, transposed: true }));
  expect(run(3)).toThrow(
    'real observables of at most 4 qubits on 2 copies required to be transposed, got 3 qubits, 3 copies',
  );
});
