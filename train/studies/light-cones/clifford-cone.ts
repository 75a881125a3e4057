/** @file Where in a random Clifford circuit of thousands of qubits is what entered at one of them? */

import { rotatedStabilisers } from '../../../src/circuit/clifford-circuit.ts';
import { randomCliffordGate } from '../../../src/circuit/random-clifford.ts';
import { type RandomStream, randomStream } from '../../../src/linalg/random.ts';
import { setDigit, zeroDigits } from '../../../src/stabiliser/digit-matrix.ts';
import { stabiliserEntropy } from '../../../src/stabiliser/stabiliser-entropy.ts';
import type { StabiliserGroup } from '../../../src/stabiliser/stabiliser-group.ts';
import type { PartStep } from '../../study.ts';

/** After some layers: the cone, and how much of the reference's information is within a distance of its centre. */
export interface CliffordCone {
  readonly layer: number;
  /** First and last qubit that a gate can have reached. */
  readonly cone: readonly [first: number, last: number];
  /** I(R : all qubits outside of the cone), in nats. */
  readonly outside: number;
  /** I(R : qubits from first + k to last − k)/2 ln 2, for k = 0, 1, … */
  readonly within: readonly number[];
}

/**
 * The qubit in the middle is maximally entangled with a reference, all others are |0⟩. A layer has a random two-qubit
 * Clifford gate on every second pair of neighbours.
 */
export function* cliffordCones(qubits: number, layers: number, seed: number): Generator<PartStep, CliffordCone[]> {
  const stream = randomStream(seed, 'Clifford circuit');
  const middle = Math.floor(qubits / 2);
  let group = entangledQubit(qubits, middle);
  let cone: readonly [number, number] = [middle, middle];
  const rows: CliffordCone[] = [coneOf(group, 0, cone)];
  for (let layer = 1; layer <= layers; layer++) {
    const first = layer % 2;
    group = afterLayer(group, qubits, first, stream);
    const [low, high] = cone;
    const lower = (low - first) % 2 === 0 ? low : low - 1;
    const upper = (high - first) % 2 === 0 ? high + 1 : high;
    cone = [Math.max(0, lower < first ? low : lower), Math.min(qubits - 1, upper)];
    rows.push(coneOf(group, layer, cone));
    yield { message: `layer ${layer} of ${layers}`, progress: layer / layers };
  }
  return rows;
}

function entangledQubit(qubits: number, middle: number): StabiliserGroup {
  const n = qubits + 1;
  const [x, z] = [zeroDigits(2, n, n), zeroDigits(2, n, n)];
  for (let q = 0; q < n; q++) setDigit(z, q, q, 1); // Z on every qubit …
  setDigit(z, middle, qubits, 1); // … but Z Z and X X on the middle and the reference
  setDigit(z, qubits, qubits, 0);
  setDigit(x, qubits, qubits, 1);
  setDigit(x, qubits, middle, 1);
  return { kind: 'stabiliser', prime: 2, qudits: n, x, z, phases: new Uint16Array(n) };
}

function afterLayer(group: StabiliserGroup, qubits: number, first: number, stream: RandomStream): StabiliserGroup {
  const gates = [];
  for (let q = first; q + 1 < qubits; q += 2) gates.push(...randomCliffordGate(stream, group.qudits, q, q + 1));
  return rotatedStabilisers(
    group,
    gates.map(({ word }) => word),
    gates.map(({ angle }) => Math.round((angle as number) / (Math.PI / 2))),
  );
}

function coneOf(group: StabiliserGroup, layer: number, cone: readonly [number, number]): CliffordCone {
  const reference = group.qudits - 1;
  const [first, last] = cone;
  const known = (region: readonly number[]): number =>
    stabiliserEntropy(group, region) + Math.LN2 - stabiliserEntropy(group, [...region, reference]);
  const within: number[] = [];
  for (let k = 0; first + k <= last - k; k++) {
    const region = Array.from({ length: last - first + 1 - 2 * k }, (_, j) => first + k + j);
    within.push(known(region) / (2 * Math.LN2));
  }
  const rest = Array.from({ length: reference }, (_, q) => q).filter((q) => q < first || q > last);
  return { layer, cone, outside: known(rest), within };
}
