/**
 * @file How few two-qubit gates suffice? For each number of gates the best circuit found: the front of error against
 * cost. The placement of the gates is searched, exhaustively or by a beam; the angles are trained from many starts.
 */

import { bound, type Circuit } from '../circuit/circuit.ts';
import { circuitOverlap } from '../circuit/run-circuit.ts';
import { DomainError } from '../errors.ts';
import { type RandomStream, randomStream } from '../linalg/random.ts';
import { type LbfgsState, lbfgs } from '../optimise/lbfgs.ts';
import { minimise, solution } from '../optimise/minimise.ts';
import type { Objective } from '../optimise/objective.ts';
import type { Iterate } from '../optimise/optimiser.ts';
import { gateCountBound, genericGateCount } from './gate-count-bound.ts';
import { isReducible, normalPlacement, type Pair, type Placement, placementKey } from './gate-placements.ts';
import { circuitsAt, type GateFamily, type GateTarget, symmetriesOf, targetVector } from './gate-target.ts';

/** Options of the search for circuits. */
export interface FrontOptions {
  readonly family: GateFamily;
  /** Pairs of qubits that gates may join, the lower number first. */
  readonly pairs: readonly Pair[];
  /** The search ends at this number of gates. */
  readonly mostGates: number;
  /** Infidelity that counts as exact; default 1e-10. */
  readonly tolerance?: number;
  /** Random starts of each placement; default 6. */
  readonly starts?: number;
  /** Most L-BFGS steps of each start; default 400, and ten times as many more where the infidelity is below 10⁻⁴. */
  readonly maxSteps?: number;
  /** Most placements of which all are tried; default 300. */
  readonly mostPlacements?: number;
  /** Otherwise the number of best placements with one gate fewer that are extended; default 12. */
  readonly beam?: number;
  /** Default 0. */
  readonly seed?: number;
}

/** The best circuit found with at most `gates` gates. */
export interface FrontEntry {
  readonly gates: number;
  /** 1 − |⟨t|ψ⟩|², for a unitary 1 − |Tr V†U/2ⁿ|². */
  readonly infidelity: number;
  readonly placement: Placement;
  /** Without parameters; on |0…0⟩ for a state. */
  readonly circuit: Circuit;
  /** Whether all placements were tried, each class of equivalent ones once, or only those that a beam led to. */
  readonly search: 'every placement' | 'beam';
  readonly placements: number;
  /** Number of starts trained; fewer than placements × starts where one reached the tolerance. */
  readonly starts: number;
}

/** The front, from no gate to the first number of gates that reaches the target, or to the last that was allowed. */
export interface GateCountFront {
  readonly family: GateFamily;
  readonly entries: readonly FrontEntry[];
  /**
   * Least number of gates of a circuit that reaches the target; null if none was found. An upper bound of the least.
   */
  readonly gates: number | null;
  /** Rigorous: no circuit has fewer. Infinity where the pairs do not connect what is entangled. */
  readonly lowerBound: number;
  /** Number of gates that almost all targets of this size need. */
  readonly generic: number;
}

/**
 * Searches the front of a state or a unitary of at most four qubits, and yields what is being tried.
 *
 * @throws {DomainError} more than four qubits
 *
 * Cost placements · starts · some hundred runs of a circuit of 4 or 9 rotations per gate for each number of gates.
 */
