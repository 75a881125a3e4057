import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { brickwall } from '../../models/brickwall.ts';
import { isometricMera } from '../../models/isometric-mera.ts';
import { createEngine, currentEngine, useEngine } from '../../src/engine/engine.ts';
import type { Decompositions } from '../../src/engine/kernels.ts';
import { nativeModule } from '../../src/engine/native-module.ts';
import { DomainError } from '../../src/errors.ts';
import { infidelity } from '../../src/generative/infidelity.ts';
import type { ComplexMatrix } from '../../src/linalg/complex.ts';
import { hermitianEigen } from '../../src/linalg/hermitian-eigen.ts';
import { adjoint, complexOf, diagonalMatrix, frobeniusNorm, multiply, realPart } from '../../src/linalg/matrix.ts';
import { qr } from '../../src/linalg/qr.ts';
import { randomStream, randomUnitary, randomVector } from '../../src/linalg/random.ts';
import { singularValueDecomposition } from '../../src/linalg/singular-values.ts';
import { symmetricEigenvalues } from '../../src/linalg/symmetric-eigenvalues.ts';
import { initialParameters } from '../../src/network/initial-parameters.ts';
import { networkEnergy } from '../../src/network/network-energy.ts';
import { xxz } from '../../src/operator/hamiltonian.ts';
import { ring } from '../../src/operator/lattice.ts';
import { localTerms } from '../../src/operator/local-terms.ts';
import { distance, gaussianMatrix, hermitianMatrix, isometryError, product } from '../linalg/compare.ts';
import { largestDifference } from './random-program.ts';

const isHere = (() => {
  try {
    return nativeModule().width(8) > 0;
  } catch {
    return false;
  }
})();

describe.skipIf(isHere)('without native code', () => {
  test('it is refused, and the message says how to get it', () => {
    expect(() => createEngine({ kind: 'native' })).toThrow(DomainError);
    expect(() => createEngine({ kind: 'native' })).toThrow("'npm run build:native' builds it");
  });

  test('`auto` takes WebAssembly', () => expect(createEngine({ kind: 'auto', threads: 1 }).name).toMatch(/^wasm/));
});

test('an unknown kind is refused by name', () => {
  expect(() => createEngine({ kind: 'fast' as 'auto' })).toThrow(
    'createEngine: auto, wasm, wasm-relaxed, native required, got fast',
  );
});

