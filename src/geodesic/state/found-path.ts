/** @file What the search for the shortest path to a state is given, and what it finds. */

import type { Attempt } from '../../path/constrained-path.ts';
import type { ExtrapolatedLength } from '../../path/extrapolated-length.ts';
import type { GivenPath } from '../../path/given-path.ts';
import { missedBy, type PathProblem, pathLength } from '../../path/state-path.ts';
import type { HeldDirections } from './held-directions.ts';
import type { Mending } from './mending.ts';
import type { CountedPoints } from './state-descent.ts';
import type { StateShot } from './state-shooting.ts';
import type { SymmetricPaths } from './symmetric-paths.ts';

/** What is searched. The problem runs backwards, from the target to the reference, in K/2 slices. */
export interface StateSearch {
  readonly coarse: PathProblem;
  readonly starts: number;
  readonly seed: number;
  readonly paths: readonly GivenPath[];
  readonly maxSteps: number;
  readonly tolerance: number;
  /** How many of the shortest paths are polished, 0 for none. */
  readonly polished: number;
  /** Whether the conjugate points of the shortest geodesic are counted, and shorter paths sought while there are some. */
  readonly counted: boolean;
  /** Whether the Jacobian of the end point is kept: for few qubits. */
  readonly dense: boolean;
  /** Whether starts are drawn by `gradual`, and only the shortest is made exact: for seven qubits and more. */
  readonly large: boolean;
}

/** A start near a shortest path, not yet at the target. */
export interface DrawnStart extends Attempt {
  readonly start: string;
  /** The problem whose slices it has: K/2, or fewer. */
  readonly problem: PathProblem;
  readonly length: number;
  /** By which starts are compared, the least first. */
  readonly order: number;
}

/** The result of one start. */
export interface StartedPath {
  /** 'start 1', 'path 1', or 'descent 1' from a geodesic with conjugate points. */
  readonly start: string;
  /** Length in K/2 slices, and in K where they were tried. */
  readonly coarseLength: number;
  readonly length: number;
  /** Length of the geodesic, where one was polished from this start or from an equally long one. */
  readonly geodesicLength: number | null;
}

/** The best path in K slices, never longer than the one in K/2, with all that was found on the way. */
export interface FoundPath {
  readonly problem: PathProblem;
  readonly x: Float64Array;
  /** The multiplier of its end point: a costate, interleaved, shape (2ⁿ,). */
  readonly costate: Float64Array;
  /** |x + Jᵀp|/|x|, 0 on a shortest sliced path; null if the Jacobian of its end is not known. */
  readonly slope: number | null;
  /** The move that mends the miss of its end; null if the Jacobian is not known. */
  readonly mending: Mending | null;
  /** Whether no direction was found in which a stationary path becomes shorter; null if none was sought. */
  readonly minimum: boolean | null;
  /** Where not all directions of the end are resolved: those that the path meets. */
  readonly held?: HeldDirections;
  /** Infinity if the path of K/2 slices misses the target. */
  readonly coarseLength: number;
  /** What the lengths of K/2 and K slices converge to; null if they are not on one sheet. */
  readonly extrapolated: ExtrapolatedLength | null;
  readonly starts: readonly StartedPath[];
  readonly shot: StateShot | undefined;
  /** Conjugate points of the shot, if counted. */
  readonly points: CountedPoints | undefined;
  readonly steps: number;
  /** The symmetric paths among which it was sought; absent if among all. */
  readonly symmetric?: SymmetricPaths;
}

/** A path to the target and its costate there. */
export type Meeting = Pick<FoundPath, 'x' | 'costate' | 'slope' | 'mending' | 'minimum' | 'held'>;

/** The length of a path; Infinity if it misses the target. */
export const lengthTo = (problem: PathProblem, x: Float64Array, tolerance: number): number =>
  missedBy(problem, x) <= tolerance ? pathLength(problem, x) : Infinity;

/** The shorter of two paths to the target; if both miss it, the one that ends nearer to it. */
export function better(problem: PathProblem, a: Meeting, b: Meeting, tolerance: number): Meeting {
  const [lengthA, lengthB] = [lengthTo(problem, a.x, tolerance), lengthTo(problem, b.x, tolerance)];
  const missed = lengthA === Infinity && lengthB === Infinity;
  const { x, costate, slope, mending, minimum, held } = (
    missed
      ? missedBy(problem, a.x) < missedBy(problem, b.x)
      : lengthA < lengthB
  )
    ? a
    : b;
  return { x, costate, slope, mending, minimum, ...(held && { held }) };
}
