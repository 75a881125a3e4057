/**
 * @file A geodesic of states to rounding accuracy, from the direct method and shooting, for the studies of response and
 * redundancy.
 */

import { controlWords } from '../../src/complexity/controls.ts';
import type { PenaltyMetric } from '../../src/complexity/penalty-metric.ts';
import { fittedCostate } from '../../src/geodesic/state/generator-readout.ts';
import {
  type GeneratorGeodesic,
  type Generators,
  generatorGeodesic,
  wordGenerators,
} from '../../src/geodesic/state/generators.ts';
import type { GeodesicOptions } from '../../src/geodesic/state/state-geodesic.ts';
import type { ComplexVector } from '../../src/linalg/complex.ts';
import { zeroState } from '../../src/state/zero-state.ts';
import type { PartStep } from '../study.ts';
import { shortestPath } from './shortest-path.ts';

/** The result that a part of a study can store: everything but the metric's tables. */
export interface ExactGeodesic {
  readonly geodesic: GeneratorGeodesic;
  readonly target: ComplexVector;
  /** Length of the sliced path that it was polished from. */
  readonly slicedLength: number;
}

/** The words of a metric as generators. */
export const generatorsOf = (metric: PenaltyMetric, qubits: number): Generators =>
  wordGenerators(controlWords(metric, qubits));

/** Searches for sliced paths from |0…0⟩, fits a costate to the shortest and polishes it. */
export function* exactGeodesic(
  metric: PenaltyMetric,
  target: ComplexVector,
  options: GeodesicOptions,
): Generator<PartStep, ExactGeodesic> {
  const qubits = Math.log2(target.length);
  const path = yield* shortestPath(metric, target, options);
  const generators = generatorsOf(metric, qubits);
  const state = zeroState(qubits).interleaved;
  const costate = fittedCostate(
    generators,
    state,
    path.velocity.map((h) => Float64Array.from(h)),
  );
  yield { message: 'shooting', progress: 0.95 };
  return { geodesic: generatorGeodesic(generators, { state, costate }, target), target, slicedLength: path.length };
}
