/** @file The sections of the page. */

import type { EntanglementGeometry } from '../../../src/bulk/entanglement-geometry.ts';
import { procrustesAlignment } from '../../../src/bulk/geometry-over-time.ts';
import type { ChartSeries, Exhibit, StudySection } from '../../../src/record/study-record.ts';
import { type Measured, named } from './checks.ts';
import type { JudgedState } from './states.ts';

const errorOf = ({ verdict }: JudgedState, law: string): number | null =>
  shown(verdict.laws.find((own) => own.law === law)?.error);

/** Without rounding. */
function shown(value: number | null | undefined): number | null {
  if (value === null || value === undefined) return null;
  return Math.abs(value) < 1e-9 ? 0 : Number(value.toPrecision(3));
}

export function classSection({ states }: Measured): StudySection {
  return {
    heading: 'Classes',
    text:
      'A state is disconnected if its sites fall into parts that share nothing. Otherwise the class is the law that is fitted to blocks of at most a quarter of the sites and ' +
      'foretells the larger ones best. Blocks are compared with random sets of as many sites: where these have the same entropy, no site is nearer than another.',
    exhibits: [
      {
        kind: 'table',
        caption:
          'Classes. Errors of the three laws on larger blocks, relative; S of half of the sites over Page’s mean; how much less entropy blocks have than random sets.',
        columns: ['state', 'sites', 'class', 'area', 'critical', 'volume', 'S/Page', 'saved'],
        rows: states.map((state) => [
          state.name,
          state.sites,
          state.verdict.class,
          errorOf(state, 'area law'),
          errorOf(state, 'critical'),
          errorOf(state, 'volume law'),
          shown(state.verdict.pageRatio),
          shown(state.verdict.locality?.saving),
        ]),
      },
      {
        kind: 'table',
        caption:
          'Four terms. Shares of s|A|, a|∂A|, (c/3) log ℓ and S₀ in the entropies of blocks and random sets, by least squares without negative terms; spread of the first by resampling; misfit.',
        columns: ['state', 'volume', '±', 'area', 'logarithm', 'constant', 'misfit'],
        rows: states.map(({ name, verdict: { terms } }) => [
          name,
          shown(terms?.volume.share),
          shown(terms?.volume.shareSpread),
          shown(terms?.area.share),
          shown(terms?.logarithm.share),
          shown(terms?.constant.share),
          shown(terms?.misfit),
        ]),
      },
      {
        kind: 'table',
        caption:
          'Pairs. Redundancy defect of entropies (mean, greatest); pairs at infinite distance; dimension by the gap of the spectrum, participation, share of negative eigenvalues and stress in the plane, beside the stress of shuffled information.',
        columns: [
          'state',
          'defect',
          'greatest',
          'infinite',
          'dimension',
          'participation',
          'negative',
          'stress',
          'shuffled',
        ],
        rows: states.map(({ name, verdict: { redundancy, geometry } }) => [
          name,
          shown(redundancy?.mean),
          shown(redundancy?.greatest),
          shown(geometry?.infiniteShare),
          geometry?.shape?.gapDimension ?? null,
          shown(geometry?.shape?.embedding.participation),
          shown(geometry?.shape?.embedding.negativeShare),
          shown(geometry?.shape?.embedding.stress),
          shown(geometry?.shuffled?.embedding.stress),
        ]),
      },
    ],
  };
}

export function growthSection({ states, options }: Measured): StudySection {
  const dense = states.filter(
    ({ sites, name }) => sites === options.qubits && name !== 'product' && name !== 'gapped Ising, h = 3',
  );
  const chains = states.filter(
    ({ sites, name }) => sites !== options.qubits && sites <= 2 * options.sites && !name.startsWith('square'),
  );
  const series = (own: readonly JudgedState[], per: boolean): readonly ChartSeries[] =>
    own.map(({ name, sites, verdict }) => ({
      name,
      mark: 'line-and-points',
      points: verdict.blocks
        .slice(0, verdict.blocks.length / 2)
        .map(({ size, entropy }, _, own) =>
          per ? ([size / sites, entropy / own.at(-1)!.entropy] as const) : ([size, entropy] as const),
        ),
    }));
  const page = dense.find(({ name }) => name === 'Haar')!.verdict.blocks;
  return {
    heading: 'Growth of entropies',
    text: 'Entropies of blocks that grow from the first site, each the mean of two neighbouring sizes.',
    exhibits: [
      {
        kind: 'chart',
        caption: 'Growth of entropy, states given by amplitudes. Dashed, Page’s mean of random states.',
        x: { label: 'sites of the block', kind: 'linear', include: [0] },
        y: { label: 'S (nats)', kind: 'linear', include: [0] },
        series: [
          ...series(dense, false),
          {
            name: 'Page',
            mark: 'dash',
            points: page.slice(0, page.length / 2).map(({ size, volume }) => [size, volume] as const),
          },
        ],
      },
      {
        kind: 'chart',
        caption:
          'Growth of entropy, fermions and stabiliser states. Sizes relative to the whole, S to that of half of it.',
        x: { label: 'share of the sites', kind: 'linear', include: [0] },
        y: { label: 'S/S(half)', kind: 'linear', include: [0, 1] },
        series: series(
          chains.filter(({ name }) => name !== 'nested Bell pairs'),
          true,
        ),
      },
    ],
  };
}

