/** @file The numbers that the study must get right. */

import { counted } from '../../../src/number-format.ts';
import { atLeast, atMost, type Check, equals } from '../../../src/record/study-record.ts';
import type { CodeReport } from '../../../src/stabiliser/code-report.ts';
import type { CutTable, Measured } from './measured-code.ts';

/** Sites and tiles of {5, 4} by layers, and what is known of its code of five-qubit tiles with two. */
const PENTAGONS = { sites: [5, 20, 55, 145], tiles: [1, 6, 21, 61] } as const;

export function checksOf(measured: Measured): readonly Check[] {
  const { cuts, wedges, weights, losses, report, code } = measured;
  const [perfect, hole] = cuts as [CutTable, CutTable];
  return [
    equals('perfect hexagons: share of arcs with S = cut', 'theorem', perfect.arcs, 1, 0),
    equals('the black hole: entropy of the boundary is that of six legs', 'theorem', hole.whole, 6 * Math.LN2, 1e-9),
    ...cuts.map(({ name, least }) => atLeast(`${name}: least cut − S`, 'theorem', least, 0, 1e-9)),
    equals('tiles recovered from a region and from the rest', 'theorem', wedges.cloned, 0, 0),
    equals('tiles of a greedy wedge outside of the exact one', 'theorem', wedges.beyond, 0, 0),
    atMost(
      'greatest excess of what survives with all inputs in use over what survives with one',
      'theorem',
      excess(losses),
      0,
    ),
    ...weights.flatMap(({ layers, dressed, bare }) =>
      [['dressed', dressed] as const, ['bare', bare] as const].flatMap(([kind, { weight, searched, words, found }]) =>
        weight === null || searched === null
          ? []
          : [
              atLeast(
                `${counted(layers, 'layer')}: ${kind} weight by search`,
                'independent computation',
                searched,
                weight,
              ),
              ...(searched === weight
                ? [atMost(`${counted(layers, 'layer')}: ${kind} words found`, 'independent computation', found, words)]
                : []),
            ],
      ),
    ),
    ...userChecks(report),
    ...(code.p === 5 && code.q === 4 && code.seed === 'five-qubit' ? pentagonChecks(measured) : []),
  ];
}

/** What survives with all inputs open, less what survives of the same losses with the centre alone: greatest. */
function excess(losses: Measured['losses']): number {
  const differences = losses.flatMap((open, k) =>
    open.bulk === 'open' ? open.shares.map((share, at) => share - losses[k + 1]!.shares[at]!) : [],
  );
  return Math.max(...differences);
}

function pentagonChecks({ code, weights, report }: Measured): readonly Check[] {
  const layers = code.layers ?? 2;
  const counts = [
    equals('sites', 'published value', report.sites, PENTAGONS.sites[layers]!, 0),
    equals('tiles', 'published value', report.inputs, PENTAGONS.tiles[layers]!, 0),
  ];
  const two = weights.find((row) => row.layers === 2);
  if (two === undefined) return counts;
  return [
    ...counts,
    equals('two layers: dressed distance of the centre', 'independent computation', two.dressed.weight!, 5, 0),
    equals('two layers: its words', 'independent computation', two.dressed.words, 18, 0),
    equals('two layers: the same words by search', 'independent computation', two.dressed.found, 18, 0),
    equals('two layers: bare distance of the centre', 'independent computation', two.bare.weight!, 19, 0),
    equals('two layers: its words, bare', 'independent computation', two.bare.words, 69120, 0),
  ];
}

/** Both ways to the distance, and the sums of the enumerators. */
export function userChecks({
  prime,
  physical,
  logical,
  distance,
  certified,
  enumerators,
}: CodeReport): readonly Check[] {
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0);
  const logarithm = (counts: readonly number[]): number => Math.log(sum(counts)) / Math.log(prime);
  const weights =
    enumerators === null
      ? []
      : [
          equals(
            'log_{p} of the number of stabilisers',
            'theorem',
            logarithm(enumerators.stabilisers),
            physical - logical,
            1e-9,
          ),
          equals(
            'log_{p} of the number of logical words',
            'theorem',
            logarithm(enumerators.logical),
            physical + logical,
            1e-9,
          ),
        ];
  if (certified === null || distance === null) return weights;
  return [
    ...weights,
    equals('distance by search and by enumerators', 'independent computation', distance.weight, certified.weight, 0),
  ];
}
