/** @file The search for geodesics to a unitary: many starts, each followed as far as it leads. */

import { logarithmBranches } from '../../complexity/bi-invariant-length.ts';
import type { PenaltyMetric } from '../../complexity/penalty-metric.ts';
import { momentumOf } from '../../complexity/right-invariant-metric.ts';
import type { ComplexMatrix } from '../../linalg/complex.ts';
import { multiply } from '../../linalg/matrix.ts';
import { randomStream } from '../../linalg/random.ts';
import type { PauliWord } from '../../operator/pauli.ts';
import { coordinatesOfSum } from '../../operator/pauli-coordinates.ts';
import type { PauliSum } from '../../operator/pauli-sum.ts';
import { reslicedPath } from '../../path/state-path.ts';
import { exponentialOf, type FreeRotation, rotationCoordinates, unitaryControls } from './free-rotations.ts';
import type { ConjugatePoints } from './jacobi-fields.ts';
import { cartanCandidate, followedShot, localCandidate, turnedOrigin } from './rotating-frames.ts';
import { polishedShot, type Shot } from './shooting.ts';
import { type Candidate, candidateOf, problemOf, shootingOf, type UnitarySearch } from './unitary-candidate.ts';
import { shorterShot } from './unitary-descent.ts';
import {
  drawnTo,
  expectedLength,
  fittedMomentum,
  hamiltoniansOf,
  type ReachingPath,
  reachingPath,
  roughPath,
} from './unitary-path.ts';

/** A geodesic of a metric, as `logarithmicMap` returns it. */
export interface GivenGeodesic {
  readonly metric: PenaltyMetric;
  readonly momentum: PauliSum;
  readonly freeRotation?: FreeRotation | null;
}

/** Options of the search for the shortest geodesic. */
export interface SearchOptions {
  /** K, slices of the direct method; default 8. */
  readonly slices?: number;
  /** Starts of the direct method; default 3. */
  readonly starts?: number;
  /**
   * Random paths that are drawn roughly in half as many slices for each start, for the shortest become the starts: a short sheet may
   * be found by one of twelve. Default 16, and 1 for n ≥ 4 or free rotations, which is then the start itself.
   */
  readonly scouts?: number;
  /** Branches of the logarithm that are followed from the bi-invariant metric; default 2, and 0 for n ≥ 4. */
  readonly branches?: number;
  /** Geodesics of other metrics to the same unitary, followed to this one. */
  readonly from?: readonly GivenGeodesic[];
  /** Default 0. */
  readonly seed?: number;
  /** L-BFGS steps at most for each weight of the direct method; default 60. */
  readonly maxSteps?: number;
  /** End-point residual that counts as reached; default 1e-9. */
  readonly tolerance?: number;
  /** Whether geodesics are polished by shooting: O(64ⁿ); default for n ≤ 4. Without it the result is an upper bound. */
  readonly polish?: boolean;
}

/**
 * Where the starts lead: random paths by the direct method and polished by shooting, branches of the logarithm and given
 * geodesics by continuation. If all words weigh the same, the branches alone; for two qubits with free rotations the Cartan
 * decomposition. Where rotations are nearly free, the geodesics for free ones, too, each turned by rotating frames.
 */
