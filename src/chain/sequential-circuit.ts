/**
 * @file Matrix-product states as circuits. A state of bond dimension 2 is made by one gate on each pair of neighbours, from
 * the middle outwards; a state of larger bonds by several such layers, each found by undoing the one before.
 */

import { currentEngine } from '../engine/engine.ts';
import { DomainError, ShapeError } from '../errors.ts';
import { type ComplexArray, type ComplexMatrix, identityMatrix, zeroMatrix } from '../linalg/complex.ts';
import { hermitianEigen } from '../linalg/hermitian-eigen.ts';
import type { Truncation } from '../linalg/kept-values.ts';
import { addScaledMatrix, adjoint, multiply, transpose } from '../linalg/matrix.ts';
import { polarFactor } from '../linalg/polar.ts';
import { singularValueDecomposition } from '../linalg/singular-values.ts';
import { BLOCK_TRUNCATION } from './block-chain.ts';
import { applyToNeighbours, centredChain, mergedSites, moveCentre } from './centred-chain.ts';
import { compressedChain } from './chain-compression.ts';
import { type Chain, mirrored } from './matrix-product-state.ts';

/** A unitary on two neighbouring qubits, `left` and the next one, shape (4, 4). */
export interface PairUnitary {
  readonly left: number;
  readonly unitary: ComplexMatrix;
}

/** Options of `sequentialCircuit`. */
export interface SequentialOptions extends Partial<Truncation> {
  /** Number of passes k; default 1. */
  readonly passes?: number;
  /** The pair from which each pass begins; default the middle. */
  readonly middle?: number;
}

/**
 * Gates that make a matrix-product state from |0…0⟩, approximately unless its bonds have dimension 2 or less, and exactly then.
 * In each pass the state is cut to bond dimension 2, whose canonical form about the middle is a sequence of gates: the one
 * in the middle makes the Schmidt vectors of the bond there, and each further one a tensor of the state, outwards,
 *
 *     0 ─────────┤  ├─         the tensor A[a, s, b] as a gate |0⟩|b⟩ ↦ Σ A[a, s, b] |a⟩|s⟩ of the left
 *     0 ────┤  ├─┤ 3├─         half, |b⟩|0⟩ ↦ Σ A[b, s, a] |s⟩|a⟩ of the right half
 *     0 ─┤ 1├┤ 2├─────
 *     0 ─┤  ├─┤ 2├────
 *     0 ──────┤  ├┤ 3├
 *     0 ──────────┤  ├
 *
 * The adjoint gates disentangle the state, what is left is cut again, and the gates of the last pass come first. What a
 * gate does to states that never enter it is free, as are the bases of the bonds: both are chosen near the identity.
 *
 * @param chain - of qubits, of any norm but 0
 * @param options - passes; middle; bond and tolerance of the state between passes, default 64 and 1e-13
 * @returns gates in the order in which they act: n − 1 for each pass
 * @throws {ShapeError} fewer than two sites, or a site that is no qubit
 * @throws {DomainError} no pass, or a middle outside the chain
 *
 * Cost O(passes · n χ³).
 *
 * @see Ran, arXiv:1908.07958 (2020)
 * @see Schön, Solano, Verstraete, Cirac & Wolf, arXiv:quant-ph/0501096 (2005)
 */
export function sequentialCircuit(chain: Chain, options: SequentialOptions = {}): readonly PairUnitary[] {
  const n = chain.length;
  const { passes = 1, middle = Math.floor(n / 2) - 1, ...truncation } = options;
  if (n < 2 || chain.some(({ shape }) => shape[1] !== 2)) {
    throw new ShapeError(`sequentialCircuit: at least two sites of dimension 2 required, got ${n} sites`);
  }
  if (!(Number.isInteger(passes) && passes >= 1)) {
    throw new DomainError(`sequentialCircuit: at least one pass required, got ${passes}`);
  }
  if (!(Number.isInteger(middle) && middle >= 0 && middle < n - 1)) {
    throw new DomainError(`sequentialCircuit: a middle from 0 to ${n - 2} required, got ${middle}`);
  }
  const limits = { ...BLOCK_TRUNCATION, ...truncation };
  const state = centredChain(chain);
  const found: (readonly PairUnitary[])[] = [];
  for (let pass = 1; ; pass++) {
    const gates = gatesOfPairs(compressedChain(state.tensors, { bond: 2 }).chain, middle);
    found.unshift(gates);
    if (pass === passes) return found.flat();
    for (const { left, unitary } of gates.toReversed()) {
      applyToNeighbours(state, left, 2, adjoint(unitary), limits, left >= state.centre);
    }
  }
}

/** The gates of a chain of bond dimension 2. */
function gatesOfPairs(chain: Chain, middle: number): readonly PairUnitary[] {
  const state = centredChain(chain);
  moveCentre(state, middle, middle);
  const [outer, site, bond] = state.tensors[middle]!.shape as [number, number, number];
  const { u, values, v } = singularValueDecomposition({
    rows: outer * site,
    cols: bond,
    interleaved: state.tensors[middle]!.interleaved,
  });
  const next = mergedSites([
    { shape: [v.cols, 1, bond], interleaved: adjoint(v).interleaved },
    state.tensors[middle + 1]!,
  ]);
  const left = [
    { shape: [outer, site, u.cols], interleaved: u.interleaved },
    ...state.tensors.slice(0, middle).reverse(),
  ];
  const right = mirrored([next, ...state.tensors.slice(middle + 2)]).toReversed();
  const [leftwards, rightwards] = [outwardGates(left), outwardGates(right)];
  const gates: PairUnitary[] = [{ left: middle, unitary: completed(middleColumn(left, values, right)) }];
  for (let step = 0; step < Math.max(leftwards.length, rightwards.length); step++) {
    const [before, after] = [leftwards[step], rightwards[step]];
    if (before !== undefined) gates.push({ left: middle - 1 - step, unitary: before });
    if (after !== undefined) gates.push({ left: middle + 1 + step, unitary: swapped(after) });
  }
  return gates;
}

