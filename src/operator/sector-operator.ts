/** @file A Pauli sum among the basis states of one sector of a symmetry, as a sparse matrix. */

import { parity } from '../engine/bits.ts';
import { DomainError } from '../errors.ts';
import type { ComplexVector } from '../linalg/complex.ts';
import { bitOperator } from './pauli.ts';
import { checkPauliSum, type PauliSum } from './pauli-sum.ts';

/** Relative size below which an element that leads out of the sector is rounding. */
const ROUNDING = 1e-12;

/**
 * The basis states of n qubits with so many in |1⟩, ascending; qubit 0 is the most significant bit.
 *
 * @param keep - which states, for other charges
 */
export function sectorStates(qubits: number, keep: (state: number) => boolean): Int32Array {
  const size = 2 ** qubits;
  let count = 0;
  for (let b = 0; b < size; b++) if (keep(b)) count++;
  const states = new Int32Array(count);
  let at = 0;
  for (let b = 0; b < size; b++) if (keep(b)) states[at++] = b;
  return states;
}

/**
 * x ↦ Hx for vectors of the amplitudes of the given basis states. Rows are stored with one entry for each flip, so that an
 * application costs the number of entries: for a Heisenberg model of 20 spins with half of them up 1/50 of the full register.
 *
 * @throws {DomainError} H leads out of the sector
 * @throws {ShapeError | DomainError} the sum is not valid, see `checkPauliSum`
 *
 * Memory 4·2ⁿ bytes for the numbers of the states, 20 bytes for each entry.
 */
export function sectorOperator(sum: PauliSum, states: Int32Array): (x: ComplexVector) => ComplexVector {
  checkPauliSum(sum);
  const place = new Int32Array(2 ** sum.qubits).fill(-1);
  states.forEach((b, k) => {
    place[b] = k;
  });
  const { starts, columns, re, im } = rowsOf(sum, states, place);
  return ({ interleaved: x }) => {
    const out = new Float64Array(2 * states.length);
    for (let row = 0; row < states.length; row++) {
      let [a, b] = [0, 0];
      for (let k = starts[row]!; k < starts[row + 1]!; k++) {
        const at = 2 * columns[k]!;
        a += re[k]! * x[at]! - im[k]! * x[at + 1]!;
        b += re[k]! * x[at + 1]! + im[k]! * x[at]!;
      }
      out[2 * row] = a;
      out[2 * row + 1] = b;
    }
    return { length: states.length, interleaved: out };
  };
}

/** The matrix row by row: where each begins, columns, values. */
function rowsOf({ qubits, terms }: PauliSum, states: Int32Array, place: Int32Array) {
  const byFlip = new Map<number, { sign: number; turns: number; coefficient: number }[]>();
  for (const { word, coefficient } of terms) {
    const { flip, sign, quarterTurns } = bitOperator(word);
    byFlip.set(flip, [...(byFlip.get(flip) ?? []), { sign, turns: quarterTurns, coefficient }]);
  }
  const scale = Math.max(...terms.map(({ coefficient }) => Math.abs(coefficient)));
  const most = states.length * byFlip.size;
  const [columns, re, im] = [new Int32Array(most), new Float64Array(most), new Float64Array(most)];
  const starts = new Int32Array(states.length + 1);
  let count = 0;
  for (let row = 0; row < states.length; row++) {
    for (const [flip, group] of byFlip) {
      const from = states[row]! ^ flip; // ⟨row|H|from⟩
      let [x, y] = [0, 0];
      for (const { sign, turns, coefficient } of group) {
        const signed = parity(from & sign) === 1 ? -coefficient : coefficient;
        if (turns % 2 === 0) x += turns % 4 === 0 ? signed : -signed;
        else y += turns % 4 === 1 ? signed : -signed;
      }
      if (Math.abs(x) + Math.abs(y) <= ROUNDING * scale) continue;
      const column = place[from]!;
      if (column < 0) {
        const [to, other] = [states[row]!, from].map((b) => b.toString(2).padStart(qubits, '0'));
        throw new DomainError(
          `sectorOperator: a Hamiltonian within the sector required, got one that leads from |${to}⟩ to |${other}⟩`,
        );
      }
      columns[count] = column;
      re[count] = x;
      im[count] = y;
      count++;
    }
    starts[row + 1] = count;
  }
  return { starts, columns: columns.slice(0, count), re: re.slice(0, count), im: im.slice(0, count) };
}
