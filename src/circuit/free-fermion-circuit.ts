/**
 * @file Circuits of free fermions: rotations about words that are two Majorana operators each. Those of neighbouring
 * operators are Z_j and X_j X_j+1, so that every transformation of n modes is a circuit of neighbours, of O(n²) gates.
 */

import { DomainError, ShapeError } from '../errors.ts';
import { isPure } from '../gaussian/entropies.ts';
import { checkGaussian, type GaussianState } from '../gaussian/gaussian-state.ts';
import type { JordanWignerOptions } from '../gaussian/jordan-wigner.ts';
import { checkFermions } from '../gaussian/order-correlator.ts';
import { partsOf } from '../gaussian/quadratic-hamiltonian.ts';
import type { ComplexMatrix } from '../linalg/complex.ts';
import type { RealMatrix } from '../linalg/matrix.ts';
import type { NetworkPoint } from '../network-point.ts';
import { anglesAt, bound, type Circuit, checkCircuit, parametrised, type Rotation } from './circuit.ts';
import { freeFermionProgram, programCovariance, withStrings } from './free-fermion-program.ts';
import { gateOf, IDLE, parityFlip, rotateRows, type Turn, turnBoth, undone } from './majorana-turn.ts';

/** Deviation from a unitary or orthogonal matrix that counts as rounding. */
const TOLERANCE = 1e-9;

/**
 * The circuit that transforms annihilation operators by a unitary, U†_circuit c_i U_circuit = Σ_j U_ij c_j, so that it
 * takes a state with covariance Γ to `transformed(state, unitary)`. Givens rotations of neighbouring modes, each the
 * commuting words Y_j X_j+1 and X_j Y_j+1, and phases Z_j: every gate conserves the number of particles.
 *
 *     ─Z─┬YX┬─Z──────
 *     ─Z─┴XY┴─┬YX┬─Z─
 *     ─Z──────┴XY┴─Z─
 *
 * @param unitary - real orthogonal or complex unitary, shape (n, n)
 * @returns n qubits, no parameters, at most n(n − 1) rotations about YX and XY, and as many phases for a complex U
 * @throws {ShapeError} not square
 * @throws {DomainError} not unitary
 *
 * O(n³). @see Reck et al., Phys. Rev. Lett. 73, 58 (1994)
 */
export function circuitOfTransform(unitary: RealMatrix | ComplexMatrix): Circuit {
  const n = unitary.rows;
  if (unitary.cols !== n || n === 0) {
    throw new ShapeError(`circuitOfTransform: a square matrix required, got ${n} × ${unitary.cols}`);
  }
  const [re, im] = partsOf('circuitOfTransform', unitary).map(({ data }) => data.slice()) as [
    Float64Array,
    Float64Array,
  ];
  checkUnitary('circuitOfTransform: a unitary matrix', re, im, n);
  const turns: Turn[] = [];
  // Row r is freed of its entry in column c by its neighbour above: a phase first, then a rotation.
  for (let c = 0; c + 1 < n; c++) {
    for (let r = n - 1; r > c; r--) {
      const [upper, lower] = [(r - 1) * n + c, r * n + c];
      const [x, y] = [Math.hypot(re[upper]!, im[upper]!), Math.hypot(re[lower]!, im[lower]!)];
      if (y === 0) continue;
      const [from, to] = [Math.atan2(im[lower]!, re[lower]!), x === 0 ? 0 : Math.atan2(im[upper]!, re[upper]!)];
      turns.push(...phased(re, im, n, r, realTurn(to - from)));
      const angle = Math.atan2(re[lower]! * Math.cos(to) + im[lower]! * Math.sin(to), x);
      for (const part of [re, im]) rotateRows(part, n, r - 1, r, angle);
      turns.push({ a: 2 * r - 2, b: 2 * r, angle }, { a: 2 * r - 1, b: 2 * r + 1, angle });
    }
  }
  const phases = Array.from({ length: n }, (_, j) => ({
    a: 2 * j,
    b: 2 * j + 1,
    angle: -Math.atan2(im[j * (n + 1)]!, re[j * (n + 1)]!),
  }));
  return circuitOf(
    n,
    [...phases, ...undone(turns)].flatMap((turn) => gateOf(turn, n)),
  );
}

/**
 * The circuit that transforms Majorana operators by an orthogonal matrix, U†γ_aU = Σ_b O_ab γ_b, so that it takes a
 * state to `transformed(state, orthogonal)`: Bogoliubov transformations, number conserved or not, by rotations about
 * Z_j and X_j X_j+1, and one about X at the last qubit if det O = −1, which exchanges even and odd parity.
 *
 * @param orthogonal - shape (2n, 2n)
 * @returns n qubits, no parameters, at most n(2n − 1) + 1 rotations
 * @throws {ShapeError} not square, or of odd size
 * @throws {DomainError} not orthogonal
 *
 * O(n³).
 */
export function circuitOfMajoranaTransform(orthogonal: RealMatrix): Circuit {
  const size = orthogonal.rows;
  if (orthogonal.cols !== size || size % 2 === 1 || size === 0) {
    throw new ShapeError(
      `circuitOfMajoranaTransform: a square matrix of even size required, got ${size} × ${orthogonal.cols}`,
    );
  }
  const data = orthogonal.data.slice();
  checkUnitary('circuitOfMajoranaTransform: an orthogonal matrix', data, new Float64Array(data.length), size);
  const turns: Turn[] = [];
  for (let c = 0; c + 1 < size; c++) {
    for (let r = size - 1; r > c; r--) {
      const angle = Math.atan2(data[r * size + c]!, data[(r - 1) * size + c]!);
      rotateRows(data, size, r - 1, r, angle);
      turns.push({ a: r - 1, b: r, angle });
    }
  }
  const n = size / 2;
  const flip = data[size * size - 1]! < 0 ? [parityFlip(n)] : [];
  return circuitOf(n, [...flip, ...undone(turns).flatMap((turn) => gateOf(turn, n))]);
}

