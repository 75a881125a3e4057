/** @file Surfaces at a time of a circuit: of a geodesic, and of a longer circuit for the same state. */

import { haarRandom } from '../../../datasets/haar-random.ts';
import type { Circuit, Rotation } from '../../../src/circuit/circuit.ts';
import { evolutionOperator } from '../../../src/comparison/complexity-growth.ts';
import { trotterCircuit } from '../../../src/comparison/trotter.ts';
import { penaltyWeight } from '../../../src/complexity/penalty-metric.ts';
import type { ComplexVector } from '../../../src/linalg/complex.ts';
import { applyMatrix } from '../../../src/linalg/matrix.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { networkOf } from '../../../src/network/from-circuit.ts';
import { networkState } from '../../../src/network/network-state.ts';
import { support } from '../../../src/operator/pauli.ts';
import type { PauliSum } from '../../../src/operator/pauli-sum.ts';
import { geodesicPath } from '../../../src/path/sliced-path.ts';
import { fidelity } from '../../../src/state/fidelity.ts';
import { zeroState } from '../../../src/state/zero-state.ts';
import { surfaceState } from '../../../src/systems/holography/surface-state.ts';
import type { PartStep } from '../../study.ts';
import { shortestPath, TWO_LOCAL } from '../shortest-path.ts';

/** The state on one surface. */
export interface TimeSurface {
  readonly network: 'geodesic' | 'detour';
  readonly time: string;
  readonly background: string;
  /** Length of the path that the surface encloses, and of the shortest found to its state. */
  readonly enclosed: number;
  readonly shortest: number;
  /** Infidelity with the state on the geodesic at this time. */
  readonly infidelity: number;
}

export interface TimeSurfaces {
  readonly length: number;
  readonly surfaces: readonly TimeSurface[];
  /** Infidelity of the final states of the two networks. */
  readonly sameState: number;
}

const METRIC = TWO_LOCAL.chain;
/** Product formulas of fourth order for each slice. */
const FORMULAS = { order: 4, steps: 4 } as const;

interface Search {
  readonly slices: number;
  readonly starts: number;
  readonly seed: number;
}

/** States on the surfaces at a quarter, half and three quarters of a geodesic; and halfway of a detour from it and back. */
export function* timeSurfaces(qubits: number, search: Search): Generator<PartStep, TimeSurfaces> {
  const target = haarRandom(qubits, search.seed).amplitudes;
  const geodesic = yield* scaled(shortestPath(METRIC, target, search), 0, 0.3);
  const path = geodesicPath(geodesic);
  const groups = path.map((H) => gatesOf(H, 1 / path.length));
  const half = path.length / 2;
  const detour = wander(qubits, search.seed);
  const back = detour.toReversed().map(({ word, angle }) => ({ word, angle: -(angle as number) }));
  const circuits = {
    geodesic: groups,
    detour: [...groups.slice(0, half), detour, back, ...groups.slice(half)],
  };
  const states = statesAlong(path, qubits);
  const lengths = path.map(({ terms }) => Math.hypot(...terms.map(weighted)) / path.length);
  const until = (slice: number): number => lengths.slice(0, slice).reduce((sum, x) => sum + x, 0);
  const wanted = [
    ...[1, 2, 3].map((quarter) => {
      const slice = Math.round((quarter * path.length) / 4);
      return {
        network: 'geodesic',
        slice,
        groups: slice,
        time: quarter === 2 ? '1/2' : `${quarter}/4`,
        enclosed: until(slice),
      } as const;
    }),
    { network: 'detour', slice: half, groups: half, time: '1/2, before the detour', enclosed: until(half) } as const,
    {
      network: 'detour',
      slice: half,
      groups: half + 1,
      time: '1/2, at its far end',
      enclosed: until(half) + rotationLength(detour),
    } as const,
  ];
  const surfaces: TimeSurface[] = [];
  for (const [k, { slice, groups: done, ...known }] of wanted.entries()) {
    const { background, state } = stateAfter(qubits, circuits[known.network], done);
    const share = (j: number): number => 0.3 + (0.7 * j) / wanted.length;
    const { length } = yield* scaled(shortestPath(METRIC, state, search), share(k), share(k + 1));
    surfaces.push({ ...known, background, shortest: length, infidelity: 1 - fidelity(state, states[slice]!) });
  }
  const ends = [circuits.geodesic, circuits.detour].map((list) => stateAfter(qubits, list, list.length).state);
  return { length: geodesic.length, surfaces, sameState: 1 - fidelity(ends[0]!, ends[1]!) };
}

const weighted = ({ word, coefficient }: PauliSum['terms'][number]): number =>
  Math.sqrt(penaltyWeight(METRIC, word)) * coefficient;

/** The state on the surface after the first groups of gates, read from the network inside. */
function stateAfter(
  qubits: number,
  groups: readonly (readonly Rotation[])[],
  done: number,
): { readonly background: string; readonly state: ComplexVector } {
  const circuit: Circuit = { kind: 'circuit', qubits, parameters: 0, gates: groups.flat() };
  const before = groups.slice(0, done).flat();
  const surface = Array.from(
    { length: qubits },
    (_, q) => `${q} ${before.filter(({ word }) => support(word).includes(q)).length}`,
  );
  const { background, inside } = surfaceState(networkOf(circuit), surface);
  return { background, state: networkState(inside.network, new Float64Array(0)) };
}

/** The states of the path of exact slices. */
function statesAlong(path: readonly PauliSum[], qubits: number): readonly ComplexVector[] {
  const states = [zeroState(qubits)];
  for (const H of path) states.push(applyMatrix(evolutionOperator(H, 1 / path.length), states.at(-1)!));
  return states;
}

function gatesOf({ qubits, terms }: PauliSum, time: number): readonly Rotation[] {
  const H = { qubits, terms: terms.map(({ word, coefficient }) => ({ word, coefficient: time * coefficient })) };
  return trotterCircuit([H], FORMULAS).gates;
}

/** A dozen random rotations of neighbours. */
function wander(qubits: number, seed: number): readonly Rotation[] {
  const stream = randomStream(seed, 'detour');
  const letter = (): string => 'XYZ'[Math.floor(3 * stream.uniform())]!;
  return Array.from({ length: 12 }, () => {
    const at = Math.floor((qubits - 1) * stream.uniform());
    const word = [...Array(qubits).keys()].map((q) => (q === at || q === at + 1 ? letter() : 'I')).join('');
    return { word, angle: stream.normal() };
  });
}

const rotationLength = (gates: readonly Rotation[]): number =>
  gates.reduce((sum, { angle }) => sum + Math.abs(angle as number) / 2, 0);

function* scaled<Value>(work: Generator<PartStep, Value>, from: number, to: number): Generator<PartStep, Value> {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
    yield { ...next.value, progress: from + (to - from) * next.value.progress };
  }
}
