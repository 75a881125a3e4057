/** @file Information geometry: how well the boundary state resolves each parameter of the network. */

import { BLUE, GREEN, MUTED } from '../drawing/colours.ts';
import { chartFigure } from '../drawing/data-figure.ts';
import { figures, foldedSection, paragraph } from '../drawing/figure.ts';
import type { LineChart, Series } from '../drawing/line-chart.ts';
import type { FisherSpectrum } from '../fisher/fisher-spectrum.ts';
import type { Kind } from '../generative/generative-network.ts';
import { counted, significant, subscript } from '../number-format.ts';
import { rankReading } from './reading.ts';

/** Eigenvalues below this fraction of the greatest are drawn at this fraction. */
const FLOOR = 1e-18;

/**
 * The section on the quantum Fisher information.
 *
 * @param kind - of the network: parameters of circuits are angles, those of tensors have no unit
 */
export function fisherSection(fisher: FisherSpectrum, kind: Kind): string {
  const { parameters, rank, resolution } = fisher;
  const { caveat } = rankReading(fisher);
  const hidden = resolution.filter((value) => value === null).length;
  const text =
    `F is the quantum Fisher information (4 Re Q for pure states) of the ${counted(parameters, 'parameter')}; its rank is ${rank}, so ` +
    `${counted(parameters - rank, 'direction')} of parameter space ${parameters - rank === 1 ? 'leaves' : 'leave'} the state unchanged (gauge). ` +
    (caveat === null ? '' : `The rank is not certain, ${caveat}. `) +
    (hidden === 0
      ? 'Every parameter can be inferred from the state.'
      : `${counted(hidden, 'parameter')} cannot be inferred from the state at all, since a gauge direction moves ${hidden === 1 ? 'it' : 'them'}.`);
  return foldedSection(
    'Fisher information',
    `rank ${rankReading(fisher).value}`,
    paragraph(text),
    ...planckText(fisher, kind),
    figures(spectrumFigure(fisher, UNITS[kind].information), ...resolutionFigure(fisher, UNITS[kind].resolution)),
  );
}

/** The units of the parameters, and what is known beforehand about their resolution. */
const UNITS: Readonly<Record<Kind, Record<'information' | 'resolution' | 'unit' | 'bound', string>>> = {
  circuit: {
    information: 'rad⁻², ',
    resolution: 'rad, ',
    unit: '\u00A0rad',
    bound:
      ' One copy resolves the angle of one rotation no more finely than 1\u00A0rad, N copies no more finely than 1/√N; an angle shared by k gates is resolved up to k times more finely.',
  },
  'block-circuit': { information: 'rad⁻², ', resolution: 'rad, ', unit: '\u00A0rad', bound: '' },
  network: { information: '', resolution: '', unit: '', bound: '' },
};

/** The finest resolutions as a number: what the paper likens to the Planck length. */
function planckText({ eigenvalues, resolution }: FisherSpectrum, kind: Kind): readonly string[] {
  const greatest = Math.max(0, ...eigenvalues.filter(Number.isFinite));
  if (!(greatest > 0)) return [];
  const seen = resolution.filter((value) => value !== null && Number.isFinite(value) && value > 0).map(Number);
  const { unit, bound } = UNITS[kind];
  const single =
    seen.length === 0
      ? 'No single parameter is resolved with all others unknown.'
      : `The finest single parameter is resolved to ${significant(Math.min(...seen))}${unit}, the coarsest of those that can be inferred to ${significant(Math.max(...seen))}${unit}.`;
  return [
    paragraph(
      `Planck length of this bulk (analogy): no direction of its parameters is resolved more finely than 1/√λ_{max} = ${significant(1 / Math.sqrt(greatest))}${unit} from one copy of the state. ${single}${bound}`,
    ),
  ];
}

function spectrumFigure(fisher: FisherSpectrum, unit: string): string {
  const { eigenvalues, rank, threshold } = fisher;
  const { caveat } = rankReading(fisher);
  const greatest = Math.max(0, ...eigenvalues.filter(Number.isFinite));
  const datum = (value: number, k: number) => ({
    x: k + 1,
    y: Math.max(value, FLOOR * greatest),
    hint: `eigenvalue ${k + 1}: ${significant(value, 4)}`,
  });
  const data = eigenvalues.map(datum);
  const series: readonly Series[] = [
    { name: 'visible directions', colour: BLUE, mark: 'points', data: data.slice(0, rank) },
    { name: 'gauge directions', colour: MUTED, mark: 'hollow', data: data.slice(rank) },
  ];
  const chart: LineChart = {
    title: 'Spectrum of the quantum Fisher information',
    x: { label: 'eigenvalue, in descending order', kind: 'linear', include: [1], whole: true },
    y: { label: `eigenvalue of F (${unit}log scale)`, kind: 'log' },
    series,
    levels: [{ y: threshold * greatest, name: `rank threshold, ${significant(threshold, 2)} × greatest` }],
  };
  return chartFigure(
    chart,
    `Fisher spectrum. Eigenvalues above the threshold count towards the rank; those at the lower edge vanish up to rounding.${caveat === null ? '' : ` Rank ${caveat}.`}`,
  );
}

/** None where no parameter has a resolution of its own. */
function resolutionFigure({ resolution }: FisherSpectrum, unit: string): readonly string[] {
  const inferred = resolution.flatMap((value, k) =>
    value === null ? [] : [{ x: k, y: value, hint: `θ${subscript(k)}: ${significant(value)}` }],
  );
  if (inferred.length === 0) return [];
  const greatest = Math.max(...inferred.map(({ y }) => y));
  const hidden = resolution.flatMap((value, k) =>
    value === null ? [{ x: k, y: 10 * greatest, hint: `θ${subscript(k)}: cannot be inferred` }] : [],
  );
  const chart: LineChart = {
    title: 'Resolution of each parameter',
    x: { label: 'parameter k', kind: 'linear', include: [0], whole: true },
    y: { label: `resolution √(F⁺)_{kk} (${unit}one copy, log scale)`, kind: 'log' },
    series: [
      { name: 'inferred', colour: GREEN, mark: 'points', data: inferred },
      { name: 'cannot be inferred (no value)', colour: MUTED, mark: 'hollow', data: hidden },
    ],
  };
  return [
    chartFigure(
      chart,
      'Resolution of each parameter. Quantum Cramér–Rao bound of its standard deviation for one copy of the state, with all others unknown; low is sharp.',
    ),
  ];
}
