/** @file Shortest sliced paths in a sector, run backwards from the target to |0…0⟩. */

import type { ComplexVector } from '../../linalg/complex.ts';
import type { RandomStream } from '../../linalg/random.ts';
import { dot, length } from '../../linalg/real-vector.ts';
import {
  type Approach,
  type Attempt,
  approached,
  balanced,
  type ConstrainedPath,
  descended,
  free,
} from '../../path/constrained-path.ts';
import { endPointCondition } from '../../path/end-point-condition.ts';
import type { SearchJournal } from '../../search-journal.ts';
import { runSlices } from './sliced-evolution.ts';
import type { StateSector } from './state-sector.ts';

/** A shortest path of K slices from the target to |0…0⟩. */
export interface SlicedSectorPath {
  readonly slices: number;
  /** √(g_a/K)·h[k][a], shape (K·#controls,); the energy is half its square. */
  readonly coordinates: Float64Array;
  /** |coordinates| = √(2·energy). */
  readonly length: number;
  /** 1 − F at the end. */
  readonly infidelity: number;
  /** The multiplier of the end: the costate at |0…0⟩ of the path run forwards, up to O(1/K²), interleaved, shape (d,). */
  readonly costate: Float64Array;
  /** |x + Jᵀp|, 0 where it is stationary; from Newton's method. */
  readonly slope?: number;
}

/** Slices without a costate, from which a search sets out. */
export type BegunPath = Pick<SlicedSectorPath, 'slices' | 'coordinates'>;

/** With the L-BFGS steps that it took. */
export type CountedPath = SlicedSectorPath & { readonly steps: number };

/** Weights of the wrong qubits, in turn. */
const WEIGHTS = [20, 200, 2000];
/** Infidelity at which a path has met its target. */
const MET = 1e-13;
/** The same where its costate is to be exact. */
const EXACTLY_MET = 1e-18;

/**
 * The problem: ½|x|² is made least under the condition that the path ends at |0…0⟩, weighed by Σ (wrong qubits)·|ψ_k|², which
 * falls steadily where 1 − F has the trap F = ½ of GHZ states.
 */
export function sectorCondition(sector: StateSector, target: ComplexVector, slices: number): ConstrainedPath {
  const { dimension, wrongQubits } = sector;
  const to = { length: dimension, interleaved: new Float64Array(2 * dimension) };
  to.interleaved[0] = 1;
  return {
    weights: Float64Array.from({ length: 2 * dimension }, (_, i) => wrongQubits[i >> 1]!),
    condition: (x) => endPointCondition(to, runSlices(sector, target, slices, x)),
  };
}

/** Independent normal components, of speed 2. */
export function randomSlices(sector: StateSector, slices: number, stream: RandomStream): Float64Array {
  const size = slices * sector.inverseWeights.length;
  return Float64Array.from({ length: size }, () => (2 * stream.normal()) / Math.sqrt(size));
}

/** Every slice halved, which is the same path. */
export function halvedSectorSlices(sector: StateSector, x: Float64Array): Float64Array {
  const controls = sector.inverseWeights.length;
  return Float64Array.from({ length: 2 * x.length }, (_, i) => {
    const [k, a] = [Math.floor(i / controls), i % controls];
    return Math.SQRT1_2 * x[Math.floor(k / 2) * controls + a]!;
  });
}

/** Where and how a search sets out. */
export interface SlicedStart {
  readonly slices: number;
  readonly x: Float64Array;
  /** Whether x is a shortest path of a neighbouring problem: then the least weight is left out. */
  readonly near?: boolean;
  /** L-BFGS steps for each weight. */
  readonly maxSteps: number;
  readonly journal?: SearchJournal | undefined;
}

/** From a start to a shortest path: μ = 20, 200, 2000, then rising multipliers. Yields every step. */
export function* slicedSectorPath(
  sector: StateSector,
  target: ComplexVector,
  { slices, x, near = false, maxSteps, journal }: SlicedStart,
): Generator<Attempt, CountedPath> {
  const path = { ...sectorCondition(sector, target, slices), journal };
  let at: Attempt = { x, force: free(path, WEIGHTS[0]!), loss: Infinity, steps: 0 };
  for (const weight of near ? WEIGHTS.slice(1) : WEIGHTS) {
    at = yield* descended(path, { ...at, force: free(path, weight) }, { maxSteps, gradientTolerance: 1e-2 });
  }
  const force = balanced(path, at.force, path.condition(at.x).miss);
  return yield* settled(path, slices, { ...at, force }, { maxSteps, gradientTolerance: 1e-5, tolerance: MET });
}

/** The path in twice as many slices, made shortest again from where it is, with its costate. */
export function* finerSectorPath(
  sector: StateSector,
  target: ComplexVector,
  { slices, coordinates, costate }: SlicedSectorPath,
  maxSteps: number,
  journal?: SearchJournal,
): Generator<Attempt, CountedPath> {
  const x = halvedSectorSlices(sector, coordinates);
  const force = { weight: WEIGHTS.at(-1)!, multiplier: costate };
  const path = { ...sectorCondition(sector, target, 2 * slices), journal };
  const aim = { maxSteps: 6 * maxSteps, gradientTolerance: 1e-8, tolerance: EXACTLY_MET };
  return yield* settled(path, 2 * slices, { x, force, loss: Infinity, steps: 0 }, aim);
}

/** Rising multipliers until the path meets its end. */
function* settled(
  path: ConstrainedPath,
  slices: number,
  start: Attempt,
  aim: Approach,
): Generator<Attempt, CountedPath> {
  const at = yield* approached(path, start, aim);
  const { miss } = path.condition(at.x);
  return {
    slices,
    coordinates: at.x,
    length: length(at.x),
    infidelity: dot(miss, miss),
    costate: orthogonalToStart(balanced(path, at.force, miss).multiplier),
    steps: start.steps + at.steps,
  };
}

/** Without the component along |0…0⟩. */
const orthogonalToStart = (p: Float64Array): Float64Array => p.map((x, i) => (i < 2 ? 0 : x));
