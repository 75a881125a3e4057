/**
 * @file The quantum brachistochrone: the least time from a state to a state, or to a unitary, with a drift and controls of
 * bounded strength.
 */

import { unreachable } from '../complexity/reachability.ts';
import { weightedMetric } from '../complexity/right-invariant-metric.ts';
import { DomainError, ShapeError } from '../errors.ts';
import { isOutsideControls } from '../geodesic/unitary/unitary-bounds.ts';
import { identityMatrix } from '../linalg/complex.ts';
import { addScaledMatrix, frobeniusNorm, multiply } from '../linalg/matrix.ts';
import { randomStream } from '../linalg/random.ts';
import { norm } from '../linalg/vector.ts';
import { significant } from '../number-format.ts';
import { solution } from '../optimise/minimise.ts';
import type { Solution } from '../solution.ts';
import { type ArcProblem, arcProblem, type TimeOptimalEnds } from './arc-path.ts';
import { type ControlArc, controlArcs } from './control-arcs.ts';
import { checkDriftSystem, type DriftSystem } from './drift-system.ts';
import { type Extremal, polishedExtremal } from './extremal-flow.ts';
import { costateAtStart, type PontryaginCheck, pontryaginCheck } from './pontryagin.ts';
import { greatestSpread, timeLowerBound } from './speed-limit.ts';
import { settled, type TimedPath, type TimeStep } from './time-search.ts';

export type { TimeOptimalEnds } from './arc-path.ts';

/** Options of the search for the least time. */
export interface TimeOptions {
  /** Arcs of constant control; default 8. Bang-bang controls are met exactly, smooth ones as 1/arcs². */
  readonly arcs?: number;
  /** Random starts; default 4. */
  readonly starts?: number;
  /** Default 0. */
  readonly seed?: number;
  /** Time of the random starts, doubled until the end is met; default one and a half times the lower bound. */
  readonly time?: number;
  /** L-BFGS steps at most at each weight; default 300. */
  readonly maxSteps?: number;
  /** 1 − F at the end that counts as reached; default 1e-12. */
  readonly tolerance?: number;
}

/** The quickest controls found. */
export interface TimeOptimalControl {
  /** The least time found: of the extremal, or else of the arcs. */
  readonly time: number;
  /** The time of the arcs below, an upper bound as they stand. */
  readonly arcTime: number;
  /**
   * Where controls lie on the surface of a ball (`sum`, `norm`), the smooth extremal near the arcs, met by shooting with p(0) as
   * its costate; null elsewhere, or if shooting failed. The residual is that of end point and Hamiltonian function.
   */
  readonly extremal: { readonly time: number; readonly residual: number } | null;
  readonly arcs: readonly ControlArc[];
  /** 1 − F at the end, with F = |⟨to|ψ⟩|² or |Tr V†U/2ⁿ|². */
  readonly infidelity: number;
  /** p(0), interleaved: φ_a = Im⟨p|H_a ψ⟩. For a unitary ψ = (U ⊗ 1)|Φ⟩, |Φ⟩ = Σ|b⟩|b⟩/√2ⁿ. */
  readonly costate: readonly number[];
  readonly pontryagin: PontryaginCheck;
  /** See `timeLowerBound`. */
  readonly lowerBound: number;
  /** What the time is worth, in words. */
  readonly status: string;
  /** Time of each start, Infinity for one that missed the end; no more starts after one that meets the lower bound. */
  readonly starts: readonly number[];
}

/** Most qubits of states and of unitaries. */
const MOST_QUBITS = { states: 8, unitaries: 4 };
/** Relative differences of times below this are rounding, and Pontryagin's residual below which a path is called extremal. */
const [EQUAL, EXTREMAL] = [1e-8, 1e-5];
/** Residual of an exact shot, and the relative change of the time beyond which it is another path. */
const [SHOT, NEARBY] = [1e-9, 0.05];

