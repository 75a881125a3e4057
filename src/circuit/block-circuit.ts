/**
 * @file Circuits of blocks: any gate on one, two or three qubits, given by its generator, not by a list of rotations. What
 * a metric charges for such a gate is the norm of its generator.
 */

import { DomainError, ShapeError } from '../errors.ts';
import type { ComplexMatrix } from '../linalg/complex.ts';
import type { Differentiable } from '../linalg/differentiable.ts';
import { differentiableEvolution } from '../linalg/differentiable-exponential.ts';
import { checkWord, type PauliWord, place } from '../operator/pauli.ts';
import { indexOfWord, matrixOf, wordAt } from '../operator/pauli-coordinates.ts';
import type { PauliSum } from '../operator/pauli-sum.ts';
import type { Circuit, Reference, Rotation } from './circuit.ts';
import { unitaryRotations } from './unitary-circuit.ts';

/** Most qubits of a block. */
const MOST_SITES = 3;

/** A gate exp(−i Σ_P h_P P) on some qubits, with a coefficient for each of its words. */
export interface BlockGate {
  /** The qubits on which the gate acts, one to three; the first is the leftmost letter of its words. */
  readonly sites: readonly number[];
  /** Words of as many letters as there are sites, none the identity. */
  readonly words: readonly PauliWord[];
}

/**
 * A circuit of blocks on n qubits, as data. Gates act in list order on the reference state, |0…0⟩ if none is named. Its
 * parameters h are the coefficients of all gates, one gate after another in the order of their words; a circuit and its
 * parameters are JSON.
 *
 *     0 ─┤   ├─────┤   ├─
 *     1 ─┤ 1 ├┤   ├┤ 4 ├─
 *     2 ─┤   ├┤ 3 ├┤   ├─
 *     3 ─┤ 2 ├─────┤ 5 ├─
 */
export interface BlockCircuit {
  readonly kind: 'block-circuit';
  readonly qubits: number;
  /** P, the number of words of all gates. */
  readonly parameters: number;
  readonly gates: readonly BlockGate[];
  readonly reference?: Reference;
}

/** The circuit of the given blocks in order. */
export function circuitOfBlocks(qubits: number, gates: readonly BlockGate[], reference?: Reference): BlockCircuit {
  const parameters = gates.reduce((sum, { words }) => sum + words.length, 0);
  return { kind: 'block-circuit', qubits, parameters, gates, ...(reference && { reference }) };
}

/**
 * The circuit with a block on each of the given sets of qubits, in order, whose generator may have all words: 3 on one qubit,
 * 15 on two, 63 on three.
 *
 * @param isAllowed - which words of the register generators may have; default all
 * @throws {DomainError} no sites, more than three, one of them twice or outside the register
 */
export function blockCircuit(
  qubits: number,
  placements: readonly (readonly number[])[],
  isAllowed: (word: PauliWord) => boolean = () => true,
): BlockCircuit {
  for (const sites of placements) checkSites(sites, qubits);
  const gates = placements.map((sites): BlockGate => {
    const words = Array.from({ length: 4 ** sites.length - 1 }, (_, k) => wordAt(k + 1, sites.length));
    return { sites, words: words.filter((word) => isAllowed(placed(word, sites, qubits))) };
  });
  return circuitOfBlocks(qubits, gates);
}

/** @throws {DomainError} no sites, more than three, one of them twice or outside the register */
function checkSites(sites: readonly number[], qubits: number): void {
  const inside = sites.every((site) => Number.isInteger(site) && site >= 0 && site < qubits);
  const few = sites.length >= 1 && sites.length <= MOST_SITES;
  if (inside && few && new Set(sites).size === sites.length) return;
  throw new DomainError(`block circuit: one to ${MOST_SITES} different sites below ${qubits} required, got [${sites}]`);
}

/**
 * Checks a circuit of blocks: every gate acts on one to three different qubits of the register, by different words of so many
 * letters, none the identity, and there is a parameter for each word.
 *
 * @throws {ShapeError | DomainError} naming the first gate that is wrong
 */
export function checkBlockCircuit({ qubits, gates, parameters }: BlockCircuit): void {
  for (const { sites, words } of gates) {
    checkSites(sites, qubits);
    for (const word of words) checkWord(word, sites.length);
    if (words.some((word) => !/[^I]/.test(word)) || new Set(words).size < words.length) {
      throw new DomainError(`block circuit: different words other than the identity required, got [${words}]`);
    }
  }
  const required = circuitOfBlocks(qubits, gates).parameters;
  if (parameters !== required) {
    throw new ShapeError(`block circuit: ${required} parameters required, one for each word, got ${parameters}`);
  }
}

