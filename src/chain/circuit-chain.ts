/** @file The state of a circuit of neighbours as a matrix-product state, gate by gate, with the error made. */

import { anglesAt, type Circuit, checkCircuit } from '../circuit/circuit.ts';
import { currentEngine } from '../engine/engine.ts';
import { DomainError } from '../errors.ts';
import type { ComplexArray, ComplexMatrix } from '../linalg/complex.ts';
import { keptValues, leadingColumns, type Truncation } from '../linalg/kept-values.ts';
import { addScaledMatrix, adjoint, multiply, scaledMatrix } from '../linalg/matrix.ts';
import { singularValueDecomposition } from '../linalg/singular-values.ts';
import { support } from '../operator/pauli.ts';
import { pauliSumMatrix } from '../operator/pauli-sum.ts';
import { type CentredChain, moveCentre, productChain } from './centred-chain.ts';
import type { Chain } from './matrix-product-state.ts';

/** The chain that a circuit makes, of norm 1, and the sum of the weights that were dropped on the way. */
export interface CircuitChain {
  readonly chain: Chain;
  /** Σ of all weights dropped: about the infidelity of the chain; for sure at most the square of Σ √weight. */
  readonly lost: number;
}

/** Gates on one pair of neighbours, multiplied: shape (4, 4), the left site more significant. */
interface PairGate {
  readonly left: number;
  readonly matrix: ComplexMatrix;
}

/**
 * The state of a circuit whose gates act on one qubit or two neighbours, as a matrix-product state: the gates of a pair
 * that follow each other are multiplied, applied with the centre of the canonical form at the pair, and the bond is cut
 * by singular values.
 *
 * @param theta - parameters of the circuit, shape (P,)
 * @param truncation - bond χ, default 256; tolerance: weight that may be dropped by each gate, default 1e-16
 * @throws {DomainError} fewer than two qubits, a gate on other qubits, which is named; a reference other than a product
 * @throws {ShapeError | DomainError} a malformed circuit
 *
 * Cost O(8 χ³) for each pair of gates, and O(χ³) for each site between one pair and the next.
 *
 * @see Vidal, arXiv:quant-ph/0301063 (2003)
 */
export function chainOfCircuit(
  circuit: Circuit,
  theta: Float64Array,
  { bond = 256, tolerance = 1e-16 }: Partial<Truncation> = {},
): CircuitChain {
  checkCircuit(circuit);
  if (circuit.qubits < 2) throw new DomainError(`chainOfCircuit: at least two qubits required, got ${circuit.qubits}`);
  const state = productChain(circuit, 'chainOfCircuit');
  let lost = 0;
  for (const gate of pairGates(circuit, theta)) lost += apply(state, gate, { bond, tolerance });
  return { chain: state.tensors, lost };
}

/** The gates of the circuit, those that follow each other on the same pair as one. */
function pairGates(circuit: Circuit, theta: Float64Array): readonly PairGate[] {
  const angles = anglesAt(circuit, theta);
  const gates: PairGate[] = [];
  circuit.gates.forEach(({ word }, g) => {
    const sites = support(word);
    const [first, last] = [sites[0] ?? 0, sites.at(-1) ?? 0]; // the identity is a phase
    if (last > first + 1) {
      throw new DomainError(`chainOfCircuit: gates on neighbours required, got ${word}`);
    }
    const before = gates.at(-1);
    const isInside = before !== undefined && first >= before.left && last <= before.left + 1;
    const left = isInside ? before.left : Math.min(first, circuit.qubits - 2);
    const letters = word.slice(left, left + 2);
    const P = pauliSumMatrix({ qubits: 2, terms: [{ word: letters, coefficient: 1 }] });
    const half = angles[g]! / 2;
    const rotation = addScaledMatrix(scaledMatrix([0, -Math.sin(half)], P), [Math.cos(half), 0], IDENTITY);
    if (isInside) gates[gates.length - 1] = { left, matrix: multiply(rotation, before.matrix) };
    else gates.push({ left, matrix: rotation });
  });
  return gates;
}

const IDENTITY = pauliSumMatrix({ qubits: 2, terms: [{ word: 'II', coefficient: 1 }] });

/** Applies the gate; returns the share of the weight that was dropped. */
function apply(state: CentredChain, { left, matrix }: PairGate, truncation: Truncation): number {
  moveCentre(state, left, left + 1);
  const [a, b] = [state.tensors[left]!, state.tensors[left + 1]!];
  const [outer, , bond] = a.shape as [number, number, number];
  const right = b.shape[2]!;
  const pair = multiply(asMatrix(a, 2 * outer, bond), asMatrix(b, bond, 2 * right));
  const sitesFirst = currentEngine().permute(pair.interleaved, [outer, 4, right], [1, 0, 2]);
  const turned = multiply(matrix, { rows: 4, cols: outer * right, interleaved: sitesFirst });
  const rows = currentEngine().permute(turned.interleaved, [2, 2, outer, right], [2, 0, 1, 3]);
  const { u, values, v } = singularValueDecomposition({ rows: 2 * outer, cols: 2 * right, interleaved: rows });
  const kept = keptValues(values, truncation);
  const total = values.reduce((sum, x) => sum + x * x, 0);
  const weight = values.subarray(0, kept).reduce((sum, x) => sum + x * x, 0);
  const rest = adjoint(leadingColumns(v, kept));
  const scale = 1 / Math.sqrt(weight);
  const interleaved = rest.interleaved.map((x, at) => x * values[Math.floor(at / 2 / rest.cols)]! * scale);
  state.tensors[left] = { shape: [outer, 2, kept], interleaved: leadingColumns(u, kept).interleaved };
  state.tensors[left + 1] = { shape: [kept, 2, right], interleaved };
  state.centre = left + 1;
  return Math.max(0, values.subarray(kept).reduce((sum, x) => sum + x * x, 0) / total);
}

const asMatrix = ({ interleaved }: ComplexArray, rows: number, cols: number): ComplexMatrix => ({
  rows,
  cols,
  interleaved,
});
