/**
 * @file Lower bounds of the number of two-qubit gates: from entanglement across every cut, and from counting
 * parameters.
 */

import type { ComplexMatrix } from '../linalg/complex.ts';
import { singularValueDecomposition } from '../linalg/singular-values.ts';
import type { Pair } from './gate-placements.ts';
import { type GateFamily, type GateTarget, PARAMETERS_PER_GATE, targetVector } from './gate-target.ts';
import { cnotCount } from './kak.ts';

/** Singular values below this share of the greatest are zero. */
const RANK = 1e-9;

/**
 * A rigorous lower bound of the number of gates, Infinity if no number suffices. For two-qubit unitaries it is exact
 * (the Weyl coordinates determine the number of CNOTs). Otherwise: a gate between the parts A and B of the qubits
 * multiplies the Schmidt rank across the cut by at most 2 (CNOT, and any gate on a qubit still in a product) or 4, so
 * that at least ⌈log rank⌉ gates cross; the bound is the least number of gates on the given pairs that satisfies every
 * cut.
 */
export function gateCountBound(target: GateTarget, family: GateFamily, pairs: readonly Pair[]): number {
  if (target.kind === 'unitary' && target.qubits === 2 && pairs.length === 1) {
    const count = cnotCount(target.matrix);
    return family === 'cnot' ? count : Math.min(1, count);
  }
  const cuts = Array.from({ length: 2 ** (target.qubits - 1) - 1 }, (_, k) => k + 1);
  const logarithm = family === 'cnot' ? 1 : 2;
  const demands = cuts.map((side) => {
    const crossing = pairs.flatMap(([a, b], k) => (((side >> a) ^ (side >> b)) & 1 ? [k] : []));
    return { crossing, least: Math.ceil(Math.log2(schmidtRank(target, side)) / logarithm - 1e-9) };
  });
  if (demands.some(({ crossing, least }) => least > 0 && crossing.length === 0)) return Infinity;
  for (let gates = Math.max(0, ...demands.map(({ least }) => least)); ; gates++) {
    const satisfied = multisets(pairs.length, gates).some((counts) =>
      demands.every(({ crossing, least }) => crossing.reduce((sum, k) => sum + counts[k]!, 0) >= least),
    );
    if (satisfied) return gates;
  }
}

/**
 * The number of gates below which circuits have fewer parameters than there are states or unitaries: almost all targets
 * of this kind need as many, a particular one may need fewer.
 *
 * @see Shende, Markov & Bullock, Phys. Rev. A 69, 062321 (2004), for CNOTs: ⌈(4ⁿ − 3n − 1)/4⌉
 */
export function genericGateCount({ kind, qubits }: Pick<GateTarget, 'kind' | 'qubits'>, family: GateFamily): number {
  const [dimension, free] = kind === 'state' ? [2 ** (qubits + 1) - 2, 2 * qubits] : [4 ** qubits - 1, 3 * qubits];
  return Math.max(0, Math.ceil((dimension - free) / PARAMETERS_PER_GATE[family]));
}

/** Rank of the state across the cut, or of the unitary as an element of B(A) ⊗ B(B). */
function schmidtRank(target: GateTarget, side: number): number {
  const { qubits, kind } = target;
  const inside = Array.from({ length: qubits }, (_, q) => ((side >> q) & 1) === 1);
  // A unitary is a vector of 2n qubits: outputs, then inputs.
  const legs = kind === 'state' ? inside : [...inside, ...inside];
  const { length, interleaved } = targetVector(target);
  const rows = 2 ** legs.filter(Boolean).length;
  const matrix: ComplexMatrix = { rows, cols: length / rows, interleaved: new Float64Array(2 * length) };
  for (let k = 0; k < length; k++) {
    let [row, col] = [0, 0];
    legs.forEach((isRow, leg) => {
      const bit = (k >> (legs.length - 1 - leg)) & 1;
      if (isRow) row = 2 * row + bit;
      else col = 2 * col + bit;
    });
    matrix.interleaved.set(interleaved.subarray(2 * k, 2 * k + 2), 2 * (row * matrix.cols + col));
  }
  const { values } = singularValueDecomposition(matrix);
  return values.filter((value) => value > RANK * values[0]!).length;
}

/** All ways to share `total` gates among `kinds` pairs. */
function multisets(kinds: number, total: number): readonly (readonly number[])[] {
  if (kinds === 0) return total === 0 ? [[]] : [];
  return Array.from({ length: total + 1 }, (_, first) =>
    multisets(kinds - 1, total - first).map((rest) => [first, ...rest]),
  ).flat();
}
