/** @file The findings of the study in words, tables and pictures. */

import type { GrownSearch } from '../../../src/geodesic/sector/grown-search.ts';
import { growthBound } from '../../../src/geodesic/sector/growth-bound.ts';
import type { SeriesPath } from '../../../src/geodesic/sector/sector-series.ts';
import {
  atLeast,
  atMost,
  type Check,
  type Findings,
  type StudySection,
  type Verdict,
} from '../../../src/record/study-record.ts';
import { type SymmetricName, typeName } from '../sector-part.ts';
import { type Grown, grownChecks, grownSection } from './grown-findings.ts';
import { type GrowthLaw, growthLaws } from './growth-law.ts';

/** The shortest path found to a state in one type of blocks. */
export interface Bound {
  readonly name: SymmetricName;
  readonly qubits: number;
  readonly path: SeriesPath;
}

/** A path to GHZ of many qubits, grown from few, without the operators of its sector. */
export type GrownPath = Pick<GrownSearch, 'geodesic' | 'first'> & Pick<GrownSearch['sector'], 'blocks'>;

/** One pulse of XX on all pairs for π/4 makes GHZ up to rotations of single qubits: π√(n(n − 1)/32). */
const pulseLength = (n: number): number => Math.PI * Math.sqrt((n * (n - 1)) / 32);
/** The hub flipped by X(1 + ΣZ), then its excitation handed on: π/2√n + arccos(1/√n)/√2. */
const handingOn = (n: number): number => Math.PI / (2 * Math.sqrt(n)) + Math.acos(1 / Math.sqrt(n)) / Math.SQRT2;
/** Of the full search on 2ⁿ amplitudes, upper bounds from seven qubits on. */
const FULL_SEARCH: Readonly<Record<SymmetricName, Readonly<Record<number, number>>>> = {
  GHZ: { 3: 1.211878, 4: 1.341193, 5: 1.594628, 6: 1.709102, 7: 1.827055 },
  W: { 3: 0.934661, 4: 0.998496, 5: 1.023904, 6: 1.027201 },
};

/** The limit in K where there is one, else the length of the finest path. */
const lengthOf = ({ path }: Bound): number => path.geodesic.extrapolated ?? path.geodesic.length;

/** The shortest type for each number of qubits, ascending. */
function shortest(bounds: readonly Bound[], name: SymmetricName): readonly Bound[] {
  const own = bounds.filter((bound) => bound.name === name);
  const sizes = [...new Set(own.map(({ qubits }) => qubits))].sort((a, b) => a - b);
  return sizes.map((n) =>
    own.filter(({ qubits }) => qubits === n).reduce((least, one) => (lengthOf(one) < lengthOf(least) ? one : least)),
  );
}

/** Fewest sizes to which a law is fitted. */
const FEWEST_FITTED = 4;

/** GHZ in S_n, if it was searched for enough sizes: one family, where other types would bend the law; else the shortest of all types. */
function ofOneType(bounds: readonly Bound[], ghz: readonly Bound[]): readonly Bound[] {
  const whole = bounds.filter(({ name, path }) => name === 'GHZ' && path.blocks.length === 1);
  return whole.length >= FEWEST_FITTED ? whole.toSorted((a, b) => a.qubits - b.qubits) : ghz;
}

/** Infidelity of a path from which others are grown. */
const EXACT = 1e-12;

/** The paths found to many qubits, beside what the shortest to few lead to without a field. */
function grownTo(found: readonly GrownPath[], ghz: readonly Bound[]): readonly Grown[] {
  const known = ghz
    .filter(({ path }) => path.geodesic.residual ** 2 <= EXACT)
    .map((one) => [one.qubits, one.path.geodesic.length] as const);
  return found.map(({ blocks, geodesic, first }) => {
    const qubits = blocks.reduce((sum, size) => sum + size, 0);
    return {
      qubits,
      length: geodesic.length,
      infidelity: geodesic.residual ** 2,
      uncertainty: geodesic.uncertainty,
      first,
      type: typeName(blocks),
      closed: growthBound(qubits, known).length,
    };
  });
}

