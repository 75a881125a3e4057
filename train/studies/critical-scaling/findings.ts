/** @file The findings of the study in words, tables and pictures. */

import { lineFit } from '../../../src/geometry/distance-fit.ts';
import { significant } from '../../../src/number-format.ts';
import {
  atLeast,
  atMost,
  type Check,
  equals,
  type Findings,
  type StudySection,
  type Verdict,
} from '../../../src/record/study-record.ts';
import { chainChecks, chainSection, chainSentence } from './chain-section.ts';
import type { BoundedPath, Measured } from './measured.ts';
import { meraChecks, meraSection, meraSentence } from './mera-section.ts';

const WEIGHTS = ['1', 'r', 'r²'];

/** What is read from the straight paths. */
interface Laws {
  /** Exponent of L against N for p = 0, 1, 2, from the larger half of the sizes, at criticality. */
  readonly exponents: readonly number[];
  /** Slope of L²/N against ln N at p = 1. */
  readonly slope: number;
  /** L/√N of the two largest sizes away from criticality, the largest relative difference. */
  readonly saturation: number;
}

export function findings(measured: Measured): Findings {
  const { bounded, searched } = measured;
  const laws = lawsOf(measured);
  const chain = chainSection(measured);
  const [all, some, neighbours, gapped] = bounded as readonly [BoundedPath, BoundedPath, BoundedPath, BoundedPath];
  return {
    title: 'Critical scaling: is MERA a geodesic?',
    question:
      'Is the shortest path to a critical state a MERA, coarse before fine, with a length that shows its layers? (II.B, III.A)',
    answer:
      `The length has MERA’s scaling where it should: with weights that grow as the range, L/√N of the critical Ising ring grows as the ` +
      `root of ln N (slope of L²/N ${laws.slope.toFixed(5)}, 1/32 = 0.03125), and away from criticality it saturates. But the shortest Gaussian path is not ` +
      `coarse-to-fine: with all ranges allowed it is a straight line, on which all ranges act at once at constant rates; this is found from random starts, and proved for ` +
      `equal weights. With bounded range brackets are needed and the path is longer: on ${searched} sites L = ${all.length.toFixed(4)} with all ranges, ${some.length.toFixed(4)} with ${some.name}, ` +
      `${neighbours.length.toFixed(4)} with ${neighbours.name} (${gapped.length.toFixed(4)} with ${gapped.name}); there, too, every range acts all along the path, its mean time within ${spreadOf(bounded).toFixed(2)} of the middle. ` +
      `All these paths are Gaussian and kept by translations: upper bounds of the complexity in metrics in which these words weigh as stated.${meraSentence(measured)}${chainSentence(measured)}`,
    sections: [lengthSection(measured, laws), meraSection(measured), rangeSection(measured), ...(chain ? [chain] : [])],
    checks: [...checksOf(measured, laws), ...meraChecks(measured), ...chainChecks(measured)],
    verdicts: verdictsOf(measured, laws),
  };
}

function lawsOf({ straight, sites }: Measured): Laws {
  const critical = straight.filter(({ field }) => field === 1);
  const large = critical.slice(-Math.max(4, Math.ceil(sites.length / 2)));
  const log = large.map((row) => Math.log(row.sites));
  const exponents = WEIGHTS.map(
    (_, p) =>
      lineFit(
        log,
        large.map(({ lengths }) => Math.log(lengths[p]!)),
      ).slope,
  );
  const { slope } = lineFit(
    log,
    large.map((row) => row.lengths[1]! ** 2 / row.sites),
  );
  const others = straight.filter(({ field }) => field !== 1);
  const [before, last] = [sites.at(-2)!, sites.at(-1)!];
  const saturation = Math.max(
    ...others
      .filter((row) => row.sites === last)
      .flatMap(({ field, lengths }) =>
        lengths.map((length, p) => {
          const other = others.find((row) => row.sites === before && row.field === field)!.lengths[p]!;
          return Math.abs(length / Math.sqrt(last) / (other / Math.sqrt(before)) - 1);
        }),
      ),
  );
  return { exponents, slope, saturation };
}

