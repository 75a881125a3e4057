/** @file Circuits of blocks against geodesics. Prints the tables of docs/comparison.md. */

import { expect, test } from 'vitest';
import { ghz } from '../../datasets/ghz.ts';
import { groundState } from '../../datasets/ground-state.ts';
import { w } from '../../datasets/w.ts';
import { type BlockLayout, brickworkLayout, tripleLayout } from '../../src/circuit/block-layout.ts';
import { circuitFront, type FoundBlocks } from '../../src/comparison/circuit-front.ts';
import { neighbourPairs } from '../../src/geodesic/state/neighbour-pairs.ts';
import { stateGeodesic } from '../../src/geodesic/state/state-geodesic.ts';
import type { ComplexVector } from '../../src/linalg/complex.ts';
import { transverseFieldIsing } from '../../src/operator/hamiltonian.ts';
import { chain } from '../../src/operator/lattice.ts';
import { solution } from '../../src/optimise/minimise.ts';

const metric = { maxSize: 2, maxRange: 1, penalty: Infinity };

/** The shortest path of eight slices; with pairs, of sixteen among those that keep neighbours equal. */
const geodesicTo = (target: ComplexVector, along: 'all' | 'pairs') => {
  const search = { polished: 0, observable: false } as const;
  const options =
    along === 'all'
      ? { ...search, slices: 8, starts: 4 }
      : { ...search, slices: 16, starts: 1, symmetries: neighbourPairs(target)[0]! };
  return solution(stateGeodesic(metric, target, options)).value;
};

const seconds = (): number => process.cpuUsage().user / 1e6;

function row(name: string, blocks: FoundBlocks, geodesic: number, time: number): string {
  const excess = `${(100 * (blocks.length / geodesic - 1)).toFixed(1)} %`;
  const numbers = [`${blocks.gates} (${blocks.layers})`, blocks.length.toFixed(4), geodesic.toFixed(4), excess];
  return `| ${[name, ...numbers, blocks.infidelity.toExponential(1), `${time.toFixed(1)} s`].join(' | ')} |`;
}

interface Case {
  readonly name: string;
  readonly target: ComplexVector;
  readonly layers: readonly number[];
  readonly starts: number;
  /** Most that the length may be. */
  readonly length: number;
  readonly tolerance?: number;
  /** The shortest length known (docs/geodesics.md, docs/comparison.md). */
  readonly geodesic: number;
  /** Paths among which the one to start along is searched. */
  readonly along?: 'all' | 'pairs';
  /** Class of the bonds of the first layer; default 0, the even ones. */
  readonly first?: number;
}

const ising = groundState(transverseFieldIsing(chain(8))).amplitudes;

const CASES: readonly Case[] = [
  { name: 'GHZ_4', target: ghz(4).amplitudes, layers: [3], starts: 2, length: 1.9636, geodesic: 1.6561 },
  { name: 'W_4', target: w(4).amplitudes, layers: [3], starts: 2, length: 1.5791, geodesic: 1.41 },
  { name: 'GHZ_6', target: ghz(6).amplitudes, layers: [3, 7], starts: 3, length: 2.859, geodesic: 2.3973 },
  { name: 'W_6', target: w(6).amplitudes, layers: [3, 5], starts: 2, length: 2.4516, geodesic: 2.0892 },
  {
    name: 'GHZ_8',
    target: ghz(8).amplitudes,
    layers: [8],
    first: 1,
    starts: 0,
    length: 3.942,
    geodesic: 3.288655,
    along: 'pairs',
  },
  {
    name: 'critical Ising, n = 8',
    target: ising,
    layers: [6],
    starts: 0,
    length: 3.125,
    tolerance: 4e-6,
    geodesic: 2.7343,
    along: 'all',
  },
];

