/** @file Conjugate points of geodesics of states, after which a geodesic is no longer the shortest among its neighbours. */

import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import type { ComplexVector } from '../linalg/complex.ts';
import { hermitianEigenvalues } from '../linalg/hermitian-eigen.ts';
import { complexOf, type RealMatrix } from '../linalg/matrix.ts';
import { dot } from '../linalg/real-vector.ts';
import { place } from '../operator/pauli.ts';
import { inverse, product, sum } from './adjoint-representation.ts';
import { addTimesI, hamiltonian } from './hamiltonian-action.ts';
import { horizontalFrame } from './horizontal-frame.ts';
import { carriedAlong, type StateMetric, stateFlow, variedFlow } from './state-flow.ts';
import { wordTable } from './word-table.ts';

/** Eigenvalues within this share of the greatest are rounding. */
const NOISE = 1e-8;

/**
 * The number of conjugate points of a geodesic in (0, 1], with multiplicity, by Jacobi fields (δψ, δp) = (Uz, Uy) in the
 * frame that moves with the path, with z(0) = 0. There the linearised flow has the Hamiltonian
 *
 *     ½ Σ_P (Im⟨y|P_t ψ₀⟩ + Im⟨p₀|P_t z⟩)² / w_P ≥ 0,      P_t = U†PU,
 *
 * so that the symmetric matrix R = Z Y⁻¹ of all fields, modulo phases, only rises, from R(0) = 0, except that eigenvalues
 * which reach +∞ come back from −∞. One that passes 0 from below is a conjugate point: their number is that of the
 * returns, less the eigenvalues still below 0. A return makes R(t_{k+1}) − R(t_k) negative in one direction. R is bounded
 * near the start whatever the penalties are, and so is what rounding does to it.
 *
 * @returns `undefined` if Y is singular at a sampled time
 *
 * Cost 2ⁿ⁺¹ linearised flows, and O(steps · 8ⁿ).
 */
export function stateConjugatePoints(
  metric: StateMetric,
  from: ComplexVector,
  costate: Float64Array,
  steps: number,
): number | undefined {
  const frame = horizontalFrame(from.interleaved);
  const flow = stateFlow(metric, { state: from.interleaved, costate }, steps);
  const size = 2 * from.length - 2;
  const axes = unitVectors(size).map((unit) => frame.vectorOf(unit));
  const moving = axes.map((axis) => carriedAlong(flow, axis));
  const fields = axes.map((axis) => variedFlow(metric, flow, axis).points);
  const turned = frame.coordinatesOf(timesI(costate));
  let returns = 0;
  let before: RealMatrix | undefined;
  for (let k = 1; k <= steps; k++) {
    const [Z, Y] = [new Float64Array(size * size), new Float64Array(size * size)];
    fields.forEach((points, column) => {
      const { state, costate: momentum } = points[k]!;
      const phase = dot(timesI(flow.points[k]!.state), state); // Im⟨ψ|δψ⟩
      for (let i = 0; i < size; i++) {
        Z[i * size + column] = dot(moving[i]![k]!, state);
        Y[i * size + column] = dot(moving[i]![k]!, momentum) - phase * turned[i]!;
      }
    });
    const inverted = inverse({ rows: size, cols: size, data: Y });
    if (inverted === undefined) return undefined;
    const R = symmetrised(product({ rows: size, cols: size, data: Z }, inverted));
    returns += negative(before === undefined ? R : sum(R, -1, before));
    before = R;
  }
  return returns - negative(before!);
}

/**
 * Dimension of the family of geodesics that symmetries of the metric make of one while they keep both of its ends: one-qubit
 * rotations, if weights depend on supports only. Each makes the end conjugate to the start once.
 */
export function symmetricFields(from: ComplexVector, to: ComplexVector, costate: Float64Array): number {
  const qubits = Math.log2(from.length);
  const words = Array.from({ length: qubits }, (_, q) =>
    [...'XYZ'].map((letter) => place(qubits, { [q]: letter })),
  ).flat();
  const actions = words.map((word) => hamiltonian(wordTable([word], qubits), Float64Array.of(1)));
  const times = (H: (typeof actions)[number], v: Float64Array): Float64Array => {
    const out = new Float64Array(v.length);
    addTimesI(out, H, v, -1);
    return out;
  };
  const frames = [from, to].map(({ interleaved }) => [interleaved, horizontalFrame(interleaved)] as const);
  const moves = actions.map((H) =>
    Float64Array.from(frames.flatMap(([v, frame]) => Array.from(frame.coordinatesOf(times(H, v))))),
  );
  const { realEigenvalues, eigenvectorMatrix } = symmetricEigen(moves);
  const kept = realEigenvalues.flatMap((value, k) => (value < 1e-10 ? [k] : []));
  const turns = kept.map((k) => {
    const coefficients = eigenvectorMatrix.getColumn(k);
    const H = hamiltonian(wordTable(words, qubits), Float64Array.from(coefficients));
    // −i(A − μ)p with A|from⟩ = μ|from⟩
    const mu = -dot(timesI(from.interleaved), times(H, from.interleaved));
    const turned = timesI(costate);
    const field = times(H, costate).map((x, i) => x + mu * turned[i]!);
    return frames[0]![1].coordinatesOf(field);
  });
  if (turns.length === 0) return 0;
  const size = dot(costate, costate);
  return symmetricEigen(turns).realEigenvalues.filter((value) => value > 1e-8 * size).length;
}

/** Of the Gram matrix. */
function symmetricEigen(vectors: readonly Float64Array[]) {
  return new EigenvalueDecomposition(new Matrix(vectors.map((a) => vectors.map((b) => dot(a, b)))), {
    assumeSymmetric: true,
  });
}

const unitVectors = (size: number): readonly Float64Array[] =>
  Array.from({ length: size }, (_, k) => Float64Array.from({ length: size }, (_, i) => (i === k ? 1 : 0)));

const timesI = (v: Float64Array): Float64Array => v.map((_, i) => (i % 2 === 0 ? -v[i + 1]! : v[i - 1]!));

function symmetrised({ rows, cols, data }: RealMatrix): RealMatrix {
  return { rows, cols, data: data.map((x, i) => (x + data[(i % rows) * rows + Math.floor(i / rows)]!) / 2) };
}

/** The number of negative eigenvalues beyond rounding. */
function negative(matrix: RealMatrix): number {
  const values = hermitianEigenvalues(complexOf(matrix));
  const greatest = values.reduce((most, x) => Math.max(most, Math.abs(x)), 0);
  return values.filter((x) => x < -NOISE * greatest).length;
}
