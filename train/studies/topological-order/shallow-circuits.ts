/** @file Random circuits of neighbouring edges, layer by layer: what they leave of the topological entropy. */

import { rotatedStabilisers } from '../../../src/circuit/clifford-circuit.ts';
import { randomCliffordGate } from '../../../src/circuit/random-clifford.ts';
import { type RandomStream, randomStream } from '../../../src/linalg/random.ts';
import { entropiesOfStabilisers } from '../../../src/stabiliser/stabiliser-entropy.ts';
import type { StabiliserGroup } from '../../../src/stabiliser/stabiliser-group.ts';
import { kitaevPreskill } from '../../../src/systems/topological-order/topological-entropy.ts';
import type { PartStep } from '../../study.ts';
import { diskParts, meetingEdges } from './regions.ts';

/** The combination of Kitaev and Preskill after some layers of gates, for parts of one scale. */
export interface ShallowCircuit {
  readonly state: string;
  readonly depth: number;
  /** Plaquettes along the side of each quarter. */
  readonly scale: number;
  /** −KP/ln 2 of each sample. */
  readonly values: readonly number[];
}

/**
 * Random circuits on qubits at the edges of an L × L torus. A layer is a random matching of edges that meet at a vertex,
 * with a random two-qubit Clifford gate on each pair.
 *
 * @param states - by name, pure states of 2L² qubits
 */
export function* shallowCircuits(
  states: Readonly<Record<string, StabiliserGroup>>,
  size: number,
  { scales, depth, samples, seed }: ShallowOptions,
): Generator<PartStep, readonly ShallowCircuit[]> {
  const values = new Map<string, number[]>();
  const key = (state: string, layers: number, scale: number): string => `${state} ${layers} ${scale}`;
  const runs = Object.entries(states).flatMap((state) =>
    Array.from({ length: samples }, (_, k) => [...state, k] as const),
  );
  for (const [done, [name, start, sample]] of runs.entries()) {
    const stream = randomStream(seed + sample, `shallow circuit on ${name}`);
    let group = start;
    for (let layers = 0; layers <= depth; layers++) {
      const entropies = entropiesOfStabilisers(group);
      for (const scale of scales) {
        const value = -kitaevPreskill(entropies, diskParts(size, scale)) / Math.LN2;
        const all = values.get(key(name, layers, scale)) ?? [];
        values.set(key(name, layers, scale), [...all, Math.round(value)]);
      }
      if (layers < depth) group = afterLayer(group, size, stream);
    }
    yield { message: `${name}, circuit ${sample + 1} of ${samples}`, progress: (done + 1) / runs.length };
  }
  return Object.keys(states).flatMap((state) =>
    scales.flatMap((scale) =>
      Array.from({ length: depth + 1 }, (_, layers) => ({
        state,
        depth: layers,
        scale,
        values: values.get(key(state, layers, scale))!,
      })),
    ),
  );
}

interface ShallowOptions {
  readonly scales: readonly number[];
  readonly depth: number;
  readonly samples: number;
  readonly seed: number;
}

function afterLayer(group: StabiliserGroup, size: number, stream: RandomStream): StabiliserGroup {
  const gates = randomMatching(size, stream).flatMap(([a, b]) => randomCliffordGate(stream, group.qudits, a, b));
  return rotatedStabilisers(
    group,
    gates.map(({ word }) => word),
    gates.map(({ angle }) => Math.round((angle as number) / (Math.PI / 2))),
  );
}

/** Disjoint pairs of edges that meet at a vertex, in random order until no vertex has two free edges that were not tried. */
function randomMatching(size: number, stream: RandomStream): readonly (readonly [number, number])[] {
  const pairs = meetingEdges(size).map(([a, b]) => ({ a, b, order: stream.uniform() }));
  const taken = new Set<number>();
  return pairs
    .sort((one, other) => one.order - other.order)
    .flatMap(({ a, b }) => {
      if (taken.has(a) || taken.has(b)) return [];
      taken.add(a).add(b);
      return [[a, b] as const];
    });
}