/**
 * The least time in which H(t) = H₀ + Σ_a u_a(t) H_a with bounded u leads from a state to a state, or from 1 to a unitary, up to a
 * global phase.
 *
 * Direct method: the controls are constant on arcs whose durations are unknowns, too, so that switching times are met exactly.
 * Bounds are met by coordinates, u_a = b_a sin v_a. From random controls a path is led to the end point, in twice the time until
 * there is one; then its time is made least by L-BFGS under an augmented Lagrangian, whose multiplier is the costate. Arcs that
 * vanish are given back to the longest ones. Pontryagin's principle is checked along the whole path,
 *
 *     φ_a = Im⟨p|H_a ψ⟩,      M = φ₀ + Σ_a u_a φ_a = 1,      Σ_a u_a φ_a = max over all allowed u.
 *
 * @param system - on n ≤ 8 qubits, n ≤ 4 for unitaries
 * @param ends - states of shape (2ⁿ,), norm 1, or a unitary of shape (2ⁿ, 2ⁿ)
 * @returns `converged` if the end point is met; the time is an upper bound of the least one, unless it meets the lower bound
 * @throws {ShapeError | DomainError} see `checkDriftSystem`; ends of another size, not of norm 1 or not unitary; unlimited controls
 *          without a drift, which need no time
 *
 * @see Carlini, Hosoya, Koike & Okudaira, Phys. Rev. Lett. 96, 060503 (2006)
 *
 * Cost O(steps · arcs · flips · degree · 2ⁿ), 4ⁿ for unitaries: a second for two qubits.
 */
export function* timeOptimalControl(
  system: DriftSystem,
  ends: TimeOptimalEnds,
  options: TimeOptions = {},
): Generator<TimeStep, Solution<TimeOptimalControl>> {
  const { arcs = 8, starts = 4, seed = 0, maxSteps = 300, tolerance = 1e-12 } = options;
  checkDriftSystem('timeOptimalControl', system);
  checkEnds(system, ends);
  const wrong = [arcs, starts].find((count) => !(Number.isInteger(count) && count >= 1));
  if (wrong !== undefined) {
    throw new DomainError(`timeOptimalControl: whole numbers of arcs and starts above 0 required, got ${wrong}`);
  }
  const scale = greatestSpread(system);
  if (!(scale > 0))
    throw new DomainError('timeOptimalControl: a drift required where controls are unlimited, got none');
  const reason = obstacle(system, ends);
  if (reason !== undefined) return { value: nothing(reason), result: 'stalled', steps: 0 };
  const lowerBound = timeLowerBound(system, ends);
  const problem = arcProblem(system, ends, arcs, scale);
  const time = options.time ?? Math.max(1.5 * lowerBound, 1 / scale);
  if (!(time > 0 && time < Infinity)) {
    throw new DomainError(`timeOptimalControl: a positive finite time required, got ${time}`);
  }
  const found: { readonly problem: ArcProblem; readonly path: TimedPath }[] = [];
  for (let start = 0; start < starts; start++) {
    const stream = randomStream(seed, `time start ${start + 1}`);
    const one = yield* settled(problem, stream, { time, maxSteps, tolerance, phase: `start ${start + 1}` });
    found.push(one);
    if (one.path.infidelity <= tolerance && one.path.time <= lowerBound * (1 + EQUAL)) break;
  }
  const times = found.map(({ path }) => (path.infidelity <= tolerance ? path.time : Infinity));
  const steps = found.reduce((sum, { path }) => sum + path.steps, 0);
  const least = Math.min(...times);
  // Of equal times, which are flat to second order, the one for which Pontryagin's principle holds best.
  const shortest = found.filter((_, start) => times[start]! <= least * (1 + EQUAL));
  const checked = shortest.map((one) => ({ ...one, pontryagin: pontryaginCheck(one.problem, one.path) }));
  const best = checked.reduce((one, other) =>
    residualOf(other.pontryagin) < residualOf(one.pontryagin) ? other : one,
  );
  const { pontryagin } = best;
  const costate = costateAtStart(best.problem, best.path);
  const shot = extremalNear(system, best.problem, costate, best.path.time);
  const value: TimeOptimalControl = {
    time: shot?.time ?? best.path.time,
    arcTime: best.path.time,
    extremal: shot && { time: shot.time, residual: shot.residual },
    arcs: controlArcs(system, best.problem, best.path.x),
    infidelity: best.path.infidelity,
    costate: Array.from(shot?.costate ?? costate),
    pontryagin,
    lowerBound,
    status: statusOf(best.path, shot, pontryagin, lowerBound, tolerance),
    starts: times,
  };
  return { value, result: best.path.infidelity <= tolerance ? 'converged' : 'max-steps', steps };
}

