/** @file Free fermions under a brickwork of hopping gates, from Bell pairs. */

import { type InformationFrame, informationArrivals, lightCones } from '../../../src/bulk/light-cones.ts';
import { type TwoGeometries, twoGeometries } from '../../../src/bulk/two-geometries.ts';
import type { Circuit, Rotation } from '../../../src/circuit/circuit.ts';
import { gaussianOfCorrelation } from '../../../src/gaussian/correlation.ts';
import { transformed } from '../../../src/gaussian/evolution.ts';
import type { GaussianState } from '../../../src/gaussian/gaussian-state.ts';
import { modePairInformation } from '../../../src/gaussian/mode-pair-information.ts';
import type { OpenTable } from '../../../src/geometry/table-comparison.ts';
import { type ComplexMatrix, identityMatrix } from '../../../src/linalg/complex.ts';
import { type RandomStream, randomStream } from '../../../src/linalg/random.ts';

/** Neighbours on which gates of a layer act: pairs (1, 2), (3, 4), … in odd layers, (0, 1), (2, 3), … in even ones. */
export const bondsOf = (sites: number, layer: number): readonly (readonly [number, number])[] => {
  const first = layer % 2;
  return Array.from({ length: Math.floor((sites - first) / 2) }, (_, k) => [first + 2 * k, first + 2 * k + 1] as const);
};

/** The circuit as words: a layer that makes the pairs, then layers of XX + YY on alternating bonds. */
export function brickwork(sites: number, layers: number): Circuit {
  const word = (letter: string, [a, b]: readonly [number, number]): string =>
    Array.from({ length: sites }, (_, site) => (site === a || site === b ? letter : 'I')).join('');
  const gates = Array.from({ length: layers + 1 }, (_, layer) =>
    bondsOf(sites, layer).flatMap((bond): Rotation[] => [
      { word: word('X', bond), angle: 0.1 },
      { word: word('Y', bond), angle: 0.1 },
    ]),
  ).flat();
  return { kind: 'circuit', qubits: sites, parameters: 0, gates };
}

/** Pairs (0, 1), (2, 3), … that share a fermion each. */
function bellPairs(sites: number): GaussianState {
  const data = new Float64Array(sites * sites);
  for (let k = 0; k + 1 < sites; k += 2) {
    for (const [i, j] of [
      [k, k],
      [k, k + 1],
      [k + 1, k],
      [k + 1, k + 1],
    ] as const) {
      data[i * sites + j] = 0.5;
    }
  }
  return gaussianOfCorrelation({ rows: sites, cols: sites, data });
}

/** Gates exp(iθ(c_a†c_b + h.c.)) on the bonds of a layer, and random phases on the sites if there is a stream. */
function layerMatrix(sites: number, layer: number, theta: number, disorder: RandomStream | null): ComplexMatrix {
  const matrix = identityMatrix(sites);
  const set = (i: number, j: number, re: number, im: number): void => {
    matrix.interleaved[2 * (i * sites + j)] = re;
    matrix.interleaved[2 * (i * sites + j) + 1] = im;
  };
  for (const [a, b] of bondsOf(sites, layer)) {
    set(a, a, Math.cos(theta), 0);
    set(b, b, Math.cos(theta), 0);
    set(a, b, 0, Math.sin(theta));
    set(b, a, 0, Math.sin(theta));
  }
  if (disorder === null) return matrix;
  for (let i = 0; i < sites; i++) {
    const phase = 2 * Math.PI * disorder.uniform();
    const [c, s] = [Math.cos(phase), Math.sin(phase)];
    for (let j = 0; j < sites; j++) {
      const at = 2 * (i * sites + j);
      const [x, y] = [matrix.interleaved[at]!, matrix.interleaved[at + 1]!];
      set(i, j, c * x - s * y, c * y + s * x);
    }
  }
  return matrix;
}

/** An evolution: which gates, and whether sites have phases of their own. */
export interface BrickworkCase {
  readonly name: string;
  readonly theta: number;
  readonly disordered?: boolean;
  /** Ratio of the speeds that theory gives. */
  readonly closed: number;
}

/** What is found of it. */
export interface BrickworkResult extends BrickworkCase {
  /** By threshold of the mutual information. */
  readonly compared: readonly { readonly threshold: number; readonly geometries: TwoGeometries }[];
  readonly arrivals: OpenTable;
}

/** When pasts meet; time 0 is after the layer that makes the pairs. */
export function contactOf(sites: number, layers: number): OpenTable {
  return lightCones(brickwork(sites, layers)).contact.map((row) =>
    row.map((layer) => (layer === null ? null : Math.max(0, layer - 1))),
  );
}

/** The evolution of a case, compared with the contacts at each threshold. */
export function brickworkResult(
  own: BrickworkCase,
  contact: OpenTable,
  {
    layers,
    thresholds,
    seed,
  }: { readonly layers: number; readonly thresholds: readonly number[]; readonly seed: number },
): BrickworkResult {
  const sites = contact.length;
  const all = Array.from({ length: sites }, (_, site) => site);
  const disorder = own.disordered === true ? randomStream(seed, 'phases of the sites') : null;
  // Phases belong to sites, and are the same in all layers.
  const steps =
    disorder === null ? null : [1, 2].map((layer) => layerMatrix(sites, layer, own.theta, phasesOf(sites, seed)));
  let state = bellPairs(sites);
  const frames: InformationFrame[] = [{ time: 0, information: modePairInformation(state, all) }];
  for (let layer = 1; layer <= layers; layer++) {
    state = transformed(state, steps?.[(layer + 1) % 2] ?? layerMatrix(sites, layer, own.theta, null));
    frames.push({ time: layer, information: modePairInformation(state, all) });
  }
  const compared = thresholds.map((threshold) => {
    const arrivals = informationArrivals(frames, threshold);
    return {
      threshold,
      arrivals,
      geometries: twoGeometries(contact, arrivals, { seed, inView: beforeEchoes(sites, Math.sin(own.theta)) }),
    };
  });
  return {
    ...own,
    compared: compared.map(({ threshold, geometries }) => ({ threshold, geometries })),
    arrivals: compared[0]!.arrivals,
  };
}

/** The same phases for every layer. */
function phasesOf(sites: number, seed: number): RandomStream {
  const { uniform } = randomStream(seed, 'phases of the sites');
  const phases = Array.from({ length: sites }, uniform);
  let k = 0;
  return { ...randomStream(seed, 'unused'), uniform: () => phases[k++ % sites]! };
}

/** Pairs that meet before anything that is this fast and was reflected by an end of the chain can have reached both. */
const beforeEchoes = (sites: number, speed: number) => (a: number, b: number, arrival: number | null) =>
  speed * (arrival ?? 0) < Math.min(a + b, 2 * sites - 2 - a - b) / 2;