function lengthSection({ straight, sites, fields }: Measured, { exponents }: Laws): StudySection {
  const scaled = (field: number, p: number) =>
    straight
      .filter((row) => row.field === field)
      .map((row) => [row.sites, row.lengths[p]! / Math.sqrt(row.sites)] as const);
  const shown = [sites[0]!, sites[Math.floor(sites.length / 2)]!, sites.at(-1)!];
  return {
    heading: 'Length against size',
    text:
      'Ground states of −ΣXX − hΣZ on a ring, from |0…0⟩. The words are Z_{j} and those of two Majorana operators at the range r, X Z…Z X and the like, ' +
      'with the weight r^{p}. Paths of constant Hamiltonian, in closed form.',
    exhibits: [
      {
        kind: 'chart',
        caption: 'Length over √N. Critical (points) and at the largest h (dashed), for weights 1, r, r².',
        x: { label: 'sites N', kind: 'log' },
        y: { label: 'L/√N', kind: 'log' },
        series: WEIGHTS.flatMap((name, p) => [
          { name: `w = ${name}, h = 1`, mark: 'line-and-points' as const, points: scaled(1, p) },
          { name: `w = ${name}, h = ${fields.at(-1)}`, mark: 'dash' as const, points: scaled(fields.at(-1)!, p) },
        ]),
      },
      {
        kind: 'table',
        caption: `L/√N. At criticality the exponents of L are ${exponents.map((one) => one.toFixed(3)).join(', ')} for weights 1, r, r².`,
        columns: ['h', 'weights', ...shown.map((n) => `N = ${n}`)],
        rows: [1, ...fields].flatMap((field) =>
          WEIGHTS.map((name, p) => [
            field,
            name,
            ...shown.map((n) => scaled(field, p).find(([size]) => size === n)![1]),
          ]),
        ),
      },
    ],
  };
}

function rangeSection({ bounded, searched }: Measured): StudySection {
  return {
    heading: 'Which range acts when',
    text:
      `Shortest paths found on ${searched} sites with weights r. Strength of a range: √(w_{r}Σh²) of its words, slice by slice from |0…0⟩ to the state. ` +
      'A coarse-to-fine path would have the longest range first and the shortest last, or the reverse.',
    exhibits: [
      {
        kind: 'table',
        caption: 'Shortest paths found. Residual: √Σ(1 − F) over pairs of momenta.',
        columns: [
          'ranges',
          'length',
          'no path of all ranges is shorter than',
          'residual',
          'directions that shorten it',
        ],
        rows: bounded.map(({ name, length, lowerBound, residual, negative }) => [
          name,
          length,
          lowerBound,
          residual,
          negative,
        ]),
      },
      ...bounded.map(({ name, ranges }) => ({
        kind: 'heat-map' as const,
        caption: `Range against time, ${name}. From the reference (left) to the state.`,
        quantity: '√(w_{r}Σh²)',
        rowsLabel: 'range',
        columnsLabel: 'slice',
        rows: ranges[0]!.map((_, r) => String(r)),
        columns: ranges.map((_, k) => String(k + 1)),
        values: ranges[0]!.map((_, r) => ranges.map((slice) => slice[r]!)),
      })),
    ],
  };
}

/** Mean time at which each range acts, weighted by its strength, in [0, 1]; of those that act at all. */
export function centres(ranges: BoundedPath['ranges']): readonly number[] {
  const slices = ranges.length;
  return ranges[0]!.flatMap((_, r) => {
    const total = ranges.reduce((sum, slice) => sum + slice[r]!, 0);
    if (total < 1e-6 * slices) return [];
    return [ranges.reduce((sum, slice, k) => sum + (slice[r]! * (k + 0.5)) / slices, 0) / total];
  });
}

