/** @file The findings of the study in words, tables and pictures. */

import type { Generators } from '../../../src/geodesic/state/generators.ts';
import { controlsAt, type StatePoint } from '../../../src/geodesic/state/state-flow.ts';
import { type PauliWord, support } from '../../../src/operator/pauli.ts';
import {
  atLeast,
  atMost,
  type Check,
  equals,
  type Findings,
  type StudySection,
} from '../../../src/record/study-record.ts';
import type { ExactGeodesic } from '../exact-geodesic.ts';

export interface FamilyResponse {
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

/** −⟨H(0), A⟩/C or ⟨H(τ), A⟩/C: a word of weight 1. */
export const along = (generators: Generators, at: StatePoint, word: PauliWord, length: number): number =>
  controlsAt(generators, at)[generators.table.words.indexOf(word)]! / length;

const signed = (value: number, digits: number): string => value.toFixed(digits).replace('-', '−');

/** Slope of log remainder against log ε at the smallest strengths. */
function slopeOf({ rows }: FamilyResponse): number {
  const [a, b] = rows.slice(-2) as [(typeof rows)[0], (typeof rows)[0]];
  return Math.log(a.remainder / b.remainder) / Math.log(a.strength / b.strength);
}

export function findings(
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
        because:
          'velocities move by ' +
          `${responses.map(({ rows }) => (rows.at(-1)!.moved / rows.at(-1)!.strength).toFixed(3)).join(' and ')} ` +
          'per unit of ε, on every qubit and at every time',
      },
      {
        statement: 'this is the interaction of matter and geometry, and volume invariance is invariance of the length',
        source: 'II.C',
        verdict: 'analogy',
        because:
          'dC/dε is a momentum component: it vanishes for excitations orthogonal to the momentum, and no equation ' +
          'between curvature and energy follows',
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
        caption: 'Newly computed geodesics.',
        columns: ['ε', 'length', 'moved', 'remainder', 'end-point residual'],
        rows: rows.map((row) => [row.strength, row.length, row.moved, row.remainder, row.residual]),
      },
    ],
  };
}
