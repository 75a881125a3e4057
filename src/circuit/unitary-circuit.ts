/**
 * @file Exact synthesis: any unitary on k qubits as Pauli rotations, by the quantum Shannon decomposition. A
 * cosine–sine decomposition splits off one qubit; what remains are multiplexed rotations and unitaries on k − 1 qubits.
 */

import { parity } from '../engine/bits.ts';
import { DomainError, ShapeError } from '../errors.ts';
import { type ComplexMatrix, zeroMatrix } from '../linalg/complex.ts';
import { addScaledMatrix, adjoint, multiply, sideBySide } from '../linalg/matrix.ts';
import { normalEigen } from '../linalg/normal-eigen.ts';
import { qr } from '../linalg/qr.ts';
import { singularValueDecomposition } from '../linalg/singular-values.ts';
import { place } from '../operator/pauli.ts';
import type { Circuit, Rotation } from './circuit.ts';

/** Deviation from unitarity that counts as rounding. */
const UNITARY_TOLERANCE = 1e-9;
/** Rotations by less than this, in radians, are left out. */
const IDLE = 1e-15;
/** Blocks whose entries are all below this count as zero. */
const NEGLIGIBLE = 2e-15;
/** Threshold between the cosines that determine their directions and those too close to 1. */
const LARGE_COSINE = 0.8;

/**
 * A circuit that performs the unitary, up to the phase that `globalPhase` finds.
 *
 * @param unitary - 2^k × 2^k
 * @returns k qubits, no parameters, at most (3/2)(4^k − 2^k) rotations
 * @throws {ShapeError} not a square matrix of size 2^k
 * @throws {DomainError} not unitary
 *
 * Exact to about 1e-14 for k ≤ 5. O(8^k).
 *
 * @see Shende, Bullock & Markov, IEEE Trans. CAD 25, 1000 (2006)
 */
export function unitaryCircuit(unitary: ComplexMatrix): Circuit {
  const qubits = Math.log2(unitary.rows);
  const all = Array.from({ length: qubits }, (_, qubit) => qubit);
  return { kind: 'circuit', qubits, parameters: 0, gates: unitaryRotations(unitary, all, qubits) };
}

/**
 * The rotations of `unitaryCircuit` placed on some qubits of a register.
 *
 * @param qubits - where the unitary acts; the first is its most significant bit
 * @param register - number of qubits of the words
 */
export function unitaryRotations(
  unitary: ComplexMatrix,
  qubits: readonly number[],
  register: number,
): readonly Rotation[] {
  if (unitary.rows !== unitary.cols || unitary.rows !== 2 ** qubits.length || qubits.length === 0) {
    throw new ShapeError(
      `unitaryRotations: a ${2 ** qubits.length} × ${2 ** qubits.length} matrix required, got ${unitary.rows} × ${unitary.cols}`,
    );
  }
  const square = multiply(unitary, unitary, { adjointA: true }).interleaved;
  const error = square.reduce((most, x, k) => {
    const diagonal = k % (2 * (unitary.rows + 1)) === 0 ? 1 : 0;
    return Math.max(most, Math.abs(x - diagonal));
  }, 0);
  if (!(error < UNITARY_TOLERANCE))
    throw new DomainError(`unitaryRotations: a unitary required, |U†U − 1| is ${error}`);
  return shannon(unitary, qubits, register).filter(({ angle }) => Math.abs(angle as number) > IDLE);
}

/** U = (L₀ ⊕ L₁) · [[C, −S], [S, C]] · (R₀ ⊕ R₁)†, and both block-diagonal factors demultiplexed. */
function shannon(unitary: ComplexMatrix, qubits: readonly number[], register: number): Rotation[] {
  if (qubits.length === 1) return eulerAngles(unitary, qubits[0]!, register);
  const [upper, lower] = [quarter(unitary, 0, 1), quarter(unitary, 1, 0)];
  if (vanishes(upper) && vanishes(lower)) {
    return multiplexed(quarter(unitary, 0, 0), quarter(unitary, 1, 1), qubits, register);
  }
  const { left, right, angles } = cosineSine(unitary);
  return [
    ...multiplexed(adjoint(right[0]), adjoint(right[1]), qubits, register),
    ...multiplexedRotation('Y', angles, qubits, register),
    ...multiplexed(left[0], left[1], qubits, register),
  ];
}

