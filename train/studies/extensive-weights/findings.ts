/** @file The findings of the study in words, tables and pictures. */

import { type LineFit, lineFit } from '../../../src/geometry/distance-fit.ts';
import {
  atLeast,
  atMost,
  type Check,
  equals,
  type Findings,
  type StudySection,
  type Verdict,
} from '../../../src/record/study-record.ts';
import type { SymmetricName } from '../sector-part.ts';

/** The length of the shortest path found where words of two qubits weigh n^exponent. */
export interface Weighed {
  readonly name: SymmetricName;
  readonly qubits: number;
  readonly exponent: number;
  readonly length: number;
  readonly infidelity: number;
}

/** Length ∝ n^slope. */
interface Scaling {
  readonly name: SymmetricName;
  readonly exponent: number;
  readonly fit: LineFit;
}

export function findings(weighed: readonly Weighed[], fourfold: Weighed): Findings {
  const scalings = scalingsOf(weighed);
  const extensive = extensiveExponent(scalings.filter(({ name }) => name === 'GHZ'));
  const told = scalings
    .filter(({ name }) => name === 'GHZ')
    .map(({ exponent, fit }) => `n^${fit.slope.toFixed(2)} ± ${fit.slopeError.toFixed(2)} at α = ${exponent}`);
  const first = weighed.find(
    ({ name, exponent, qubits }) => name === 'GHZ' && exponent === 0 && qubits === fourfold.qubits,
  );
  return {
    title: 'Extensive weights',
    question:
      'The paper says that the complexity of GHZ_n is n. At weights 1 it is not; which weights of two-qubit words make it so? (III.E)',
    answer:
      `With words of two qubits at weight n^α, those of one qubit at 1, the lengths found to GHZ_n grow as ${told.join(', ')}. ` +
      (extensive === null
        ? 'None of the exponents tried is near 1.'
        : `Between them the length is proportional to n at α = ${extensive.toFixed(2)}. Both weights at n^β multiply every length by n^{β/2} exactly.`),
    sections: [lengthSection(weighed), scalingSection(scalings)],
    checks: [
      ...weighed.map(({ name, qubits, exponent, infidelity }) =>
        atMost(`${name}_{${qubits}}, α = ${exponent}: infidelity`, 'independent computation', infidelity, 0, 1e-6),
      ),
      ...(first === undefined
        ? []
        : [
            equals(
              `${first.name}_{${first.qubits}}: four times all weights is twice the length`,
              'theorem',
              fourfold.length / first.length,
              2,
              1e-4,
            ),
          ]),
      ...monotonic(weighed),
    ],
    verdicts: verdictsOf(scalings, extensive),
  };
}

/** Heavier words: no path becomes shorter, and none more than √(ratio of the weights) longer. */
function monotonic(weighed: readonly Weighed[]): readonly Check[] {
  return weighed.flatMap((one) => {
    const lighter = weighed
      .filter(({ name, qubits, exponent }) => name === one.name && qubits === one.qubits && exponent < one.exponent)
      .at(-1);
    if (lighter === undefined) return [];
    const ratio = Math.sqrt(one.qubits ** (one.exponent - lighter.exponent));
    const title = `${one.name}_{${one.qubits}}, α = ${lighter.exponent} to ${one.exponent}: length`;
    return [
      atLeast(`${title} does not fall`, 'theorem', one.length, lighter.length, 1e-3),
      atMost(`${title} grows by at most the root of the weights`, 'theorem', one.length, ratio * lighter.length, 1e-3),
    ];
  });
}

function scalingsOf(weighed: readonly Weighed[]): readonly Scaling[] {
  const names = [...new Set(weighed.map(({ name }) => name))];
  const exponents = [...new Set(weighed.map(({ exponent }) => exponent))];
  return names.flatMap((name) =>
    exponents.map((exponent) => {
      const own = weighed.filter((one) => one.name === name && one.exponent === exponent);
      const logarithms = own.map(({ length }) => Math.log(length));
      const fit = lineFit(
        own.map(({ qubits }) => Math.log(qubits)),
        logarithms,
      );
      return { name, exponent, fit };
    }),
  );
}

