/**
 * @file Controls that are constant on arcs, with the durations of the arcs among the unknowns, so that switching times are
 * met exactly: the end point and its exact derivative.
 */

import { type ComplexMatrix, type ComplexVector, identityMatrix } from '../linalg/complex.ts';
import { dot, plus } from '../linalg/real-vector.ts';
import type { PauliSum } from '../operator/pauli-sum.ts';
import { type Evolution, evolve, pullbackEvolution, pushforwardEvolution } from '../path/evolution.ts';
import { type Hamiltonian, hamiltonian, timesIH } from '../path/hamiltonian-action.ts';
import type { RunPath } from '../path/state-path.ts';
import { type WordTable, wordTable } from '../path/word-table.ts';
import { type ControlSet, controlSet } from './control-set.ts';
import type { DriftSystem } from './drift-system.ts';

/** From a state to a state, or from 1 to a unitary. */
export type TimeOptimalEnds =
  | { readonly from: ComplexVector; readonly to: ComplexVector }
  | { readonly unitary: ComplexMatrix };

/** What one arc is made of. Its unknowns are v, shape (#controls,), if it is controlled, then √(E·duration) if it is timed. */
export interface ArcKind {
  readonly drifts: boolean;
  readonly controlled: boolean;
  readonly timed: boolean;
}

/** The problem of a number of arcs. */
export interface ArcProblem {
  readonly table: WordTable;
  /** H₀, shape (#words,). */
  readonly drift: Float64Array;
  /** H_a, shape (#words,) each. */
  readonly controls: readonly Float64Array[];
  readonly set: ControlSet;
  readonly kinds: readonly ArcKind[];
  readonly from: ComplexVector;
  readonly to: ComplexVector;
  /** E, the scale of energy. */
  readonly scale: number;
}

const ARC: ArcKind = { drifts: true, controlled: true, timed: true };
const IMPULSE: ArcKind = { drifts: false, controlled: true, timed: false };
const DRIFT: ArcKind = { drifts: true, controlled: false, timed: true };

/** The problem of K arcs; with unlimited controls of K arcs of drift between K + 1 impulses. */
export function arcProblem(system: DriftSystem, ends: TimeOptimalEnds, arcs: number, scale: number): ArcProblem {
  const sums = [system.drift, ...system.controls];
  const idle = 'unitary' in ends ? 'I'.repeat(system.drift.qubits) : '';
  const words = [...new Set(sums.flatMap(({ terms }) => terms.map(({ word }) => word + idle)))];
  const place = new Map(words.map((word, p) => [word, p]));
  const coefficients = ({ terms }: PauliSum): Float64Array => {
    const h = new Float64Array(words.length);
    for (const { word, coefficient } of terms) h[place.get(word + idle)!]! += coefficient;
    return h;
  };
  const free = Array.from({ length: arcs }, () => [DRIFT, IMPULSE]).flat();
  return {
    table: wordTable(words, system.drift.qubits + idle.length),
    drift: coefficients(system.drift),
    controls: system.controls.map(coefficients),
    set: controlSet(system),
    kinds: system.bound.kind === 'unlimited' ? [IMPULSE, ...free] : new Array<ArcKind>(arcs).fill(ARC),
    scale,
    ...('unitary' in ends
      ? { from: choiVector(identityMatrix(ends.unitary.rows)), to: choiVector(ends.unitary) }
      : ends),
  };
}

/** (V ⊗ 1)|Φ⟩ with |Φ⟩ maximally entangled: unitaries as states of twice as many qubits, whose words act on the first half. */
const choiVector = ({ rows, interleaved }: ComplexMatrix): ComplexVector => ({
  length: rows * rows,
  interleaved: interleaved.map((x) => x / Math.sqrt(rows)),
});

/** One arc at x. */
export interface Arc {
  readonly kind: ArcKind;
  /** Where its unknowns begin. */
  readonly first: number;
  readonly v: Float64Array;
  /** u; 0 for an arc that is not controlled. */
  readonly controls: Float64Array;
  /** 0 for an impulse. */
  readonly duration: number;
}

const sizeOf = (problem: ArcProblem, { controlled, timed }: ArcKind): number =>
  (controlled ? problem.controls.length : 0) + (timed ? 1 : 0);