export function latticeSection(measured: Measured): StudySection {
  const { states, options } = measured;
  const [hard, soft] = ['1.5', '0.4'].map((x) => named(states, `square lattice, potential ${x}`).verdict.geometry!);
  const spectrum = (name: string, values: readonly number[], mark: ChartSeries['mark']): ChartSeries => ({
    name,
    mark,
    points: values.slice(0, 10).map((value, k) => [k + 1, value > 0 ? value / values[0]! : null] as const),
  });
  const { side } = options;
  const layout = Array.from({ length: side * side }, (_, k) => [k % side, Math.floor(k / side)]);
  const found = scaledTo(hard!.shape!.embedding.points, layout);
  return {
    heading: 'A lattice from its mutual information',
    text:
      `Fermions on ${side} × ${side} sites, hopping with a staggered potential. Distances are shortest paths along −log(I/2 ln 2). Regge's deficits at the inner sites, lengths from the table: ` +
      `mean ${hard!.regge === null ? '–' : hard!.regge.mean.toPrecision(2)}, root mean square ${hard!.regge === null ? '–' : hard!.regge.rms.toPrecision(2)}. I falls exponentially at the larger potential; ` +
      'nearly as a power at the smaller one, whose distances are logarithms and lose the second dimension.',
    label: 'analogy',
    exhibits: [
      {
        kind: 'chart',
        caption: 'The lattice, found. Points by multidimensional scaling, turned and scaled to the lattice.',
        x: { label: 'x', kind: 'linear' },
        y: { label: 'y', kind: 'linear' },
        series: [
          { name: 'lattice', mark: 'hollow', points: layout.map(([x, y]) => [x!, y!] as const) },
          { name: 'found', mark: 'points', points: found.map(([x, y]) => [x!, y!] as const) },
        ],
      },
      {
        kind: 'chart',
        caption:
          'Spectra. The ten greatest eigenvalues of the Gram matrix over the first: two of a plane, and what is not.',
        x: { label: 'number', kind: 'linear' },
        y: { label: 'eigenvalue', kind: 'log' },
        series: [
          spectrum('potential 1.5', hard!.shape!.embedding.eigenvalues, 'line-and-points'),
          spectrum('potential 0.4', soft!.shape!.embedding.eigenvalues, 'line-and-points'),
          spectrum('1.5, shuffled', hard!.shuffled!.embedding.eigenvalues, 'dash'),
        ],
      },
      ...deficitMap(hard!, side),
      ...latticeTables(measured),
    ],
  };
}

/** The curvature that the distances have at each site of the lattice. */
function deficitMap({ regge }: EntanglementGeometry, side: number): readonly Exhibit[] {
  if (regge === null) return [];
  return [
    {
      kind: 'map',
      caption:
        'Regge’s deficits. Curvature times area around each site, potential 1.5; left blank at the edge of the triangulation.',
      quantity: 'deficit (rad)',
      rowsLabel: 'row',
      columnsLabel: 'column',
      rows: Array.from({ length: side }, (_, row) => ({
        name: String(row),
        values: regge.deficits.slice(row * side, (row + 1) * side),
      })),
    },
  ];
}

function latticeTables({ states, squares, planted }: Measured): readonly Exhibit[] {
  const [hard, soft] = ['1.5', '0.4'].map((x) => named(states, `square lattice, potential ${x}`).verdict.geometry!);
  return [
    {
      kind: 'table',
      caption: 'The lattice against its control. The same information on exchanged pairs has no place for the sites.',
      columns: [
        'potential',
        'information',
        'λ₂/λ₃',
        'negative share',
        'Procrustes',
        'best κ·diameter',
        'share outside (1, 2)',
        'flat limit',
      ],
      rows: [['1.5', hard!] as const, ['0.4', soft!] as const].flatMap(([potential, geometry]) =>
        (
          [
            ['as it is', geometry.shape!],
            ['shuffled', geometry.shuffled!],
          ] as const
        ).map(([name, shape]) => [
          potential,
          name,
          shape.gapRatio,
          shape.embedding.negativeShare,
          shape.procrustes,
          shape.hyperbolic.best,
          shape.hyperbolic.share,
          shape.hyperbolic.flat,
        ]),
      ),
    },
    {
      kind: 'table',
      caption:
        'Entropies against sums over pairs. Squares of the gapped lattice; last, Bell pairs on a graph in the plane.',
      columns: ['region', 'redundancy defect'],
      rows: [
        ...squares.map(({ side: k, defect }) => [`${k} × ${k}`, defect] as const),
        [`${planted.sites} sites, ${planted.pairs} pairs`, settled(planted.defect)],
      ],
    },
  ];
}

/** Points turned, moved and scaled to others. */
function scaledTo(points: readonly (readonly number[])[], goal: readonly (readonly number[])[]) {
  const sizeOf = (own: readonly (readonly number[])[]): number => {
    const means = [0, 1].map((axis) => own.reduce((sum, x) => sum + x[axis]!, 0) / own.length);
    return Math.sqrt(own.reduce((sum, x) => sum + (x[0]! - means[0]!) ** 2 + (x[1]! - means[1]!) ** 2, 0));
  };
  const scale = sizeOf(goal) / sizeOf(points);
  return procrustesAlignment(
    points.map((x) => x.map((value) => scale * value)),
    goal,
  ).points;
}

const settled = (value: number): number => (Math.abs(value) < 1e-12 ? 0 : value);
