/** @file An excitation moves the geodesic: linear response by the implicit function theorem, against geodesics found anew. */

import { z } from 'zod';
import { haarRandom } from '../../datasets/haar-random.ts';
import { leastSquares } from '../../src/geodesic/state/generator-readout.ts';
import { type Generators, generatorGeodesic } from '../../src/geodesic/state/generators.ts';
import { horizontalFrame } from '../../src/geodesic/state/horizontal-frame.ts';
import { shotJacobian } from '../../src/geodesic/state/shot-jacobian.ts';
import { controlsAt, exactFlow, pointAfter, type StatePoint, speedAt } from '../../src/geodesic/state/state-flow.ts';
import { carriedAlong } from '../../src/geodesic/state/varied-flow.ts';
import type { ComplexVector } from '../../src/linalg/complex.ts';
import { plus, times } from '../../src/linalg/real-vector.ts';
import { type PauliWord, place, support } from '../../src/operator/pauli.ts';
import { missOf } from '../../src/path/state-path.ts';
import {
  atLeast,
  atMost,
  type Check,
  equals,
  type Findings,
  type StudySection,
} from '../../src/record/study-record.ts';
import { study } from '../study.ts';
import { type ExactGeodesic, exactGeodesic, generatorsOf } from './exact-geodesic.ts';
import { TWO_LOCAL } from './shortest-path.ts';
import { applied } from './teleportation-protocol.ts';

const options = z.strictObject({
  qubits: z.int().min(2).max(4).default(3).describe('number of qubits; the target is Haar-random'),
  metric: z.enum(['all-to-all', 'chain']).default('chain').describe('which pairs may act'),
  site: z.int().nonnegative().default(0).describe('qubit that is excited, by exp(−iεX)'),
  insertion: z.number().gt(0).lt(1).default(0.5).describe('when the excitation of the bulk acts'),
  strengths: z.array(z.number().positive()).min(2).default([0.1, 0.05, 0.025, 0.0125]).describe('ε, descending'),
  samples: z.int().min(3).default(9).describe('times at which the path is compared'),
  slices: z.int().min(2).multipleOf(2).default(8).describe('K, slices of the direct method'),
  starts: z.int().positive().default(3).describe('random starts of the direct method'),
});

/** A family of problems in ε: where the path starts and where it ends. States and costates are interleaved. */
interface Family {
  readonly name: string;
  /** Carries the state and the costates at the start from 0 to ε. */
  readonly start: (vector: Float64Array, epsilon: number) => Float64Array;
  readonly end: (epsilon: number) => Float64Array;
  /** dC/dε by the first variation. */
  readonly firstVariation: number;
}
interface FamilyResponse {
  readonly name: string;
  readonly firstVariation: number;
  readonly lengthSlope: number;
  /** δu(t_k), the linear response of the velocities. */
  readonly response: readonly Float64Array[];
  readonly rows: readonly {
    readonly strength: number;
    readonly moved: number;
    readonly remainder: number;
    readonly length: number;
    readonly residual: number;
  }[];
}

export const backReaction = study({
  summary: 'an excitation of the start or of the bulk moves the geodesic: linear response against new geodesics',
  options,
  *run({ qubits: n, metric, site, insertion, strengths, samples, slices, starts }, { seed, part }) {
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
  },
});

/** exp(−iεP). */
const excited = (word: PauliWord, interleaved: Float64Array, epsilon: number): Float64Array =>
  applied([{ word, angle: 2 * epsilon }], stateOf(interleaved)).interleaved;

const stateOf = (interleaved: Float64Array): ComplexVector => ({ length: interleaved.length / 2, interleaved });

/** −⟨H(0), A⟩/C or ⟨H(τ), A⟩/C: a word of weight 1. */
const along = (generators: Generators, at: StatePoint, word: PauliWord, length: number): number =>
  controlsAt(generators, at)[generators.table.words.indexOf(word)]! / length;

/** The start is excited, the end is held. */
function startFamily(generators: Generators, { geodesic, target }: ExactGeodesic, word: PauliWord): Family {
  return {
    name: 'start excited, end held',
    start: (vector, epsilon) => excited(word, vector, epsilon),
    end: () => target.interleaved,
    firstVariation: -along(generators, geodesic, word, geodesic.length),
  };
}

/** The state is excited half-way, and the rest of the old path leads it to a new end, which the geodesic has to reach. */
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

/** Steps of the linearised flow, which is exact to rounding with them. */
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
  /** Along the tangent of the family. */
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

const signed = (value: number, digits: number): string => value.toFixed(digits).replace('-', '−');

