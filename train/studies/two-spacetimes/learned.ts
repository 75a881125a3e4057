/** @file A curve of learned circuits: contacts in them against the information in their states. */

import { product } from '../../../datasets/product.ts';
import { quench } from '../../../datasets/quench.ts';
import { brickwall } from '../../../models/brickwall.ts';
import { informationDistances } from '../../../src/bulk/information-distances.ts';
import { type InformationFrame, lightCones } from '../../../src/bulk/light-cones.ts';
import { angleAt } from '../../../src/circuit/circuit.ts';
import { regionEntropies } from '../../../src/generative/generated-entropies.ts';
import { infidelity } from '../../../src/generative/infidelity.ts';
import type { PureState } from '../../../src/generative/target-state.ts';
import {
  distortionBetween,
  jaccardIndex,
  type MantelTest,
  mantelTest,
  type OpenTable,
  relativeNeighbours,
} from '../../../src/geometry/table-comparison.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { transverseFieldIsing } from '../../../src/operator/hamiltonian.ts';
import { chain } from '../../../src/operator/lattice.ts';
import { lbfgs } from '../../../src/optimise/lbfgs.ts';
import { minimised } from '../../../src/optimise/minimise.ts';
import { informationTable } from '../../../src/state/mutual-information.ts';
import type { PartStep } from '../../study.ts';

/** A state of a curve, and the circuit that was learned for it. */
export interface LearnedFrame extends InformationFrame {
  readonly infidelity: number;
  readonly gates: number;
  /** After how many layers pasts meet in the learned circuit. */
  readonly contact: OpenTable;
  /** Contacts against −log(I/I_max) in the state. */
  readonly mantel: MantelTest | null;
  readonly distortion: number | null;
  readonly jaccard: number | null;
}

/** A pure state at a time. */
export interface TimedState {
  readonly time: number;
  readonly state: PureState;
}

/** Angles below this are no gates. */
const IDLE = 0.02;

/** A quench of an Ising chain, from all up to the critical field. */
export function isingQuench(qubits: number): readonly TimedState[] {
  const times = [0.1, 0.2, 0.4, 0.6, 0.8, 1, 1.25, 1.5];
  const curve = quench(product(qubits, { polar: 0 }), transverseFieldIsing(chain(qubits), { field: 1 }), times);
  return times.map((time) => ({ time, state: curve.at(time) as PureState }));
}

/** States of qubits, learned time by time, each circuit from the one before. */
export function* learnedFrames(states: readonly TimedState[], seed: number): Generator<PartStep, LearnedFrame[]> {
  const qubits = states[0]!.state.dimensions.length;
  const circuit = brickwall(qubits, { depth: qubits, block: 'su4' });
  const { normal } = randomStream(seed, 'learned circuits');
  let theta: Float64Array = Float64Array.from({ length: circuit.parameters }, () => 0.01 * normal());
  const frames: LearnedFrame[] = [];
  for (const { time, state } of states) {
    yield { message: `time ${time}`, progress: frames.length / states.length };
    const { value } = minimised(infidelity(circuit, state), lbfgs(), theta, { maxSteps: 300, target: 1e-7 });
    theta = value.x;
    const acting = circuit.gates.filter(({ angle }) => Math.abs(wrapped(angleAt(angle, theta))) > IDLE);
    const { contact } = lightCones({ ...circuit, gates: acting });
    const information = informationTable(regionEntropies(state));
    const distances = informationDistances(information, state.dimensions);
    frames.push({
      time,
      information,
      infidelity: value.evaluation.value,
      gates: acting.length,
      contact,
      mantel: mantelTest(contact, distances, 719, seed),
      distortion: distortionBetween(contact, distances)?.distortion ?? null,
      jaccard: jaccardIndex(relativeNeighbours(contact), relativeNeighbours(distances)),
    });
  }
  return frames;
}

const wrapped = (angle: number): number => angle - 2 * Math.PI * Math.round(angle / (2 * Math.PI));
