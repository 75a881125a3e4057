/** @file The search for the shortest path to a pure state, among all paths or among those that symmetries keep. */

import { neighbourPairs } from '../../src/geodesic/state/neighbour-pairs.ts';
import { type GeodesicOptions, type StateGeodesic, stateGeodesic } from '../../src/geodesic/state/state-geodesic.ts';
import type { StateSymmetry } from '../../src/geodesic/state/state-symmetry.ts';
import type { ComplexVector } from '../../src/linalg/complex.ts';
import { recorded } from '../../src/search-journal.ts';
import type { Solution } from '../../src/solution.ts';
import type { Problem } from '../loss.ts';
import type { Experiment } from './experiment-schema.ts';
import { searchSteps } from './search-steps.ts';
import { startsAtZero } from './sector-stage.ts';
import type { StageStep } from './stages.ts';

/** Fewest qubits from which paths that keep neighbours equal are searched in place of all. */
const FEWEST_PAIRED = 7;

type Settings = Exclude<Experiment['geodesic'], false>;

/**
 * The groups whose paths are searched, one after the other: of those that the options allow the ones that target, metric and network have,
 * or that of no symmetry.
 */
export function symmetryGroups(
  { real, pairs }: Pick<Settings, 'real' | 'pairs'>,
  { metric, network }: Pick<Problem, 'metric' | 'network'>,
  target: ComplexVector,
): readonly (readonly StateSymmetry[])[] {
  const isOpen = startsAtZero(network) && metric.sizeWeights?.[0] !== 0; // free rotations have no symmetric paths here
  const isReal = target.interleaved.every((x, i) => i % 2 === 0 || Math.abs(x) < REAL);
  const common: readonly StateSymmetry[] = real && isReal && isOpen ? [{ conjugated: true }] : [];
  const isTurnable = metric.words === undefined && metric.letters === undefined;
  const isPaired = pairs && isTurnable && target.length >= 2 ** FEWEST_PAIRED && isOpen;
  const paired = isPaired ? neighbourPairs(target) : [];
  return (paired.length > 0 ? paired : [[]]).map((group) => [...common, ...group]);
}

/** The shortest path found among those of `symmetryGroups`. */
export function* pureSearch(
  settings: Pick<Settings, 'real' | 'pairs'>,
  problem: Pick<Problem, 'metric' | 'network'>,
  target: ComplexVector,
  options: GeodesicOptions & { readonly starts: number },
): Generator<StageStep, Solution<StateGeodesic>> {
  let best: Solution<StateGeodesic> | undefined;
  for (const symmetries of symmetryGroups(settings, problem, target)) {
    const among = symmetries.length > 0 && { symmetries };
    const search = recorded(options.journal, 'paths', (journal) =>
      stateGeodesic(problem.metric, target, { ...options, ...among, journal }),
    );
    const found = yield* searchSteps(search, options.starts);
    if (best === undefined || isShorter(found, best)) best = found;
  }
  return best!;
}

/** Imaginary parts up to which a state counts as real. */
const REAL = 1e-10;

/** Whether one path is shorter than the other, or meets the target where the other does not. */
function isShorter(one: Solution<StateGeodesic>, other: Solution<StateGeodesic>): boolean {
  const [met, otherMet] = [one, other].map(({ result }) => result === 'converged');
  return met === otherMet ? one.value.length < other.value.length : met!;
}