/** One qubit: U ∼ R_Z(α) R_Y(β) R_Z(γ). */
function eulerAngles({ interleaved: u }: ComplexMatrix, qubit: number, register: number): Rotation[] {
  const cosine = Math.hypot(u[0]!, u[1]!);
  const sine = Math.hypot(u[4]!, u[5]!);
  const phase = (at: number): number => Math.atan2(u[at + 1]!, u[at]!);
  // U₀₀ ∝ e^{−i(α+γ)/2} cos, U₁₀ ∝ e^{i(α−γ)/2} sin, U₀₁ ∝ −e^{−i(α−γ)/2} sin, U₁₁ ∝ e^{i(α+γ)/2} cos
  const alpha = sine < IDLE ? phase(6) - phase(0) : phase(4) - phase(0);
  const gamma = sine < IDLE ? 0 : cosine >= sine ? phase(6) - phase(4) : phase(2) - phase(0) + Math.PI;
  return [
    { word: place(register, { [qubit]: 'Z' }), angle: gamma },
    { word: place(register, { [qubit]: 'Y' }), angle: 2 * Math.atan2(sine, cosine) },
    { word: place(register, { [qubit]: 'Z' }), angle: alpha },
  ];
}

interface CosineSine {
  readonly left: readonly [ComplexMatrix, ComplexMatrix];
  readonly right: readonly [ComplexMatrix, ComplexMatrix];
  /** Angles of the R_Y rotations of the first qubit, for each value of the others: cosine and sine of half of them. */
  readonly angles: readonly number[];
}

/**
 * Cosine–sine decomposition into quarters. The singular values of U₀₀ = L₀CR₀† determine the directions where the
 * cosine is small, but not those where it is close to 1: these are turned once more, by the singular values of U₁₀,
 * which are the sines.
 *
 * @see Van Loan, Numer. Math. 46, 479 (1985)
 */
function cosineSine(unitary: ComplexMatrix): CosineSine {
  const half = unitary.rows / 2;
  const [u00, u10] = [quarter(unitary, 0, 0), quarter(unitary, 1, 0)];
  const first = singularValueDecomposition(u00);
  // Values descend: `near` columns have cosines close to 1; the others, smallest cosine first, go before them.
  const near = first.values.filter((cosine) => cosine > LARGE_COSINE).length;
  const far = Array.from({ length: half - near }, (_, k) => half - 1 - k);
  const close = Array.from({ length: near }, (_, k) => k);
  const farRight = columnsOf(first.v, far);
  let nearRight = columnsOf(first.v, close);
  let lower = multiply(u10, farRight);
  if (near > 0) {
    const second = singularValueDecomposition(multiply(u10, nearRight));
    nearRight = multiply(nearRight, second.v);
    lower = sideBySide(lower, scaledColumns(second.u, second.values));
  }
  const right0 = sideBySide(farRight, nearRight);
  const { columns: nearLeft, norms } = normalisedColumns(multiply(u00, nearRight));
  const left0 = sideBySide(columnsOf(first.u, far), nearLeft);
  const cosines = Float64Array.from([...far.map((k) => first.values[k]!), ...norms]);
  // The columns of U₁₀R₀ = L₁S are orthogonal with descending norms, so that QR finds L₁ stably, zeros included.
  const { q, r } = qr(lower);
  const sines = Float64Array.from({ length: half }, (_, k) => r.interleaved[2 * k * (half + 1)]!);
  // R₁† = C L₁† U₁₁ − S L₀† U₀₁, exact even where C or S is small.
  const fromLower = scaledRows(multiply(q, quarter(unitary, 1, 1), { adjointA: true }), cosines);
  const fromUpper = scaledRows(multiply(left0, quarter(unitary, 0, 1), { adjointA: true }), sines);
  const right1 = adjoint(addScaledMatrix(fromLower, [-1, 0], fromUpper));
  const angles = Array.from(cosines, (cosine, k) => 2 * Math.atan2(sines[k]!, cosine));
  return { left: [left0, q], right: [right0, right1], angles };
}