/** Slope of log remainder against log ε at the smallest strengths. */
function slopeOf({ rows }: FamilyResponse): number {
  const [a, b] = rows.slice(-2) as [(typeof rows)[0], (typeof rows)[0]];
  return Math.log(a.remainder / b.remainder) / Math.log(a.strength / b.strength);
}

function findings(
  n: number,
  { geodesic, slicedLength }: ExactGeodesic,
  word: PauliWord,
  responses: readonly FamilyResponse[],
  times: readonly number[],
  generators: Generators,
): Findings {
  const slopes = responses.map(slopeOf);
  const checks: readonly Check[] = [
    atMost('geodesic: end point met', 'independent computation', geodesic.residual, 1e-10),
    atMost('geodesic: no longer than the sliced path', 'theorem', geodesic.length, slicedLength, 1e-9),
    ...responses.flatMap((one, k) => [
      equals(`${one.name}: slope of the remainder`, 'theorem', slopes[k]!, 2, 0.1),
      equals(
        `${one.name}: dC/dε by the response and by the first variation`,
        'theorem',
        one.lengthSlope,
        one.firstVariation,
        1e-6,
      ),
      ...one.rows.map(({ strength, residual }) =>
        atMost(`${one.name}, ε = ${strength}: end point met`, 'independent computation', residual, 1e-10),
      ),
      atLeast(`${one.name}: the geodesic moves`, 'independent computation', one.rows[0]!.moved, 1e-3),
    ]),
  ];
  return {
    title: 'Back-reaction of an excitation',
    question: 'How does the geodesic move when its start, or a state along it, is excited locally? (II.C)',
    answer: `The geodesic to a Haar-random state of ${n} qubits has length ${geodesic.length.toFixed(6)}. Excited by exp(−iεA), A = ${word}, it moves in proportion to ε, as the implicit function theorem says: what is left over falls with slope ${slopes.map((slope) => slope.toFixed(3)).join(' and ')}. The length changes by ${responses.map(({ firstVariation }) => `${signed(firstVariation, 4)}·ε`).join(' and ')} (start, bulk), the component of the momentum along A.`,
    sections: responses.map((one) => responseSection(one, n, times, generators)),
    checks,
    verdicts: [
      {
        statement: 'an excitation makes the geodesic adjust: back-reaction is a property of geodesics',
        source: 'II.C',
        verdict: 'holds',
        because: `velocities move by ${responses.map(({ rows }) => (rows.at(-1)!.moved / rows.at(-1)!.strength).toFixed(3)).join(' and ')} per unit of ε, on every qubit and at every time`,
      },
      {
        statement: 'this is the interaction of matter and geometry, and volume invariance is invariance of the length',
        source: 'II.C',
        verdict: 'analogy',
        because:
          'dC/dε is a momentum component: it vanishes for excitations orthogonal to the momentum, and no equation between curvature and energy follows',
      },
    ],
  };
}

function responseSection(
  { name, response, rows, firstVariation, lengthSlope }: FamilyResponse,
  n: number,
  times: readonly number[],
  { table: { words } }: Generators,
): StudySection {
  const siteShare = (u: Float64Array, site: number): number =>
    Math.sqrt(words.reduce((sum, word, p) => (support(word).includes(site) ? sum + u[p]! ** 2 : sum), 0));
  return {
    heading: name[0]!.toUpperCase() + name.slice(1),
    text: `dC/dε = ${signed(firstVariation, 8)} by the first variation, ${signed(lengthSlope, 8)} by the response.`,
    exhibits: [
      {
        kind: 'chart',
        caption: 'Movement of the velocities, and what linear response leaves over (root mean square over the times).',
        x: { label: 'ε (log scale)', kind: 'log' },
        y: { label: '|Δh|', kind: 'log' },
        series: [
          { name: 'moved', mark: 'line-and-points', points: rows.map((row) => [row.strength, row.moved] as const) },
          {
            name: 'remainder',
            mark: 'line-and-points',
            points: rows.map((row) => [row.strength, row.remainder] as const),
          },
        ],
      },
      {
        kind: 'heat-map',
        caption: 'Where the geodesic moves. √Σδh² over the words on a qubit, per unit of ε.',
        quantity: '|δh|/ε',
        rowsLabel: 'qubit',
        columnsLabel: 'time',
        rows: Array.from({ length: n }, (_, q) => String(q)),
        columns: times.map((time) => time.toFixed(2)),
        values: Array.from({ length: n }, (_, q) => response.map((u) => siteShare(u, q))),
      },
      {
        kind: 'table',
        caption: 'Geodesics found anew.',
        columns: ['ε', 'length', 'moved', 'remainder', 'end-point residual'],
        rows: rows.map((row) => [row.strength, row.length, row.moved, row.remainder, row.residual]),
      },
    ],
  };
}
