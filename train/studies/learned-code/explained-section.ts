/** @file Graphs that explain entropies, in words and pictures. */

import type { StudySection, Verdict } from '../../../src/record/study-record.ts';
import type { ExplainedState, ExplainingGraphs } from './explaining-graphs.ts';

export function explainedSection({ graphs, rows, regions, bonds }: ExplainingGraphs): StudySection {
  return {
    heading: 'Which graph explains the entropies',
    label: 'analogy',
    text:
      `S₂ of ${regions} regions of each state, all pairs and intervals, is explained as that of a random network: the ln D of all bonds and ` +
      'sites of a graph are fitted by the gradient, which is where its domain walls are, from the network’s own dimensions. A graph with its sites renumbered is the ' +
      'control. Networks that have learned one state have one table of entropies, whatever their graph.',
    exhibits: [
      {
        kind: 'table',
        caption: `Unexplained entropy. Root mean square, nats, by graph; ${graphs.map(({ name, edges, rank }) => `${name}: ${rank} of ${edges} ln D determined`).join(', ')}.`,
        columns: ['made by', 'state', ...graphs.map(({ name }) => name)],
        rows: rows.map(({ made, state, residuals }) => [made, state, ...residuals]),
      },
      {
        kind: 'chart',
        caption: 'The chain as fitted to the critical state. ln D of its bonds, above the S₂ that crosses them.',
        x: { label: 'sites to the left of the bond', kind: 'linear' },
        y: { label: 'nats', kind: 'linear', include: [0] },
        series: [
          {
            name: 'ln D',
            mark: 'line-and-points',
            points: bonds.map(({ left, capacity }) => [left, capacity] as const),
          },
          { name: 'S₂', mark: 'dash', points: bonds.map(({ left, entropy }) => [left, entropy] as const) },
        ],
      },
    ],
  };
}

/** The graph with the least residual. */
const best = ({ graphs }: ExplainingGraphs, { residuals }: ExplainedState): string =>
  graphs[residuals.indexOf(Math.min(...residuals))]!.name;

export function explainedVerdict(explained: ExplainingGraphs): Verdict {
  const { rows } = explained;
  const learned = rows.filter(({ made, state }) => made !== 'exact' && state !== 'Haar tensors');
  const random = rows.filter(({ state }) => state === 'Haar tensors');
  const own = (states: readonly ExplainedState[]): number =>
    states.filter((row) => best(explained, row) === row.made).length;
  const exact = rows.find(({ made }) => made === 'exact')!;
  return {
    statement: 'the geometry of a state is that of the optimal network which generates it',
    source: 'II.A',
    verdict: own(random) === random.length && own(learned) === learned.length ? 'holds' : 'holds in part',
    because:
      `entropies of the critical chain are explained best by the graph of the ${best(explained, exact)}, up to ${Math.min(...exact.residuals).toPrecision(2)} nats, and so are ` +
      `those of all networks that learned it: ${own(learned)} of ${learned.length} by their own; of random tensors ${own(random)} of ${random.length} by their own graph. ` +
      'Entropies know the state, not which network made it',
  };
}