/** Number of unknowns. */
export const unknowns = (problem: ArcProblem): number =>
  problem.kinds.reduce((sum, kind) => sum + sizeOf(problem, kind), 0);

/** The arcs at x. */
export function arcsAt(problem: ArcProblem, x: Float64Array): readonly Arc[] {
  let first = 0;
  return problem.kinds.map((kind) => {
    const size = sizeOf(problem, kind);
    const v = kind.controlled ? x.slice(first, first + problem.controls.length) : new Float64Array(0);
    const root = kind.timed ? x[first + size - 1]! : 0;
    const controls = kind.controlled ? problem.set.at(v) : new Float64Array(problem.controls.length);
    const arc = { kind, first, v, controls, duration: root ** 2 / problem.scale };
    first += size;
    return arc;
  });
}

/** Σ of the durations. */
export const totalTime = (problem: ArcProblem, x: Float64Array): number =>
  arcsAt(problem, x).reduce((sum, { duration }) => sum + duration, 0);

/** H of an arc, shape (#words,). */
export function arcCoefficients({ drift, controls }: ArcProblem, { kind, controls: u }: Arc): Float64Array {
  const none: Float64Array = kind.drifts ? drift : new Float64Array(drift.length);
  return controls.reduce((sum, share, a) => plus(sum, u[a]!, share), none);
}

/** A path of arcs that has been run: the states at the ends of its arcs, from the start on, beside `RunPath`. */
export interface RunArcs extends RunPath {
  readonly states: readonly Float64Array[];
  readonly hamiltonians: readonly Hamiltonian[];
}

/** Runs the arcs at x. */
export function runArcs(problem: ArcProblem, x: Float64Array): RunArcs {
  const { table, set, controls, scale, from } = problem;
  const arcs = arcsAt(problem, x);
  const states = [from.interleaved];
  const steps: { readonly H: Hamiltonian; readonly evolution: Evolution }[] = [];
  for (const arc of arcs) {
    const H = hamiltonian(table, arcCoefficients(problem, arc));
    const evolution = evolve(H, states[states.length - 1]!, arc.kind.timed ? arc.duration : 1);
    steps.push({ H, evolution });
    states.push(evolution.state);
  }
  const vector = (interleaved: Float64Array): ComplexVector => ({ length: from.length, interleaved });
  const rootOf = ({ first, v }: Arc): number => x[first + v.length]!;
  const pullback = (cotangent: ComplexVector): Float64Array => {
    const gradient = new Float64Array(x.length);
    let lambda = cotangent.interleaved;
    for (let k = arcs.length - 1; k >= 0; k--) {
      const { kind, first, v } = arcs[k]!;
      const { H, evolution } = steps[k]!;
      if (kind.timed) {
        gradient[first + v.length] = -((2 * rootOf(arcs[k]!)) / scale) * dot(lambda, timesIH(H, states[k + 1]!));
      }
      const [pulled] = pullbackEvolution(H, evolution, [lambda]);
      lambda = pulled!.cotangent;
      if (!kind.controlled) continue;
      const slope = Float64Array.from(controls, (share) => dot(share, pulled!.coefficients));
      gradient.set(set.pullback(v, slope), first);
    }
    return gradient;
  };
  return {
    end: vector(states[states.length - 1]!),
    states,
    hamiltonians: steps.map(({ H }) => H),
    pullback,
    pullbacks: (cotangents) => cotangents.map(pullback),
    pushforward: (direction) => {
      let tangent: Float64Array = new Float64Array(2 * from.length);
      arcs.forEach((arc, k) => {
        const { kind, first, v } = arc;
        const { H, evolution } = steps[k]!;
        const du = kind.controlled
          ? set.pushforward(v, direction.slice(first, first + v.length))
          : new Float64Array(controls.length);
        const dH = controls.reduce<Float64Array>(
          (sum, share, a) => plus(sum, du[a]!, share),
          new Float64Array(table.words.length),
        );
        tangent = pushforwardEvolution(H, hamiltonian(table, dH), evolution, tangent);
        if (!kind.timed) return;
        const dt = (2 * rootOf(arc) * direction[first + v.length]!) / scale;
        tangent = plus(tangent, -dt, timesIH(H, states[k + 1]!));
      });
      return vector(tangent);
    },
  };
}
