/** @file The findings of the study in words, tables and pictures. */

import type { StateGeodesic } from '../../../src/geodesic/state/state-geodesic.ts';
import {
  atLeast,
  atMost,
  type Check,
  type Findings,
  type StudySection,
  type Verdict,
} from '../../../src/record/study-record.ts';
import { pairUsage, TWO_LOCAL, usageGraph } from '../shortest-path.ts';
import { ancillaPreparation } from './ancilla-preparation.ts';
import {
  closedForms,
  geometrySection,
  lossSection,
  mergingSection,
  NAMES,
  type Name,
  pairInformation,
} from './ghz-w-entanglement.ts';

type MetricName = keyof typeof TWO_LOCAL;

export const METRICS = Object.keys(TWO_LOCAL) as readonly MetricName[];

export interface Found {
  readonly name: Name;
  readonly qubits: number;
  readonly metric: MetricName;
  readonly path: StateGeodesic;
}

/** The fraction of the pair time in pairs with the busiest qubit: 2/n if all pairs are alike, 1 for a star. */
function hubShare(n: number, path: StateGeodesic): number {
  const edges = pairUsage(n, path);
  const all = edges.reduce((sum, { weight }) => sum + weight, 0);
  const at = (q: number): number =>
    edges.reduce((sum, { from, to, weight }) => (from === q || to === q ? sum + weight : sum), 0);
  return Math.max(...Array.from({ length: n }, (_, q) => at(q))) / all;
}

function pathTo(found: readonly Found[], name: Name, n: number, metric: MetricName): StateGeodesic {
  return found.find((one) => one.name === name && one.qubits === n && one.metric === metric)!.path;
}

/** Of the shortest path to GHZ, and of that to W, with all pairs allowed. */
const hubShares = (found: readonly Found[], n: number): readonly [number, number] =>
  NAMES.map((name) => hubShare(n, pathTo(found, name, n, 'all-to-all'))) as [number, number];

export function findings(found: readonly Found[], sizes: readonly number[]): Findings {
  const most = Math.max(...sizes);
  const prepared = ancillaPreparation(Math.min(...sizes));
  const [ghzAll, wAll] = NAMES.map((name) => pathTo(found, name, most, 'all-to-all').length) as [number, number];
  const [ghzHub, wHub] = hubShares(found, most);
  const hubs =
    ghzHub < wHub
      ? 'Of the two it is the path to W that goes through a hub: one qubit hands its excitation to all others. The path to GHZ uses all pairs nearly alike.'
      : 'The path to GHZ meets more at one qubit than that to W.';
  return {
    title: 'GHZ against W',
    question:
      'Both states are symmetric under all permutations. How do their geometries differ, and does the shortest ' +
      'path to them show it? (III.E, Fig. 2)',
    answer:
      `With all pairs of qubits allowed, the shortest path found to GHZ_{${most}} has length ` +
      `${ghzAll.toFixed(4)}, that to W_{${most}} ${wAll.toFixed(4)}. In each all qubits are at the same ` +
      'distance. Two qubits of W are entangled with concurrence 2/n and stay so when a third is lost; two qubits ' +
      `of GHZ are not entangled at all. ${hubs}`,
    sections: [
      complexitySection(found, sizes),
      geometrySection(sizes),
      linkSection(most, found),
      lossSection(sizes),
      mergingSection(),
      prepared.section,
    ],
    checks: [...pathChecks(found, sizes), ...sizes.flatMap(closedForms), ...prepared.checks],
    verdicts: verdictsOf(found, sizes),
  };
}

function pathChecks(found: readonly Found[], sizes: readonly number[]): readonly Check[] {
  return [
    ...found.flatMap(({ name, qubits, metric, path }) => [
      atMost(`${name}_{${qubits}}, ${metric}: end-point infidelity`, 'independent computation', path.infidelity, 1e-8),
      atLeast(
        `${name}_{${qubits}}, ${metric}: length above its lower bound`,
        'theorem',
        path.length,
        path.lowerBound,
        1e-9,
      ),
    ]),
    ...sizes.flatMap((n) =>
      NAMES.map((name) =>
        atLeast(
          `${name}_{${n}}: the chain is no shorter than all pairs`,
          'theorem',
          pathTo(found, name, n, 'chain').length,
          pathTo(found, name, n, 'all-to-all').length,
          1e-6,
        ),
      ),
    ),
  ];
}

