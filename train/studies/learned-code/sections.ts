/** @file The tables and pictures of the study. */

import { isometricMera } from '../../../models/isometric-mera.ts';
import { bulkGraph } from '../../../src/bulk/bulk-graph.ts';
import { causalCone } from '../../../src/bulk/causal-cones.ts';
import { bondsOf } from '../../../src/network/tree-messages.ts';
import { significant } from '../../../src/number-format.ts';
import type { ChartSeries, ScaleExhibit, StudySection, TableExhibit } from '../../../src/record/study-record.ts';
import { comparisons, type Measured, shareOf } from './comparisons.ts';
import { type Leak, mean, meansBy } from './leakage.ts';

export function comparisonSection(measured: Measured): StudySection {
  const { random, pentagon, qubits } = measured;
  const haar = random.find(({ network }) => network === 'MERA')!.haar.flat();
  const mera = measured.trained.find(({ network, state }) => network === 'MERA' && state === 'critical Ising')!;
  const byShare = (leaks: readonly Leak[], sites: number) =>
    meansBy(leaks, 'erased').map(([erased, share]) => [erased / sites, share] as const);
  return {
    heading: 'Trained and random tensors on the same graph',
    text:
      'A bond is cut; its lower end takes half of a maximally entangled pair, its upper end is lost. The share that leaks, ' +
      'I(R:E)/(2S(R)), is averaged over all bonds and all intervals of lost sites. The least share by cuts is what no tensors on the graph can go below.' +
      ' Typical inputs are not maximally mixed but in the state that the network itself sends through the ' +
      'bond, so that directions which the state does not use do not count.',
    exhibits: [
      trainedTable(measured),
      graphTable(measured),
      {
        kind: 'chart',
        caption: `Leakage against the share of lost sites. MERA of ${qubits} sites, and the pentagon code of ${pentagon.sites} sites with inputs |0⟩.`,
        x: { label: 'lost share of the sites', kind: 'linear', include: [0] },
        y: { label: 'leaked share', kind: 'linear', include: [0] },
        series: [
          { name: 'trained, critical Ising', mark: 'line-and-points', points: byShare(mera.leaks, qubits) },
          { name: 'Haar', mark: 'dash', points: byShare(haar, qubits) },
          { name: 'pentagon code', mark: 'line-and-points', points: byShare(pentagon.leaks, pentagon.sites) },
        ],
      },
    ],
  };
}

function trainedTable(measured: Measured): TableExhibit {
  return {
    kind: 'table',
    caption:
      'Mean leaked share, trained and Haar-random. The last two columns are for typical inputs; ± is the standard deviation among random networks.',
    columns: [
      'network',
      'state',
      'infidelity',
      'untrained',
      'trained',
      'Haar',
      '±',
      'trained, typical',
      'Haar, typical',
    ],
    rows: comparisons(measured).map(({ code, leaked, haar, spread, typical }) => [
      code.network,
      code.state,
      code.infidelity,
      code.start,
      leaked,
      haar,
      spread,
      typical?.leaked ?? null,
      typical?.haar ?? null,
    ]),
  };
}

function graphTable({ random }: Measured): TableExhibit {
  return {
    kind: 'table',
    caption:
      'What the graph alone does. Mean leaked share; large dimension is the limit in which all entropies are minimal cuts.',
    columns: ['network', 'Haar', 'stabilisers', 'least by cuts', 'large dimension'],
    rows: random.map(({ network, haar, stabiliser, graph }) => [
      network,
      mean(haar.map(shareOf)),
      mean(stabiliser.map(shareOf)),
      mean(graph.map(({ least }) => least)),
      mean(graph.map(({ large }) => large)),
    ]),
  };
}

