/**
 * @file The circuit of a network of isometries: matrix-product states become staircases, trees and MERAs become
 * themselves, with every isometry completed to a unitary.
 */

import type { Circuit, Rotation } from '../circuit/circuit.ts';
import { unitaryRotations } from '../circuit/unitary-circuit.ts';
import type { Leg } from '../contraction/contraction-graph.ts';
import { DomainError } from '../errors.ts';
import { type ComplexArray, type ComplexMatrix, sizeOf, zeroMatrix } from '../linalg/complex.ts';
import { qr } from '../linalg/qr.ts';
import { networkTensors } from './node-tensor.ts';
import type { NetworkNode, TensorNetwork } from './tensor-network.ts';
import { isIsometric, isometryShape } from './tensor-sources.ts';
import { isometricGauge } from './tree-gauge.ts';
import { isTree } from './tree-messages.ts';

/**
 * A circuit without parameters that prepares the network's state, up to its norm and phase, from |0…0⟩. A bond of
 * dimension χ lives on ⌈log₂ χ⌉ of the qubits below it, and each tensor is one exact unitary on the qubits of its
 * outputs: on ⌈log₂ χ⌉ + 1 for a matrix-product state.
 *
 *     ────────┤   ├── 0      matrix-product state: the last tensor first, a staircase of unitaries
 *     ────┤   ├───┴── 1
 *     ────┴───┘────── 2
 *
 * @param network - qubits on its boundary; either isometries only, or without cycles (it is then brought to isometric
 *   gauge)
 * @throws {DomainError} another network
 *
 * Rotations: about (3/2)·4^k for every tensor with outputs on k qubits.
 *
 * @see Schön et al., Phys. Rev. Lett. 95, 110503 (2005)
 */
export function equivalentCircuit(network: TensorNetwork, theta: Float64Array): Circuit {
  checkQubits(network);
  const isometric = isIsometric(network);
  if (!isometric && !isTree(network)) {
    throw new DomainError('equivalentCircuit: isometries, or a network without cycles, required');
  }
  const gauged = isometric ? { network, theta } : isometricGauge(network, theta);
  const tensors = networkTensors(gauged.network, gauged.theta);
  const { nodes, dimensions, boundary } = gauged.network;
  const register = boundary.length;
  const places = new Map<Leg, readonly number[]>(boundary.map((leg, qubit) => [leg, [qubit]]));
  const gates: (readonly Rotation[])[] = [];
  const waiting = new Set(nodes.keys());
  while (waiting.size > 0) {
    const index = [...waiting].find((at) => outputsOf(nodes[at]!, dimensions).every((leg) => places.has(leg)));
    if (index === undefined) throw new DomainError('equivalentCircuit: isometries that follow one another required');
    waiting.delete(index);
    const node = nodes[index]!;
    const outputs = outputsOf(node, dimensions);
    const inputs = node.legs.slice(outputs.length);
    const qubits = outputs.flatMap((leg) => places.get(leg)!);
    let at = qubits.length - inputs.reduce((sum, leg) => sum + bitsOf(dimensions[leg]!), 0);
    if (at < 0) throw new DomainError(`equivalentCircuit: node '${node.id}' needs fewer qubits above than below`);
    for (const leg of inputs) {
      const end = at + bitsOf(dimensions[leg]!);
      places.set(leg, qubits.slice(at, end));
      at = end;
    }
    const unitary = completed(node, tensors[index]!, outputs.length, qubits.length);
    gates.push(unitaryRotations(unitary, qubits, register));
  }
  return { kind: 'circuit', qubits: register, parameters: 0, gates: gates.toReversed().flat() };
}

/** Qubits that hold a leg of this dimension. */
const bitsOf = (dimension: number): number => Math.ceil(Math.log2(dimension));

/** The leading legs that make up the rows of an isometry. */
function outputsOf({ legs, tensor }: NetworkNode, dimensions: Readonly<Record<Leg, number>>): readonly Leg[] {
  const rows = isometryShape(tensor)?.rows ?? 0;
  const count = legs.findIndex((_, k) => sizeOf(legs.slice(0, k + 1).map((leg) => dimensions[leg]!)) === rows) + 1;
  return legs.slice(0, count);
}

/**
 * A unitary on the outputs' qubits that acts as the isometry where the qubits without input are |0⟩. Legs are padded to
 * powers of two; the columns left over are any orthonormal completion.
 */
