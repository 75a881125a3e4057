/** @file Costs that are diagonal in any Hermitian generators: XZ + ZX and XZ − ZX may weigh differently. */

import type { Controls } from '../../complexity/controls.ts';
import { DomainError, ShapeError } from '../../errors.ts';
import type { ComplexVector } from '../../linalg/complex.ts';
import type { PauliWord } from '../../operator/pauli.ts';
import { checkPauliSum, type PauliSum } from '../../operator/pauli-sum.ts';
import type { PathProblem } from '../../path/state-path.ts';
import { wordTable } from '../../path/word-table.ts';
import { horizontalFrame } from './horizontal-frame.ts';
import type { StateMetric } from './metric-space.ts';
import { type StatePoint, speedAt } from './state-flow.ts';
import { polishedStateShot } from './state-shooting.ts';

/** Generators B_a with weights w_a: H = Σ_a h_a B_a costs √Σ_a w_a h_a². */
export interface Generators extends StateMetric {
  readonly qubits: number;
  readonly weights: Float64Array;
}

/**
 * Generators with weights. They are taken as they are: for a comparison of weights let Tr B² = 2ⁿ.
 *
 * @throws {ShapeError} no generator, another number of weights, generators on different numbers of qubits
 * @throws {DomainError} a weight not positive and finite
 */
export function generators(sums: readonly PauliSum[], weights: ArrayLike<number>): Generators {
  sums.forEach(checkPauliSum);
  const qubits = sums[0]?.qubits ?? 0;
  if (qubits === 0 || sums.some((sum) => sum.qubits !== qubits)) {
    throw new ShapeError(`generators: sums on one number of qubits required, got ${sums.map((sum) => sum.qubits)}`);
  }
  if (weights.length !== sums.length) {
    throw new ShapeError(`generators: ${sums.length} weights required, got ${weights.length}`);
  }
  const wrong = Array.from(weights).find((weight) => !(weight > 0 && weight < Infinity));
  if (wrong !== undefined) throw new DomainError(`generators: positive finite weights required, got ${wrong}`);
  const words: PauliWord[] = [...new Set(sums.flatMap(({ terms }) => terms.map(({ word }) => word)))];
  const place = new Map(words.map((word, index) => [word, index]));
  const shares = sums.map(({ terms }) => {
    const row = new Float64Array(words.length);
    for (const { word, coefficient } of terms) row[place.get(word)!] = row[place.get(word)!]! + coefficient;
    return row;
  });
  return { ...wordGenerators({ qubits, words, weights: Float64Array.from(weights) }), shares };
}

/** The words of a penalty metric as generators. */
export const wordGenerators = ({ qubits, words, weights }: Controls): Generators => ({
  qubits,
  weights,
  table: wordTable(words, qubits),
  inverseWeights: weights.map((weight) => 1 / weight),
});

/** The metric of a problem, as the flow needs it: in words, also where controls are sums of them, for symmetric costates stay so. */
export const metricOf = ({ controls, sums }: PathProblem): StateMetric => wordGenerators(sums?.controls ?? controls);

/** A geodesic between two states, given by its costate at the start. */
export interface GeneratorGeodesic extends StatePoint {
  /** F(H), the length, for it takes the time 1. */
  readonly length: number;
  /** ‖c‖ of the end-point condition: the square root of the infidelity. */
  readonly residual: number;
  /** Newton steps. */
  readonly steps: number;
}

/**
 * The geodesic from a state to |to⟩ near a given costate, by `polishedStateShot`.
 *
 * @param start - the state, and a guess of the costate, as `fittedCostate` gives it
 * @returns the geodesic found; its residual tells how far it misses
 * @throws {ShapeError} the states differ in size
 */
export function generatorGeodesic(
  metric: Generators,
  { state, costate: guess }: StatePoint,
  to: ComplexVector,
  { tolerance = 1e-11, maxSteps = 30 }: { readonly tolerance?: number; readonly maxSteps?: number } = {},
): GeneratorGeodesic {
  const from = { length: state.length / 2, interleaved: state };
  if (from.length !== to.length || to.length !== 2 ** metric.qubits) {
    throw new ShapeError(
      `generatorGeodesic: states of ${2 ** metric.qubits} amplitudes required, got ${from.length}, ${to.length}`,
    );
  }
  const { coordinatesOf, vectorOf } = horizontalFrame(state);
  const shot = polishedStateShot(metric, { from, to }, vectorOf(coordinatesOf(guess)), { tolerance, maxSteps });
  const { costate, residual, steps } = shot;
  return { state, costate, length: speedAt(metric, { state, costate }), residual, steps };
}