export function waySection({ trained, penalised }: Measured): StudySection {
  const critical = trained.filter(({ state }) => state === 'critical Ising');
  return {
    heading: 'Along training, and along the penalty',
    text:
      'Does a network become a better code as it learns, and as it becomes shorter? The circuit is trained on with a penalty λ on its ' +
      'length, raised step by step.',
    exhibits: [
      {
        kind: 'chart',
        caption: 'Leakage while the critical Ising chain is learned. Mean over bonds and intervals.',
        x: { label: 'step + 1', kind: 'log' },
        y: { label: 'leaked share', kind: 'linear' },
        series: critical.map(
          ({ network, way }): ChartSeries => ({
            name: network,
            mark: 'line-and-points',
            points: way.map(({ step, leaked }) => [step + 1, leaked]),
          }),
        ),
      },
      {
        kind: 'table',
        caption: 'The circuit under a penalty. Lengths on the chain.',
        columns: ['state', 'λ', 'length', 'infidelity', 'leaked share'],
        rows: penalised.map(({ state, weight, length, infidelity, leaked }) => [
          state,
          weight,
          length,
          infidelity,
          leaked,
        ]),
      },
    ],
  };
}

export function depthSection({ trained, random }: Measured): StudySection {
  const names = ['circuit', 'MERA'] as const;
  return {
    heading: 'Depth',
    text: 'Deeper places have more sites in their future, and leak less to each. Depth is counted from the boundary.',
    exhibits: names.map((name) => ({
      kind: 'chart',
      caption: `Leakage by depth: ${name}. Trained on the critical Ising chain, and random on the same graph.`,
      x: { label: 'depth below the boundary', kind: 'linear' },
      y: { label: 'leaked share', kind: 'linear', include: [0] },
      series: [
        {
          name: 'trained',
          mark: 'line-and-points',
          points: meansBy(
            trained.find((code) => code.network === name && code.state === 'critical Ising')!.leaks,
            'depth',
          ),
        },
        {
          name: 'Haar',
          mark: 'dash',
          points: meansBy(random.find(({ network }) => network === name)!.haar.flat(), 'depth'),
        },
      ],
    })),
  };
}

export function scaleSection({ scales }: Measured): StudySection {
  const { sites, energy, exact } = scales;
  const points = (values: readonly number[]) => values.map((value, level) => [level + 1, value] as const);
  const slopes = scales.trained.slice(1).map((value, k) => Math.log2(scales.trained[k]! / value));
  return {
    heading: 'MERA, scale by scale',
    label: 'analogy',
    text:
      `A MERA of ${sites} sites and bond dimension 4 on the energy of the critical Ising ring: ${significant(energy, 6)}, where ${significant(exact, 6)} is exact. ` +
      'One site is lost at a time. In a scale-invariant network leakage would fall by a factor 4^{Δ} = 2^{1/4} from level to level, Δ = 1/8 being the dimension of the ' +
      `lowest operator: an exponent of 0.25. Here the exponents are ${slopes.map((x) => x.toFixed(2)).join(', ')}, on few levels.`,
    exhibits: [
      {
        kind: 'chart',
        caption: 'What one lost site in its future knows of what enters at a bond. Mean over two bonds of each level.',
        x: { label: 'level above the boundary', kind: 'linear' },
        y: { label: 'I(R:E), nats', kind: 'log' },
        series: [
          { name: 'trained', mark: 'line-and-points', points: points(scales.trained) },
          { name: 'Haar', mark: 'dash', points: points(scales.random) },
        ],
      },
      scalePicture(scales),
    ],
  };
}

/** The trained MERA with what leaks to four lost sites. */
function scalePicture({ sites, lost, leaks }: Measured['scales']): ScaleExhibit {
  const network = isometricMera(sites, { bond: 4 });
  const graph = bulkGraph(network);
  const cone = new Set(causalCone(network, lost).nodes);
  return {
    kind: 'scale',
    caption: `Leakage to ${lost.length} lost sites. At the bond above each isometry; their past is shaded.`,
    sites,
    ring: true,
    nodes: graph.nodes.map(({ id, site, depth }) => ({
      name: id,
      shape: id.startsWith('u') ? 'disentangler' : id.startsWith('w') ? 'isometry' : 'tensor',
      site,
      depth,
      value: leaks[id] ?? null,
    })),
    bonds: bondsOf(network).map(({ nodes }) => nodes),
    legs: network.boundary.map((leg, site) => [network.nodes.findIndex(({ legs }) => legs.includes(leg)), site]),
    cone: { name: 'causal cone', nodes: graph.nodes.flatMap(({ id }, k) => (cone.has(id) ? [k] : [])) },
    region: { name: 'lost', sites: lost },
    quantity: 'I(R:E), nats',
  };
}
