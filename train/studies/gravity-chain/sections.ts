/** @file The sections of the page, as tables, charts and maps. */

import { significant } from '../../../src/number-format.ts';
import type { ChartSeries, Exhibit, HeatMapExhibit, StudySection } from '../../../src/record/study-record.ts';
import type { Answered } from './answered.ts';
import { type Curvature, type NamedDefect, type SourceKind, score } from './defects.ts';
import type { Evolution } from './evolution.ts';
import type { FirstLawOfChange } from './first-law.ts';
import { curvatureMap, intervalMap } from './maps.ts';
import type { Matter } from './matter.ts';
import type { Options } from './options.ts';

/** All that was measured. */
export interface Measured {
  readonly options: Options;
  readonly answered: readonly Answered[];
  /** Null where none is asked. */
  readonly evolution: Evolution | null;
  readonly matter: Matter;
}

const MARKS: Readonly<Record<SourceKind, ChartSeries['mark']>> = {
  state: 'line-and-points',
  network: 'points',
  metric: 'line',
  control: 'dash',
};

/** The target as it is called on the page. */
export const titleOf = ({ name, sites, ring }: Pick<Answered, 'name' | 'sites' | 'ring'>): string =>
  `${name.slice(0, 1).toUpperCase()}${name.slice(1)}, ${ring ? 'ring' : 'line'} of ${sites}`;

/** The defect of the state itself. */
export const stateDefect = ({ defects }: Answered): NamedDefect => defects.find(({ kind }) => kind === 'state')!;

export const ofKind = ({ defects }: Answered, kind: SourceKind): readonly NamedDefect[] =>
  defects.filter((one) => one.kind === kind);

/** Share of the intervals that have no density, or a negative one. */
export const missingShare = ({ defect: { intervals, vanishing, negative } }: NamedDefect): number =>
  (vanishing + negative) / (intervals + vanishing + negative);

export function networkSection(answered: readonly Answered[]): StudySection {
  return {
    heading: 'From the state to its network',
    text:
      'States of up to eight qubits have a learned circuit of neighbouring gates beside the shortest path to them on the same metric; ' +
      'Gaussian states a circuit of Gaussian gates, larger states their matrices; a state that is given as a network keeps it.',
    exhibits: [
      {
        kind: 'table',
        caption:
          'Networks. Length of circuit and path in rad, all words on one and two neighbours at weight 1; the bound is proved.',
        columns: ['state', 'network', 'tensors', '1 − F', 'length', 'shortest path found', 'lower bound'],
        rows: answered.map((target) => {
          const { network, path } = target;
          const ofPath = [path?.length ?? null, path?.lowerBound ?? null];
          if (typeof network === 'string') return [titleOf(target), network, null, null, null, ...ofPath];
          return [titleOf(target), network.kind, network.tensors, network.infidelity, network.length, ...ofPath];
        }),
      },
    ],
  };
}

export function targetSection(target: Answered): StudySection {
  const { centralCharge, charge, growth } = target;
  const by = { given: 'given', growth: 'by the growth of the entropies', none: 'for lack of any growth' }[charge];
  return {
    heading: titleOf(target),
    text:
      `c = ${significant(centralCharge, 4)}, ${by}${charge === 'given' && growth !== null ? `; the growth of the entropies has ${significant(growth, 4)}` : ''}. ` +
      'q = log I(a:b|B) + (3/c)[S(aB) + S(Bb)] is constant where Liouville’s equation holds; the defect is its root mean square. ' +
      'A score is the decimal logarithm of a defect over that of the state, with the c of the state.',
    exhibits: [
      areaChart(target),
      ...defectCharts(target),
      ...defectMap(target),
      scoreTable(target),
      ...(target.firstLaw === null
        ? []
        : [
            firstLawTable('the first half of the sites where the next is pushed, ψ′ ∝ e^{ε(X+Z)/√2}ψ', target.firstLaw),
          ]),
      ...holographyExhibits(target),
    ],
  };
}