export function candidatesOf(search: UnitarySearch, options: SearchOptions): readonly Candidate[] {
  const { weights, unitary, phase, freeWords } = search;
  const { from = [] } = options;
  const { branches = weights.qubits <= 3 ? 2 : 0 } = options;
  const lightest = weights.inverseWeights.reduce((most, x) => Math.max(most, x), 0);
  const uniform = weights.inverseWeights.map((_, p) => (p === 0 ? 0 : lightest));
  const biInvariant = { qubits: weights.qubits, inverseWeights: uniform };
  const rotating = freeWords.length > 0;
  if (weights.qubits === 2 && freeWords.length === 6) return [cartanCandidate(search)];
  const logarithms = rotating ? [] : logarithmBranches(unitary, { phase });
  if (!rotating && weights.inverseWeights.every((x, p) => x === uniform[p])) {
    return logarithms.map(({ velocity }, k) => {
      const momentum = velocity.map((h) => h / lightest);
      return candidateOf(
        search,
        `logarithm ${k + 1}`,
        polishedShot(weights, unitary, momentum, { ...shootingOf(search), maxSteps: 0 }),
      );
    });
  }
  const local = rotating ? localCandidate(search) : undefined;
  if (local !== undefined) return [local];
  const freed = freedCandidates(search, options);
  const found = search.freed?.only === true && freed.length > 0 ? [] : [...randomCandidates(search, options)];
  if (!isPolished(search, options)) return found;
  const origins = [
    ...logarithms.slice(0, branches).map(({ velocity }, k) => {
      return {
        name: `logarithm ${k + 1}`,
        metric: biInvariant,
        momentum: velocity.map((h) => h / lightest),
        rotation: undefined,
      };
    }),
    ...from.map(({ metric, momentum, freeRotation }, k) => {
      const { weights: origin } = unitaryControls(metric, weights.qubits);
      const rotation = freeRotation ? rotationCoordinates(freeRotation.words, freeRotation.coefficients) : undefined;
      return { name: `continued ${k + 1}`, metric: origin, momentum: coordinatesOfSum(momentum), rotation };
    }),
    ...freed.map((candidate, k) => ({ name: `rotating ${k + 1}`, ...turnedOrigin(search.freed!, candidate) })),
  ];
  for (const { name, metric, momentum, rotation } of origins) {
    const shot = followedShot(search, { metric, momentum, rotation });
    if (shot !== undefined) found.push(candidateOf(search, name, shot));
  }
  return found;
}

/** Where rotations are nearly free: the geodesics of each length for free ones. */
function freedCandidates(search: UnitarySearch, options: SearchOptions): readonly Candidate[] {
  const { freed, ...others } = search;
  if (freed === undefined) return [];
  const reached = candidatesOf({ ...others, ...freed }, { ...options, from: [] }).filter(
    ({ residual, shot }) => shot !== undefined && residual <= search.tolerance,
  );
  const ordered = reached.toSorted((a, b) => a.length - b.length);
  return ordered.filter(({ length }, k) => k === 0 || length - ordered[k - 1]!.length > EQUAL * length);
}

/** Lengths that differ by less, relatively, are those of one geodesic. */
const EQUAL = 1e-6;

const isPolished = ({ weights }: UnitarySearch, { polish }: SearchOptions): boolean => polish ?? weights.qubits <= 4;

/** Random paths by the direct method, each polished if that is wanted and leads to the target. */
function randomCandidates(search: UnitarySearch, options: SearchOptions): readonly Candidate[] {
  const { weights, unitary, tolerance, freeWords } = search;
  const { maxSteps = 60 } = options;
  const polish = isPolished(search, options);
  const problem = problemOf(search, search.slices);
  return startingPaths(search, options).map((x, k) => {
    const start = `random ${k + 1}`;
    const polished = (path: Float64Array): Shot => {
      const target = turnedTarget(unitary, freeWords, path);
      return polishedShot(weights, target, fittedMomentum(weights, problem, path), shootingOf(search));
    };
    const rough = polish ? polished(x) : undefined;
    if (rough !== undefined && rough.residual <= tolerance) return candidateOf(search, start, rough);
    const path = reachingPath(problem, x, 2 * maxSteps);
    const exact = polish ? polished(path.x) : undefined;
    if (exact !== undefined && exact.residual <= tolerance) return candidateOf(search, start, exact);
    const momentum = polish ? fittedMomentum(weights, problem, path.x) : firstMomentum(search, path.x);
    return directCandidate(search, start, path, momentum);
  });
}

/** L-BFGS steps of a scout at each weight, and its scales in turn, for long and for short paths. */
const [SCOUTING, SCALES] = [12, [1, 1, 1, 0.5]] as const;
/** Lengths of scouts that differ by less, relatively, may be of one sheet. */
const ALIKE = 0.01;

/** Scales of starts with free rotations: short ones mostly lead to the frames that turn. */
const TURNING = [0.5, 1];

