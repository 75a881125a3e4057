/** @file Clifford circuits on thousands of qubits: what they make of a stabiliser group, and how a group is prepared. */

import { DomainError, ShapeError } from '../errors.ts';
import { checkWord, type PauliWord, place, support } from '../operator/pauli.ts';
import { type DigitMatrix, digitAt, setDigit, transposedBits, zeroDigits } from '../stabiliser/digit-matrix.ts';
import { graphForm } from '../stabiliser/graph-form.ts';
import type { StabiliserGroup } from '../stabiliser/stabiliser-group.ts';
import { anglesAt, type BlochPoint, type Circuit, type Rotation } from './circuit.ts';

/** An angle that is further from a multiple of π/2 is not one. */
const ROUNDING = 1e-9;

/**
 * The stabiliser group of the state that a circuit makes, if every angle is a multiple of π/2. A quarter turn about P
 * leaves the words that commute with P alone and makes −iPg of the others; all generators are turned at once, 32 in a
 * word.
 *
 * @param theta - parameters, shape (P,)
 * @throws {ShapeError} theta does not have the circuit's number of parameters
 * @throws {DomainError} an angle that is no multiple of π/2, or a reference that is no product of eigenstates of X, Y, Z
 *
 * O(gates · n): 10⁵ gates on 2000 qubits in 1.5 s.
 *
 * @see Gottesman, arXiv:quant-ph/9807006
 */
export function stabiliserGroupOfCircuit(circuit: Circuit, theta: Float64Array): StabiliserGroup {
  const quarters = Array.from(anglesAt(circuit, theta), (angle, gate) => {
    const turns = Math.round(angle / (Math.PI / 2));
    if (Math.abs(angle - (turns * Math.PI) / 2) <= ROUNDING) return ((turns % 4) + 4) % 4;
    const { word } = circuit.gates[gate]!;
    throw new DomainError(
      `stabiliserGroupOfCircuit: angles that are multiples of π/2 required, got ${angle} at gate ${gate} (${word})`,
    );
  });
  return rotatedStabilisers(
    referenceStabilisers(circuit),
    circuit.gates.map(({ word }) => word),
    quarters,
  );
}

/**
 * The group after rotations by quarter turns, exp(−i·quarters·π/4·P) one after the other.
 *
 * @param quarters - angle of each rotation in units of π/2
 * @throws {DomainError} qudits that are not qubits, letters that are not I, X, Y, Z, or turns that are not whole
 * @throws {ShapeError} a word of another length
 */
export function rotatedStabilisers(
  group: StabiliserGroup,
  words: readonly PauliWord[],
  quarters: readonly number[],
): StabiliserGroup {
  if (group.prime !== 2) throw new DomainError(`rotatedStabilisers: qubits required, got qudits of ${group.prime}`);
  if (quarters.length !== words.length || !quarters.every(Number.isInteger)) {
    throw new DomainError(`rotatedStabilisers: ${words.length} whole numbers of quarter turns required`);
  }
  for (const word of words) checkWord(word, group.qudits);
  const [x, z] = [transposedBits(group.x), transposedBits(group.z)];
  const signs = zeroDigits(2, 1, group.phases.length);
  for (const [row, sign] of group.phases.entries()) setDigit(signs, 0, row, sign);
  for (const [gate, word] of words.entries()) turn(x, z, signs, word, ((quarters[gate]! % 4) + 4) % 4);
  const phases = Uint16Array.from(group.phases, (_, row) => digitAt(signs, 0, row));
  return { ...group, x: transposedBits(x), z: transposedBits(z), phases };
}

/**
 * One rotation of all generators, which are the columns. Of a word g that does not commute with P, the product
 * P·g = ±i·(word) has the sign of the letters: XY, YZ, ZX are i times the third, the others −i times it.
 */
function turn(x: DigitMatrix, z: DigitMatrix, signs: DigitMatrix, word: PauliWord, quarters: number): void {
  if (quarters === 0) return;
  const letters = support(word).map((q) => ({ q, hasX: word[q] !== 'Z', hasZ: word[q] !== 'X' }));
  for (let k = 0; k < x.stride; k++) {
    // Quarter turns of the product, counted modulo 4 in two bits for each column.
    let [clash, low, high] = [0, 0, 0];
    for (const { q, hasX, hasZ } of letters) {
      const [a, b] = [x.digits[q * x.stride + k]!, z.digits[q * z.stride + k]!];
      const forward = hasX ? (hasZ ? ~a & b : a & b) : a & ~b; // XY, YZ, ZX
      const backward = hasX ? (hasZ ? a & ~b : ~a & b) : a & b; // XZ, YX, ZY
      const either = forward | backward;
      clash ^= either;
      high ^= (low & forward) ^ (~low & backward); // + 1 carries from 1, − 1 borrows from 0
      low ^= either;
    }
    if (clash === 0) continue;
    // Where the words clash, `low` is 1: P·g = i^{1 + 2·high} word. −iPg has the sign `high`, +iPg the opposite.
    const minus = quarters === 1 ? high : quarters === 3 ? ~high : -1;
    signs.digits[k] = signs.digits[k]! ^ (clash & minus);
    if (quarters === 2) continue;
    for (const { q, hasX, hasZ } of letters) {
      if (hasX) x.digits[q * x.stride + k] = x.digits[q * x.stride + k]! ^ clash;
      if (hasZ) z.digits[q * z.stride + k] = z.digits[q * z.stride + k]! ^ clash;
    }
  }
}