/** How far the mean times are from the middle, at most. */
const spreadOf = (paths: readonly BoundedPath[]): number =>
  Math.max(...paths.flatMap(({ ranges }) => centres(ranges).map((at) => Math.abs(at - 0.5))));

/** Largest relative change of the strength of a range along the path. */
function unevenness({ ranges }: BoundedPath): number {
  const most = Math.max(...ranges.flat());
  const spans = ranges[0]!.map((_, r) => {
    const values = ranges.map((slice) => slice[r]!);
    return Math.max(...values) - Math.min(...values);
  });
  return Math.max(...spans) / most;
}

function checksOf(
  { straight, bounded, sites, searched }: Measured,
  { slope, saturation, exponents }: Laws,
): readonly Check[] {
  const [all, some, neighbours] = bounded as readonly [BoundedPath, BoundedPath, BoundedPath];
  const last = straight.find((row) => row.field === 1 && row.sites === sites.at(-1))!;
  const n = last.sites;
  const sine = Array.from({ length: searched / 2 }, (_, i) => {
    const r = i + 1;
    return ((2 * r === searched ? 0.5 : 1) * r) / Math.sin((Math.PI * r) / searched) ** 2;
  }).reduce((sum, term) => sum + term, 0);
  return [
    equals(
      `weights 1, N = ${n}: π√((N² − 1)/(192N))`,
      'closed form',
      last.lengths[0]! / (Math.PI * Math.sqrt((n * n - 1) / (192 * n))),
      1,
      1e-12,
    ),
    equals('weights r: slope of L²/N against ln N', 'closed form', slope, 1 / 32, 1e-3),
    equals('weights r²: exponent of L', 'closed form', exponents[2]!, 1, 5e-3),
    atMost('away from criticality L/√N no longer changes', 'closed form', saturation, 0, 1e-2),
    equals(
      `weights r, all ranges on ${searched} sites: the straight path`,
      'closed form',
      all.length / (Math.PI * Math.sqrt(sine / (32 * searched))),
      1,
      1e-9,
    ),
    atMost('all ranges act at constant rates', 'independent computation', unevenness(all), 0, 1e-5),
    atLeast(`${some.name}: no shorter than with all ranges`, 'theorem', some.length, all.length, 1e-9),
    atLeast(`${neighbours.name}: no shorter than ${some.name}`, 'theorem', neighbours.length, some.length, 1e-9),
    atMost(
      'all paths meet their ends: √Σ(1 − F)',
      'independent computation',
      Math.max(...bounded.map(({ residual }) => residual)),
      0,
      3.2e-4,
    ),
  ];
}

function verdictsOf({ bounded }: Measured, { exponents, saturation }: Laws): readonly Verdict[] {
  const [all, ...rest] = bounded as readonly [BoundedPath, ...BoundedPath[]];
  const spread = (one: BoundedPath): string =>
    centres(one.ranges)
      .map((at) => at.toFixed(2))
      .join(', ');
  return [
    {
      statement: 'the shortest path to a critical state is a MERA',
      source: 'II.B',
      verdict: 'fails',
      because:
        `the shortest Gaussian path found acts with all ranges at once and at constant rates (mean times of the ranges: ${spread(all)}); ` +
        `its length alone has MERA’s scaling. With bounded range, too, each acts all along: ${rest.map((one) => `${one.name} ${spread(one)}`).join('; ')}`,
    },
    {
      statement: 'the length of the shortest path tells a critical from a gapped state',
      source: 'III.A',
      verdict: 'holds in part',
      because:
        `it does for weights that grow with the range (exponents ${exponents.map((one) => one.toFixed(3)).join(', ')} of N for 1, r, r², and ½ for gapped states, whose L/√N changes by ${significant(saturation, 2)} at the largest size); ` +
        'with equal weights both grow as √N',
    },
  ];
}
