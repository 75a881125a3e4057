/**
 * @file Two-qubit operators as linear maps of space-time: A ⊗ B sends the Hermitian matrix M = x^μσ_μ to A M Bᵀ. The
 * maps that keep M Hermitian are real 4 × 4 matrices: the sixteen of gl(4, ℝ), six of them Lorentz transformations.
 */

import type { ComplexMatrix } from '../linalg/complex.ts';
import { Matrix, SingularValueDecomposition } from '../linalg/dense-real.ts';
import { multiply, scaledMatrix, trace } from '../linalg/matrix.ts';
import type { PauliWord } from './pauli.ts';
import { pauliSumMatrix } from './pauli-sum.ts';

/** A generator on two qubits, Σ_P c_P P, or i times it. */
export interface TwoQubitGenerator {
  /** As it is written: 'i(XZ − ZX)'. */
  readonly name: string;
  readonly imaginary: boolean;
  readonly terms: Readonly<Record<PauliWord, number>>;
}

const generator = (name: string, terms: Readonly<Record<PauliWord, number>>): TwoQubitGenerator => ({
  name,
  imaginary: name.startsWith('i'),
  terms,
});

/** J = (σ ⊗ 1 − 1 ⊗ σᵀ)/2: the rotations, Hermitian. */
export const ROTATIONS: readonly TwoQubitGenerator[] = [
  generator('(XI − IX)/2', { XI: 0.5, IX: -0.5 }),
  generator('(YI + IY)/2', { YI: 0.5, IY: 0.5 }),
  generator('(ZI − IZ)/2', { ZI: 0.5, IZ: -0.5 }),
];

/** K = i(σ ⊗ 1 + 1 ⊗ σᵀ)/2: the boosts, anti-Hermitian; no finite-dimensional unitary representation has them. */
export const BOOSTS: readonly TwoQubitGenerator[] = [
  generator('i(XI + IX)/2', { XI: 0.5, IX: 0.5 }),
  generator('i(YI − IY)/2', { YI: 0.5, IY: -0.5 }),
  generator('i(ZI + IZ)/2', { ZI: 0.5, IZ: 0.5 }),
];

/** The ten maps outside the Lorentz algebra, which change the metric η: a scaling and nine shears. */
export const METRIC_CHANGES: readonly TwoQubitGenerator[] = [
  generator('II', { II: 1 }),
  generator('XX', { XX: 1 }),
  generator('YY', { YY: 1 }),
  generator('ZZ', { ZZ: 1 }),
  generator('XZ + ZX', { XZ: 1, ZX: 1 }),
  generator('YZ − ZY', { YZ: 1, ZY: -1 }),
  generator('XY − YX', { XY: 1, YX: -1 }),
  generator('i(XZ − ZX)', { XZ: 1, ZX: -1 }),
  generator('i(YZ + ZY)', { YZ: 1, ZY: 1 }),
  generator('i(XY + YX)', { XY: 1, YX: 1 }),
];

/** The generator as a matrix, shape (4, 4). */
export function generatorMatrix({ imaginary, terms }: TwoQubitGenerator): ComplexMatrix {
  const sum = Object.entries(terms).map(([word, coefficient]) => ({ word, coefficient }));
  return scaledMatrix(imaginary ? [0, 1] : [1, 0], pauliSumMatrix({ qubits: 2, terms: sum }));
}

const PAULI = ['I', 'X', 'Y', 'Z'].map((letter) =>
  pauliSumMatrix({ qubits: 1, terms: [{ word: letter, coefficient: 1 }] }),
);

/**
 * The map M ↦ Σ A M Bᵀ of Σ A ⊗ B in the basis 1, X, Y, Z,
 *
 *     T_μν = ½ Tr σ_μ · G(σ_ν),
 *
 * with its imaginary part, which vanishes where Hermitian matrices stay Hermitian.
 *
 * @param G - shape (4, 4)
 * @returns T, rows of four, and the greatest modulus of an imaginary part
 */
export function minkowskiAction(G: ComplexMatrix): {
  readonly action: readonly (readonly number[])[];
  readonly imaginary: number;
} {
  const entries = PAULI.map((row) =>
    PAULI.map((column) => {
      const image = multiply(G, { rows: 4, cols: 1, interleaved: column.interleaved });
      return trace(multiply(row, { rows: 2, cols: 2, interleaved: image.interleaved }));
    }),
  );
  return {
    action: entries.map((row) => row.map(([re]) => re / 2)),
    imaginary: Math.max(...entries.flat().map(([, im]) => Math.abs(im) / 2)),
  };
}

/** η = diag(1, −1, −1, −1), the determinant of M as a quadratic form. */
const ETA = [1, -1, -1, -1] as const;

/** δg = Tη + ηTᵀ, what the map does to the metric g = WηWᵀ at W = 1; zero for Lorentz transformations. */
export function metricChange(action: readonly (readonly number[])[]): readonly (readonly number[])[] {
  return action.map((row, mu) => row.map((value, nu) => value * ETA[nu]! + ETA[mu]! * action[nu]![mu]!));
}

/** Greatest modulus of an entry of A − s·B. */
export function matrixDifference(a: ComplexMatrix, s: readonly [number, number], b: ComplexMatrix): number {
  const product = scaledMatrix(s, b);
  return a.interleaved.reduce((most, x, k) => Math.max(most, Math.abs(x - product.interleaved[k]!)), 0);
}

/** Dimension of the span of matrices over the real or the complex numbers. */
export function spanDimension(matrices: readonly ComplexMatrix[], field: 'real' | 'complex'): number {
  const all = field === 'real' ? matrices : matrices.flatMap((matrix) => [matrix, scaledMatrix([0, 1], matrix)]);
  const { rank } = new SingularValueDecomposition(new Matrix(all.map(({ interleaved }) => Array.from(interleaved))), {
    autoTranspose: true,
  });
  return field === 'real' ? rank : rank / 2;
}
