/** @file Circuits of CNOTs: the group GL(n,2) of invertible matrices over GF(2). */

import { DomainError, ShapeError } from '../../errors.ts';
import type { Lattice } from '../../operator/lattice.ts';
import { lattice } from '../../operator/lattice.ts';
import { type CayleyGenerator, type CayleyGraph, cayleyGraph } from './cayley-graph.ts';

/** The code of a matrix has n² ≤ 25 bits. */
const MOST_QUBITS = 5;

/** A gate |x_c, x_t⟩ ↦ |x_c, x_t ⊕ x_c⟩. */
export interface Cnot {
  readonly control: number;
  readonly target: number;
}

/**
 * GL(n,2) with the CNOTs of a coupling topology: a circuit |x⟩ ↦ |Mx⟩ is its matrix M, and its distance from the
 * identity the least number of CNOTs. CNOT(c,t) adds row c to row t. Row q of M is at the bits n(n − 1 − q) and above,
 * column 0 its most significant bit.
 *
 *     |GL(n,2)| = Π_{k<n} (2ⁿ − 2ᵏ):   6, 168, 20 160, 9 999 360 for n = 2 … 5
 *
 * @param coupling - pairs of qubits on which CNOTs act, in both directions; n from 2 to 5
 * @throws {DomainError} another number of qubits, no pair at all, or an edge that leaves the qubits or occurs twice
 */
export function linearGroup(coupling: Lattice): CayleyGraph {
  const n = coupling.sites;
  if (!(Number.isInteger(n) && n >= 2 && n <= MOST_QUBITS)) {
    throw new DomainError(`linearGroup: from 2 to ${MOST_QUBITS} qubits required, got ${n}`);
  }
  const gates = cnotsOn(coupling);
  const [from, to] = [gates.map(({ control }) => rowAt(n, control)), gates.map(({ target }) => rowAt(n, target))];
  const row = 2 ** n - 1;
  return cayleyGraph({
    name: `GL(${n},2)`,
    order: Array.from({ length: n }, (_, k) => 2 ** n - 2 ** k).reduce((product, factor) => product * factor),
    multiplicity: 1,
    codes: 2 ** (n * n),
    identity: matrixCode(Array.from({ length: n }, (_, q) => 2 ** (n - 1 - q))),
    generators: gates.map((gate) => cnotGenerator(n, gate)),
    neighbours: (code, into) => {
      for (let k = 0; k < into.length; k++) into[k] = code ^ (((code >>> from[k]!) & row) << to[k]!);
    },
  });
}

/** The first bit of row q. */
const rowAt = (n: number, q: number): number => n * (n - 1 - q);

/** The CNOTs of a coupling topology, in the order of the generators of `linearGroup`. */
export function cnotsOn({ sites, edges }: Lattice): readonly Cnot[] {
  return lattice(sites, edges).edges.flatMap(([a, b]) => [
    { control: a, target: b },
    { control: b, target: a },
  ]);
}

function cnotGenerator(n: number, { control, target }: Cnot): CayleyGenerator {
  const [from, to] = [rowAt(n, control), rowAt(n, target)];
  const row = 2 ** n - 1;
  const apply = (code: number): number => code ^ (((code >>> from) & row) << to);
  // M·CNOT(c,t) adds column t to column c.
  const column = Array.from({ length: n }, (_, q) => 1 << (n * q + n - 1 - target)).reduce((mask, bit) => mask | bit);
  const shift = control - target;
  const conjugate = (code: number): number => {
    const moved = apply(code);
    const bits = moved & column;
    return moved ^ (shift > 0 ? bits >>> shift : bits << -shift);
  };
  return { name: `CNOT(${control},${target})`, apply, conjugate };
}

/** The code of a matrix from its rows, each a number below 2ⁿ whose most significant bit is column 0. */
export function matrixCode(rows: readonly number[]): number {
  return rows.reduce((code, row) => (code << rows.length) | row, 0);
}

/** The rows of the matrix with this code. */
export function matrixRows(code: number, n: number): readonly number[] {
  return Array.from({ length: n }, (_, q) => (code >>> rowAt(n, q)) & (2 ** n - 1));
}

/**
 * The code of a product of CNOTs, the first of which acts first.
 *
 * @throws {DomainError} a qubit that does not exist, or a gate from a qubit to itself
 */
export function cnotCircuitCode(n: number, gates: readonly Cnot[]): number {
  const rows = Array.from({ length: n }, (_, q) => 2 ** (n - 1 - q));
  for (const { control, target } of gates) {
    const inside = [control, target].every((q) => Number.isInteger(q) && q >= 0 && q < n);
    if (!inside || control === target) {
      throw new DomainError(`cnotCircuitCode: two qubits below ${n} required, got CNOT(${control},${target})`);
    }
    rows[target]! ^= rows[control]!;
  }
  return matrixCode(rows);
}

/**
 * The number of gates between the halves in the sense of operator entanglement: the entropy of the first `left` inputs
 * and outputs of U together, in units of log 2,
 *
 *     rank M_{BA} + rank M_{AB},   M_{BA} the block from inputs A to outputs B.
 *
 * U is a sum of so many powers of 2 products of operators on both sides, and no fewer.
 *
 * @throws {ShapeError} `left` is not between 0 and n
 */
export function operatorRank(code: number, n: number, left: number): number {
  if (!(Number.isInteger(left) && left >= 0 && left <= n)) {
    throw new ShapeError(`operatorRank: from 0 to ${n} qubits on the left required, got ${left}`);
  }
  const rows = matrixRows(code, n);
  const right = 2 ** (n - left) - 1;
  return rankOf(rows.slice(0, left).map((row) => row & right)) + rankOf(rows.slice(left).map((row) => row & ~right));
}

/** Rank over GF(2) of rows given as bits. */
function rankOf(rows: readonly number[]): number {
  const basis: number[] = [];
  for (const row of rows) {
    const rest = basis.reduce((left, pivot) => Math.min(left, left ^ pivot), row);
    if (rest !== 0) basis.push(rest);
  }
  return basis.length;
}