/** What the gate in the middle makes of |00⟩: Σ_b λ_b|b⟩|b⟩, or the state of an end in place of |b⟩. Shape (4, 1). */
function middleColumn(left: Chain, values: Float64Array, right: Chain): ComplexMatrix {
  const basis = (half: Chain): ComplexMatrix =>
    half.length > 1
      ? padded(identityMatrix(values.length), 2)
      : { rows: 2, cols: values.length, interleaved: half[0]!.interleaved };
  const [a, b] = [basis(left), basis(right)];
  const weighted = { ...a, interleaved: a.interleaved.map((x, k) => x * values[(k >> 1) % values.length]!) };
  return { rows: 4, cols: 1, interleaved: multiply(weighted, transpose(b)).interleaved };
}

/**
 * The gates of one half, outwards from the middle, each on (outer, inner) qubit.
 *
 * @param half - axes (outer bond, site, inner bond), isometric towards the outside, the tensor next to the middle first
 */
function outwardGates(half: Chain): readonly ComplexMatrix[] {
  const tensors = [...half];
  return half.slice(1).map((_, k) => {
    if (k === half.length - 2) {
      const [, site, bond] = tensors[k + 1]!.shape as [number, number, number];
      const end = { shape: [site, 1, bond], interleaved: tensors[k + 1]!.interleaved };
      tensors[k] = mergedSites([end, tensors[k]!]);
    } else [tensors[k], tensors[k + 1]] = turned(tensors[k]!, tensors[k + 1]!);
    const [outer, site, inner] = tensors[k]!.shape as [number, number, number];
    return completed(padded({ rows: outer * site, cols: inner, interleaved: tensors[k]!.interleaved }, 4));
  });
}

/**
 * A tensor and its outer neighbour with another basis of the bond between: of what the tensor does to |0⟩|b⟩ as much as
 * possible shall be nothing, so that Σ_b A[a, b, b] is turned to a = 0.
 */
function turned(tensor: ComplexArray, outer: ComplexArray): readonly [ComplexArray, ComplexArray] {
  const [bond, site, inner] = tensor.shape as [number, number, number];
  const kept = new Float64Array(2 * bond);
  for (let a = 0; a < bond; a++) {
    for (let b = 0; b < inner; b++) {
      const at = 2 * ((a * site + b) * inner + b);
      kept[2 * a] = kept[2 * a]! + tensor.interleaved[at]!;
      kept[2 * a + 1] = kept[2 * a + 1]! + tensor.interleaved[at + 1]!;
    }
  }
  const length = Math.hypot(...kept);
  const column = { rows: bond, cols: 1, interleaved: length < 1e-8 ? unitColumn(bond) : kept.map((x) => x / length) };
  const basis = completed(column);
  const own = multiply(basis, { rows: bond, cols: site * inner, interleaved: tensor.interleaved }, { adjointA: true });
  const [end, next] = outer.shape as [number, number, number];
  const other = multiply({ rows: end * next, cols: bond, interleaved: outer.interleaved }, basis);
  return [
    { shape: [bond, site, inner], interleaved: own.interleaved },
    { shape: [end, next, bond], interleaved: other.interleaved },
  ];
}

const unitColumn = (size: number): Float64Array =>
  identityMatrix(size).interleaved.filter((_, k) => (k >> 1) % size === 0);

/** The unitary with these first columns whose others are as near as possible to those of the identity. */
function completed(columns: ComplexMatrix): ComplexMatrix {
  const { rows: size, cols: given } = columns;
  if (given === size) return columns;
  const projector = multiply(columns, columns, { adjointB: true });
  const { vectors } = hermitianEigen(addScaledMatrix(identityMatrix(size), [-1, 0], projector));
  const complement = columnsOf(vectors, given, size);
  const nearest = polarFactor(multiply(complement, columnsOf(identityMatrix(size), given, size), { adjointA: true }));
  const others = multiply(complement, nearest);
  const unitary = zeroMatrix(size, size);
  for (let i = 0; i < size; i++) {
    unitary.interleaved.set(columns.interleaved.subarray(2 * i * given, 2 * (i + 1) * given), 2 * i * size);
    const row = others.interleaved.subarray(2 * i * others.cols, 2 * (i + 1) * others.cols);
    unitary.interleaved.set(row, 2 * (i * size + given));
  }
  return unitary;
}

function columnsOf({ rows, cols, interleaved }: ComplexMatrix, from: number, to: number): ComplexMatrix {
  const columns = zeroMatrix(rows, to - from);
  for (let i = 0; i < rows; i++) {
    columns.interleaved.set(interleaved.subarray(2 * (i * cols + from), 2 * (i * cols + to)), 2 * i * (to - from));
  }
  return columns;
}

/** The matrix with rows of zeros below, `rows` in all. */
function padded({ cols, interleaved }: ComplexMatrix, rows: number): ComplexMatrix {
  const matrix = zeroMatrix(rows, cols);
  matrix.interleaved.set(interleaved);
  return matrix;
}

/** The gate with its two qubits exchanged. */
const swapped = ({ interleaved }: ComplexMatrix): ComplexMatrix => ({
  rows: 4,
  cols: 4,
  interleaved: currentEngine().permute(interleaved, [2, 2, 2, 2], [1, 0, 3, 2]),
});