/** Few qubits whose rotations cost something: with free ones frames turn too fast for slices as long as those of scouts. */
const isScouted = ({ weights, freeWords }: UnitarySearch): boolean => weights.qubits <= 3 && freeWords.length === 0;

/** Paths of K slices near the target: random ones, or the shortest scouts. */
function startingPaths(search: UnitarySearch, options: SearchOptions): readonly Float64Array[] {
  const { starts = 3, seed = 0, maxSteps = 60, scouts = isScouted(search) ? 16 : 1 } = options;
  const problem = problemOf(search, search.slices);
  if (scouts <= 1) {
    const streams = Array.from({ length: starts }, (_, k) => randomStream(seed, `unitary start ${k + 1}`));
    const scales = search.freeWords.length > 0 ? TURNING : [1];
    return streams.map((stream, k) => roughPath(problem, stream, maxSteps, scales[k % scales.length]!));
  }
  const coarse = problemOf(search, Math.ceil(search.slices / 2));
  const found = Array.from({ length: scouts * starts }, (_, k) => {
    const stream = randomStream(seed, `unitary scout ${k + 1}`);
    const x = roughPath(coarse, stream, Math.min(SCOUTING, maxSteps), SCALES[k % SCALES.length]!);
    return { x, length: expectedLength(coarse, x) };
  });
  return shortestAndOthers(found, starts).map(({ x }) =>
    drawnTo(problem, reslicedPath(coarse, x, search.slices), maxSteps),
  );
}

/** Half of them the shortest, the others the shortest that differ, as far as there are any. */
function shortestAndOthers<Scout extends { readonly length: number }>(
  scouts: readonly Scout[],
  count: number,
): readonly Scout[] {
  const ordered = scouts.toSorted((a, b) => a.length - b.length);
  const chosen = ordered.slice(0, Math.ceil(count / 2));
  const rest = ordered.slice(chosen.length);
  const others = rest.filter((scout, k) => {
    const before = k === 0 ? chosen.at(-1)! : rest[k - 1]!;
    return scout.length - before.length > ALIKE * scout.length;
  });
  const more = [...others, ...rest.filter((scout) => !others.includes(scout))];
  return [...chosen, ...more.slice(0, count - chosen.length)];
}

/** Vk† for the rotation k that a path begins with. */
function turnedTarget(unitary: ComplexMatrix, freeWords: readonly PauliWord[], x: Float64Array): ComplexMatrix {
  if (freeWords.length === 0) return unitary;
  const k = exponentialOf(rotationCoordinates(freeWords, x.subarray(x.length - freeWords.length)));
  return multiply(unitary, k, { adjointB: true });
}

/** The candidate that a geodesic with conjugate points descends to, if any. */
export function descended(
  search: UnitarySearch,
  shot: Shot,
  points: ConjugatePoints,
  start: string,
): Candidate | undefined {
  const problem = problemOf(search, 2 * search.slices);
  const lower = shorterShot(search.weights, problem, shot, points, search.unitary, shootingOf(search));
  return lower && candidateOf(search, start, lower);
}

/** G·H of the first slice: near L(0) on the controls. A fit to all slices costs O(64ⁿ) and is left to polishing. */
function firstMomentum(search: UnitarySearch, x: Float64Array): Float64Array {
  const [velocity] = hamiltoniansOf(problemOf(search, search.slices), x);
  return momentumOf(search.weights, velocity!);
}

/** A path of the direct method; its residual √infidelity is the bi-invariant distance to first order. */
function directCandidate(search: UnitarySearch, start: string, path: ReachingPath, momentum: Float64Array): Candidate {
  const { freeWords, unitary } = search;
  const hamiltonians = hamiltoniansOf(problemOf(search, search.slices), path.x);
  const turned = turnedTarget(unitary, freeWords, path.x);
  const rotation = freeWords.length === 0 ? undefined : multiply(turned, unitary, { adjointA: true });
  const residual = Math.sqrt(path.infidelity);
  return { start, momentum, length: path.length, residual, steps: 0, path: hamiltonians, rotation };
}