/** @param many - paths to GHZ of many qubits, grown from few */
export function findings(bounds: readonly Bound[], many: readonly GrownPath[]): Findings {
  const [ghz, w] = [shortest(bounds, 'GHZ'), shortest(bounds, 'W')];
  const fitted = ofOneType(bounds, ghz);
  const laws = growthLaws(
    fitted.map(({ qubits }) => qubits),
    fitted.map(lengthOf),
  );
  const grown = grownTo(many, ghz);
  const [first, last, lastW] = [ghz[0]!, ghz.at(-1)!, w.at(-1)!];
  return {
    title: 'GHZ against W, many qubits',
    question:
      'The paper says that the complexity of GHZ_n is n, and that GHZ and W differ. How do the lengths grow? (III.E)',
    answer:
      `With words of one and two qubits on all pairs at weight 1, paths to GHZ are found of length ${lengthOf(first).toFixed(3)} at ` +
      `n = ${first.qubits} to ${lengthOf(last).toFixed(3)} at n = ${last.qubits}; those to W stay near 1, ` +
      `${lengthOf(lastW).toFixed(3)} at n = ${lastW.qubits}. Of the laws fitted to GHZ the best is ${toldLaw(laws[0]!)}, ` +
      `before ${toldLaw(laws[1]!)}.${toldGrown(grown)}`,
    sections: [
      growthSection(bounds, ghz, w),
      lawSection(laws, fitted),
      tableSection(bounds),
      ...(grown.length > 0 ? [grownSection(grown, laws)] : []),
    ],
    checks: [...checksOf(bounds, ghz, w), ...grownChecks(grown)],
    verdicts: verdictsOf(laws, ghz, w),
  };
}

function toldGrown(grown: readonly Grown[]): string {
  const most = grown.at(-1);
  if (most === undefined) return '';
  return ` Grown from ${most.first.qubits} qubits, for which the others are a field, it is at most ${most.length.toFixed(3)} at n = ${most.qubits}.`;
}

function toldLaw({ law, a, b, error, deviation }: GrowthLaw): string {
  const exponent = b === null ? '' : `, b = ${b.toFixed(3)} ± ${error!.toFixed(3)}`;
  return `${law} with a = ${a.toFixed(3)}${exponent} (deviation ${(100 * deviation).toFixed(1)} %)`;
}

function growthSection(bounds: readonly Bound[], ghz: readonly Bound[], w: readonly Bound[]): StudySection {
  const line = (some: readonly Bound[]) => some.map((bound) => [bound.qubits, lengthOf(bound)] as const);
  const sizes = ghz.map(({ qubits }) => qubits);
  const chart = (kind: 'linear' | 'log') => ({
    kind: 'chart' as const,
    caption:
      kind === 'linear'
        ? 'Length against the number of qubits. Upper bounds; the paper says n for GHZ.'
        : 'The same against ln n. Upper bounds: a logarithm is a straight line.',
    x: { label: 'qubits', kind },
    y: { label: 'length', kind: 'linear' as const, include: [0] },
    series: [
      { name: 'GHZ', mark: 'line-and-points' as const, points: line(ghz) },
      { name: 'W', mark: 'line-and-points' as const, points: line(w) },
      ...(kind === 'linear'
        ? [
            {
              name: 'one pulse of all pairs',
              mark: 'dash' as const,
              points: sizes.map((n) => [n, pulseLength(n)] as const),
            },
            { name: 'n', mark: 'dash' as const, points: sizes.map((n) => [n, n] as const) },
          ]
        : []),
    ],
  });
  const types = [...new Set(bounds.map(({ path }) => typeName(path.blocks)))];
  return {
    heading: 'Growth',
    text:
      'Each length is that of a path of the full problem, found in a sector of symmetric blocks, and extrapolated in the ' +
      `number of slices where K and 2K were searched and lie on one sheet. Searched: ${types.join('; ')}. W: a hub and its leaves, real paths.`,
    exhibits: [chart('linear'), chart('log')],
  };
}

function lawSection(laws: readonly GrowthLaw[], fitted: readonly Bound[]): StudySection {
  const isOneType = fitted.every(({ path }) => path.blocks.length === 1);
  const sizes = fitted.map(({ qubits }) => qubits).join(', ');
  return {
    heading: 'Which law',
    text:
      `Least squares through ${isOneType ? 'the lengths of GHZ in S_n' : 'the shortest lengths of GHZ in all types searched'} at n = ${sizes}; ` +
      'errors are from the scatter of the points. The lengths are upper bounds of few sizes, and a shorter sheet at large n would ' +
      'change the law: it is one of what was found. ' +
      (isOneType ? 'With six to eight qubits two blocks have paths shorter by one to three per cent.' : ''),
    exhibits: [
      {
        kind: 'table',
        caption: 'Laws of growth, the best first. Deviation: root mean square of length/law − 1.',
        columns: ['law', 'a', 'b', 'error of b', 'deviation'],
        rows: laws.map(({ law, a, b, error, deviation }) => [law, a, b, error, deviation]),
      },
    ],
  };
}

