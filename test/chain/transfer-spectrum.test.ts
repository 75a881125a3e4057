import { expect, test } from 'vitest';
import { transferSpectrum } from '../../src/chain/transfer-spectrum.ts';
import { type UniformChain, uniformGroundState } from '../../src/chain/uniform-chain.ts';
import { type ComplexArray, type ComplexMatrix, zeroMatrix } from '../../src/linalg/complex.ts';
import { generalEigen } from '../../src/linalg/general-eigen.ts';
import { addScaledMatrix, diagonalMatrix, kronecker, multiply } from '../../src/linalg/matrix.ts';
import { spinOperators } from '../../src/operator/spin-models.ts';
import { isingTerm } from './ising-term.ts';

/** Σ_s A^s ⊗ Ā^s, D² × D². */
function denseTransfer({ shape, interleaved }: ComplexArray): ComplexMatrix {
  const [D, d] = shape as [number, number, number];
  let sum = zeroMatrix(D * D, D * D);
  for (let s = 0; s < d; s++) {
    const [one, conjugate] = [zeroMatrix(D, D), zeroMatrix(D, D)];
    for (let a = 0; a < D; a++) {
      for (let k = 0; k < 2 * D; k++) {
        const x = interleaved[2 * D * (a * d + s) + k]!;
        one.interleaved[2 * D * a + k] = x;
        conjugate.interleaved[2 * D * a + k] = k % 2 === 0 ? x : -x;
      }
    }
    sum = addScaledMatrix(sum, [1, 0], kronecker(one, conjugate));
  }
  return sum;
}

const moduli = (values: Float64Array, count: number): readonly number[] =>
  Array.from({ length: count }, (_, k) => Math.hypot(values[2 * k]!, values[2 * k + 1]!));

test.each([
  ['real', 2, 0],
  ['real, nearer', 1.5, 0],
  ['complex', 2, 0.3],
])(
  '%s tensors: the iteration finds the dense eigenvalues of both forms, and its residuals are small',
  (_, g, twist) => {
    const { value: chain } = uniformGroundState(isingTerm(g, { twist }), { bond: 12, tolerance: 1e-12 });
    const { value, result } = transferSpectrum(chain, 6);
    expect(result).toBe('converged');
    for (const residual of value.residuals) expect(residual).toBeLessThan(1e-12);
    const [left, right] = [chain.tensors.left, chain.tensors.right].map((tensor) =>
      moduli(generalEigen(denseTransfer(tensor)).values.interleaved, 6),
    ) as [readonly number[], readonly number[]];
    moduli(value.values.interleaved, 6).forEach((modulus, k) => {
      expect(modulus).toBeCloseTo(left[k]!, 10);
      expect(Math.abs(modulus - right[k]!)).toBeLessThan(value.errors[k]! + 1e-12);
    });
    expect(value.correlationLength).toBeCloseTo(-1 / Math.log(left[1]!), 8);
  },
);

test.each([16, 24, 32])(
  'bond %i asked for: no eigenvalue comes from states without weight, and ξ stays below 1/ln g',
  (bond) => {
    const { value: chain } = uniformGroundState(isingTerm(2), { bond, tolerance: 1e-13 });
    const { values, errors, correlationLength } = transferSpectrum(chain).value;
    // Both canonical forms have them: with states of Schmidt values below rounding they are apart by 0.01.
    for (const error of errors) expect(error).toBeLessThan(1e-7);
    expect(correlationLength).toBeLessThan(1 / Math.log(2));
    expect(correlationLength).toBeGreaterThan(0.98 / Math.log(2));
    expect(values.interleaved[2]).toBeLessThan(0.5); // 1/g, where the continuum begins
  },
);

test('the correlation length grows with the bond dimension towards 1/ln g', () => {
  const lengths = [4, 8, 16].map(
    (bond) =>
      transferSpectrum(uniformGroundState(isingTerm(2), { bond, tolerance: 1e-9 }).value).value.correlationLength,
  );
  expect(lengths[0]!).toBeLessThan(lengths[1]!);
  expect(lengths[1]!).toBeLessThan(lengths[2]!);
  expect(lengths[2]!).toBeLessThan(1 / Math.log(2));
  expect(lengths[2]!).toBeGreaterThan(0.97 / Math.log(2));
});

test('the chain of Affleck, Kennedy, Lieb and Tasaki: −1/3 three times, ξ = 1/ln 3', () => {
  const { x, y, z } = spinOperators(1);
  const dot = [x, y, z].map((s) => kronecker(s, s)).reduce((a, b) => addScaledMatrix(a, [1, 0], b));
  const term = addScaledMatrix(dot, [1 / 3, 0], multiply(dot, dot));
  const { values, errors, correlationLength } = transferSpectrum(
    uniformGroundState(term, { bond: 2, tolerance: 1e-12 }).value,
  ).value;
  expect(values.interleaved[0]).toBeCloseTo(1, 11);
  for (const k of [1, 2, 3]) expect(values.interleaved[2 * k]).toBeCloseTo(-1 / 3, 10);
  for (const error of errors) expect(error).toBeLessThan(1e-10);
  expect(correlationLength).toBeCloseTo(1 / Math.log(3), 9);
});

test('eigenvalues that only one canonical form has are reported with their distance', () => {
  // C = diag(1, 0): the second state has no weight, and its tensors are arbitrary: 0.8 on the left, 0.3 on the right.
  const tensor = (entries: readonly (readonly [a: number, s: number, b: number, value: number])[]): ComplexArray => {
    const interleaved = new Float64Array(16);
    for (const [a, s, b, value] of entries) interleaved[2 * (a * 4 + s * 2 + b)] = value;
    return { shape: [2, 2, 2], interleaved };
  };
  const chain: UniformChain = {
    tensors: {
      left: tensor([
        [0, 0, 0, 1],
        [0, 1, 1, 0.6],
        [1, 0, 1, 0.8],
      ]),
      right: tensor([
        [0, 0, 0, 1],
        [1, 1, 0, Math.sqrt(0.91)],
        [1, 0, 1, 0.3],
      ]),
      centre: diagonalMatrix([1, 0]),
    },
    energy: 0,
    gradient: 0,
    schmidt: Float64Array.of(1, 0),
    limit: 'bond',
  };
  const { values, errors } = transferSpectrum(chain, 3).value;
  expect(moduli(values.interleaved, 3)[1]).toBeCloseTo(0.8, 6);
  expect(errors[0]).toBeLessThan(1e-12);
  expect(errors[1]).toBeCloseTo(0.2, 6);
  expect(() => transferSpectrum(chain, 0)).toThrow(/whole number of eigenvalues from 1 required, got 0/);
  expect(transferSpectrum(chain, 9).value.values.length).toBe(4);
});
