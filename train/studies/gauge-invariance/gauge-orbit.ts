/**
 * @file A geodesic followed while its end is rotated by local unitaries: complexity along an orbit of the gauge group.
 */

import { controlWords } from '../../../src/complexity/controls.ts';
import type { PenaltyMetric } from '../../../src/complexity/penalty-metric.ts';
import { fittedCostate } from '../../../src/geodesic/state/generator-readout.ts';
import {
  type GeneratorGeodesic,
  type Generators,
  generatorGeodesic,
  wordGenerators,
} from '../../../src/geodesic/state/generators.ts';
import { type RefinedPath, refinedPath } from '../../../src/geodesic/state/refined-path.ts';
import { controlsAt, pointAfter } from '../../../src/geodesic/state/state-flow.ts';
import type { StateGeodesic } from '../../../src/geodesic/state/state-geodesic.ts';
import type { ComplexVector } from '../../../src/linalg/complex.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { type PauliWord, place } from '../../../src/operator/pauli.ts';
import { evolve } from '../../../src/path/evolution.ts';
import { hamiltonian } from '../../../src/path/hamiltonian-action.ts';
import { wordTable } from '../../../src/path/word-table.ts';
import { zeroState } from '../../../src/state/zero-state.ts';
import { simpsonRule } from '../simpson-rule.ts';

/** V(s) = exp(−isA) with A = Σ a_{P} P over words of one qubit. */
export interface LocalTurn {
  readonly words: readonly PauliWord[];
  readonly coefficients: Float64Array;
  /** √Σ a², the length of V(1) where these words weigh 1. */
  readonly length: number;
}

/** A random rotation of every qubit, of length √n/2: each by one radian about a random axis. */
export function randomTurn(qubits: number, seed: number): LocalTurn {
  const stream = randomStream(seed, 'local turn');
  const words = Array.from({ length: 3 * qubits }, (_, k) => place(qubits, { [Math.floor(k / 3)]: 'XYZ'[k % 3]! }));
  const coefficients = Float64Array.from(words, () => stream.normal());
  for (let q = 0; q < qubits; q++) {
    const axis = coefficients.subarray(3 * q, 3 * q + 3);
    const size = Math.hypot(...axis);
    axis.forEach((a, k) => {
      axis[k] = a / (2 * size);
    });
  }
  return { words, coefficients, length: Math.hypot(...coefficients) };
}

/** V(s)ψ. */
export function turnedState({ words, coefficients }: LocalTurn, psi: ComplexVector, s: number): ComplexVector {
  const H = hamiltonian(wordTable(words, Math.log2(psi.length)), coefficients);
  return { length: psi.length, interleaved: evolve(H, psi.interleaved, s).state };
}

/** A path continued by V(±1) in two more slices, then shortened: a path to the rotated state, or back from it. */
export function pathWithTurn(
  metric: PenaltyMetric,
  to: ComplexVector,
  path: StateGeodesic,
  { words, coefficients }: LocalTurn,
  sign: 1 | -1,
): RefinedPath {
  const slices = path.slices + 2;
  const longer = slices / path.slices;
  const last = path.words.map((word) => (sign * (coefficients[words.indexOf(word)] ?? 0) * slices) / 2);
  const velocity = [...path.velocity.map((h) => h.map((value) => value * longer)), last, last];
  return refinedPath(metric, zeroState(Math.log2(to.length)), to, velocity, { maxSteps: 100 });
}

/** The length of a family of geodesics at one point of the orbit, and its slope by the first variation. */
export interface OrbitPoint {
  readonly s: number;
  readonly length: number;
  /** dC/ds = Σ_{P} w_{P} h_{P}(1) a_{P} / C. */
  readonly slope: number;
}

/**
 * Follows the geodesic from |0…0⟩ to V(s)ψ from s = 0 to 1 by Newton's method.
 *
 * @param path - a sliced path to ψ, where the family begins
 * @returns the points as far as the family can be followed; a fold ends it
 */
export function orbitLengths(
  metric: PenaltyMetric,
  psi: ComplexVector,
  path: StateGeodesic,
  turn: LocalTurn,
  steps: number,
): readonly OrbitPoint[] {
  const qubits = Math.log2(psi.length);
  const generators = wordGenerators(controlWords(metric, qubits));
  const state = zeroState(qubits).interleaved;
  const velocity = path.velocity.map((h) => Float64Array.from(h));
  let costate = fittedCostate(generators, state, velocity);
  const points: OrbitPoint[] = [];
  for (let k = 0; k <= steps; k++) {
    const s = k / steps;
    const found = generatorGeodesic(generators, { state, costate }, turnedState(turn, psi, s));
    if (!(found.residual < 1e-8)) break;
    points.push({ s, length: found.length, slope: slopeOf(generators, found, turn) });
    costate = found.costate;
  }
  return points;
}

/**
 * The slope of the length is the component of the velocity at the end along the motion of the end, in the metric: dC/ds
 * = ⟨H(1), A⟩/C.
 */
function slopeOf(metric: Generators, found: GeneratorGeodesic, { words, coefficients }: LocalTurn): number {
  if (found.length < 1e-9) return 0;
  const velocity = controlsAt(metric, pointAfter(metric, found, 1));
  const { table, weights } = metric;
  const product = table.words.reduce((sum, word, p) => {
    const a = coefficients[words.indexOf(word)] ?? 0;
    return sum + weights[p]! * velocity[p]! * a;
  }, 0);
  return product / found.length;
}

/** The change of the length by the first variation, ∫ dC/ds ds. */
export const integratedSlope = (points: readonly OrbitPoint[]): number => simpsonRule(points.map(({ slope }) => slope));
