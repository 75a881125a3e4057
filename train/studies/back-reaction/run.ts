/**
 * @file An excitation moves the geodesic: linear response by the implicit function theorem, against newly computed
 * geodesics.
 */

import { haarRandom } from '../../../datasets/haar-random.ts';
import { leastSquares } from '../../../src/geodesic/state/generator-readout.ts';
import { type Generators, generatorGeodesic } from '../../../src/geodesic/state/generators.ts';
import { horizontalFrame } from '../../../src/geodesic/state/horizontal-frame.ts';
import { shotJacobian } from '../../../src/geodesic/state/shot-jacobian.ts';
import { controlsAt, exactFlow, pointAfter, type StatePoint, speedAt } from '../../../src/geodesic/state/state-flow.ts';
import { carriedAlong } from '../../../src/geodesic/state/varied-flow.ts';
import { plus, times } from '../../../src/linalg/real-vector.ts';
import { type PauliWord, place } from '../../../src/operator/pauli.ts';
import { missOf } from '../../../src/path/state-path.ts';
import type { Findings } from '../../../src/record/study-record.ts';
import type { StudyContext, StudyStep } from '../../study.ts';
import { type ExactGeodesic, exactGeodesic, generatorsOf } from '../exact-geodesic.ts';
import { TWO_LOCAL } from '../shortest-path.ts';
import { along, type FamilyResponse, findings } from './findings.ts';
import { excited, type Options, stateOf } from './options.ts';

/** Carries the study out, part by part. */
export function* run(
  { qubits: n, metric, site, insertion, strengths, samples, slices, starts }: Options,
  { seed, part }: StudyContext,
): Generator<StudyStep, Findings> {
  const penalty = TWO_LOCAL[metric];
  const target = haarRandom(n, seed).amplitudes;
  const exact = yield* part('geodesic', 0.3, () => exactGeodesic(penalty, target, { slices, starts, seed }));
  const times = Array.from({ length: samples }, (_, k) => k / (samples - 1));
  const word = place(n, { [Math.min(site, n - 1)]: 'X' });
  const responses: FamilyResponse[] = [];
  for (const [k, name] of (['start', 'bulk'] as const).entries()) {
    const work = () => {
      const generators = generatorsOf(penalty, n);
      const family =
        name === 'start' ? startFamily(generators, exact, word) : bulkFamily(generators, exact, word, insertion);
      return responseOf(generators, exact, family, strengths, times);
    };
    responses.push(yield* part(`excitation of the ${name}`, 0.3 + 0.35 * (k + 1), work));
  }
  return findings(n, exact, word, responses, times, generatorsOf(penalty, n));
}

/** A family of problems in ε: where the path starts and where it ends. States and costates are interleaved. */
interface Family {
  readonly name: string;
  /** Carries the state and the costates at the start from 0 to ε. */
  readonly start: (vector: Float64Array, epsilon: number) => Float64Array;
  readonly end: (epsilon: number) => Float64Array;
  /** dC/dε by the first variation. */
  readonly firstVariation: number;
}

/** The start is excited, the end is held fixed. */
function startFamily(generators: Generators, { geodesic, target }: ExactGeodesic, word: PauliWord): Family {
  return {
    name: 'start excited, end held',
    start: (vector, epsilon) => excited(word, vector, epsilon),
    end: () => target.interleaved,
    firstVariation: -along(generators, geodesic, word, geodesic.length),
  };
}

/**
 * The state is excited halfway, and the rest of the old path leads it to a new end, which the geodesic has to reach.
 */
function bulkFamily(generators: Generators, { geodesic }: ExactGeodesic, word: PauliWord, insertion: number): Family {
  const middle = pointAfter(generators, geodesic, insertion);
  const rest = exactFlow(generators, middle, 1 - insertion);
  return {
    name: 'bulk excited, start held',
    start: (vector) => vector,
    end: (epsilon) => carriedAlong(generators, rest, [excited(word, middle.state, epsilon)])[0]!.at(-1)!,
    firstVariation: along(generators, middle, word, geodesic.length),
  };
}

/** The derivative of a function at 0, by central differences of fourth order. */
function derivative(value: (epsilon: number) => Float64Array): Float64Array {
  const step = 1e-3;
  const difference = (steps: number): Float64Array => plus(value(steps * step), -1, value(-steps * step));
  return times(1 / (12 * step), plus(times(8, difference(1)), -1, difference(2)));
}

/** Steps of the linearised flow, enough for rounding accuracy. */
const FLOW_STEPS = 128;

/** The response by the implicit function theorem, and the geodesics at finite strength by Newton's method. */
function responseOf(
  generators: Generators,
  { geodesic }: ExactGeodesic,
  { name, start, end, firstVariation }: Family,
  strengths: readonly number[],
  sampleTimes: readonly number[],
): FamilyResponse {
  const pointAt = (epsilon: number, costate: Float64Array): StatePoint => ({
    state: start(geodesic.state, epsilon),
    costate: start(costate, epsilon),
  });
  const ends = { from: stateOf(geodesic.state), to: stateOf(end(0)) };
  const missAt = (epsilon: number): Float64Array => {
    const to = stateOf(end(epsilon));
    const { state } = pointAfter(generators, pointAt(epsilon, geodesic.costate), 1);
    return horizontalFrame(to.interleaved).coordinatesOf(missOf(to, stateOf(state)).interleaved);
  };
  const { matrix: byCostate } = shotJacobian(generators, ends, geodesic.costate, FLOW_STEPS);
  const byStrength = derivative(missAt);
  const moved = horizontalFrame(geodesic.state).vectorOf(times(-1, leastSquares(byCostate, byStrength)));
  /** The response along the tangent of the family. */
  const guessAt = (epsilon: number): StatePoint => pointAt(epsilon, plus(geodesic.costate, epsilon, moved));
  /** The velocities at all times, one after the other. */
  const velocitiesOf = (from: StatePoint): Float64Array => {
    let at = from;
    return Float64Array.from(
      sampleTimes.flatMap((time, k) => {
        at = pointAfter(generators, at, time - (sampleTimes[k - 1] ?? 0));
        return Array.from(controlsAt(generators, at));
      }),
    );
  };
  const linear = derivative((epsilon) => velocitiesOf(guessAt(epsilon)));
  const plain = velocitiesOf(geodesic);
  const words = generators.weights.length;
  const rows = strengths.map((strength) => {
    const found = generatorGeodesic(generators, guessAt(strength), stateOf(end(strength)));
    const difference = plus(velocitiesOf(found), -1, plain);
    return {
      strength,
      moved: Math.hypot(...difference) / Math.sqrt(sampleTimes.length),
      remainder: Math.hypot(...plus(difference, -strength, linear)) / Math.sqrt(sampleTimes.length),
      length: found.length,
      residual: found.residual,
    };
  });
  return {
    name,
    firstVariation,
    lengthSlope: derivative((epsilon) => Float64Array.of(speedAt(generators, guessAt(epsilon))))[0]!,
    response: sampleTimes.map((_, k) => linear.slice(k * words, (k + 1) * words)),
    rows,
  };
}