function verdictsOf(found: readonly Found[], sizes: readonly number[]): readonly Verdict[] {
  const [least, most] = [Math.min(...sizes), Math.max(...sizes)];
  const [shortest, longest] = [least, most].map((n) => pathTo(found, 'GHZ', n, 'all-to-all').length);
  const [ghzHub, wHub] = hubShares(found, most);
  return [
    {
      statement: 'GHZ and W have one distance pattern: all qubits at the same distance',
      source: 'III.E',
      verdict: 'holds in part',
      because:
        `within each state all pairs have the same mutual information, but the states differ: at n = ${most} it is ` +
        `${pairInformation('GHZ', most).toFixed(4)} in GHZ and ${pairInformation('W', most).toFixed(4)} in W`,
    },
    {
      statement: 'the complexity of GHZ_n is n',
      source: 'III.E',
      verdict: 'fails',
      because:
        "as a number of CNOTs it is n − 1 (n with the ancilla); as Nielsen's length it grows from " +
        `${shortest!.toFixed(4)} at n = ${least} to ${longest!.toFixed(4)} at n = ${most} (upper bounds)`,
    },
    {
      statement: 'the shortest path to GHZ links the qubits through one hub, that to W links them directly',
      source: 'III.E, Fig. 2',
      verdict: ghzHub > 0.9 && wHub < 0.9 ? 'holds' : 'fails',
      because:
        `on the shortest paths found at n = ${most} the busiest qubit takes part in ${ghzHub.toFixed(3)} (GHZ) ` +
        `and ${wHub.toFixed(3)} (W) of the pair time; 1 is a star, ${(2 / most).toFixed(3)} the complete graph. ` +
        'The hub of Fig. 2 is one way to prepare GHZ; it needs a measurement, which has no length here',
    },
    {
      statement:
        'merging B and C opens a wormhole from A to BC in GHZ that A and B alone do not have; in W it is there already',
      source: 'III.E',
      verdict: 'analogy',
      because:
        'as entanglement it holds: GHZ has negativity 1/2 between A and BC and 0 between A and B, W has √2/3 and ' +
        '(√5 − 1)/6. That entanglement is a wormhole is not computed',
    },
  ];
}

function complexitySection(found: readonly Found[], sizes: readonly number[]): StudySection {
  const length = (name: Name, metric: MetricName, n: number): number | null =>
    found.find((one) => one.name === name && one.metric === metric && one.qubits === n)?.path.length ?? null;
  const rows = found.map(({ name, qubits, metric, path }) => {
    const same = path.starts.filter((one) => one < Math.min(...path.starts) + 0.01).length;
    return [
      name,
      qubits,
      metric,
      path.length,
      path.coarseLength,
      path.lowerBound,
      path.infidelity,
      `${same} of ${path.starts.length}`,
    ];
  });
  return {
    heading: 'Complexity',
    text:
      'Length of the shortest path found from |0…0⟩, when words of one and two qubits weigh 1 and larger words ' +
      'are no controls; on the chain only neighbours act together. Each length is an upper bound of the ' +
      'complexity. Starts: how many of the random starts ended within 0.01 of the shortest.',
    exhibits: [
      {
        kind: 'table',
        caption: 'Shortest paths found. K slices, and K/2 for comparison.',
        columns: ['state', 'qubits', 'metric', 'length', 'length at K/2', 'lower bound', 'infidelity', 'starts'],
        rows,
      },
      {
        kind: 'chart',
        caption: 'Length against the number of qubits. Upper bounds of the complexity.',
        x: { label: 'qubits', kind: 'linear' },
        y: { label: 'length', kind: 'linear', include: [0] },
        series: NAMES.flatMap((name) =>
          METRICS.map((metric) => ({
            name: `${name}, ${metric}`,
            mark: 'line-and-points' as const,
            points: sizes.map((n) => [n, length(name, metric, n)] as const),
          })),
        ),
      },
    ],
  };
}

function linkSection(n: number, found: readonly Found[]): StudySection {
  const rows = found.map(({ name, qubits, metric, path }) => {
    const weights = pairUsage(qubits, path).map(({ weight }) => weight);
    const used = weights.filter((x) => x > 0.05 * Math.max(...weights)).length;
    return [name, qubits, metric, hubShare(qubits, path), 2 / qubits, used];
  });
  const largest = found.filter(({ qubits, metric }) => qubits === n && metric === 'all-to-all');
  return {
    heading: 'Who acts with whom on the shortest path',
    text:
      'Width of an edge: time spent in words on that pair. The hub share is the part of the pair time that ' +
      'meets at the busiest qubit. Shortest paths come in families (a permutation of the qubits gives ' +
      'another), so one path need not have the symmetry of its end.',
    exhibits: [
      ...largest.map(({ name, path }) =>
        usageGraph(n, path, `${name} of ${n} qubits, all pairs allowed. Interaction graph of the shortest path.`),
      ),
      {
        kind: 'table',
        caption: 'Hub share. 1 for a star; pairs used: those with more than 5 % of the busiest.',
        columns: ['state', 'qubits', 'metric', 'hub share', 'complete graph', 'pairs used'],
        rows,
      },
    ],
  };
}