export function* gateCountFront(
  target: GateTarget,
  options: FrontOptions,
): Generator<{ readonly message: string; readonly progress: number }, GateCountFront> {
  const { family, pairs, mostGates, tolerance = 1e-10, mostPlacements = 300, beam = 12 } = options;
  if (target.qubits > 4) throw new DomainError(`gateCountFront: at most 4 qubits required, got ${target.qubits}`);
  const lowerBound = gateCountBound(target, family, pairs);
  const symmetries = symmetriesOf(target, pairs);
  const entries: FrontEntry[] = [];
  let tried: readonly Trial[] = [];
  let exhaustive = true;
  const last = lowerBound === Infinity ? -1 : mostGates;
  for (let gates = 0; gates <= last && (entries.at(-1)?.infidelity ?? 1) > tolerance; gates++) {
    const best = [...tried].sort((a, b) => a.infidelity - b.infidelity);
    const next = extended(tried, pairs, symmetries, family);
    exhaustive &&= next.length <= mostPlacements;
    const placements =
      gates === 0 ? [[]] : exhaustive ? next : extended(best.slice(0, beam), pairs, symmetries, family);
    const trials: Trial[] = [];
    for (const placement of placements) {
      if ((trials.at(-1)?.infidelity ?? 1) <= tolerance) break;
      const progress = (gates + trials.length / placements.length) / (mostGates + 1);
      yield { message: `${gates} gates, placement ${trials.length + 1} of ${placements.length}`, progress };
      trials.push(trained(target, placement, options));
    }
    tried = trials;
    entries.push(entryOf(entries.at(-1), gates, trials, exhaustive ? 'every placement' : 'beam'));
  }
  const reached = entries.find(({ infidelity }) => infidelity <= tolerance);
  return { family, entries, gates: reached?.gates ?? null, lowerBound, generic: genericGateCount(target, family) };
}

/** A placement and the best of its starts. */
interface Trial {
  readonly placement: Placement;
  readonly circuit: Circuit;
  readonly infidelity: number;
  readonly starts: number;
}

function entryOf(
  before: FrontEntry | undefined,
  gates: number,
  trials: readonly Trial[],
  search: FrontEntry['search'],
): FrontEntry {
  const counts = { gates, search, placements: trials.length, starts: trials.reduce((sum, t) => sum + t.starts, 0) };
  const best = [...trials, ...(before === undefined ? [] : [before])].reduce((a, b) =>
    b.infidelity < a.infidelity ? b : a,
  );
  const { placement, circuit, infidelity } = best;
  return { ...counts, placement, circuit, infidelity };
}

/** All placements with one gate more, each class once; a gate is added at the end or at the beginning. */
function extended(
  trials: readonly Trial[],
  pairs: readonly Pair[],
  symmetries: Parameters<typeof normalPlacement>[1],
  family: GateFamily,
): readonly Placement[] {
  const found = new Map<string, Placement>();
  for (const { placement } of trials) {
    for (const pair of pairs) {
      for (const longer of [
        [...placement, pair],
        [pair, ...placement],
      ]) {
        const normal = normalPlacement(longer, symmetries);
        if (!isReducible(normal, family === 'cnot' ? 3 : 1)) found.set(placementKey(normal), normal);
      }
    }
  }
  return [...found.values()];
}

/** Largest infidelity from which a start is continued. */
const PROMISING = 1e-4;

/** The best circuit of several starts; they end at the first that reaches the tolerance. */
function trained(target: GateTarget, placement: Placement, options: FrontOptions): Trial {
  const { family, tolerance = 1e-10, starts = 6, maxSteps = 400, seed = 0 } = options;
  const circuits = circuitsAt(target, family, placement);
  const vector = targetVector(target);
  const objective: Objective = (theta) => {
    const { distanceSquared: value, gradient } = circuitOverlap(circuits, theta, vector);
    return { value, gradient: gradient.map((slope) => -slope) };
  };
  const stop = { target: tolerance / 100, gradientTolerance: 1e-9 };
  const run = (from: Float64Array | Iterate<LbfgsState>, steps: number): Iterate<LbfgsState> =>
    solution(minimise(objective, lbfgs(), from, { ...stop, maxSteps: steps })).value;
  let best: { readonly value: number; readonly x: Float64Array } | undefined;
  let start = 0;
  for (; start < starts && !(best !== undefined && best.value <= tolerance); start++) {
    const stream = randomStream(seed, `${placementKey(placement)}, start ${start + 1}`);
    const begun = run(randomAngles(circuits.parameters, stream), maxSteps);
    const { x, evaluation } = begun.evaluation.value < PROMISING ? run(begun, 10 * maxSteps) : begun;
    if (best === undefined || evaluation.value < best.value) best = { value: evaluation.value, x };
  }
  const { reference: _, ...circuit } = bound(circuits, best!.x);
  return { placement, circuit, infidelity: best!.value, starts: start };
}

const randomAngles = (count: number, stream: RandomStream): Float64Array =>
  Float64Array.from({ length: count }, () => 2 * Math.PI * (stream.uniform() - 0.5));
