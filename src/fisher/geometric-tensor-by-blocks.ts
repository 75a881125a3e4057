/**
 * @file The quantum geometric tensor of many parameters in bounded memory: tangents are made in blocks of parameters,
 * and multiplied in slabs of amplitudes.
 */

import type { Circuit } from '../circuit/circuit.ts';
import { angleAt } from '../circuit/circuit.ts';
import { type GenerativeNetwork, stateTangents, stateVector } from '../generative/generative-network.ts';
import { type ComplexMatrix, type ComplexVector, zeroMatrix } from '../linalg/complex.ts';
import { gramMatrix, matrixOfColumns, multiply } from '../linalg/matrix.ts';
import { innerProduct } from '../linalg/vector.ts';

/** Bytes that the tangents may take, unless told otherwise. */
const MEMORY = 1.25 * 2 ** 30;
/** Numbers in a slab: small enough for two of them to add little to the tangents. */
const SLAB = 2 ** 22;

/**
 * Quantum geometric tensor Q_ij = ⟨∂_iψ|(1 − |ψ⟩⟨ψ|)|∂_jψ⟩ of a pure state, as `quantumGeometricTensor` defines it.
 * If the tangents fit into the memory they are made once. Otherwise those of a circuit are made in blocks, and each
 * pair of blocks is met: B blocks cost (B + 1)/2 times the tangents.
 *
 * @param theta - parameters, shape (P,)
 * @param memory - bytes for tangents, default 1.25 GiB; networks of tensors always take P states
 * @returns Q, shape (P, P)
 *
 * Cost O(P²·D) beside the tangents.
 */
export function geometricTensorByBlocks(
  network: GenerativeNetwork,
  theta: Float64Array,
  memory = MEMORY,
): ComplexMatrix {
  const psi = stateVector(network, theta);
  const parameters = network.parameters;
  const tangentsAtOnce = Math.floor(memory / (16 * psi.length));
  if (network.kind === 'network' || tangentsAtOnce >= parameters) {
    return horizontalGram(psi, stateTangents(network, theta));
  }
  const blocks = evenBlocks(parameters, Math.max(1, Math.floor(tangentsAtOnce / 2)));
  const result = zeroMatrix(parameters, parameters);
  blocks.forEach(([first, end], at) => {
    const left = blockTangents(network, theta, first, end);
    place(result, first, first, horizontalGram(psi, left));
    for (const [otherFirst, otherEnd] of blocks.slice(at + 1)) {
      const right = blockTangents(network, theta, otherFirst, otherEnd);
      place(result, first, otherFirst, horizontalGram(psi, left, right));
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
    const left = a.map((vector, k) => horizontalSlab(vector, alongA[k]!, psi, start, end));
    const product =
      b === a
        ? gramMatrix(left)
        : multiply(
            matrixOfColumns(left),
            matrixOfColumns(b.map((vector, k) => horizontalSlab(vector, alongB[k]!, psi, start, end))),
            { adjointA: true },
          );
    for (let k = 0; k < sum.interleaved.length; k++) {
      sum.interleaved[k] = sum.interleaved[k]! + product.interleaved[k]!;
    }
  }
  return sum;
}

/** Amplitudes start … end − 1 of a vector without its part along ψ. */
function horizontalSlab(
  { interleaved }: ComplexVector,
  [re, im]: readonly [number, number],
  psi: ComplexVector,
  start: number,
  end: number,
): ComplexVector {
  const slab = interleaved.slice(2 * start, 2 * end);
  for (let k = 0; k < slab.length; k += 2) {
    const x = psi.interleaved[2 * start + k]!;
    const y = psi.interleaved[2 * start + k + 1]!;
    slab[k] = slab[k]! - re * x + im * y;
    slab[k + 1] = slab[k + 1]! - re * y - im * x;
  }
  return { length: end - start, interleaved: slab };
}

/** Tangents of the parameters first … end − 1: all others are constants. */
function blockTangents(circuit: Circuit, theta: Float64Array, first: number, end: number): readonly ComplexVector[] {
  const gates = circuit.gates.map(({ word, angle }) => {
    if (typeof angle === 'number' || angle.parameter < first || angle.parameter >= end) {
      return { word, angle: angleAt(angle, theta) };
    }
    return { word, angle: { ...angle, parameter: angle.parameter - first } };
  });
  return stateTangents({ ...circuit, parameters: end - first, gates }, theta.slice(first, end));
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