/**
 * A circuit that prepares a pure Gaussian state from |0…0⟩: rotations about Z_j and X_j X_j+1, at most n(n − 1) of
 * them, and one about X at the last qubit if the parity is odd. One mode after the other is disentangled: row 2j of Γ
 * is turned until its only entry is that of the vacuum, and the circuit undoes it.
 *
 * @param options - the letter of the strings; default 'Z'. With X or Y the words are turned, and the reference is their
 *   vacuum
 * @returns the circuit, a parameter for each gate, and the parameters
 * @throws {DomainError} bosons, a state that is not pure
 * @throws {ShapeError | DomainError} a malformed state
 *
 * O(n³).
 */
export function circuitOfGaussian(
  state: GaussianState,
  { string = 'Z' }: JordanWignerOptions = {},
): NetworkPoint<Circuit> {
  checkGaussian('circuitOfGaussian', state);
  checkFermions('circuitOfGaussian', state);
  if (!isPure(state)) throw new DomainError('circuitOfGaussian: a pure state required, got one with |Γ² + 1| > 0');
  const n = state.modes;
  const size = 2 * n;
  const gamma = state.covariance.data.slice();
  const turns: Turn[] = [];
  for (let row = 0; row + 2 < size; row += 2) {
    for (let k = size - 1; k > row + 1; k--) {
      // The entry beside is collected with the sign of the vacuum, −1.
      const [x, y] = [gamma[row * size + k - 1]!, gamma[row * size + k]!];
      const angle = k === row + 2 ? Math.atan2(-y, -x) : Math.atan2(y, x);
      turnBoth(gamma, size, { a: k - 1, b: k, angle });
      turns.push({ a: k - 1, b: k, angle });
    }
  }
  const flip = gamma[(size - 2) * size + size - 1]! > 0 ? [parityFlip(n)] : [];
  const gates = [...flip, ...undone(turns).flatMap((turn) => gateOf(turn, n))];
  const words = gates.map(({ word }) => word);
  const network = withStrings(parametrised(n, words), string);
  return { network, theta: Float64Array.from(gates, ({ angle }) => angle as number) };
}

/**
 * The state of a circuit of free fermions: gates about words that are two Majorana operators, at any angle, and about
 * any other word at a multiple of π. O(n) for each gate, for thousands of qubits.
 *
 * @param theta - parameters of the circuit, shape (P,)
 * @param options - the letter of the strings; default 'Z'
 * @throws {DomainError} another gate, which is named; a reference other than a product of eigenstates of that letter
 * @throws {ShapeError | DomainError} a malformed circuit
 */
export function gaussianOfCircuit(
  circuit: Circuit,
  theta: Float64Array = new Float64Array(0),
  { string = 'Z' }: JordanWignerOptions = {},
): GaussianState {
  checkCircuit(circuit);
  if (theta.length !== circuit.parameters) {
    throw new ShapeError(`gaussianOfCircuit: ${circuit.parameters} parameters required, got ${theta.length}`);
  }
  const fixed = bound(circuit, theta);
  const program = freeFermionProgram(fixed, string);
  if (typeof program === 'string') throw new DomainError(`gaussianOfCircuit: ${program}`);
  const covariance = programCovariance(program, anglesAt(fixed, new Float64Array(0)));
  return { kind: 'gaussian', statistics: 'fermion', modes: circuit.qubits, covariance };
}

/** A phase in (−π/2, π/2], and so a real entry of either sign. */
function realTurn(phase: number): number {
  return phase - Math.PI * Math.round(phase / Math.PI);
}

/** Row r times e^{i·phase}, and the turn that it is: c → e^{iα}c turns γ_2r into cos α γ_2r − sin α γ_2r+1. */
function phased(re: Float64Array, im: Float64Array, n: number, r: number, phase: number): readonly Turn[] {
  if (Math.abs(phase) <= IDLE) return [];
  const [cos, sin] = [Math.cos(phase), Math.sin(phase)];
  for (let at = r * n; at < (r + 1) * n; at++) {
    const [x, y] = [re[at]!, im[at]!];
    re[at] = cos * x - sin * y;
    im[at] = cos * y + sin * x;
  }
  return [{ a: 2 * r, b: 2 * r + 1, angle: -phase }];
}

const circuitOf = (qubits: number, gates: readonly Rotation[]): Circuit => ({
  kind: 'circuit',
  qubits,
  parameters: 0,
  gates,
});

function checkUnitary(what: string, re: Float64Array, im: Float64Array, n: number): void {
  for (let i = 0; i < n; i++) {
    for (let j = 0; j <= i; j++) {
      let [x, y] = [i === j ? -1 : 0, 0];
      for (let k = 0; k < n; k++) {
        x += re[i * n + k]! * re[j * n + k]! + im[i * n + k]! * im[j * n + k]!;
        y += im[i * n + k]! * re[j * n + k]! - re[i * n + k]! * im[j * n + k]!;
      }
      if (!(Math.hypot(x, y) <= TOLERANCE)) {
        throw new DomainError(`${what} required, got a deviation of ${Math.hypot(x, y)} at (${i}, ${j})`);
      }
    }
  }
}
