/** @file Geometries that are fitted to the entropies of states. */

import { ghz } from '../../../datasets/ghz.ts';
import { groundState } from '../../../datasets/ground-state.ts';
import { haarRandom } from '../../../datasets/haar-random.ts';
import type { PureState } from '../../../src/generative/target-state.ts';
import type { CapacityGraph } from '../../../src/geometry/capacity-graph.ts';
import type { RandomStream } from '../../../src/linalg/random.ts';
import { transverseFieldIsing } from '../../../src/operator/hamiltonian.ts';
import { ring } from '../../../src/operator/lattice.ts';
import { atMost, type Check, equals, type StudySection } from '../../../src/record/study-record.ts';
import { entropiesOfState, type RegionEntropies } from '../../../src/state/region-entropies.ts';
import { annealedEntropies, type FittedGeometry, fittedGeometry } from '../../../src/systems/random-network/index.ts';

/** Fits of one graph to several tables of entropies. */
export interface Fits {
  readonly rows: readonly FitRow[];
  /** Greatest error of a capacity of the planted geometry. */
  readonly recovered: number;
}

interface FitRow {
  readonly name: string;
  readonly residual: number;
  readonly greatest: number;
  readonly rank: number;
  readonly free: number;
  /** Mean capacity of bonds around the ring and of those to the hub, ln 2 = 1. */
  readonly around: number;
  readonly inwards: number;
  readonly capacities: readonly number[];
}

const SITES = 6;

/** A hub with six tensors around it that form a ring, with a qubit at each. */
function wheel(capacity: (bond: number) => number): CapacityGraph {
  const all = [...Array(SITES).keys()];
  return {
    nodes: [...all.map((k) => ({ id: `n${k}`, site: k, depth: 1 })), { id: 'hub', site: (SITES - 1) / 2, depth: 2 }],
    edges: [
      ...all.map((k) => ({ leg: `ring ${k}`, from: `n${k}`, to: `n${(k + 1) % SITES}`, capacity: capacity(k) })),
      ...all.map((k) => ({ leg: `spoke ${k}`, from: `n${k}`, to: 'hub', capacity: capacity(SITES + k) })),
      ...all.map((k) => ({ leg: `s${k}`, from: `n${k}`, to: null, capacity: 8 * Math.LN2 })),
    ],
    boundary: all.map((k) => `s${k}`),
  };
}

/** The regions up to complements. */
const REGIONS = Array.from({ length: 2 ** (SITES - 1) - 1 }, (_, k) =>
  [...Array(SITES).keys()].filter((site) => ((k + 1) >> site) & 1),
);

export function measuredFits(seed: number, stream: RandomStream): Fits {
  const capacities = Array.from({ length: 2 * SITES }, () => 0.2 + 0.8 * stream.uniform());
  const ofState = ({ amplitudes, dimensions }: PureState): RegionEntropies =>
    entropiesOfState(amplitudes, dimensions, { order: 2 });
  const ising = (field: number): RegionEntropies =>
    ofState(groundState(transverseFieldIsing(ring(SITES), { field }), seed));
  const states: readonly (readonly [string, RegionEntropies])[] = [
    ['planted geometry', annealedEntropies(wheel((k) => capacities[k]!))],
    ['critical Ising ring', ising(1)],
    ['gapped Ising ring, g = 2', ising(2)],
    ['GHZ', ofState(ghz(SITES))],
    ['Haar random', ofState(haarRandom(SITES, seed))],
  ];
  const fitted = (name: string, entropies: readonly number[]): FitRow => {
    const table = REGIONS.map((region, k) => ({ region, entropy: entropies[k]! }));
    const start = wheel(() => 0.5);
    return rowOf(name, fittedGeometry(start, table, { maxSteps: 200 }).value);
  };
  const tables = states.map(([name, { entropy }]) => [name, REGIONS.map((region) => entropy(region))] as const);
  const keys = REGIONS.map(() => stream.uniform());
  const shuffled = [...keys.keys()].sort((a, b) => keys[a]! - keys[b]!).map((k) => tables[0]![1][k]!);
  const rows = [...tables, ['planted, shuffled', shuffled] as const].map(([name, list]) => fitted(name, list));
  return { rows, recovered: Math.max(...rows[0]!.capacities.map((own, k) => Math.abs(own - capacities[k]!))) };
}

function rowOf(name: string, { residual, greatest, rank, edges }: FittedGeometry): FitRow {
  const mean = (from: number): number =>
    edges.slice(from, from + SITES).reduce((sum, { capacity }) => sum + capacity, 0) / (SITES * Math.LN2);
  const capacities = edges.map(({ capacity }) => capacity);
  return { name, residual, greatest, rank, free: edges.length, around: mean(0), inwards: mean(SITES), capacities };
}

export function fitSection({ rows }: Fits): StudySection {
  const names = [...Array.from({ length: SITES }, (_, k) => `${k}`), 'hub'];
  const at = (k: number): readonly [number, number] => {
    const angle = (2 * Math.PI * k) / SITES;
    return k === SITES ? [0.5, 0.5] : [0.5 + 0.45 * Math.sin(angle), 0.5 + 0.45 * Math.cos(angle)];
  };
  const ends = Array.from({ length: 2 * SITES }, (_, k) => [k % SITES, k < SITES ? (k + 1) % SITES : SITES] as const);
  return {
    heading: 'Geometries fitted to entropies',
    label: 'analogy',
    text:
      'The annealed entropies are smooth functions of all ln D, so a geometry can be fitted to a table of entropies: here S₂ of all regions of ' +
      'six sites, on a ring with a hub whose legs are wide. A planted geometry is found again; its entropies in random order are the control. The residual tells how far a state is from having such a geometry.',
    exhibits: [
      {
        kind: 'table',
        caption:
          'Fits to S₂ of all regions. Root mean square and greatest residual in nats; rank of the fit, of so many capacities; mean capacities of ring bonds and spokes in bits.',
        columns: ['state', 'residual', 'greatest', 'rank', 'of', 'ring bonds', 'spokes'],
        rows: rows.map(({ name, residual, greatest, rank, free, around, inwards }) => [
          name,
          residual,
          greatest,
          rank,
          free,
          around,
          inwards,
        ]),
      },
      ...rows.slice(1, 4).map(({ name, capacities }) => ({
        kind: 'graph' as const,
        caption: `Fitted geometry: ${name}.`,
        quantity: 'ln D (nats)',
        nodes: names.map((node, k) => ({ name: node, at: at(k) })),
        edges: ends.map(([from, to], k) => ({ from, to, weight: capacities[k]! })),
      })),
    ],
  };
}

export function fitChecks({ rows, recovered }: Fits): readonly Check[] {
  return [
    atMost('planted geometry: greatest error of a recovered ln D', 'independent computation', recovered, 0, 1e-3),
    equals('planted geometry: residual', 'theorem', rows[0]!.residual, 0, 1e-6),
  ];
}