function tableSection(bounds: readonly Bound[]): StudySection {
  const rows = bounds.map(({ name, qubits, path }) => {
    const [coarse, fine] = [path.geodesic.sliced[0]!, path.geodesic.sliced.at(-1)!];
    return [
      `${name}_{${qubits}}`,
      typeName(path.blocks),
      coarse.length,
      fine.length,
      path.geodesic.extrapolated ?? null,
      fine.infidelity,
      fine.slope ?? null,
      path.geodesic.uncertainty,
      `${path.lengths[0]!.toFixed(4)} … ${path.lengths.at(-1)!.toFixed(4)} (${path.lengths.length})`,
      path.origin,
    ];
  });
  return {
    heading: 'Paths',
    text: 'Uncertainty: |p|·√(1 − F)/length, by which the length may change when the end is met exactly. Slope: of the energy among paths that meet their end, 0 where it is stationary; another is an upper bound that can be lowered. Tried: shortest and longest of all starts in K slices.',
    exhibits: [
      {
        kind: 'table',
        caption: 'Upper bounds. K slices, the finest doubling, and the limit of both.',
        columns: ['state', 'blocks', 'length at K', 'finest', 'limit', 'infidelity', 'slope', '±', 'tried', 'from'],
        rows,
      },
    ],
  };
}

function checksOf(bounds: readonly Bound[], ghz: readonly Bound[], w: readonly Bound[]): readonly Check[] {
  return [
    ...bounds.map(({ name, qubits, path }) =>
      atMost(
        `${name}_{${qubits}} in ${typeName(path.blocks)}: infidelity`,
        'independent computation',
        path.geodesic.residual ** 2,
        0,
        1e-6,
      ),
    ),
    ...ghz
      .filter(({ qubits }) => qubits >= 4)
      .map((bound) =>
        atMost(
          `GHZ_{${bound.qubits}}: not longer than one pulse of all pairs`,
          'closed form',
          bound.path.geodesic.length,
          pulseLength(bound.qubits),
        ),
      ),
    ...w.map((bound) =>
      atMost(
        `W_{${bound.qubits}}: not longer than handing on an excitation`,
        'closed form',
        bound.path.geodesic.length,
        handingOn(bound.qubits),
      ),
    ),
    ...[...ghz, ...w].flatMap((bound) => {
      const known = FULL_SEARCH[bound.name][bound.qubits];
      if (known === undefined) return [];
      const title = `${bound.name}_{${bound.qubits}}: not shorter than the geodesic of the full search`;
      return [atLeast(title, 'independent computation', bound.path.geodesic.length, known, 1e-4)];
    }),
  ];
}

function verdictsOf(laws: readonly GrowthLaw[], ghz: readonly Bound[], w: readonly Bound[]): readonly Verdict[] {
  const power = laws.find(({ law }) => law === 'a·n^b')!;
  const proportional = laws.find(({ law }) => law === 'a·n')!;
  const last = ghz.at(-1)!;
  const [most, least] = [Math.max(...w.map(lengthOf)), Math.min(...w.map(lengthOf))];
  return [
    {
      statement: 'the complexity of GHZ_n is n',
      source: 'III.E',
      verdict: laws[0] === proportional ? 'holds' : 'fails',
      because:
        `at weights 1 a path of length ${lengthOf(last).toFixed(3)} leads to GHZ_{${last.qubits}}; the exponent of a power law is ` +
        `${power.b!.toFixed(2)} ± ${power.error!.toFixed(2)}, and a multiple of n misses the lengths by ${(100 * proportional.deviation).toFixed(0)} %. ` +
        'As a number of CNOTs it is n − 1; which weights make a length extensive is asked in the study extensive-weights',
    },
    {
      statement: 'GHZ and W have different complexities',
      source: 'III.E',
      verdict: lengthOf(last) > 1.5 * most ? 'holds' : 'holds in part',
      because: `W keeps between ${least.toFixed(3)} and ${most.toFixed(3)} from n = ${w[0]!.qubits} to ${w.at(-1)!.qubits}, while GHZ grows; both are upper bounds`,
    },
  ];
}
