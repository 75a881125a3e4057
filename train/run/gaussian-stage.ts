/** @file The shortest Gaussian path to a Gaussian state of too many qubits for amplitudes, and its record. */

import type { BlockCircuit } from '../../src/circuit/block-circuit.ts';
import type { Circuit } from '../../src/circuit/circuit.ts';
import { greatestLowerBound } from '../../src/complexity/best-lower-bound.ts';
import { blockLength } from '../../src/complexity/block-length.ts';
import { circuitLength } from '../../src/complexity/circuit-length.ts';
import { layeredLength } from '../../src/complexity/layered-length.ts';
import { type PenaltyMetric, penaltyWeight } from '../../src/complexity/penalty-metric.ts';
import { asCircuit, type GenerativeNetwork } from '../../src/generative/generative-network.ts';
import type { FermionState } from '../../src/generative/target-state.ts';
import { localCircuitPath } from '../../src/geodesic/gaussian/local-circuit-path.ts';
import type { WordControl } from '../../src/geodesic/gaussian/majorana-controls.ts';
import { type OrbitGeodesic, orbitGeodesic } from '../../src/geodesic/gaussian/orbit-geodesic.ts';
import type { NetworkPoint } from '../../src/network-point.ts';
import type { GeodesicRecord } from '../../src/record/run-record.ts';
import type { SearchJournal } from '../../src/search-journal.ts';
import type { Result } from '../../src/solution.ts';
import { controlsOf, isRealState, lowerBoundsOf, referenceName } from '../gaussian-problem.ts';
import type { Experiment } from './experiment-schema.ts';
import type { StageStep } from './stages.ts';

/** |x + Jᵀp|/|x| up to which the multiplier tells how the length depends on the end. */
const STATIONARY = 1e-2;

/** The record of the shortest Gaussian path found, in the words that the metric allows; real states by real paths. */
export function* gaussianSearch(
  { slices, starts, maxSteps }: Exclude<Experiment['geodesic'], false>,
  target: FermionState,
  metric: PenaltyMetric,
  trained: NetworkPoint<GenerativeNetwork> | null,
  { seed, journal }: { readonly seed: number; readonly journal?: SearchJournal | undefined },
): Generator<StageStep, GeodesicRecord> {
  const { state, string } = target;
  const real = isRealState(target);
  const controls = controlsOf(target, metric);
  const search = orbitGeodesic(controls, state, {
    slices: Math.ceil(slices / 2),
    starts,
    maxSteps,
    seed,
    journal,
    along: localCircuitPath(controls, state, string),
  });
  for (;;) {
    const next = search.next();
    if (next.done) {
      const { value, result } = next.value;
      const record = recordOf(value, controls.controls, result, { string, real });
      const lowerBounds = lowerBoundsOf(target, metric);
      const lowerBound = lowerBounds === null ? 0 : greatestLowerBound(lowerBounds).bound;
      return {
        ...record,
        lowerBound,
        lowerBounds,
        learned: learnedBeside(trained, metric, string, record.length),
        comparison: null,
      };
    }
    const { phase, length } = next.value;
    yield { message: `${phase.replace(/^start \d+/, `$& of ${starts}`)}, length ${length.toFixed(4)}` };
  }
}

function recordOf(
  {
    velocity,
    slices,
    residual,
    slope,
    uncertainty,
    lengths,
    coarseLength,
    lowerBound,
    index,
    isAlong,
    isWeighted,
  }: OrbitGeodesic,
  controls: readonly WordControl[],
  result: Result,
  kind: { readonly string: FermionState['string']; readonly real: boolean },
): Omit<GeodesicRecord, 'learned' | 'comparison' | 'lowerBound' | 'lowerBounds'> {
  const speeds = velocity.map((h) => Math.sqrt(controls.reduce((sum, { cost }, a) => sum + cost * h[a]! * h[a]!, 0)));
  const length = speeds.reduce((sum, speed) => sum + speed, 0) / slices;
  const energy = speeds.reduce((sum, speed) => sum + speed * speed, 0) / (2 * slices);
  const ends = result === 'converged' ? 'an upper bound' : 'which ends short of the target';
  const [real, from] = [kind.real ? 'real ' : '', referenceName(kind.string)];
  const stationary = slope <= STATIONARY ? 'stationary' : 'not stationary';
  const shortest = `shortest ${real}Gaussian path found from ${from}`;
  const status = isAlong
    ? `${real}Gaussian path from ${from} along the local circuit of the state, shortened where it still arrives, ${ends}, ${stationary}`
    : isWeighted
      ? `${shortest} for a weight on its end, ${ends}, ${stationary}`
      : `${shortest}, ${ends}, best of ${lengths.length} ${lengths.length === 1 ? 'start' : 'starts'}`;
  const met = lengths.filter((one) => one < Infinity);
  return {
    words: controls.flatMap(({ words }) => words.map(({ word }) => word)),
    velocity: velocity.map((h) =>
      controls.flatMap(({ words }, a) => words.map(({ coefficient }) => coefficient * h[a]!)),
    ),
    slices,
    length,
    energy,
    infidelity: residual * residual,
    speedVariation: Math.max(...speeds) / Math.min(...speeds) - 1,
    straightness: (length * length) / (2 * energy),
    coarseLength: coarseLength ?? Infinity,
    uncertainty: slope <= STATIONARY ? uncertainty : null,
    status,
    starts: met,
    result,
    polished: null,
    mixed: null,
    sector: null,
    gaussian: { ...kind, residual, lowerBound, negative: index?.negative ?? null },
  };
}

/** Lengths of a circuit on the same metric from the same reference; null for other networks. */
export function learnedBeside(
  trained: NetworkPoint<GenerativeNetwork> | null,
  metric: PenaltyMetric,
  string: FermionState['string'],
  shortest: number,
): GeodesicRecord['learned'] {
  if (trained === null) return null;
  const { network, theta } = trained;
  if (network.kind === 'block-circuit') {
    if (!startsAt(network, string)) return null;
    const length = blockLength(network, metric)(theta).value;
    return { length, layeredLength: length, excess: length - shortest };
  }
  const circuit = asCircuit(network);
  if (circuit === null || circuit.kind !== 'circuit' || !startsAt(circuit, string)) return null;
  if (!circuit.gates.every(({ word }) => !/[^I]/.test(word) || penaltyWeight(metric, word) < Infinity)) return null;
  const length = circuitLength(circuit, metric)(theta).value;
  const layers = layeredLength(circuit, metric)(theta).value;
  return { length, layeredLength: layers, excess: layers - shortest };
}

/** Whether a circuit begins with S = 1 on every qubit. */
export function startsAt(
  { reference = [] }: Pick<Circuit | BlockCircuit, 'reference'>,
  string: FermionState['string'],
): boolean {
  if ('spectrum' in reference) return false;
  if (reference.length === 0) return string === 'Z';
  return reference.every(({ polar, azimuth }) => {
    const along = {
      X: Math.sin(polar) * Math.cos(azimuth),
      Y: Math.sin(polar) * Math.sin(azimuth),
      Z: Math.cos(polar),
    };
    return Math.abs(along[string] - 1) < 1e-12;
  });
}
