/**
 * @file Space over time: the geometries of a curve of states, aligned, and the causal geometry beside them.
 */

import type { Circuit } from '../circuit/circuit.ts';
import { DomainError } from '../errors.ts';
import type { PauliSum } from '../operator/pauli-sum.ts';
import type { Nats } from '../units.ts';
import { type AlignedFrame, geometryOverTime } from './geometry-over-time.ts';
import { arrivalFront, type Front, informationArrivals, lightCones } from './light-cones.ts';

/** One geometry of a curve: what sites know of each other at a time. */
export interface TimedGeometry {
  readonly time: number;
  readonly mutualInformation: readonly (readonly Nats[])[];
  readonly distances: readonly (readonly (number | null)[])[];
}

/** The light cones of a circuit in units of time. */
export interface CausalGeometry {
  /** The circuit to which the cones belong. */
  readonly of: 'trotter-circuit' | 'learned-circuit';
  readonly layers: number;
  /** Time after which the pasts of two sites can have met; null if never. */
  readonly contact: readonly (readonly (number | null)[])[];
  /** Sites per unit of time. */
  readonly front: Front;
}

/** A curve of states read as a history of space. */
export interface SpaceOverTime {
  readonly label: 'analogy';
  readonly frames: readonly Omit<AlignedFrame, 'strain'>[];
  /** Mutual information that counts as contact, in nats. */
  readonly threshold: Nats;
  /** When two sites first know of each other; null if never. */
  readonly arrivals: readonly (readonly (number | null)[])[];
  readonly front: Front;
  /** Null if there is no circuit to read it from. */
  readonly causal: CausalGeometry | null;
}

/** Mutual information above which two sites are taken to be in contact. */
const THRESHOLD = 1e-4;

/**
 * The geometries of a curve of states, embedded and aligned one with the next; when information arrives; and beside it
 * the light cones of the evolution. For a Hamiltonian these are the cones of its Trotter circuit, with as many steps as
 * the curve has states: what a universe that computes in such steps would allow. Without one they are the cones of the
 * circuit that was learned last, from the beginning of the curve to its end.
 *
 * @param geometries - in order of time
 * @param evolution - the Hamiltonian of the curve, or a circuit for its last state
 * @returns null for fewer than two geometries, or if one has no mutual information
 */
export function spaceOverTime(
  geometries: readonly TimedGeometry[],
  evolution: PauliSum | Circuit | null,
): SpaceOverTime | null {
  const sites = geometries[0]?.distances.length ?? 0;
  const known = geometries.every(({ distances }) => distances.length === sites && sites > 1);
  const ordered = geometries.every(({ time }, k) => k === 0 || time > geometries[k - 1]!.time);
  if (geometries.length < 2 || !known || !ordered) return null;
  const arrivals = informationArrivals(
    geometries.map(({ time, mutualInformation }) => ({ time, information: mutualInformation })),
    THRESHOLD,
  );
  return {
    label: 'analogy',
    frames: geometryOverTime(geometries).map(({ strain: _, ...frame }) => frame),
    threshold: THRESHOLD,
    arrivals,
    front: arrivalFront(arrivals),
    causal: evolution === null ? null : causalGeometry(evolution, geometries),
  };
}

/** Cones by layers, each layer as long as the curve's time divided by their number. */
function causalGeometry(evolution: PauliSum | Circuit, geometries: readonly TimedGeometry[]): CausalGeometry {
  const circuit = 'gates' in evolution ? evolution : trotterCircuit(evolution, geometries.length);
  const { layers, contact } = lightCones(circuit);
  const [start, end] = [geometries[0]!.time, geometries.at(-1)!.time];
  const first = Math.min(0, start); // a quench starts at 0, before the first state that is shown
  const tick = (end - first) / Math.max(1, layers);
  const inTime = contact.map((row, a) =>
    row.map((layer, b) => (a === b ? 0 : layer === null ? null : first + tick * layer)),
  );
  return {
    of: 'gates' in evolution ? 'learned-circuit' : 'trotter-circuit',
    layers,
    contact: inTime,
    front: arrivalFront(inTime),
  };
}

/** Steps of the product formula: every term once in each, in order. Only the words matter for cones. */
function trotterCircuit({ qubits, terms }: PauliSum, steps: number): Circuit {
  const words = terms.map(({ word }) => word).filter((word) => /[XYZ]/.test(word));
  if (words.length === 0) throw new DomainError('spaceOverTime: a Hamiltonian with terms required, got none');
  const gates = Array.from({ length: steps }, () => words.map((word) => ({ word, angle: 0.1 }))).flat();
  return { kind: 'circuit', qubits, parameters: 0, gates };
}
