/**
 * @file The quantum geometric tensor of many parameters in bounded memory: tangents are made in blocks of parameters,
 * and multiplied in slabs of amplitudes.
 */

import type { Circuit } from '../circuit/circuit.ts';
import { angleAt } from '../circuit/circuit.ts';
import { circuitTangents, referenceState, runCircuit } from '../circuit/run-circuit.ts';
import { currentEngine } from '../engine/engine.ts';
import { asCircuit, type GenerativeNetwork, stateTangents, stateVector } from '../generative/generative-network.ts';
import { type Complex, type ComplexMatrix, type ComplexVector, zeroMatrix } from '../linalg/complex.ts';
import { innerProduct } from '../linalg/vector.ts';

/** Default of the bytes that the tangents may take. */
const MEMORY = 1.25 * 2 ** 30;
/** Numbers in a slab: small enough for two of them to add little to the tangents. */
const SLAB = 2 ** 22;

/**
 * Quantum geometric tensor Q_ij = ⟨∂_iψ|(1 − |ψ⟩⟨ψ|)|∂_jψ⟩ of a pure state, as `quantumGeometricTensor` defines it. If
 * the tangents fit into the memory they are made once. Otherwise those of a circuit are made in blocks, and each pair
 * of blocks is multiplied: B blocks cost (B + 1)/2 times the tangents.
 *
 * The tangents of a circuit are compared at its middle, where each has passed at most half of the gates.
 *
 * @param theta - parameters, shape (P,)
 * @param memory - bytes for tangents, default 1.25 GiB; networks of tensors always take P states
 * @returns Q, shape (P, P)
 *
 * Cost O(P²·D) on top of the tangents.
 */
export function geometricTensorByBlocks(
  network: GenerativeNetwork,
  theta: Float64Array,
  memory = MEMORY,
): ComplexMatrix {
  const circuit = asCircuit(network);
  if (circuit === null) return horizontalGram(stateVector(network, theta), stateTangents(network, theta));
  const { parameters } = circuit;
  const tangentsAtOnce = Math.floor(memory / (16 * 2 ** circuit.qubits));
  if (tangentsAtOnce >= parameters) {
    const { psi, tangents } = tangentsAtMiddle(circuit, theta, 0, parameters);
    return horizontalGram(psi, tangents);
  }
  const blocks = evenBlocks(parameters, Math.max(1, Math.floor(tangentsAtOnce / 2)));
  const result = zeroMatrix(parameters, parameters);
  blocks.forEach(([first, end], at) => {
    const { psi, tangents } = tangentsAtMiddle(circuit, theta, first, end);
    place(result, first, first, horizontalGram(psi, tangents));
    for (const [otherFirst, otherEnd] of blocks.slice(at + 1)) {
      const other = tangentsAtMiddle(circuit, theta, otherFirst, otherEnd);
      place(result, first, otherFirst, horizontalGram(psi, tangents, other.tangents));
    }
  });
  return result;
}

/** ⟨a_i|(1 − |ψ⟩⟨ψ|)|b_j⟩, for b = a by default, slab by slab of the amplitudes. */
export function horizontalGram(
  psi: ComplexVector,
  a: readonly ComplexVector[],
  b: readonly ComplexVector[] = a,
): ComplexMatrix {
  const alongA = a.map((vector) => innerProduct(psi, vector));
  const alongB = b === a ? alongA : b.map((vector) => innerProduct(psi, vector));
  const sum = zeroMatrix(a.length, b.length);
  const width = Math.max(1, Math.min(psi.length, Math.floor(SLAB / (2 * Math.max(1, a.length, b.length)))));
  for (let start = 0; start < psi.length; start += width) {
    const end = Math.min(psi.length, start + width);
    const left = horizontalRows(a, alongA, psi, start, end);
    // Rows times adjoint rows are ⟨b_j|a_i⟩: the conjugate of what is wanted.
    const [product, sign] =
      b === a
        ? [currentEngine().gram(left, a.length), 1]
        : [
            currentEngine().multiply(
              left,
              horizontalRows(b, alongB, psi, start, end),
              a.length,
              b.length,
              end - start,
              false,
              true,
            ),
            -1,
          ];
    for (let k = 0; k < product.length; k += 2) {
      sum.interleaved[k] = sum.interleaved[k]! + product[k]!;
      sum.interleaved[k + 1] = sum.interleaved[k + 1]! + sign * product[k + 1]!;
    }
  }
  return sum;
}

