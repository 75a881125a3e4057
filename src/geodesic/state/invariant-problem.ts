/** @file A search for shortest paths among those that a group of symmetries leaves as they are, and its result among all paths. */

import type { Controls } from '../../complexity/controls.ts';
import { DomainError, ShapeError } from '../../errors.ts';
import { length, plus } from '../../linalg/real-vector.ts';
import { alongDirections, combinedDirections, type InvariantControls } from '../../path/invariant-controls.ts';
import { inSingleWords, type PathProblem } from '../../path/state-path.ts';
import type { FoundPath } from './found-path.ts';
import { newtonPath } from './newton-path.ts';
import { NEWTON } from './polished-path.ts';
import type { GeodesicStep } from './sliced-search.ts';
import { invariantStates, invariantSums, type StateSymmetry } from './state-symmetry.ts';

/** ‖Tψ − ψ‖ up to which a state counts as unchanged. */
const TOLERANCE = 1e-8;
/** A path that is shorter by this share at least is another. */
const SHORTER = 1e-6;

/**
 * The problem for paths that a group leaves as they are. If metric and both ends are invariant, h_P = Im⟨p|Pψ⟩/w_P is invariant for an
 * invariant costate: a path that is stationary among the invariant ones is stationary among all, though perhaps a saddle there.
 *
 * @param group - generators
 * @throws {ShapeError} a symmetry of another number of qubits
 * @throws {DomainError} a metric or an end that is not invariant, words that are free, no invariant control: all mistakes at once
 */
export function invariantProblem(problem: PathProblem, group: readonly StateSymmetry[]): PathProblem {
  const { controls, from, to, freeWords = [] } = problem;
  checkShapes(group, controls.qubits);
  const { orbits, mistakes } = invariantSums(controls, group);
  const states = invariantStates(group, controls.qubits);
  const all = [
    ...mistakes,
    ...[
      { name: 'reference', state: to },
      { name: 'target', state: from },
    ].flatMap(({ name, state: { interleaved } }) => {
      const kept = combinedDirections(states, alongDirections(states, interleaved), interleaved.length);
      const moved = length(plus(interleaved, -1, kept));
      if (moved <= TOLERANCE) return [];
      return [
        `a ${name} unchanged by the symmetries required, got one with a part of norm ${moved.toPrecision(3)} that is not`,
      ];
    }),
    ...(freeWords.length > 0 ? ['a metric without free words required, got weight 0'] : []),
    ...(orbits.length === 0 ? ['a metric with invariant controls required, got none'] : []),
  ];
  if (all.length > 0) throw new DomainError(all.map((text) => `symmetries: ${text}`).join('\n'));
  const listed = orbits.flatMap(({ words, signs, weight }, a) =>
    words.map((word, k) => ({ word, sign: signs[k]!, weight, a })),
  );
  const sums: InvariantControls = {
    controls: {
      qubits: controls.qubits,
      words: listed.map(({ word }) => word),
      weights: Float64Array.from(listed, ({ weight }) => weight),
    },
    controlOf: Int32Array.from(listed, ({ a }) => a),
    signs: Float64Array.from(listed, ({ sign }) => sign),
    states,
  };
  return {
    ...problem,
    controls: {
      qubits: controls.qubits,
      words: orbits.map(({ words }) => words[0]!),
      weights: Float64Array.from(orbits, ({ words, weight }) => words.length * weight),
    },
    sums,
  };
}

function checkShapes(group: readonly StateSymmetry[], qubits: number): void {
  const mistakes = group.flatMap(({ sites, quarterTurns }, k) => [
    ...(sites === undefined ||
    sites.toSorted((a, b) => a - b).join() === Array.from({ length: qubits }, (_, q) => q).join()
      ? []
      : [`symmetry ${k + 1}: a permutation of 0 to ${qubits - 1} required, got ${sites}`]),
    ...(quarterTurns === undefined || (quarterTurns.length === qubits && quarterTurns.every(Number.isInteger))
      ? []
      : [`symmetry ${k + 1}: ${qubits} whole numbers of quarter turns required, got ${quarterTurns}`]),
  ]);
  if (mistakes.length > 0) throw new ShapeError(mistakes.join('\n'));
}

/**
 * What was found among symmetric paths, as a path of single words. Where Jacobians are worth their cost, Newton's method looks among all
 * paths of as many slices whether it is a saddle that symmetry hides, and goes down if it is. That takes all directions of the end:
 * of a path that meets it in some only it is not told.
 *
 * @param all - the controls of all paths
 * @param descending - whether it looks
 */
export function* amongAllPaths(
  found: FoundPath,
  all: Controls,
  descending: boolean,
): Generator<GeodesicStep, FoundPath> {
  const { sums, ...others } = found.problem;
  const problem: PathProblem = { ...others, controls: all };
  const x = inSingleWords(found.problem, found.x, all);
  const symmetric = { dimension: sums!.states.length, controls: found.problem.controls.words.length, broken: null };
  const unfolded: FoundPath = { ...found, problem, x, symmetric };
  if (!descending || found.slope === null || found.held !== undefined) return unfolded;
  const lower = yield* newtonPath(problem, x, 'among all paths', NEWTON);
  const own = length(x);
  const broken = Number.isFinite(lower.slope) && length(lower.x) < own * (1 - SHORTER);
  if (!broken) {
    const settled = lower.minimum ? false : null;
    return { ...unfolded, minimum: lower.minimum, symmetric: { ...symmetric, broken: settled } };
  }
  return {
    ...unfolded,
    x: lower.x,
    costate: lower.costate,
    slope: lower.slope / length(lower.x),
    mending: lower.mending,
    minimum: lower.minimum,
    extrapolated: null,
    shot: undefined,
    points: undefined,
    symmetric: { ...symmetric, broken },
    steps: found.steps + lower.steps,
  };
}