test.each(CASES)('$name in blocks on the bonds of a chain is at most 20 % longer than its geodesic', (c) => {
  const { name, target, layers, first, starts, tolerance = 1e-8 } = c;
  const path = c.along && geodesicTo(target, c.along);
  const { geodesic } = c;
  const from = seconds();
  const layouts = layers.map((count) => brickworkLayout(chain(Math.log2(target.length)), count, first));
  const { front } = solution(circuitFront(metric, target, { layouts, starts, paths: path ? [path] : [], tolerance }));
  const time = seconds() - from;
  for (const blocks of front) {
    console.log(row(name, blocks, geodesic, time));
    expect(blocks.length).toBeLessThan(c.length);
    expect(blocks.length).toBeLessThan(1.2 * geodesic);
    expect(blocks.length).toBeGreaterThan(geodesic);
    expect(blocks.infidelity).toBeLessThan(tolerance);
  }
  expect(front.length).toBeGreaterThan(0);
  expect(front[0]!.gates).toBeLessThanOrEqual(3 * Math.log2(target.length));
});

const PAIRS: BlockLayout = [
  [0, 1],
  [2, 3],
];
const LEFT: BlockLayout = [[0, 1, 2], [3]];
const RIGHT: BlockLayout = [[0], [1, 2, 3]];
/** Of six qubits, the triples begin at each of three places in turn. */
const TRIPLES: BlockLayout = [[0, 1, 2], [3, 4, 5], [0], [1, 2, 3], [4, 5], [0, 1], [2, 3, 4], [5]];

test.each([
  ['W_4', w(4).amplitudes, [...PAIRS, ...RIGHT, ...PAIRS], 1.41, 1.08],
  ['GHZ_4', ghz(4).amplitudes, [...PAIRS, ...LEFT, ...RIGHT, ...PAIRS], 1.6561, 1.11],
  ['GHZ_4', ghz(4).amplitudes, [...PAIRS, ...LEFT, ...RIGHT, ...LEFT, ...PAIRS], 1.6561, 1.095],
  ['GHZ_4', ghz(4).amplitudes, [...PAIRS, ...RIGHT, ...LEFT, ...RIGHT, ...LEFT, ...PAIRS], 1.6561, 1.092],
  ['W_6', w(6).amplitudes, [...TRIPLES, ...TRIPLES], 2.0892, 1.11],
  ['W_6', w(6).amplitudes, tripleLayout(6, 9), 2.0892, 1.07],
] as const)(
  '%s in blocks on three qubits and fewer is nearer to its geodesic',
  (name, target, layout, geodesic, ratio) => {
    const from = seconds();
    const { front } = solution(circuitFront(metric, target, { layouts: [layout], starts: 1, maxSteps: 600 }));
    console.log(row(name, front[0]!, geodesic, seconds() - from));
    expect(front[0]!.length).toBeLessThan(ratio * geodesic);
    expect(front[0]!.length).toBeGreaterThan(geodesic);
    expect(front[0]!.infidelity).toBeLessThan(1e-8);
  },
);

test('layers beyond a few do not make GHZ and W of four qubits shorter', () => {
  for (const [name, state] of [
    ['GHZ_4', ghz(4)],
    ['W_4', w(4)],
  ] as const) {
    const layouts = [1, 2, 3, 4, 6, 8].map((layers) => brickworkLayout(chain(4), layers));
    const { found, front } = solution(circuitFront(metric, state.amplitudes, { layouts, starts: 2 }));
    const best = layouts.map((_, k) =>
      Math.min(
        ...found.filter(({ layout, infidelity }) => layout === k && infidelity < 1e-8).map(({ length }) => length),
      ),
    );
    console.log(`| ${name} | ${best.map((length) => (length < Infinity ? length.toFixed(4) : '—')).join(' | ')} |`);
    console.log(
      name,
      front
        .map(({ gates, length, infidelity }) => `${gates}: ${length.toFixed(4)}, ${infidelity.toExponential(1)}`)
        .join('; '),
    );
    expect(best[5]).toBeGreaterThan(best[2]! - 2e-4);
  }
});