/** A ⊕ B, chosen by the first qubit: = (1 ⊗ V)(D ⊕ D†)(1 ⊗ W) with AB† = V D² V† and W = D V† B. */
function multiplexed(a: ComplexMatrix, b: ComplexMatrix, qubits: readonly number[], register: number): Rotation[] {
  const others = qubits.slice(1);
  if (vanishes(addScaledMatrix(a, [-1, 0], b))) return shannon(b, others, register);
  const { vectors, phases } = normalEigen(multiply(a, b, { adjointB: true }));
  const w = multiply(vectors, b, { adjointA: true });
  const turned = { ...w, interleaved: new Float64Array(w.interleaved.length) };
  for (let k = 0; k < w.interleaved.length; k += 2) {
    const half = phases[Math.floor(k / 2 / w.cols)]! / 2;
    const [re, im] = [w.interleaved[k]!, w.interleaved[k + 1]!];
    turned.interleaved[k] = Math.cos(half) * re - Math.sin(half) * im;
    turned.interleaved[k + 1] = Math.cos(half) * im + Math.sin(half) * re;
  }
  return [
    ...shannon(turned, others, register),
    ...multiplexedRotation(
      'Z',
      Array.from(phases, (phase) => -phase),
      qubits,
      register,
    ),
    ...shannon(vectors, others, register),
  ];
}

/**
 * Σ_i |i⟩⟨i| ⊗ R(a_i) on the first qubit: rotations about Z…Z ⊗ letter for every set S of the other qubits, by the
 * Walsh transform α_S = 2^{1−k} Σ_i (−1)^{|i ∧ S|} a_i. They commute.
 */
function multiplexedRotation(
  letter: 'Y' | 'Z',
  angles: readonly number[],
  [first, ...others]: readonly number[],
  register: number,
): Rotation[] {
  return angles.map((_, subset) => {
    const letters: Record<number, string> = { [first!]: letter };
    others.forEach((qubit, k) => {
      if ((subset >> (others.length - 1 - k)) & 1) letters[qubit] = 'Z';
    });
    const sum = angles.reduce((total, angle, i) => total + (parity(i & subset) === 1 ? -angle : angle), 0);
    return { word: place(register, letters), angle: sum / angles.length };
  });
}

const vanishes = ({ interleaved }: ComplexMatrix): boolean => interleaved.every((x) => Math.abs(x) < NEGLIGIBLE);

function quarter({ cols, interleaved }: ComplexMatrix, row: number, col: number): ComplexMatrix {
  const half = cols / 2;
  const out = zeroMatrix(half, half);
  for (let i = 0; i < half; i++) {
    const from = 2 * ((row * half + i) * cols + col * half);
    out.interleaved.set(interleaved.subarray(from, from + cols), i * cols);
  }
  return out;
}

function columnsOf({ rows, cols, interleaved }: ComplexMatrix, chosen: readonly number[]): ComplexMatrix {
  const out = zeroMatrix(rows, chosen.length);
  for (let i = 0; i < rows; i++) {
    chosen.forEach((from, to) => {
      const at = 2 * (i * cols + from);
      out.interleaved.set(interleaved.subarray(at, at + 2), 2 * (i * chosen.length + to));
    });
  }
  return out;
}

function normalisedColumns(a: ComplexMatrix): { readonly columns: ComplexMatrix; readonly norms: Float64Array } {
  const squares = new Float64Array(a.cols);
  a.interleaved.forEach((x, k) => {
    squares[(k >> 1) % a.cols]! += x * x;
  });
  const norms = squares.map(Math.sqrt);
  return {
    columns: scaledColumns(
      a,
      norms.map((norm) => 1 / norm),
    ),
    norms,
  };
}

function scaledColumns({ rows, cols, interleaved }: ComplexMatrix, factors: Float64Array): ComplexMatrix {
  return { rows, cols, interleaved: interleaved.map((x, k) => x * factors[(k >> 1) % cols]!) };
}

function scaledRows({ rows, cols, interleaved }: ComplexMatrix, factors: Float64Array): ComplexMatrix {
  return { rows, cols, interleaved: interleaved.map((x, k) => x * factors[Math.floor(k / 2 / cols)]!) };
}