function areaChart({ areas }: Answered): Exhibit {
  return {
    kind: 'chart',
    caption: 'Areas of intervals. Means over all places; the metrics have the state’s c and one constant.',
    x: { label: 'length |B| (sites)', kind: 'log' },
    y: { label: 'area (nats)', kind: 'log' },
    series: areas
      .filter(({ kind }) => kind !== 'control')
      .map(({ name, kind, means }) => ({ name, mark: MARKS[kind], points: means })),
  };
}

function defectCharts(target: Answered): readonly Exhibit[] {
  const { defects } = target;
  const { mean } = stateDefect(target).defect;
  const series = (kinds: readonly SourceKind[], value: (q: number) => number): readonly ChartSeries[] =>
    defects
      .filter(({ kind, defect }) => kinds.includes(kind) && defect.lengths.length > 0)
      .map(({ name, kind, defect }) => ({
        name,
        mark: MARKS[kind],
        points: defect.lengths.map(({ length, mean: q }) => [length, value(q)] as const),
      }));
  const x = { label: 'length |B| (sites)', kind: 'log' } as const;
  return [
    {
      kind: 'chart',
      caption: `The gravity defect against controls. ${mean === null ? 'q' : 'Distance of q from its mean over the state'}, averaged over the intervals of a length that have one.`,
      x,
      y: { label: mean === null ? 'q' : '|q − mean of the state|', kind: mean === null ? 'linear' : 'log' },
      series: series(['state', 'network', 'control'], (q) => (mean === null ? q : Math.abs(q - mean))),
    },
    {
      kind: 'chart',
      caption:
        'The state and the metrics of the continuum. A constant is a vacuum; what bends at short lengths is the lattice.',
      x,
      y: { label: 'q', kind: 'linear' },
      series: series(['state', 'metric'], (q) => q),
    },
  ];
}

/** q − mean of the state over places and lengths. */
function defectMap(target: Answered): readonly HeatMapExhibit[] {
  const { mean, values } = stateDefect(target).defect;
  if (mean === null) return [];
  return intervalMap(
    { ...target, values: values.map((value) => value - mean) },
    'Where q is not its mean. Each interval at its middle; long intervals reach deep.',
    'q − mean',
  );
}

function scoreTable(target: Answered): Exhibit {
  const state = stateDefect(target);
  const against = (one: NamedDefect, of: (one: NamedDefect) => number | null): number | null =>
    one === state ? null : score(of(one), of(state));
  return {
    kind: 'table',
    caption:
      'Defects and scores. Defect: root mean square of q where it is defined; variation: that of e^{q} over all intervals, relative to its mean, which counts those without a density I(a:b|B) > 0. Both with the c of the state; the last but one with a c of its own.',
    columns: ['areas of', 'defect', 'score', 'variation', 'score', 'own c', 'defect with it', 'without density'],
    rows: target.defects.map((one) => [
      one.name,
      one.defect.spread,
      against(one, ({ defect }) => defect.spread),
      one.defect.variation,
      against(one, ({ defect }) => defect.variation),
      one.own.centralCharge,
      one.own.spread,
      `${significant(100 * missingShare(one), 3)} %`,
    ]),
  };
}

function holographyExhibits({ holography }: Answered): readonly Exhibit[] {
  if (typeof holography === 'string') return [];
  return [
    {
      kind: 'table',
      caption: `Two intervals. Mutual information at the cross ratio x, with what free fermions and Ryu–Takayanagi surfaces have; I_{3} of three quarters is ${significant(holography.tripartite, 3)}, of those surfaces ${significant(holography.holographicTripartite, 3)}.`,
      columns: ['sites', 'gap', 'x', 'I (nats)', 'free fermions', 'anti-de Sitter'],
      rows: holography.intervals.map((one) => [
        one.length,
        one.gap,
        one.crossRatio,
        one.information,
        one.fermions,
        one.holographic,
      ]),
    },
  ];
}