/**
 * The coefficients of each gate, views of h.
 *
 * @param generators - h, shape (P,)
 * @throws {ShapeError} h has the wrong length
 * @throws {DomainError} h is not finite
 */
export function gateGenerators(circuit: BlockCircuit, generators: Float64Array): readonly Float64Array[] {
  checkedGenerators(circuit, generators);
  let end = 0;
  return circuit.gates.map(({ words }) => {
    end += words.length;
    return generators.subarray(end - words.length, end);
  });
}

/** The coefficients, if there is a finite one for each word. @throws {ShapeError | DomainError} there is not */
export function checkedGenerators({ parameters: required }: BlockCircuit, generators: Float64Array): Float64Array {
  if (generators.length !== required) {
    throw new ShapeError(`block circuit: ${required} coefficients required, got ${generators.length}`);
  }
  const wrong = generators.find((h) => !Number.isFinite(h));
  if (wrong !== undefined) throw new DomainError(`block circuit: finite coefficients required, got ${wrong}`);
  return generators;
}

/** The word on the register that has these letters at these sites. */
export const placed = (word: PauliWord, sites: readonly number[], qubits: number): PauliWord =>
  place(qubits, Object.fromEntries(sites.map((site, k) => [site, word[k]!])));

/**
 * Σ_P h_P P, shape (2^k, 2^k).
 *
 * @param words - of k letters
 */
export function generatorMatrix(words: readonly PauliWord[], coefficients: Float64Array, k: number): ComplexMatrix {
  const coordinates = new Float64Array(4 ** k);
  words.forEach((word, p) => {
    coordinates[indexOfWord(word)] = coefficients[p]!;
  });
  return matrixOf(coordinates);
}

/** The unitaries exp(−i Σ_P h_P P) of all gates, on their own sites, with their derivatives by the generators' matrices. */
export const gateEvolutions = (
  circuit: BlockCircuit,
  generators: Float64Array,
): readonly Differentiable<ComplexMatrix>[] =>
  gateGenerators(circuit, generators).map((coefficients, g) => {
    const { words, sites } = circuit.gates[g]!;
    return differentiableEvolution(generatorMatrix(words, coefficients, sites.length));
  });

/**
 * Layers of gates that can act at the same time because they have no qubit in common: a gate joins the first layer after all
 * earlier gates that share one with it.
 *
 * @returns the layer of each gate, from 0, in the order of the gates
 */
export function blockLayers({ qubits, gates }: BlockCircuit): readonly number[] {
  const next = new Array<number>(qubits).fill(0);
  return gates.map(({ sites }) => {
    const layer = Math.max(...sites.map((site) => next[site]!));
    for (const site of sites) next[site] = layer + 1;
    return layer;
  });
}

/**
 * The Hamiltonians of the layers: what the circuit does is Π_layers exp(−iH), the first layer first.
 *
 * @throws {ShapeError | DomainError} h has the wrong length, or is not finite
 */
export function layerHamiltonians(circuit: BlockCircuit, generators: Float64Array): readonly PauliSum[] {
  const coefficients = gateGenerators(circuit, generators);
  const layers = blockLayers(circuit);
  return Array.from({ length: Math.max(0, ...layers.map((layer) => layer + 1)) }, (_, layer) => ({
    qubits: circuit.qubits,
    terms: circuit.gates.flatMap(({ sites, words }, g) =>
      layers[g] !== layer
        ? []
        : words.map((word, k) => ({ word: placed(word, sites, circuit.qubits), coefficient: coefficients[g]![k]! })),
    ),
  }));
}

/**
 * The same circuit in rotations, up to a global phase: every block by the quantum Shannon decomposition, at most 18
 * rotations for a block on two qubits and 84 on three. It can be contracted, drawn, and written as OpenQASM.
 *
 * @throws {ShapeError | DomainError} h has the wrong length, or is not finite
 */
export function rotationCircuit(circuit: BlockCircuit, generators: Float64Array): Circuit {
  const { qubits, reference } = circuit;
  const gates = gateRotations(circuit, generators).flat();
  return { kind: 'circuit', qubits, parameters: 0, gates, ...(reference && { reference }) };
}

/** The rotations of `rotationCircuit`, gate by gate. */
export const gateRotations = (circuit: BlockCircuit, generators: Float64Array): readonly (readonly Rotation[])[] =>
  gateEvolutions(circuit, generators).map(({ value }, g) =>
    unitaryRotations(value, circuit.gates[g]!.sites, circuit.qubits),
  );
