/** @file Other circuits: Clifford gates on hundreds of qubits, GHZ and cluster states. */

import { circuitFrames } from '../../../src/bulk/circuit-frames.ts';
import { informationArrivals, lightCones } from '../../../src/bulk/light-cones.ts';
import { type TwoGeometries, twoGeometries } from '../../../src/bulk/two-geometries.ts';
import type { Circuit, Rotation } from '../../../src/circuit/circuit.ts';
import { randomCliffordGate } from '../../../src/circuit/random-clifford.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { chain } from '../../../src/operator/lattice.ts';
import type { PartStep } from '../../study.ts';
import { bondsOf } from './brickwork.ts';

/** A circuit, and its two space-times. */
export interface CircuitResult {
  readonly name: string;
  readonly qubits: number;
  readonly layers: number;
  readonly geometries: TwoGeometries;
}

const words =
  (qubits: number) =>
  (letters: Readonly<Record<number, string>>): string =>
    Array.from({ length: qubits }, (_, site) => letters[site] ?? 'I').join('');

const circuitOf = (qubits: number, gates: readonly Rotation[]): Circuit => ({
  kind: 'circuit',
  qubits,
  parameters: 0,
  gates,
});

const QUARTER = Math.PI / 2;

/** Bell pairs, then iSWAP gates on alternating bonds: every qubit moves one site a layer. */
export function swapBrickwork(qubits: number, layers: number): Circuit {
  const word = words(qubits);
  const pairs = bondsOf(qubits, 0).map(([a, b]) => ({ word: word({ [a]: 'Y', [b]: 'X' }), angle: QUARTER }));
  const rest = Array.from({ length: layers }, (_, layer) =>
    bondsOf(qubits, layer + 1).flatMap(([a, b]) =>
      ['X', 'Y'].map((letter) => ({ word: word({ [a]: letter, [b]: letter }), angle: QUARTER })),
    ),
  );
  return circuitOf(qubits, [...pairs, ...rest.flat()]);
}

/** Bell pairs, then random two-qubit Clifford gates on alternating bonds. */
function randomBrickwork(qubits: number, layers: number, seed: number): Circuit {
  const stream = randomStream(seed, 'brickwork of Clifford gates');
  const gates = Array.from({ length: layers }, (_, layer) =>
    bondsOf(qubits, layer + 1).flatMap(([a, b]) => randomCliffordGate(stream, qubits, a, b)),
  );
  return circuitOf(qubits, [...swapBrickwork(qubits, 0).gates, ...gates.flat()]);
}

/** GHZ by controlled-NOT gates, one after the other. */
function ghzChain(qubits: number): Circuit {
  const word = words(qubits);
  const start = [{ word: word({ 0: 'Y', 1: 'X' }), angle: QUARTER }];
  const gates = Array.from({ length: qubits - 2 }, (_, k): readonly Rotation[] => [
    { word: word({ [k + 1]: 'Z', [k + 2]: 'X' }), angle: QUARTER },
    { word: word({ [k + 1]: 'Z' }), angle: -QUARTER },
    { word: word({ [k + 2]: 'X' }), angle: -QUARTER },
  ]);
  return circuitOf(qubits, [...start, ...gates.flat()]);
}

/** A cluster state: one layer of commuting gates. */
function cluster(qubits: number): Circuit {
  const word = words(qubits);
  return circuitOf(
    qubits,
    chain(qubits).edges.map(([a, b]) => ({ word: word({ [a]: 'X', [b]: 'X' }), angle: QUARTER })),
  );
}

/** Clifford circuits by their stabiliser groups. */
export function* cliffordResults(qubits: number, layers: number, seed: number): Generator<PartStep, CircuitResult[]> {
  const cases: readonly (readonly [string, Circuit])[] = [
    ['iSWAP brickwork', swapBrickwork(qubits, layers)],
    ['random Clifford brickwork', randomBrickwork(qubits, Math.min(layers, 8), seed)],
    ['GHZ, one CNOT after the other', ghzChain(Math.min(qubits, 40))],
    ['cluster state', cluster(qubits)],
  ];
  const results: CircuitResult[] = [];
  for (const [name, circuit] of cases) {
    yield { message: name, progress: results.length / cases.length };
    const { contact, layers: depth } = lightCones(circuit);
    const arrivals = informationArrivals(circuitFrames(circuit), 1e-3);
    const n = circuit.qubits;
    // Reflections come back after as many layers as the nearer end is away from both.
    const inView = (a: number, b: number, arrival: number | null): boolean =>
      name !== 'iSWAP brickwork' || (arrival ?? 0) < 1 + Math.min(a + b, 2 * n - 2 - a - b) / 2;
    results.push({
      name,
      qubits: n,
      layers: depth,
      geometries: twoGeometries(contact, arrivals, { seed, inView, permutations: 199 }),
    });
  }
  return results;
}