function completed(node: NetworkNode, tensor: ComplexArray, outputs: number, qubits: number): ComplexMatrix {
  const size = 2 ** qubits;
  const rows = sizeOf(tensor.shape.slice(0, outputs));
  const columns = sizeOf(tensor.shape.slice(outputs));
  const rowAt = padded(tensor.shape.slice(0, outputs));
  const columnAt = padded(tensor.shape.slice(outputs));
  const given = zeroMatrix(size, columns);
  for (let i = 0; i < rows; i++) {
    const from = 2 * i * columns;
    given.interleaved.set(tensor.interleaved.subarray(from, from + 2 * columns), 2 * rowAt(i) * columns);
  }
  const { q, r } = qr(given);
  for (let j = 0; j < columns; j++) {
    if (Math.abs(r.interleaved[2 * j * (columns + 1)]! - 1) > 1e-8) {
      throw new DomainError(`equivalentCircuit: node '${node.id}' is not an isometry at these parameters`);
    }
  }
  const basis = orthonormalCompletion(q);
  const unitary = zeroMatrix(size, size);
  const taken = new Set(Array.from({ length: columns }, (_, j) => columnAt(j)));
  const free = Array.from({ length: size }, (_, j) => j).filter((j) => !taken.has(j));
  for (let j = 0; j < size; j++) {
    const to = j < columns ? columnAt(j) : free[j - columns]!;
    for (let i = 0; i < size; i++) {
      unitary.interleaved[2 * (i * size + to)] = basis.interleaved[2 * (i * size + j)]!;
      unitary.interleaved[2 * (i * size + to) + 1] = basis.interleaved[2 * (i * size + j) + 1]!;
    }
  }
  return unitary;
}

/** Completes orthonormal columns by those unit vectors of which most is left, orthogonalised twice. */
function orthonormalCompletion(q: ComplexMatrix): ComplexMatrix {
  const size = q.rows;
  const basis: Float64Array[] = Array.from({ length: q.cols }, (_, j) => {
    const column = new Float64Array(2 * size);
    for (let i = 0; i < size; i++) {
      column[2 * i] = q.interleaved[2 * (i * q.cols + j)]!;
      column[2 * i + 1] = q.interleaved[2 * (i * q.cols + j) + 1]!;
    }
    return column;
  });
  while (basis.length < size) {
    // What is left of unit vector i has squared norm 1 − Σ_basis |b_i|².
    const left = Array.from({ length: size }, (_, i) =>
      basis.reduce((rest, b) => rest - b[2 * i]! ** 2 - b[2 * i + 1]! ** 2, 1),
    );
    const vector = new Float64Array(2 * size);
    vector[2 * left.indexOf(Math.max(...left))] = 1;
    for (let pass = 0; pass < 2; pass++) for (const b of basis) subtractProjection(vector, b);
    const norm = Math.sqrt(vector.reduce((sum, x) => sum + x * x, 0));
    basis.push(vector.map((x) => x / norm));
  }
  const out = zeroMatrix(size, size);
  basis.forEach((column, j) => {
    for (let i = 0; i < size; i++) {
      out.interleaved[2 * (i * size + j)] = column[2 * i]!;
      out.interleaved[2 * (i * size + j) + 1] = column[2 * i + 1]!;
    }
  });
  return out;
}

/** vector ← vector − |b⟩⟨b|vector⟩. */
function subtractProjection(vector: Float64Array, b: Float64Array): void {
  let re = 0;
  let im = 0;
  for (let k = 0; k < vector.length; k += 2) {
    re += b[k]! * vector[k]! + b[k + 1]! * vector[k + 1]!;
    im += b[k]! * vector[k + 1]! - b[k + 1]! * vector[k]!;
  }
  for (let k = 0; k < vector.length; k += 2) {
    vector[k] = vector[k]! - re * b[k]! + im * b[k + 1]!;
    vector[k + 1] = vector[k + 1]! - re * b[k + 1]! - im * b[k]!;
  }
}

/** Index in legs of these dimensions ↦ index with every leg padded to a power of two. */
function padded(shape: readonly number[]): (index: number) => number {
  return (index) => {
    let rest = index;
    let place = 1;
    let out = 0;
    for (const dimension of shape.toReversed()) {
      out += place * (rest % dimension);
      rest = Math.floor(rest / dimension);
      place *= 2 ** bitsOf(dimension);
    }
    return out;
  };
}

function checkQubits({ boundary, environment, bulk, dimensions }: TensorNetwork): void {
  if (environment.length + bulk.length > 0 || boundary.some((leg) => dimensions[leg] !== 2)) {
    throw new DomainError('equivalentCircuit: a pure state of qubits required');
  }
}