/**
 * `timeOptimalControl` without the steps of its search.
 *
 * @throws {ShapeError | DomainError} see there
 *
 * @example
 * ```ts
 * import { leastTime } from 'bulkweave/geodesic';
 *
 * const word = (word: string, coefficient = 1) => ({ qubits: 1, terms: [{ word, coefficient }] });
 * const system = { drift: word('X'), controls: [word('Z')], bound: { kind: 'each', bounds: 10 } } as const;
 * const from = { length: 2, interleaved: Float64Array.of(1, 0, 0, 0) };
 * const to = { length: 2, interleaved: Float64Array.of(0, 0, 1, 0) };
 * console.log(leastTime(system, { from, to }).value.time); // 1.5708
 * ```
 */
export function leastTime(
  system: DriftSystem,
  ends: TimeOptimalEnds,
  options: TimeOptions = {},
): Solution<TimeOptimalControl> {
  return solution(timeOptimalControl(system, ends, options));
}

/** Why no path leads there, if that can be proved. */
function obstacle({ drift, controls }: DriftSystem, ends: TimeOptimalEnds): string | undefined {
  const words = [...new Set([drift, ...controls].flatMap(({ terms }) => terms.map(({ word }) => word)))].filter(
    (word) => /[^I]/.test(word),
  );
  if (!('unitary' in ends)) return unreachable(words, ends.from, ends.to);
  const allowed = new Set(words);
  const metric = weightedMetric(drift.qubits, (word) => (allowed.has(word) ? 1 : Infinity));
  return isOutsideControls(metric, ends.unitary)
    ? 'the unitary is outside what drift and controls generate'
    : undefined;
}

/** The extremal near the arcs, if it is smooth, exact, and no other one. */
function extremalNear(
  { bound }: DriftSystem,
  problem: ArcProblem,
  costate: Float64Array,
  time: number,
): Extremal | null {
  if (bound.kind !== 'sum' && bound.kind !== 'norm') return null;
  const shot = polishedExtremal(problem, costate, time);
  return shot !== null && shot.residual < SHOT && Math.abs(shot.time / time - 1) < NEARBY ? shot : null;
}

function statusOf(
  path: TimedPath,
  shot: Extremal | null,
  check: PontryaginCheck,
  lowerBound: number,
  tolerance: number,
): string {
  const time = shot?.time ?? path.time;
  const { infidelity } = path;
  if (infidelity > tolerance) return `not converged: it ends at infidelity ${significant(infidelity)}`;
  if (time - lowerBound <= EQUAL * time) return 'least time: it meets a lower bound';
  const residual = shot?.residual ?? residualOf(check);
  return residual <= EXTREMAL
    ? `extremal: Pontryagin's principle holds to ${significant(residual)}; an upper bound of the least time`
    : `upper bound of the least time: Pontryagin's principle holds to ${significant(residual)}`;
}

const residualOf = ({ hamiltonian, excess }: PontryaginCheck): number => Math.max(hamiltonian, excess);

/** No path at all. */
const nothing = (reason: string): TimeOptimalControl => ({
  time: Infinity,
  arcTime: Infinity,
  extremal: null,
  arcs: [],
  infidelity: 1,
  costate: [],
  pontryagin: { hamiltonian: Infinity, excess: Infinity, switching: [] },
  lowerBound: Infinity,
  status: `unreachable: ${reason}`,
  starts: [],
});

function checkEnds({ drift: { qubits } }: DriftSystem, ends: TimeOptimalEnds): void {
  const isUnitary = 'unitary' in ends;
  const most = isUnitary ? MOST_QUBITS.unitaries : MOST_QUBITS.states;
  if (qubits > most) throw new ShapeError(`timeOptimalControl: at most ${most} qubits required, got ${qubits}`);
  const d = 2 ** qubits;
  if (isUnitary) {
    const { rows, cols } = ends.unitary;
    if (rows !== d || cols !== d) {
      throw new ShapeError(`timeOptimalControl: a unitary of ${d} × ${d} required, got ${rows} × ${cols}`);
    }
    const product = multiply(ends.unitary, ends.unitary, { adjointA: true });
    const defect = frobeniusNorm(addScaledMatrix(product, [-1, 0], identityMatrix(d)));
    if (!(defect < 1e-8)) throw new DomainError(`timeOptimalControl: a unitary required, got |V†V − 1| = ${defect}`);
    return;
  }
  for (const state of [ends.from, ends.to]) {
    if (state.length !== d) {
      throw new ShapeError(`timeOptimalControl: states of ${d} amplitudes required, got ${state.length}`);
    }
    if (!(Math.abs(norm(state) - 1) < 1e-8)) {
      throw new DomainError(`timeOptimalControl: states of norm 1 required, got norm ${norm(state)}`);
    }
  }
}
