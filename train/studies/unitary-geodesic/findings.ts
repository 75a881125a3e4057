/** @file The findings of the study in words, tables and pictures. */

import type { UnitaryGeodesic } from '../../../src/geodesic/unitary/logarithmic-map.ts';
import {
  atLeast,
  atMost,
  type Check,
  equals,
  type Findings,
  type StudySection,
} from '../../../src/record/study-record.ts';
import type { Solution } from '../../../src/solution.ts';

export type Found = Solution<UnitaryGeodesic>;

const lengthOf = ({ result, value }: Found): number | null => (result === 'converged' ? value.length : null);

export const textOf = (q: number): string => (q === Infinity ? '∞' : String(q));

export function findings(name: string, size: number, found: readonly Found[], biInvariant: number): Findings {
  const reached = found.filter(({ result }) => result === 'converged');
  const [first, last] = [reached[0], reached.at(-1)];
  const answer =
    first === undefined || last === undefined
      ? 'No geodesic was found at any penalty.'
      : `The length found grows from ${first.value.length.toFixed(6)} at penalty ${textOf(first.value.metric.penalty)} to ` +
        `${last.value.length.toFixed(6)} at ${textOf(last.value.metric.penalty)}. Each is an upper bound of C(V), and as good as its certificate.`;
  return {
    title: `Complexity of ${name}`,
    question: `What is the shortest path from 1 to ${name} on ${Math.log2(size)} qubits, and how does it change as large words become expensive? (II.A)`,
    answer,
    sections: [lengths(found, biInvariant), paths(reached)],
    checks: found.flatMap((one, k) => checksOf(one, found[k - 1], biInvariant)),
    verdicts: [],
  };
}

function lengths(found: readonly Found[], biInvariant: number): StudySection {
  const columns = ['penalty', 'length', 'residual', 'conjugate points', 'lower bound', 'starts', 'status'];
  const rows = found.map((one) => {
    const { metric, certificate } = one.value;
    const { residual, conjugatePoints, lowerBounds, starts, status } = certificate;
    const arrived = `${starts.filter(({ length }) => length !== null).length} of ${starts.length}`;
    const bound = Math.max(lowerBounds.biInvariant, lowerBounds.weyl ?? 0);
    return [textOf(metric.penalty), lengthOf(one), residual, conjugatePoints, bound, arrived, status];
  });
  const finite = found.filter(({ value }) => value.metric.penalty < Infinity);
  const limit = found.find(({ value }) => value.metric.penalty === Infinity);
  const level = limit === undefined ? null : lengthOf(limit);
  return {
    heading: 'Length against penalty',
    text:
      'Words that the metric does not make cheap weigh q. At q = 1 the metric is bi-invariant and the length ' +
      'is known exactly; it can only grow with q. At q = ∞ the expensive words are not controls at all.',
    exhibits: [
      { kind: 'table', caption: 'Geodesics. The shortest found at each penalty, with its certificate.', columns, rows },
      {
        kind: 'chart',
        caption: 'Length against penalty. Each point is the shortest geodesic found.',
        x: { label: 'penalty q (log scale)', kind: 'log' },
        y: { label: 'length', kind: 'linear', include: [0] },
        series: [
          {
            name: 'geodesic',
            mark: 'line-and-points',
            points: finite.map((one) => [one.value.metric.penalty, lengthOf(one)] as const),
          },
        ],
        levels: [
          { y: biInvariant, name: 'bi-invariant distance' },
          ...(level === null ? [] : [{ y: level, name: 'q = ∞' }]),
        ],
      },
    ],
  };
}

/** Which words the initial velocity uses. */
function paths(found: readonly Found[]): StudySection {
  const sizeOf = (word: string): number => word.replaceAll('I', '').length;
  const most = Math.max(1, ...found.map(({ value }) => value.qubits));
  const sizes = Array.from({ length: most }, (_, k) => k + 1);
  const share = ({ value }: Found, size: number): number => {
    const square = (terms: readonly { readonly coefficient: number }[]): number =>
      terms.reduce((sum, { coefficient }) => sum + coefficient ** 2, 0);
    const { terms } = value.velocity;
    return square(terms.filter(({ word }) => sizeOf(word) === size)) / square(terms);
  };
  return {
    heading: 'Where the velocity lies',
    text: 'Share of Σ h_{P}² at the start of each geodesic in words of 1, 2, … qubits.',
    exhibits: [
      {
        kind: 'heat-map',
        caption: 'Velocity by size of the words. Rows are penalties.',
        quantity: 'share of Σ h_{P}²',
        rowsLabel: 'penalty',
        columnsLabel: 'qubits of the word',
        rows: found.map(({ value }) => textOf(value.metric.penalty)),
        columns: sizes.map(String),
        values: found.map((one) => sizes.map((size) => share(one, size))),
      },
    ],
  };
}

function checksOf(one: Found, before: Found | undefined, biInvariant: number): readonly Check[] {
  if (one.result !== 'converged') return [];
  const { metric, length, certificate } = one.value;
  const q = textOf(metric.penalty);
  const { penalty, sizeWeights = [], words = {}, letters = {} } = metric;
  const weights = [penalty, ...sizeWeights, ...Object.values(words), ...Object.values(letters)];
  const uniform = weights.every((weight) => weight === 1);
  const grows =
    before?.result === 'converged' && before.value.metric.penalty <= metric.penalty
      ? [atLeast(`length does not fall with the penalty, q = ${q}`, 'theorem', length, before.value.length, 1e-8)]
      : [];
  return [
    atMost(`distance of the end point from V, q = ${q}`, 'independent computation', certificate.residual ?? 1, 1e-9),
    atMost(`variation of the speed, q = ${q}`, 'theorem', certificate.speedVariation, 1e-8),
    ...(uniform ? [equals('bi-invariant length', 'closed form', length, biInvariant, 1e-9)] : grows),
  ];
}