/** Amplitudes start … end − 1 of every vector without its part along ψ, one vector after the other. */
function horizontalRows(
  vectors: readonly ComplexVector[],
  along: readonly Complex[],
  psi: ComplexVector,
  start: number,
  end: number,
): Float64Array {
  const width = 2 * (end - start);
  const rows = new Float64Array(vectors.length * width);
  vectors.forEach(({ interleaved }, row) => {
    const [re, im] = along[row]!;
    const to = row * width;
    for (let k = 0; k < width; k += 2) {
      const x = psi.interleaved[2 * start + k]!;
      const y = psi.interleaved[2 * start + k + 1]!;
      rows[to + k] = interleaved[2 * start + k]! - re * x + im * y;
      rows[to + k + 1] = interleaved[2 * start + k + 1]! - re * y - im * x;
    }
  });
  return rows;
}

/**
 * State and tangents by the parameters first … end − 1, taken back to the middle of the circuit, U = V·W:
 *
 *     V†∂_k(V W)|0⟩ = ∂_kW|0⟩ − ∂_k(V†)·U|0⟩.
 *
 * A unitary changes no inner product, and no tangent is carried through more than half of the gates.
 */
export function tangentsAtMiddle(
  circuit: Circuit,
  theta: Float64Array,
  first: number,
  end: number,
): { readonly psi: ComplexVector; readonly tangents: readonly ComplexVector[] } {
  const middle = circuit.gates.length >> 1;
  const early: Circuit = { ...circuit, gates: circuit.gates.slice(0, middle) };
  const late: Circuit = { ...circuit, gates: circuit.gates.slice(middle) };
  const psi = runCircuit(early, theta);
  const final = runCircuit(late, theta, psi);
  const tangents = new Array<Float64Array | undefined>(end - first).fill(undefined);
  const carry = (part: Circuit, initial: ComplexVector, sign: number): void => {
    const own = new Set(part.gates.flatMap(({ angle }) => (typeof angle === 'number' ? [] : [angle.parameter])));
    const wanted = [...own].filter((k) => k >= first && k < end);
    const gates = part.gates.map(({ word, angle }) => {
      const column = typeof angle === 'number' ? -1 : wanted.indexOf(angle.parameter);
      if (typeof angle === 'number' || column < 0) return { word, angle: angleAt(angle, theta) };
      return { word, angle: { ...angle, parameter: column } };
    });
    const values = Float64Array.from(wanted, (k) => theta[k]!);
    circuitTangents({ ...part, parameters: wanted.length, gates }, values, initial).forEach(
      ({ interleaved }, column) => {
        const slot = wanted[column]! - first;
        const sum = tangents[slot];
        if (sum === undefined) {
          if (sign < 0) for (let k = 0; k < interleaved.length; k++) interleaved[k] = -interleaved[k]!;
          tangents[slot] = interleaved;
        } else for (let k = 0; k < sum.length; k++) sum[k] = sum[k]! + sign * interleaved[k]!;
      },
    );
  };
  carry(early, referenceState(circuit), 1);
  carry(inverse(late), final, -1);
  const zero = new Float64Array(2 * psi.length);
  return { psi, tangents: tangents.map((tangent) => ({ length: psi.length, interleaved: tangent ?? zero })) };
}

/** The circuit undone: its rotations in reverse order by the opposite angles. */
function inverse(circuit: Circuit): Circuit {
  const gates = circuit.gates.toReversed().map(({ word, angle }) => ({
    word,
    angle: typeof angle === 'number' ? -angle : { ...angle, scale: -(angle.scale ?? 1) },
  }));
  return { ...circuit, gates };
}

function evenBlocks(count: number, largest: number): readonly (readonly [number, number])[] {
  const blocks = Math.ceil(count / largest);
  return Array.from({ length: blocks }, (_, k) => [
    Math.floor((k * count) / blocks),
    Math.floor(((k + 1) * count) / blocks),
  ]);
}

/** Writes a block and its mirror image, conjugated. */
function place(whole: ComplexMatrix, row: number, col: number, block: ComplexMatrix): void {
  for (let i = 0; i < block.rows; i++) {
    for (let j = 0; j < block.cols; j++) {
      const from = 2 * (i * block.cols + j);
      const at = 2 * ((row + i) * whole.cols + col + j);
      const mirror = 2 * ((col + j) * whole.cols + row + i);
      whole.interleaved[mirror] = block.interleaved[from]!;
      whole.interleaved[mirror + 1] = -block.interleaved[from + 1]!;
      whole.interleaved[at] = block.interleaved[from]!;
      whole.interleaved[at + 1] = block.interleaved[from + 1]!;
    }
  }
}