describe.runIf(isHere)('native code', () => {
  const before = currentEngine();
  const native = createEngine({ kind: isHere ? 'native' : 'wasm', threads: 1 });
  const wasm = createEngine({ threads: 1 });
  beforeAll(() => useEngine(native));
  afterAll(() => useEngine(before));
  /** The same work by both. */
  const both = <Result>(work: () => Result): readonly [native: Result, wasm: Result] => {
    try {
      useEngine(wasm);
      const expected = work();
      useEngine(native);
      return [work(), expected];
    } finally {
      useEngine(native);
    }
  };

  test('is what `auto` takes, and is named by its vectors', () => {
    expect(native.name).toMatch(/^native-(avx512|avx2|128)$/);
    expect(native.description).toMatch(/^native code, (AVX-512|AVX2|128 bits), float64, 1 thread, at most \d+ MiB$/);
    expect(createEngine({ kind: 'auto', threads: 1 }).name).toBe(native.name);
  });

  test('the infidelity of a circuit and all of its gradient are those of WebAssembly', () => {
    for (const [qubits, depth] of [
      [4, 3],
      [9, 5],
      [13, 4],
    ] as const) {
      const circuit = brickwall(qubits, { depth, block: 'su4' });
      const amplitudes = randomVector(2 ** qubits, randomStream(1, 'target'));
      const target = { kind: 'pure', name: 'random', dimensions: new Array(qubits).fill(2), amplitudes } as const;
      const stream = randomStream(2, 'theta');
      const theta = Float64Array.from({ length: circuit.parameters }, () => stream.normal());
      const [ours, theirs] = both(() => infidelity(circuit, target)(theta));
      expect(Math.abs(ours.value - theirs.value)).toBeLessThan(1e-14);
      expect(largestDifference(ours.gradient, theirs.gradient)).toBeLessThan(1e-14);
    }
  });

  test('so are the energy of a MERA and its gradient', () => {
    const network = isometricMera(8, { bond: 3 });
    const theta = initialParameters(network, randomStream(1, 'mera'));
    const [ours, theirs] = both(() => networkEnergy(network, localTerms(xxz(ring(8))))(theta));
    expect(Math.abs(ours.value - theirs.value)).toBeLessThan(1e-12);
    expect(largestDifference(ours.gradient, theirs.gradient)).toBeLessThan(1e-12);
  });

  test('products read matrices where they lie, views of longer arrays too, and adjoints', () => {
    const view = (length: number, from: number): Float64Array =>
      gaussianMatrix(1, length, from).interleaved.subarray(from, from + length);
    for (const [m, n, k] of [
      [9, 70, 33],
      [40, 17, 90],
    ] as const) {
      for (const [left, right] of [
        [false, false],
        [true, false],
        [false, true],
        [true, true],
      ] as const) {
        const complex = [view(2 * m * k, 3), view(2 * k * n, 5), m, n, k, left, right] as const;
        expect(largestDifference(native.multiply(...complex), wasm.multiply(...complex))).toBeLessThan(1e-12);
        const real = [view(m * k, 3), view(k * n, 5), m, n, k, left, right] as const;
        expect(largestDifference(native.multiplyReal(...real), wasm.multiplyReal(...real))).toBeLessThan(1e-12);
      }
    }
  });

  const decompositions = (native.decompositions ?? {}) as Decompositions;
  const { singularValues, hermitianEigen: eigen, qr: ownQr } = decompositions;
  const matrixOf = (rows: number, cols: number, interleaved: Float64Array): ComplexMatrix => ({
    ...{ rows, cols, interleaved },
  });
  const side = fc.oneof(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 10, max: 70 }));
  const size = { seed: 3, numRuns: 40 };

  test('A = U·S·V† of every shape, with the values of WebAssembly', () => {
    fc.assert(
      fc.property(side, side, fc.nat(1000), (m, n, seed) => {
        const a = gaussianMatrix(m, n, seed);
        const k = Math.min(m, n);
        const { u, values, v } = singularValues(a.interleaved, m, n)!;
        const [left, right] = [matrixOf(m, k, u), matrixOf(n, k, v)];
        expect(isometryError(left)).toBeLessThan(1e-13);
        expect(isometryError(right)).toBeLessThan(1e-13);
        expect(distance(product(left, values, right), a)).toBeLessThan(1e-14 * (4 + frobeniusNorm(a)));
        const [, expected] = both(() => singularValueDecomposition(a).values);
        expect(largestDifference(values, expected)).toBeLessThan(1e-14 * 4 * expected[0]!);
      }),
      size,
    );
  });

  test('A = V·diag(values)·V† for every size, from the Hermitian part', () => {
    fc.assert(
      fc.property(side, fc.nat(1000), (n, seed) => {
        const a = hermitianMatrix(n, seed);
        const { values, vectors } = eigen(a.interleaved, n)!;
        const v = matrixOf(n, n, vectors);
        expect(isometryError(v)).toBeLessThan(1e-13);
        expect(distance(product(v, values, v), a)).toBeLessThan(1e-14 * (4 + frobeniusNorm(a)));
        const [, expected] = both(() => hermitianEigen(a).values);
        expect(largestDifference(values, expected)).toBeLessThan(1e-14 * (1 + frobeniusNorm(a)));
      }),
      size,
    );
  });

  test('real matrices are decomposed without imaginary parts, vectors as rows', () => {
    const rowsOf = (count: number, cols: number, data: Float64Array): ComplexMatrix =>
      adjoint(complexOf({ rows: count, cols, data }));
    fc.assert(
      fc.property(side, side, fc.nat(1000), (m, n, seed) => {
        const k = Math.min(m, n);
        const a = realPart(gaussianMatrix(m, n, seed));
        const { u, values, v } = decompositions.realSingularValues(a.data, m, n)!;
        const [left, right] = [rowsOf(k, m, u), rowsOf(k, n, v)];
        expect(isometryError(left)).toBeLessThan(1e-13);
        expect(isometryError(right)).toBeLessThan(1e-13);
        const given = complexOf(a);
        expect(distance(product(left, values, right), given)).toBeLessThan(1e-14 * (4 + frobeniusNorm(given)));
        const [ours, theirs] = both(() => singularValueDecomposition(given).values);
        expect(largestDifference(ours, theirs)).toBeLessThan(4e-14 * theirs[0]!);
        const h = realPart(hermitianMatrix(n, seed));
        const found = decompositions.symmetricEigen(h.data, n)!;
        const vectors = rowsOf(n, n, found.vectors);
        expect(isometryError(vectors)).toBeLessThan(1e-13);
        const size = frobeniusNorm(complexOf(h));
        expect(distance(product(vectors, found.values, vectors), complexOf(h))).toBeLessThan(1e-14 * (4 + size));
        const [, expected] = both(() => symmetricEigenvalues(h.data, n));
        expect(largestDifference(found.values, expected)).toBeLessThan(1e-14 * (1 + size));
      }),
      size,
    );
  });

  test('A = Q·R of every shape is the one of WebAssembly, which is unique', () => {
    fc.assert(
      fc.property(side, side, fc.nat(1000), (m, n, seed) => {
        const a = gaussianMatrix(m, n, seed);
        const k = Math.min(m, n);
        const found = ownQr(a.interleaved, m, n);
        const [q, r] = [matrixOf(m, k, found.q), matrixOf(k, n, found.r)];
        expect(isometryError(q)).toBeLessThan(1e-13);
        expect(distance(multiply(q, r), a)).toBeLessThan(1e-14 * (4 + frobeniusNorm(a)));
        const [, expected] = both(() => qr(a));
        expect(distance(r, expected.r)).toBeLessThan(1e-11 * frobeniusNorm(a));
        for (let i = 0; i < k; i++) {
          expect(r.interleaved[2 * (i * n + i)]).toBeGreaterThanOrEqual(0);
          const below = [...r.interleaved.subarray(2 * i * n, 2 * i * (n + 1)), r.interleaved[2 * (i * n + i) + 1]];
          expect(below.every((x) => x === 0)).toBe(true);
        }
      }),
      size,
    );
  });

  test('matrices of low rank, and zero, have orthonormal factors all the same', () => {
    const low = multiply(gaussianMatrix(40, 3, 1), gaussianMatrix(3, 30, 2));
    const zero = matrixOf(12, 9, new Float64Array(2 * 12 * 9));
    for (const a of [low, zero]) {
      const { u, values, v } = singularValues(a.interleaved, a.rows, a.cols)!;
      expect(isometryError(matrixOf(a.rows, a.cols, u))).toBeLessThan(1e-13);
      expect(isometryError(matrixOf(a.cols, a.cols, v))).toBeLessThan(1e-13);
      expect(values[3]!).toBeLessThanOrEqual(1e-13 * (1 + values[0]!));
      const found = ownQr(a.interleaved, a.rows, a.cols);
      expect(isometryError(matrixOf(a.rows, a.cols, found.q))).toBeLessThan(1e-13);
    }
  });

  test('singular values over twelve decades keep their relative accuracy: they are those of Jacobi rotations', () => {
    const n = 24;
    const values = Float64Array.from({ length: n }, (_, k) => 10 ** ((-12 * k) / (n - 1)));
    const stream = randomStream(5, 'graded');
    // Columns of U·S are graded as the values are, which determines all of them.
    const a = multiply(randomUnitary(n, stream), diagonalMatrix(values));
    const found = singularValueDecomposition(a).values;
    values.forEach((value, k) => {
      expect(Math.abs(found[k]! - value)).toBeLessThan(1e-13 * value);
    });
  });

  test('numbers of any size are decomposed, and those that are not finite refused', () => {
    for (const scale of [1e-305, 1e-150, 1e150, 1e300]) {
      const a = gaussianMatrix(20, 20, 1, scale);
      const { u, values } = singularValueDecomposition(a);
      expect(isometryError(u)).toBeLessThan(1e-13);
      const expected = singularValueDecomposition(gaussianMatrix(20, 20, 1)).values;
      expect(
        largestDifference(
          values.map((x) => x / scale),
          expected,
        ),
      ).toBeLessThan(1e-12);
      const energies = hermitianEigen(hermitianMatrix(20, 1, scale)).values;
      const plain = hermitianEigen(hermitianMatrix(20, 1)).values;
      expect(
        largestDifference(
          energies.map((x) => x / scale),
          plain,
        ),
      ).toBeLessThan(1e-12);
      const { r } = qr(a);
      expect(Math.abs(r.interleaved[0]! / scale / qr(gaussianMatrix(20, 20, 1)).r.interleaved[0]! - 1)).toBeLessThan(
        1e-12,
      );
    }
    const broken = gaussianMatrix(20, 20, 1);
    broken.interleaved[5] = Number.NaN;
    expect(() => singularValueDecomposition(broken)).toThrow(DomainError);
    expect(() => hermitianEigen(broken)).toThrow(DomainError);
  });
});
