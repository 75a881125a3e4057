/** @file Entropies of intervals of three kinds: annealed, quenched, and the minimal cut. */

import type { CapacityGraph } from '../../../src/geometry/capacity-graph.ts';
import { minimalCut } from '../../../src/geometry/minimal-cut.ts';
import type { Tiling } from '../../../src/geometry/tiling.ts';
import { tilingGraph } from '../../../src/geometry/tiling-graph.ts';
import type { RandomStream } from '../../../src/linalg/random.ts';
import { atMost, type Check, equals, type StudySection } from '../../../src/record/study-record.ts';
import {
  annealedEntropies,
  type SampleMean,
  sampledEntropies,
  sampledStabilisers,
} from '../../../src/systems/random-network/index.ts';
import { deviation } from './moments.ts';
import type { Options } from './options.ts';

/** Entropies by length of the interval. */
export interface Cuts {
  readonly rows: readonly CutRow[];
  /** Short intervals, whose moments a few hundred samples determine. */
  readonly moments: readonly { readonly length: number; readonly annealed: number; readonly moment: SampleMean }[];
  readonly vanished: number;
  /** How many samples of equal weight they are worth. */
  readonly effective: number;
  /** Greatest S₂ − cut, and difference between region and complement, over all intervals. */
  readonly excess: number;
  readonly asymmetry: number;
  readonly dense: readonly DenseRow[];
}

interface CutRow {
  readonly length: number;
  readonly annealed: number;
  readonly quenched: SampleMean;
  readonly cut: number;
}

interface DenseRow {
  readonly bond: number;
  readonly annealed: number;
  readonly renyi: SampleMean;
  readonly vonNeumann: SampleMean;
  readonly cut: number;
}

const interval = (length: number): readonly number[] => [...Array(length).keys()];

export function measuredCuts(tiles: Tiling, { digits, samples, dense }: Options, stream: RandomStream): Cuts {
  const graph = tilingGraph(tiles, { bond: 2 ** digits });
  const sites = tiles.boundary.length;
  const step = Math.max(1, Math.floor(sites / 24));
  const lengths = Array.from({ length: Math.floor(sites / step) - 1 }, (_, k) => (k + 1) * step);
  const short = [1, 2, 3, 4];
  const { entropy } = annealedEntropies(graph);
  const sampled = sampledStabilisers(graph, [...lengths, ...short].map(interval), stream, { samples });
  const rows = lengths.map((length, k) => ({
    length,
    annealed: entropy(interval(length)),
    quenched: sampled.regions[k]!.entropy,
    cut: minimalCut(graph, interval(length)).area,
  }));
  return {
    rows,
    moments: short.map((length, k) => ({
      length,
      annealed: Math.exp(-entropy(interval(length))),
      moment: sampled.regions[lengths.length + k]!.moment,
    })),
    vanished: sampled.vanished,
    effective: sampled.effective,
    excess: Math.max(...rows.map(({ annealed, cut }) => annealed - cut)),
    asymmetry: Math.max(
      ...lengths.map((length) => {
        const rest = Array.from({ length: sites - length }, (_, k) => length + k);
        return Math.abs(entropy(rest) - entropy(interval(length)));
      }),
    ),
    dense: [2, 4, 8].map((bond) => denseRow(ring(4, bond), bond, Math.max(50, Math.floor(dense / 10)), stream)),
  };
}

/** A ring of tensors with a leg each. */
function ring(tensors: number, bond: number): CapacityGraph {
  const all = [...Array(tensors).keys()];
  const capacity = Math.log(bond);
  return {
    nodes: all.map((k) => ({ id: `n${k}`, site: k, depth: 1 })),
    edges: [
      ...all.map((k) => ({ leg: `b${k}`, from: `n${k}`, to: `n${(k + 1) % tensors}`, capacity })),
      ...all.map((k) => ({ leg: `s${k}`, from: `n${k}`, to: null, capacity })),
    ],
    boundary: all.map((k) => `s${k}`),
  };
}

function denseRow(graph: CapacityGraph, bond: number, samples: number, stream: RandomStream): DenseRow {
  const half = [0, 1];
  const [sampled] = sampledEntropies(graph, [half], stream, { samples });
  const annealed = annealedEntropies(graph).entropy(half);
  const { renyi, vonNeumann } = sampled!;
  return { bond, annealed, renyi, vonNeumann, cut: minimalCut(graph, half).area };
}

export function cutSection({ rows, dense, vanished, effective }: Cuts, { digits, samples }: Options): StudySection {
  return {
    heading: 'Annealed, quenched, and the cut',
    text:
      `On the tiling with D = ${2 ** digits}: annealed S₂ = −ln(E Tr ρ_{A}²/E (Tr ρ)²), exact; quenched, the mean of S over ` +
      `${samples} networks of stabiliser states, whose spectra are flat (${vanished} vanish; weighted by (Tr ρ)² they are worth ` +
      `${effective.toFixed(0)}); and the minimal cut. On a ring of four Gaussian tensors the von Neumann entropy is sampled, too. ` +
      'As D grows annealed and mean Rényi entropy of Gaussian tensors meet, while the von Neumann entropy and the cut stay apart ' +
      'where minimal cuts are not unique: which of them is meant must be said.',
    exhibits: [
      {
        kind: 'chart',
        caption: 'Entropy of an interval. Annealed, quenched, and minimal cut.',
        x: { label: 'legs in the interval', kind: 'linear' },
        y: { label: 'entropy (nats)', kind: 'linear', include: [0] },
        series: [
          { name: 'minimal cut', mark: 'dash', points: rows.map(({ length, cut }) => [length, cut]) },
          { name: 'quenched', mark: 'points', points: rows.map(({ length, quenched }) => [length, quenched.mean]) },
          { name: 'annealed', mark: 'line', points: rows.map(({ length, annealed }) => [length, annealed]) },
        ],
      },
      {
        kind: 'table',
        caption: 'Half of a ring of four Gaussian tensors. Bonds and legs of dimension D.',
        columns: ['D', 'annealed S₂', 'mean S₂', '±', 'mean S', '±', 'cut'],
        rows: dense.map(({ bond, annealed, renyi, vonNeumann, cut }) => [
          bond,
          annealed,
          renyi.mean,
          renyi.error,
          vonNeumann.mean,
          vonNeumann.error,
          cut,
        ]),
      },
    ],
  };
}

export function cutChecks({ moments, excess, asymmetry, dense }: Cuts): readonly Check[] {
  return [
    ...moments.map(({ length, annealed, moment }) =>
      equals(
        `stabiliser networks: weighted mean purity of ${length} leg${length === 1 ? '' : 's'} against the Ising sum, in standard errors`,
        'theorem',
        deviation(moment, annealed),
        0,
        4,
      ),
    ),
    atMost('annealed S₂ − cut, greatest', 'theorem', excess, 0, 1e-9),
    equals('annealed S₂ of an interval less that of its complement', 'theorem', asymmetry, 0, 1e-9),
    atMost(
      'mean S − cut on the ring, greatest',
      'theorem',
      Math.max(...dense.map(({ vonNeumann, cut }) => vonNeumann.mean - cut)),
      0,
      1e-9,
    ),
  ];
}