export function curvatureSection({ answered, matter }: Measured): StudySection {
  const tried: readonly (readonly [string, Curvature | null])[] = [
    ...answered.map((target): readonly [string, Curvature | null] => [
      `${titleOf(target)}, against ${target.hasReference ? 'its vacuum' : 'the mean of its q'}`,
      target.curvature,
    ]),
    ['bump of mass on the lattice', matter.mass],
    ['planted curvature', matter.planted],
  ];
  return {
    heading: 'Which curvature explains the defect?',
    text:
      'δq of each interval is half the integral of the excess curvature along its geodesic. The curvature is found from half of the intervals and tried on the other half; ' +
      'the error there, in units of the data, is the verdict on a metric, beside the errors of two null models on the same geodesics. Nothing is seen deeper than the longest interval; curvature may be negative.',
    exhibits: [
      {
        kind: 'table',
        caption:
          'Errors on intervals left out. 1 is what no curvature explains; the misfit on the intervals used says nothing.',
        columns: ['defect of', 'geodesics', 'error', 'shuffled', 'smooth random', 'score', 'misfit', 'deepest z'],
        rows: tried.map(([name, curvature]) => {
          if (curvature === null) return [name, null, null, null, null, null, null, null];
          const { found, nulls } = curvature;
          const least = Math.min(nulls.shuffled, nulls.smooth);
          return [
            name,
            found.intervals,
            found.error,
            nulls.shuffled,
            nulls.smooth,
            score(least, found.error),
            found.misfit,
            found.horizon,
          ];
        }),
      },
      ...intervalMap(
        { values: matter.massDefect, sites: matter.sites, ring: true },
        'δq of the bump of mass. Each interval at its middle.',
        'δq',
      ),
      curvatureMap(
        matter.mass,
        'Curvature of the bump of mass. Found from the entropies of the lattice alone; negative, as a relevant source may have it.',
      ),
      curvatureMap(
        matter.planted,
        'Curvature planted. A positive lump as the tomography finds it on the same geodesics.',
      ),
      ...answered.flatMap((target) =>
        target.curvature === null || !target.hasReference
          ? []
          : [curvatureMap(target.curvature, `Curvature of ${titleOf(target)}. Against its vacuum.`)],
      ),
    ],
  };
}

export function matterSection({ matter }: Measured): StudySection {
  return {
    heading: 'Matter and vacuum on a lattice',
    text: `A ring of ${matter.sites} hopping fermions, disturbed. A bump of energy moves along the conformal orbit of the vacuum: entropies change, q does not, and δS obeys the wave equation in time to ${significant(100 * matter.wave, 2)} %. A staggered potential is matter: δq grows as its square.`,
    exhibits: [
      {
        kind: 'table',
        caption: 'Disturbances. Root mean squares over all intervals.',
        columns: ['bump', 'size', 'δq', '6 δS', 'δq / 6 δS'],
        rows: matter.disturbances.map(({ name, size, defect, areas }) => [name, size, defect, areas, defect / areas]),
      },
      firstLawTable('twelve sites in the bump of mass', matter.firstLaw),
    ],
  };
}

/** The terms of the first law, each by itself. */
function firstLawTable(of: string, laws: readonly FirstLawOfChange[]): Exhibit {
  return {
    kind: 'table',
    caption: `First law of entanglement. ΔS = Δ⟨K⟩ − S(ρ′‖ρ) for ${of}, each term by itself.`,
    columns: ['size', 'ΔS', 'Δ⟨K⟩', 'S(ρ′‖ρ)', 'Δ⟨K⟩ − ΔS − S(ρ′‖ρ)'],
    rows: laws.map(({ size, entropyChange, modularChange, relativeEntropy }) => [
      size,
      entropyChange,
      modularChange,
      relativeEntropy,
      modularChange - entropyChange - relativeEntropy,
    ]),
  };
}
