/** @file Other circuits: Clifford gates on hundreds of qubits, GHZ and cluster states, a curve of learned circuits. */

import { product } from '../../../datasets/product.ts';
import { quench } from '../../../datasets/quench.ts';
import { brickwall } from '../../../models/brickwall.ts';
import { circuitFrames } from '../../../src/bulk/circuit-frames.ts';
import { informationDistances } from '../../../src/bulk/information-distances.ts';
import { informationArrivals, lightCones } from '../../../src/bulk/light-cones.ts';
import { type TwoGeometries, twoGeometries } from '../../../src/bulk/two-geometries.ts';
import { angleAt, type Circuit, type Rotation } from '../../../src/circuit/circuit.ts';
import { randomCliffordGate } from '../../../src/circuit/random-clifford.ts';
import { regionEntropies } from '../../../src/generative/generated-entropies.ts';
import { infidelity } from '../../../src/generative/infidelity.ts';
import {
  distortionBetween,
  jaccardIndex,
  type MantelTest,
  mantelTest,
  relativeNeighbours,
} from '../../../src/geometry/table-comparison.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { transverseFieldIsing } from '../../../src/operator/hamiltonian.ts';
import { chain } from '../../../src/operator/lattice.ts';
import { lbfgs } from '../../../src/optimise/lbfgs.ts';
import { minimised } from '../../../src/optimise/minimise.ts';
import { informationTable } from '../../../src/state/mutual-information.ts';
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

/** A state of a curve, and the circuit that was learned for it. */
export interface LearnedFrame {
  readonly time: number;
  readonly infidelity: number;
  readonly gates: number;
  /** Contacts in the learned circuit against −log(I/I_max) in the state. */
  readonly mantel: MantelTest | null;
  readonly distortion: number | null;
  readonly jaccard: number | null;
}

/** Angles below this are no gates. */
const IDLE = 0.02;

/** A quench of an Ising chain, learned time by time, each circuit from the one before. */
export function* learnedFrames(qubits: number, seed: number): Generator<PartStep, LearnedFrame[]> {
  const lattice = chain(qubits);
  const times = [0.1, 0.2, 0.4, 0.6, 0.8, 1, 1.25, 1.5];
  const curve = quench(product(qubits, { polar: 0 }), transverseFieldIsing(lattice, { field: 1 }), times);
  const circuit = brickwall(qubits, { depth: qubits, block: 'su4' });
  const { normal } = randomStream(seed, 'learned circuits');
  let theta: Float64Array = Float64Array.from({ length: circuit.parameters }, () => 0.01 * normal());
  const frames: LearnedFrame[] = [];
  for (const time of curve.times) {
    const state = curve.at(time);
    yield { message: `time ${time}`, progress: frames.length / times.length };
    const { value } = minimised(infidelity(circuit, state), lbfgs(), theta, { maxSteps: 300, target: 1e-7 });
    theta = value.x;
    const acting = circuit.gates.filter(({ angle }) => Math.abs(wrapped(angleAt(angle, theta))) > IDLE);
    const { contact } = lightCones({ ...circuit, gates: acting });
    const distances = informationDistances(informationTable(regionEntropies(state)), state.dimensions);
    frames.push({
      time,
      infidelity: value.evaluation.value,
      gates: acting.length,
      mantel: mantelTest(contact, distances, 719, seed),
      distortion: distortionBetween(contact, distances)?.distortion ?? null,
      jaccard: jaccardIndex(relativeNeighbours(contact), relativeNeighbours(distances)),
    });
  }
  return frames;
}

const wrapped = (angle: number): number => angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));