/** Where the exponent of the length is 1, between two of those tried; null if it is at none. */
function extensiveExponent(scalings: readonly Scaling[]): number | null {
  for (const [k, { exponent, fit }] of scalings.entries()) {
    const next = scalings[k + 1];
    if (next === undefined || (fit.slope - 1) * (next.fit.slope - 1) > 0) continue;
    const share = (1 - fit.slope) / (next.fit.slope - fit.slope);
    return exponent + share * (next.exponent - exponent);
  }
  return null;
}

function lengthSection(weighed: readonly Weighed[]): StudySection {
  const exponents = [...new Set(weighed.map(({ exponent }) => exponent))];
  const names = [...new Set(weighed.map(({ name }) => name))];
  const sizes = [...new Set(weighed.map(({ qubits }) => qubits))];
  const at = (name: SymmetricName, n: number, exponent: number): number | null =>
    weighed.find((one) => one.name === name && one.qubits === n && one.exponent === exponent)?.length ?? null;
  return {
    heading: 'Lengths',
    text: 'Shortest paths found among those symmetric under all permutations for GHZ, of a hub and its leaves for W (real ones), in K slices: upper bounds.',
    exhibits: [
      {
        kind: 'chart',
        caption: `Length of paths to ${names[0]}, both axes logarithmic. α: two-qubit words weigh n^α; dashed: n.`,
        x: { label: 'qubits', kind: 'log' },
        y: { label: 'length', kind: 'log' },
        series: [
          ...exponents.map((exponent) => ({
            name: `α = ${exponent}`,
            mark: 'line-and-points' as const,
            points: sizes.map((n) => [n, at(names[0]!, n, exponent)] as const),
          })),
          { name: 'n', mark: 'dash' as const, points: sizes.map((n) => [n, n] as const) },
        ],
      },
      {
        kind: 'table',
        caption: 'Lengths by number of qubits.',
        columns: ['state', 'α', ...sizes.map((n) => `n = ${n}`)],
        rows: names.flatMap((name) =>
          exponents.map((exponent) => [name, exponent, ...sizes.map((n) => at(name, n, exponent))]),
        ),
      },
    ],
  };
}

function scalingSection(scalings: readonly Scaling[]): StudySection {
  return {
    heading: 'Exponents',
    text:
      'Length ∝ n^γ, by least squares through logarithms; errors from the scatter. If both weights were n^β, γ would be β/2 ' +
      'above that at weights 1. A mean field of two-qubit words does the work of rotations only while they are light.',
    exhibits: [
      {
        kind: 'table',
        caption: 'Fitted exponents γ.',
        columns: ['state', 'α', 'γ', 'error', 'residual of ln length'],
        rows: scalings.map(({ name, exponent, fit }) => [name, exponent, fit.slope, fit.slopeError, fit.residual]),
      },
    ],
  };
}

function verdictsOf(scalings: readonly Scaling[], extensive: number | null): readonly Verdict[] {
  const equal = scalings.find(({ name, exponent }) => name === 'GHZ' && exponent === 0);
  const near = equal !== undefined && Math.abs(equal.fit.slope - 1) <= 2 * equal.fit.slopeError;
  return [
    {
      statement: 'the complexity of GHZ_n is n',
      source: 'III.E',
      verdict: near ? 'holds' : extensive === null ? 'fails' : 'holds in part',
      because:
        (equal === undefined
          ? ''
          : `at weights 1 the exponent is ${equal.fit.slope.toFixed(2)} ± ${equal.fit.slopeError.toFixed(2)}; `) +
        (extensive === null
          ? 'no weights tried make it 1'
          : `it is 1 for words of two qubits at weight n^α, α = ${extensive.toFixed(2)}, over these sizes: the statement is one about the weights`),
    },
  ];
}
