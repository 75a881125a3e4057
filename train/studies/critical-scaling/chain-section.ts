/** @file Open chains on which only neighbours interact: the length against size, and which bond acts when. */

import { significant } from '../../../src/number-format.ts';
import { atLeast, atMost, type Check, type StudySection } from '../../../src/record/study-record.ts';
import type { ChainPath, Measured } from './measured.ts';

/** L of the straight path of a critical ring, all ranges at weight 1. */
const straightLength = (n: number): number => Math.PI * Math.sqrt((n * n - 1) / (192 * n));

/** Exponents of L against N from one size to the next. */
const exponentsOf = (chains: readonly ChainPath[]): readonly number[] =>
  chains.slice(1).map((chain, k) => {
    const before = chains[k]!;
    return Math.log(chain.length / before.length) / Math.log(chain.sites / before.sites);
  });

/** Mean time at which each bond acts, by the square of its strength, in [0, 1], from the middle bond outwards. */
export function meanTimes(bonds: ChainPath['bonds']): readonly number[] {
  const count = bonds[0]!.length;
  const middle = Math.floor((count - 1) / 2);
  return Array.from({ length: middle + 1 }, (_, away) => {
    const share = bonds.map((slice) => slice[middle - away]! ** 2 + slice[count - 1 - middle + away]! ** 2);
    const total = share.reduce((sum, value) => sum + value, 0);
    return share.reduce((sum, value, k) => sum + (value * (k + 0.5)) / bonds.length, 0) / total;
  });
}

/** What chains cost, in a sentence; empty where none was searched. */
export function chainSentence({ chains }: Measured): string {
  const last = chains.at(-1);
  if (last === undefined) return '';
  const exponents = exponentsOf(chains);
  const law =
    exponents.length === 0
      ? ''
      : `, growing as N to the power ${exponents.map((one) => one.toFixed(2)).join(', then ')}: a power, as the light cone of short ranges makes one expect, and no logarithm`;
  return (
    ` Where only neighbours interact, the path to the open chain of ${last.sites} sites is ${last.length.toFixed(2)} long` +
    `, ${(last.length / straightLength(last.sites)).toFixed(1)} times the straight one of all ranges${law}; it is a wave that leaves the middle.`
  );
}

/** Lengths and the law, and which bond acts when; null where no chain was searched. */
export function chainSection({ chains }: Measured): StudySection | null {
  const last = chains.at(-1);
  if (last === undefined) return null;
  const exponents = exponentsOf(chains);
  const { bonds } = last;
  return {
    heading: 'Open chains of neighbours',
    text:
      'Shortest paths found to the critical open chain in words of one and of two neighbouring qubits, all of weight 1 (real ones, kept by the reflection). They end at the shortest path for a weight on the end; ' +
      'the uncertainty is what an exact end may cost. The ring’s straight path has words of all ranges at the same weight, and grows as √N.',
    exhibits: [
      {
        kind: 'chart',
        caption:
          'Length against sites: open chains with neighbours alone, and the straight path of the ring with all ranges.',
        x: { label: 'sites N', kind: 'log' },
        y: { label: 'L', kind: 'log' },
        series: [
          {
            name: 'open chain, neighbours',
            mark: 'line-and-points',
            points: chains.map(({ sites, length }) => [sites, length] as const),
          },
          {
            name: 'ring, all ranges',
            mark: 'dash',
            points: chains.map(({ sites }) => [sites, straightLength(sites)] as const),
          },
        ],
      },
      {
        kind: 'table',
        caption: 'Exponent: of L against N from the size above.',
        columns: [
          'sites',
          'length',
          'uncertainty',
          'Σ(1 − F)',
          'no Gaussian path is shorter than',
          'exponent',
          'over the straight path of the ring',
        ],
        rows: chains.map(({ sites, length, uncertainty, missed, lowerBound }, k) => [
          sites,
          length,
          uncertainty,
          missed,
          lowerBound,
          exponents[k - 1] ?? null,
          length / straightLength(sites),
        ]),
      },
      {
        kind: 'heat-map',
        caption: `Bond against time on ${last.sites} sites, from the reference (left) to the state: a wave leaves the middle and reaches the ends last.`,
        quantity: '√(Σh²) of a bond',
        rowsLabel: 'bond',
        columnsLabel: 'slice',
        rows: bonds[0]!.map((_, bond) => String(bond + 1)),
        columns: bonds.map((_, k) => String(k + 1)),
        values: bonds[0]!.map((_, bond) => bonds.map((slice) => slice[bond]!)),
      },
    ],
  };
}

/** Ends, bounds, and the order in which bonds act. */
export function chainChecks({ chains }: Measured): readonly Check[] {
  if (chains.length === 0) return [];
  const times = meanTimes(chains.at(-1)!.bonds);
  return [
    atMost(
      'open chains: Σ(1 − F)',
      'independent computation',
      Math.max(...chains.map(({ missed }) => missed)),
      0,
      1e-7,
    ),
    atLeast(
      'open chains: length over its lower bound',
      'theorem',
      Math.min(...chains.map(({ length, lowerBound }) => length / lowerBound)),
      1,
      1e-9,
    ),
    atLeast(
      `the middle bond acts before the last: mean times ${significant(times[0]!, 2)} and ${significant(times.at(-1)!, 2)}`,
      'independent computation',
      times.at(-1)! - times[0]!,
      0.1,
      0,
    ),
  ];
}
