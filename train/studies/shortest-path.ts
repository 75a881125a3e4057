/**
 * @file Parts common to the studies of states: the shortest path as a part of a study, and how it and a state are
 * shown.
 */

import { informationDistances } from '../../src/bulk/information-distances.ts';
import type { PenaltyMetric } from '../../src/complexity/penalty-metric.ts';
import { type GeodesicOptions, type StateGeodesic, stateGeodesic } from '../../src/geodesic/state/state-geodesic.ts';
import type { ComplexVector } from '../../src/linalg/complex.ts';
import { support } from '../../src/operator/pauli.ts';
import type { GraphExhibit, HeatMapExhibit } from '../../src/record/study-record.ts';
import { mutualInformationMatrix } from '../../src/state/mutual-information.ts';
import type { PartStep } from '../study.ts';

/** The metrics of the paper that allow two qubits at most, by name; words not allowed are no controls. */
export const TWO_LOCAL = {
  'all-to-all': { maxSize: 2, penalty: Infinity },
  chain: { maxSize: 2, maxRange: 1, penalty: Infinity },
} as const satisfies Readonly<Record<string, PenaltyMetric>>;

/**
 * The shortest sliced path found from |0…0⟩ (or the reference named) to a state, not polished, as the work of a part of
 * a study.
 */
export function* shortestPath(
  metric: PenaltyMetric,
  target: ComplexVector,
  options: GeodesicOptions,
): Generator<PartStep, StateGeodesic> {
  const steps = stateGeodesic(metric, target, { polished: 0, conjugatePoints: false, ...options });
  const phases = new Set<string>();
  for (;;) {
    const next = steps.next();
    if (next.done) return next.value.value;
    const { phase, length } = next.value;
    phases.add(phase);
    const progress = Math.min(0.95, phases.size / ((options.starts ?? 3) + 3));
    yield { message: `${phase}, length ${length.toFixed(4)}`, progress };
  }
}

/** One dimension for each qubit. */
export const qubitDimensions = (qubits: number): readonly number[] => new Array(qubits).fill(2);

/**
 * The geometry of a state: mutual information of all pairs in nats, and its distances −log(I/2 log 2), null where I =
 * 0.
 */
export function pairGeometry(psi: ComplexVector): {
  readonly information: readonly (readonly number[])[];
  readonly distances: readonly (readonly (number | null)[])[];
} {
  const dimensions = qubitDimensions(Math.log2(psi.length));
  const information = mutualInformationMatrix(psi, dimensions);
  return { information, distances: informationDistances(information, dimensions) };
}

/** Greatest difference of two tables of distances; a pair that only one of them separates infinitely counts as ∞. */
export function geometryDifference(
  a: readonly (readonly (number | null)[])[],
  b: readonly (readonly (number | null)[])[],
): number {
  const apart = (x: number | null, y: number | null): number =>
    x === y ? 0 : x === null || y === null ? Infinity : Math.abs(x - y);
  return Math.max(...a.flatMap((row, i) => row.map((x, j) => apart(x, b[i]![j]!))));
}

/** Time spent in words that act on both of two qubits, Σ_k |h_{P}|/K, for every pair a < b. */
export function pairUsage(
  qubits: number,
  { words, velocity }: Pick<StateGeodesic, 'words' | 'velocity'>,
): readonly { readonly from: number; readonly to: number; readonly weight: number }[] {
  const times = new Map<string, number>();
  words.forEach((word, p) => {
    const sites = support(word);
    if (sites.length !== 2) return;
    const spent = velocity.reduce((sum, h) => sum + Math.abs(h[p]!), 0) / velocity.length;
    times.set(sites.join(), (times.get(sites.join()) ?? 0) + spent);
  });
  return Array.from({ length: qubits }, (_, a) =>
    Array.from({ length: qubits - a - 1 }, (_, k) => ({
      from: a,
      to: a + 1 + k,
      weight: times.get([a, a + 1 + k].join()) ?? 0,
    })),
  ).flat();
}

/** Who acts with whom, as a graph. */
export function usageGraph(
  qubits: number,
  path: Pick<StateGeodesic, 'words' | 'velocity'>,
  caption: string,
): GraphExhibit {
  return {
    kind: 'graph',
    caption,
    quantity: 'time spent in words on the pair, rad',
    nodes: Array.from({ length: qubits }, (_, q) => ({ name: String(q) })),
    edges: pairUsage(qubits, path).filter(({ weight }) => weight > 1e-6),
  };
}

/** Distances below this are shown as 0. */
const ROUNDING = 1e-9;

/** A table of distances as a heat map. */
export function distanceMap(
  distances: readonly (readonly (number | null)[])[],
  names: readonly string[],
  caption: string,
): HeatMapExhibit {
  return {
    kind: 'heat-map',
    caption,
    quantity: 'distance −log(I/(2 log 2))',
    rowsLabel: 'qubit',
    columnsLabel: 'qubit',
    rows: names,
    columns: names,
    values: distances.map((row) => row.map((d) => (d !== null && d < ROUNDING ? 0 : d))),
  };
}
