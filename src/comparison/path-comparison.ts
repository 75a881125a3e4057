/** @file A circuit against the geodesic, on one metric: one record of everything that can be compared. */

import { byKind } from '../by-kind.ts';
import { type BlockCircuit, blockLayers, gateEvolutions, gateRotations } from '../circuit/block-circuit.ts';
import { type Angle, bound, type Circuit } from '../circuit/circuit.ts';
import { layerCount } from '../circuit/layers.ts';
import { cnotCount } from '../complexity/kak.ts';
import { type PenaltyMetric, rangeOn } from '../complexity/penalty-metric.ts';
import type { ComplexMatrix } from '../linalg/complex.ts';
import { edgeColouring } from '../operator/edge-colouring.ts';
import { type PauliWord, support } from '../operator/pauli.ts';
import { type CurveDistance, curveDistance } from '../path/frechet-distance.ts';
import { blockGatePath, blockPath, circuitPath, pathLength, type SlicedPath } from '../path/sliced-path.ts';
import { pairTimes, rangeProfile, type TimeSpent, timeByRange, timeSpent } from '../path/time-spent.ts';
import { type TrotterStudy, trotterStudy } from './trotter-study.ts';

/** A quantity of the geodesic and of the circuit. */
export interface Pair<Value> {
  readonly geodesic: Value;
  readonly circuit: Value;
}

/** Numbers of gates of a circuit; CNOTs are those that the gates take one by one, see `rotationCnots`; a block on two qubits takes up to three. */
export interface GateCounts {
  readonly gates: number;
  /** Gates about words of two or more qubits, blocks on as many. */
  readonly interactions: number;
  readonly layers: number;
  readonly cnots: number;
}

/** The learned circuit and the geodesic on the same metric. */
export interface PathComparison {
  readonly lengths: {
    readonly geodesic: number;
    /** Gate after gate. */
    readonly gates: number;
    /** Commuting gates at the same time. */
    readonly layers: number;
  };
  /** Length of the circuit beyond the geodesic's. */
  readonly excess: { readonly gates: number; readonly layers: number; readonly relative: number };
  /** Time spent in each word, Σ_k |h_P|/K, the longest first. */
  readonly words: readonly ({ readonly word: PauliWord } & Pair<number>)[];
  /** Time spent by words of each range on the metric's lattice; range 0 is one qubit. */
  readonly ranges: readonly ({ readonly range: number } & Pair<number>)[];
  /** Interaction graphs: time spent on each pair of sites a < b, shape (n, n). */
  readonly pairs: Pair<readonly (readonly number[])[]>;
  /** Share of time that both spend in the same words, 1 − ½Σ_P |p_P − q_P| for the normalised spectra. */
  readonly sharedTime: number;
  /** Comparison of the curves of states along both. */
  readonly curves: CurveDistance;
  /** Which range acts when: time spent at each range (row) in each part of the path's length (column). */
  readonly profile: Pair<readonly (readonly number[])[]>;
  /** Mean position along the path, from 0 to 1, of the time spent at each range; null where there is none. */
  readonly centres: Pair<readonly (number | null)[]>;
  readonly gates: GateCounts;
  /**
   * For blocks on pairs: √ of the number of groups of disjoint pairs into which theirs fall; blocks on them follow any path in
   * at most so many times its length. Else null; absent in earlier records.
   */
  readonly blockFactor?: number | null;
  /** The geodesic as a circuit. */
  readonly trotter: TrotterStudy;
}

/** Number of parts of the length for which ranges are tabulated. */
const PARTS = 8;

/**
 * Compares a circuit with a geodesic that starts from the same state.
 *
 * @param learned - a circuit of rotations or of blocks, at its parameters
 * @param start - the state both start from, A with ρ = A A†, shape (D, E)
 * @throws {DomainError} the metric forbids a word of the circuit
 *
 * Cost O(gates²) for the layers, and up to 128² distances of states.
 */
export function pathComparison(
  metric: PenaltyMetric,
  geodesic: SlicedPath,
  { circuit, theta }: { readonly circuit: Circuit | BlockCircuit; readonly theta: Float64Array },
  start: ComplexMatrix,
): PathComparison {
  const { gates, layers, counts } = pathsOf(circuit, theta);
  const lengths = {
    geodesic: pathLength(metric, geodesic),
    gates: pathLength(metric, gates),
    layers: pathLength(metric, layers),
  };
  const range = rangeOn(metric);
  const spent = { geodesic: timeSpent(geodesic), circuit: timeSpent(gates) };
  const byRange = { geodesic: timeByRange(range, spent.geodesic), circuit: timeByRange(range, spent.circuit) };
  const ranges = Math.max(1, byRange.geodesic.length, byRange.circuit.length);
  const profile = {
    geodesic: rangeProfile(metric, geodesic, { ranges, parts: PARTS }),
    circuit: rangeProfile(metric, layers, { ranges, parts: PARTS }),
  };
  return {
    lengths,
    excess: {
      gates: lengths.gates - lengths.geodesic,
      layers: lengths.layers - lengths.geodesic,
      relative: lengths.geodesic > 1e-9 ? lengths.layers / lengths.geodesic - 1 : 0,
    },
    words: wordsOf(spent),
    ranges: Array.from({ length: ranges }, (_, r) => {
      return { range: r, geodesic: byRange.geodesic[r] ?? 0, circuit: byRange.circuit[r] ?? 0 };
    }),
    pairs: {
      geodesic: pairTimes(circuit.qubits, spent.geodesic),
      circuit: pairTimes(circuit.qubits, spent.circuit),
    },
    sharedTime: sharedTime(spent),
    curves: curveDistance(geodesic, layers, start),
    profile,
    centres: { geodesic: profile.geodesic.map(centre), circuit: profile.circuit.map(centre) },
    gates: counts,
    blockFactor: circuit.kind === 'circuit' ? null : blockFactor(circuit),
    trotter: trotterStudy(geodesic, start),
  };
}

