/** @file What was found in sectors of symmetric states: in words, as rows of the certificate, and as a picture. */

import { mapFigure } from '../drawing/data-figure.ts';

import type { HeatMap } from '../drawing/heat-map.ts';
import { counted, significant } from '../number-format.ts';
import type { SectorRecord } from '../record/run-record.ts';

/** A sector by its blocks: '2 + 4'. */
const named = (blocks: readonly number[]): string => blocks.join(' + ');

/** Where it was searched, and whether that is the path of the record. */
export function sectorSentence({ blocks, dimension, searched, shortest, length, polished }: SectorRecord): string {
  const qubits = blocks.reduce((sum, n) => sum + n, 0);
  const where = `The target is symmetric under permutations of qubits and the metric does not tell them apart, so ${counted(searched.length, 'sector')} of symmetric states ${searched.length === 1 ? 'was' : 'were'} searched`;
  const found = `the shortest path there, in the sector ${named(blocks)} (${counted(dimension, 'symmetric state')} instead of 2^{${qubits}}), has length ${significant(length, 6)}${polished ? '' : ', not polished'}`;
  const end = shortest ? '' : '; the search among all paths has found a shorter one';
  return ` ${where}; ${found}${end}.`;
}

/** Rows of the table beside the geodesic. */
export function sectorRows(sector: SectorRecord): readonly (readonly [string, string])[] {
  const { blocks, qubits, real, parity, length, residual, extrapolated, searched, index, certificate } = sector;
  const words = [real ? 'odd numbers of Y' : '', parity ? 'even numbers of flips' : ''].filter(Boolean).join(', ');
  const shown = qubits.map((block) => (block.length > 6 ? `${block[0]} … ${block.at(-1)}` : block.join(' ')));
  return [
    ['Sector of the shortest symmetric path (qubits)', `${named(blocks)} (${shown.join(' | ')})`],
    ['Words allowed there', words === '' ? 'all' : words],
    ['Its length', significant(length, 8)],
    ['√(1 − F) at its end', significant(residual)],
    ...(extrapolated === null
      ? []
      : ([['Limit of its length for many slices', significant(extrapolated, 6)]] as const)),
    ...searched.map(
      (one) =>
        [
          `Sector ${named(one.blocks)}`,
          `${significant(one.length, 6)}, residual ${significant(one.residual)}: ${one.status}`,
        ] as const,
    ),
    ['Morse index among all paths (0 for a local minimum)', index === null ? 'not counted' : String(index.index)],
    ...(index?.parts ?? []).map(
      ({ blocks: parts, dimension, negative, zero, lowest }) =>
        [
          `Its part from ${named(parts)}, each direction ${dimension} times`,
          `${negative} negative, ${zero} zero, lowest eigenvalue ${significant(lowest)}`,
        ] as const,
    ),
    ['Certificate of the path in the sector', certificate],
  ];
}

/** When each sum of words acts. */
export function sectorFigure({ controls, velocity }: SectorRecord): string {
  const strength = (a: number): number => velocity.reduce((sum, h) => sum + Math.abs(h[a]!), 0);
  const ranked = controls
    .map(({ name, words }, a) => ({ name, a, weight: strength(a) * Math.sqrt(words) }))
    .filter(({ weight }) => weight > 0)
    .toSorted((one, other) => other.weight - one.weight)
    .slice(0, 14);
  const columns = velocity.map((_, k) => String(k + 1));
  const map: HeatMap = {
    title: 'When each sum of words acts along the path in the sector',
    quantity: '|h|√(number of words)',
    rowsLabel: 'sum of words',
    columnsLabel: 'slice',
    rows: ranked.map(({ name }) => name),
    columns,
    values: ranked.map(({ a }) => velocity.map((h) => Math.abs(h[a]!) * Math.sqrt(controls[a]!.words))),
    nameClass: 'word',
    rowHeight: 17,
  };
  return mapFigure(
    map,
    'When each sum of words acts in the sector. |h|√N in each slice, from the reference (slice 1) to the target, for the sums that act longest: h is the coefficient of each of its N words, ΣXX the sum over all pairs; blocks are numbered below letters.',
  );
}
