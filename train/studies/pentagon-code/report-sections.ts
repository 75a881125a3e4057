/** @file The report on a stabiliser code as tables and charts. */

import type { ChartSeries, Exhibit, ShortenedText, StudySection } from '../../../src/record/study-record.ts';
import type { CodeReport } from '../../../src/stabiliser/code-report.ts';
import { sparseWord } from '../../../src/stabiliser/sparse-word.ts';

/** Factors of a word that a table has room for. */
const MOST_FACTORS = 8;

/** [[n, k, d]], with the dimension if it is not two. */
export function codeName({ prime, physical, logical, certified, distance }: CodeReport): string {
  const weight = (certified ?? distance)?.weight;
  return `[[${physical}, ${logical}${weight === undefined ? '' : `, ${weight}`}]]${prime === 2 ? '' : `, p = ${prime}`}`;
}

/** What code it is, and how many of its words there are of each weight. */
export function weightSection(report: CodeReport): StudySection {
  const { prime, sites, inputs, distance, certified, enumerators } = report;
  const log = (counts: readonly number[]): ChartSeries['points'] =>
    counts.flatMap((count, w) => (count > 0 ? [[w, count] as const] : []));
  const chart: readonly Exhibit[] =
    enumerators === null
      ? []
      : [
          {
            kind: 'chart',
            caption: 'Weight enumerators. Number of words that act on so many sites.',
            x: { label: 'weight', kind: 'linear' },
            y: { label: 'number of words', kind: 'log' },
            series: [
              { name: 'logical words and stabilisers', mark: 'line-and-points', points: log(enumerators.logical) },
              { name: 'stabilisers', mark: 'hollow', points: log(enumerators.stabilisers) },
            ],
          },
        ];
  return {
    heading: 'The code and its weights',
    text:
      'The distance is the least number of sites on which a logical operator acts. It is found by search, with random ' +
      'information sets, and as the first weight at which there are more words that commute with the group than in it. ' +
      'Words of the second are by listing or contraction, and by the MacWilliams identity.',
    exhibits: [
      {
        kind: 'table',
        caption: `The code ${codeName(report)}. Distance in two ways.`,
        columns: ['dimension', 'sites', 'inputs', 'distance', 'words', 'by search', 'words found'],
        rows: [
          [
            prime,
            sites,
            inputs,
            certified?.weight ?? null,
            certified?.words ?? null,
            distance?.weight ?? null,
            distance?.words ?? null,
          ],
        ],
      },
      ...chart,
    ],
  };
}

/** Operators on single inputs. */
export function operatorSection({ operators, prime }: CodeReport): readonly StudySection[] {
  if (operators.length === 0) return [];
  const short = (word: string): ShortenedText => ({ shown: sparseWord(word, prime, MOST_FACTORS), whole: word });
  return [
    {
      heading: 'Operators on single inputs',
      text:
        'A bare operator acts on its input and leaves all others alone; a dressed one may do to them what it likes. Their ' +
        'least weights are upper bounds by search. X and Z are representatives, not the lightest, on qudits numbered from 0; ' +
        'the record has the whole words.',
      exhibits: [
        {
          kind: 'table',
          caption: `Operators on each input.${operators.length > 24 ? ' The first 24.' : ''}`,
          columns: ['input', 'dressed, at most', 'bare, at most', 'X', 'Z'],
          rows: operators
            .slice(0, 24)
            .map(({ dressed, bare, x, z }, input) => [input, dressed, bare, short(x.word), short(z.word)]),
        },
      ],
    },
  ];
}

/** Entropies and wedges of the report's own regions. */
export function regionSection({ regions, inputs }: CodeReport): StudySection {
  const points = (value: (row: CodeReport['regions'][number]) => number | null): ChartSeries['points'] =>
    regions.map((row) => [row.region.length, value(row)] as const);
  const area: readonly ChartSeries[] = regions.some(({ area: cut }) => cut !== null)
    ? [{ name: 'minimal cut', mark: 'hollow', points: points(({ area: cut }) => cut) }]
    : [];
  const recovered: readonly Exhibit[] =
    inputs === 0
      ? []
      : [
          {
            kind: 'chart',
            caption: 'Inputs that an arc recovers.',
            x: { label: 'sites of the arc', kind: 'linear' },
            y: { label: 'inputs', kind: 'linear', include: [0, inputs] },
            series: [{ name: 'recovered inputs', mark: 'points', points: points((row) => row.recovered.length) }],
          },
        ];
  return {
    heading: 'Entropies and recovery',
    text: 'Arcs of consecutive sites from four starts, the inputs maximally mixed. All by ranks, exact.',
    exhibits: [
      {
        kind: 'chart',
        caption: 'Entropy of arcs.',
        x: { label: 'sites of the arc', kind: 'linear' },
        y: { label: 'S (nats)', kind: 'linear', include: [0] },
        series: [{ name: 'S', mark: 'points', points: points(({ entropy }) => entropy) }, ...area],
      },
      ...recovered,
    ],
  };
}

/** The erasure curve of the report. */
export function erasureSection({ erasure }: CodeReport): StudySection {
  const average = (k: number): number => {
    const { inputs } = erasure[k]!;
    return inputs.reduce((sum, { share }) => sum + share, 0) / Math.max(1, inputs.length);
  };
  return {
    heading: 'Erasure',
    text: `Every site is lost with the same probability, independently; ${erasure[0]?.samples ?? 0} samples. Whether an input is recovered is a question of ranks, answered exactly.`,
    exhibits: [
      {
        kind: 'chart',
        caption: 'What survives a loss.',
        x: { label: 'probability of loss', kind: 'linear' },
        y: { label: 'probability', kind: 'linear', include: [0, 1] },
        series: [
          {
            name: 'an input, on average',
            mark: 'line-and-points',
            points: erasure.map(({ probability }, k) => [probability, average(k)] as const),
          },
          {
            name: 'all inputs',
            mark: 'dash',
            points: erasure.map(({ probability, all }) => [probability, all.share] as const),
          },
        ],
      },
    ],
  };
}
