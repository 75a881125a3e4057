/** @file Paths of Hamiltonians, the common form of geodesics and circuits: H_k acts for the time 1/K. */

import { type BlockCircuit, gateGenerators, layerHamiltonians, placed } from '../circuit/block-circuit.ts';
import { angleAt, type Circuit, type Rotation } from '../circuit/circuit.ts';
import { commutingLayers } from '../circuit/layers.ts';
import { type PenaltyMetric, penaltyWeight } from '../complexity/penalty-metric.ts';
import { DomainError } from '../errors.ts';
import type { PauliWord } from '../operator/pauli.ts';
import type { PauliSum } from '../operator/pauli-sum.ts';

/** K slices; the Hamiltonian H_k of slice k acts for the time 1/K. */
export type SlicedPath = readonly PauliSum[];

/** The path of a geodesic found by the direct method. */
export function geodesicPath(geodesic: {
  readonly words: readonly PauliWord[];
  readonly velocity: readonly (readonly number[])[];
}): SlicedPath {
  const qubits = geodesic.words[0]?.length ?? 0;
  return geodesic.velocity.map((h) => ({
    qubits,
    terms: geodesic.words
      .map((word, p) => ({ word, coefficient: h[p]! }))
      .filter(({ coefficient }) => coefficient !== 0),
  }));
}

/**
 * A circuit as a path: one slice for each gate, for each layer of commuting gates, or for each of a number of equal
 * blocks of gates. A rotation by a about P is a Hamiltonian h_P = K·a/2 for the time 1/K; gates about one word add up.
 *
 * Gates and layers are exactly what the circuit does. Blocks are what a product formula (`nielsenPath`,
 * `trotterCircuit`) approximates. The identity is left out, and a circuit without gates is one slice with H = 0.
 *
 * @param theta - parameters, shape (P,)
 * @throws {DomainError} the number of gates is not a multiple of the number of blocks
 */
export function circuitPath(circuit: Circuit, theta: Float64Array, slices: 'gates' | 'layers' | number): SlicedPath {
  const { gates, qubits } = circuit;
  const groups = gates.length === 0 ? [[]] : groupsOf(circuit, slices);
  return groups.map((group) => {
    const sums = new Map<PauliWord, number>();
    for (const { word, angle } of group) {
      if (/[^I]/.test(word)) sums.set(word, (sums.get(word) ?? 0) + angleAt(angle, theta));
    }
    return { qubits, terms: [...sums].map(([word, angle]) => ({ word, coefficient: (groups.length * angle) / 2 })) };
  });
}

/**
 * A circuit of blocks as a path: a slice for each layer of gates on different qubits. It is exactly what the circuit does, and
 * its length is `blockLength`. A circuit without gates is one slice with H = 0.
 *
 * @param generators - h, shape (P,)
 * @throws {ShapeError | DomainError} h has the wrong length, or is not finite
 */
export function blockPath(circuit: BlockCircuit, generators: Float64Array): SlicedPath {
  const layers = layerHamiltonians(circuit, generators);
  if (layers.length === 0) return [{ qubits: circuit.qubits, terms: [] }];
  return layers.map(({ qubits, terms }) => ({
    qubits,
    terms: terms.map(({ word, coefficient }) => ({ word, coefficient: layers.length * coefficient })),
  }));
}

/** A circuit of blocks as a path with a slice for each gate, one after another. */
export function blockGatePath(circuit: BlockCircuit, generators: Float64Array): SlicedPath {
  const coefficients = gateGenerators(circuit, generators);
  const { qubits, gates } = circuit;
  if (gates.length === 0) return [{ qubits, terms: [] }];
  return gates.map(({ sites, words }, g) => ({
    qubits,
    terms: words.map((word, k) => ({
      word: placed(word, sites, qubits),
      coefficient: gates.length * coefficients[g]![k]!,
    })),
  }));
}

function groupsOf(circuit: Circuit, slices: 'gates' | 'layers' | number): readonly (readonly Rotation[])[] {
  const { gates } = circuit;
  if (slices === 'gates') return gates.map((gate) => [gate]);
  if (slices === 'layers') {
    const groups: Rotation[][] = [];
    commutingLayers(circuit).forEach((layer, g) => {
      groups[layer] ??= [];
      groups[layer].push(gates[g]!);
    });
    return groups;
  }
  const size = gates.length / slices;
  if (!(Number.isInteger(slices) && slices > 0 && Number.isInteger(size))) {
    throw new DomainError(`circuitPath: a number of blocks that divides ${gates.length} gates required, got ${slices}`);
  }
  return Array.from({ length: slices }, (_, k) => gates.slice(k * size, (k + 1) * size));
}

/** F(H) = √Σ_P w_P h_P² in each slice; Infinity along a word that the metric forbids. */
export function pathSpeeds(metric: PenaltyMetric, path: SlicedPath): readonly number[] {
  const weights = new Map<PauliWord, number>();
  const weightOf = (word: PauliWord): number => {
    const weight = weights.get(word) ?? penaltyWeight(metric, word);
    weights.set(word, weight);
    return weight;
  };
  return path.map(({ terms }) =>
    Math.sqrt(terms.reduce((sum, { word, coefficient: h }) => (h === 0 ? sum : sum + weightOf(word) * h * h), 0)),
  );
}

/** Length Σ_k F(H_k)/K of the path. */
export function pathLength(metric: PenaltyMetric, path: SlicedPath): number {
  return pathSpeeds(metric, path).reduce((sum, speed) => sum + speed / path.length, 0);
}