/** The group of the state on which the circuit acts. */
function referenceStabilisers({ qubits, reference }: Circuit): StabiliserGroup {
  if (reference !== undefined && 'spectrum' in reference) {
    throw new DomainError('stabiliserGroupOfCircuit: a pure reference required, got a spectrum');
  }
  const [x, z] = [zeroDigits(2, qubits, qubits), zeroDigits(2, qubits, qubits)];
  const phases = new Uint16Array(qubits);
  for (let q = 0; q < qubits; q++) {
    const axis = axisOf(reference?.[q] ?? { polar: 0, azimuth: 0 });
    if (axis === null) {
      throw new DomainError(`stabiliserGroupOfCircuit: an eigenstate of X, Y or Z as reference required at qubit ${q}`);
    }
    setDigit(x, q, q, axis.letter === 'Z' ? 0 : 1);
    setDigit(z, q, q, axis.letter === 'X' ? 0 : 1);
    phases[q] = axis.sign;
  }
  return { kind: 'stabiliser', prime: 2, qudits: qubits, x, z, phases };
}

/** The Pauli matrix of which a point of the Bloch sphere is an eigenstate; null if there is none. */
function axisOf({ polar, azimuth }: BlochPoint): { readonly letter: string; readonly sign: number } | null {
  const vector = [Math.sin(polar) * Math.cos(azimuth), Math.sin(polar) * Math.sin(azimuth), Math.cos(polar)];
  const at = vector.findIndex((component) => Math.abs(component) > 1 - ROUNDING);
  return at < 0 ? null : { letter: 'XYZ'[at]!, sign: vector[at]! > 0 ? 0 : 1 };
}

/**
 * A circuit that prepares a pure state of qubits from |0…0⟩, exactly up to its global phase: of the graph state behind
 * it (`graphForm`) one rotation by π/2 about Y for each qubit, one about ZZ for each edge, one about Z, and another about
 * Y for each qubit that is turned.
 *
 * @throws {ShapeError} fewer generators than qubits
 * @throws {DomainError} qudits that are not qubits
 */
export function circuitOfStabilisers(group: StabiliserGroup): Circuit {
  if (group.prime !== 2) throw new DomainError(`circuitOfStabilisers: qubits required, got qudits of ${group.prime}`);
  if (group.phases.length !== group.qudits) {
    throw new ShapeError(`circuitOfStabilisers: ${group.qudits} generators required, got ${group.phases.length}`);
  }
  const qubits = group.qudits;
  const { adjacency, phases, turned } = graphForm(group);
  const all = [...Array(qubits).keys()];
  const word = (letters: Readonly<Record<number, string>>): PauliWord => place(qubits, letters);
  const quarter = Math.PI / 2;
  // A controlled phase is exp(−iπ/4·(Z_a + Z_b − Z_a Z_b)); a Hadamard gate is a half turn about Z, then a quarter about Y.
  const turns = all.map((q) => {
    const edges = all.filter((other) => digitAt(adjacency, q, other) !== 0).length; // a loop is a phase gate, Z(π/2)
    return (edges + 2 * phases[q]! + (turned.includes(q) ? 2 : 0)) % 4;
  });
  const gates: Rotation[] = all.map((q) => ({ word: word({ [q]: 'Y' }), angle: quarter }));
  for (const a of all) {
    for (let b = a + 1; b < qubits; b++) {
      if (digitAt(adjacency, a, b) !== 0) gates.push({ word: word({ [a]: 'Z', [b]: 'Z' }), angle: -quarter });
    }
  }
  for (const q of all) {
    const angle = turns[q] === 3 ? -quarter : turns[q]! * quarter;
    if (angle !== 0) gates.push({ word: word({ [q]: 'Z' }), angle });
  }
  for (const q of turned) gates.push({ word: word({ [q]: 'Y' }), angle: quarter });
  return { kind: 'circuit', qubits, parameters: 0, gates };
}