/** What a circuit does, gate after gate and with gates at the same time: commuting ones, or blocks on different qubits. */
export const pathsOf = byKind<
  Circuit | BlockCircuit,
  [theta: Float64Array],
  { readonly gates: SlicedPath; readonly layers: SlicedPath; readonly counts: GateCounts }
>({
  circuit: (circuit, theta) => {
    const [fixed, none] = [bound(circuit, theta), new Float64Array(0)];
    return {
      gates: circuitPath(fixed, none, 'gates'),
      layers: circuitPath(fixed, none, 'layers'),
      counts: gateCounts(fixed),
    };
  },
  'block-circuit': (circuit, theta) => ({
    gates: blockGatePath(circuit, theta),
    layers: blockPath(circuit, theta),
    counts: blockCounts(circuit, theta),
  }),
});

/** √ of the number of groups of disjoint pairs, that of layers that a Hamiltonian takes; null where blocks are larger. */
function blockFactor({ qubits, gates }: BlockCircuit): number | null {
  const pairs = new Map(
    gates.flatMap(({ sites }) => {
      const [a, b] = [...sites].sort((x, y) => x - y);
      return a === undefined || b === undefined ? [] : [[`${a} ${b}`, [a, b] as const]];
    }),
  );
  if (pairs.size === 0 || gates.some(({ sites }) => sites.length > 2)) return null;
  return Math.sqrt(edgeColouring({ sites: qubits, edges: [...pairs.values()] }).length);
}

/** Counts the blocks of a circuit, and the CNOTs that they take; those of three qubits by their rotations. */
export function blockCounts(circuit: BlockCircuit, generators: Float64Array): GateCounts {
  const rotations = gateRotations(circuit, generators);
  const cnots = gateEvolutions(circuit, generators).map(({ value }, g) =>
    circuit.gates[g]!.sites.length === 2
      ? cnotCount(value)
      : rotations[g]!.reduce((sum, { word, angle }) => sum + rotationCnots(word, angle), 0),
  );
  return {
    gates: circuit.gates.length,
    interactions: circuit.gates.filter(({ sites }) => sites.length > 1).length,
    layers: Math.max(0, ...blockLayers(circuit).map((layer) => layer + 1)),
    cnots: cnots.reduce((sum, count) => sum + count, 0),
  };
}

/** Counts the gates of a circuit. */
export function gateCounts(circuit: Circuit): GateCounts {
  const sizes = circuit.gates.map(({ word }) => support(word).length);
  return {
    gates: sizes.length,
    interactions: sizes.filter((size) => size > 1).length,
    layers: layerCount(circuit),
    cnots: circuit.gates.reduce((sum, { word, angle }) => sum + rotationCnots(word, angle), 0),
  };
}

/** Angles nearer than this to a multiple of π/2 are one. */
const QUARTER_TURN = 1e-9;

/**
 * CNOTs of a rotation exp(−iaP/2) about a word of m qubits: a ladder of m − 1 to each side of a rotation of one qubit,
 * 2(m − 1). By whole multiples of π it is a product of one-qubit gates, 0; by odd ones of π/2 the innermost two are one,
 * 2(m − 1) − 1, so that a CNOT is one. An angle that is a parameter counts as any other.
 */
export function rotationCnots(word: PauliWord, angle: Angle): number {
  const most = 2 * (support(word).length - 1);
  if (most <= 0) return 0;
  const quarters = typeof angle === 'number' ? angle / (Math.PI / 2) : 0.5;
  if (Math.abs(quarters - Math.round(quarters)) > QUARTER_TURN) return most;
  return Math.round(quarters) % 2 === 0 ? 0 : most - 1;
}

function wordsOf({ geodesic, circuit }: Pair<TimeSpent>): PathComparison['words'] {
  const words = [...new Set([...geodesic.keys(), ...circuit.keys()])];
  return words
    .map((word) => ({ word, geodesic: geodesic.get(word) ?? 0, circuit: circuit.get(word) ?? 0 }))
    .sort((a, b) => Math.max(b.geodesic, b.circuit) - Math.max(a.geodesic, a.circuit));
}

function sharedTime({ geodesic, circuit }: Pair<TimeSpent>): number {
  const total = (spent: TimeSpent): number => [...spent.values()].reduce((sum, time) => sum + time, 0);
  const [a, b] = [total(geodesic), total(circuit)];
  if (a === 0 || b === 0) return a === b ? 1 : 0;
  return [...geodesic].reduce((sum, [word, time]) => sum + Math.min(time / a, (circuit.get(word) ?? 0) / b), 0);
}

/** Mean position along the path of the times of a row. */
function centre(row: readonly number[]): number | null {
  const total = row.reduce((sum, time) => sum + time, 0);
  return total > 0 ? row.reduce((sum, time, k) => sum + (time * (k + 0.5)) / row.length, 0) / total : null;
}
