/** @file The entanglement that a path makes on its way: entropies of all contiguous cuts at equal parts of its arc. */

import { byKind } from '../by-kind.ts';
import { referenceState } from '../circuit/run-circuit.ts';
import type { GenerativeNetwork } from '../generative/generative-network.ts';
import { type ComplexMatrix, type ComplexVector, sizeOf } from '../linalg/complex.ts';
import { columnOf, matrixOfColumns } from '../linalg/matrix.ts';
import { sampledCurve } from '../path/sampled-curve.ts';
import { blockPath, circuitPath, geodesicPath, type SlicedPath } from '../path/sliced-path.ts';
import { entanglementEntropy } from '../state/entropy.ts';
import type { Nats } from '../units.ts';

/** Entropies along a path from a pure product state. */
export interface PathEntropies {
  /** Length of the curve of states in the Fubini–Study metric, radians. */
  readonly arc: number;
  /** Entropy of sites 0 … k at j/N of the arc, shape (n − 1, N + 1). */
  readonly entropies: readonly (readonly Nats[])[];
}

/**
 * Entropies of the cuts of a chain of qubits along a path.
 *
 * @param path - slices on n qubits, n ≥ 2
 * @param start - a pure state of norm 1, shape (2ⁿ,)
 * @param parts - N
 *
 * Cost O(n N 2^{3n/2}) beside that of the path.
 */
export function pathEntropies(path: SlicedPath, start: ComplexVector, parts: number): PathEntropies {
  const { arc, points } = sampledCurve(path, matrixOfColumns([start]), parts);
  const qubits = Math.round(Math.log2(start.length));
  const dimensions = new Array<number>(qubits).fill(2);
  const states = points.map((point: ComplexMatrix) => columnOf(point, 0));
  const entropies = Array.from({ length: qubits - 1 }, (_, k) => {
    const region = Array.from({ length: k + 1 }, (__, site) => site);
    return states.map((state) => entanglementEntropy(state, dimensions, region));
  });
  return { arc, entropies };
}

/** A learned circuit layer by layer as a path of Hamiltonians; null for networks that are none, or start mixed. */
export const learnedPath = byKind<GenerativeNetwork, [theta: Float64Array], SlicedPath | null>({
  circuit: (circuit, theta) =>
    circuit.reference !== undefined && 'spectrum' in circuit.reference ? null : circuitPath(circuit, theta, 'layers'),
  'block-circuit': (circuit, theta) =>
    circuit.reference !== undefined && 'spectrum' in circuit.reference ? null : blockPath(circuit, theta),
  network: () => null,
});

/**
 * Entropies along the learned circuit and along the geodesic, from the state that both start from; null for networks
 * that are no circuits, mixed states, and more than 2⁸ amplitudes.
 */
export function entropiesOfPaths(
  network: GenerativeNetwork,
  theta: Float64Array,
  geodesic: Parameters<typeof geodesicPath>[0],
  parts = 8,
): { readonly learned: PathEntropies; readonly geodesic: PathEntropies } | null {
  if (!theta.every(Number.isFinite)) return null;
  const path = learnedPath(network, theta);
  if (path === null || network.kind === 'network') return null;
  const { qubits } = network;
  const fits = geodesic.words.length > 0 && geodesic.words.every((word) => word.length === qubits);
  if (qubits < 2 || qubits > MOST_QUBITS || !fits || geodesic.velocity.length === 0) return null;
  const way = geodesicPath(geodesic);
  if (!isFollowed(path) || !isFollowed(way)) return null;
  const start = referenceState(network);
  if (start.length !== sizeOf(new Array<number>(qubits).fill(2))) return null;
  return {
    learned: pathEntropies(path, start, parts),
    geodesic: pathEntropies(way, start, parts),
  };
}

const MOST_QUBITS = 8;
/** Greatest Σ|h_P| of a slice that is followed, radians; no search ends near it. */
const FASTEST = 1e4;

/** Whether all slices are finite, and slow enough to be followed. */
const isFollowed = (path: SlicedPath): boolean =>
  path.every(({ terms }) => terms.reduce((sum, { coefficient }) => sum + Math.abs(coefficient), 0) <= FASTEST);
