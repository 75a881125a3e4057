/** @file A ground state of a plane as a page: its lattice, what is measured in it, how it was found. */

import { csvData } from '../drawing/chart-data.ts';
import { BLUE, VERMILION } from '../drawing/colours.ts';
import { chartFigure, HALF_WIDTH, mapFigure } from '../drawing/data-figure.ts';
import { type Fact, facts, figure, figures, paragraph, section, table } from '../drawing/figure.ts';
import type { Datum } from '../drawing/line-chart.ts';
import { element, escapeText } from '../drawing/markup.ts';
import { type PlaneBond, planeDrawing } from '../drawing/plane-drawing.ts';
import { significant } from '../number-format.ts';
import { wholePage } from './document.ts';

/** What a page of a plane shows. */
export interface PlaneFigures {
  /** The Hamiltonian in words. */
  readonly hamiltonian: string;
  readonly rows: number;
  readonly columns: number;
  /** Greatest bond dimension of the state, and of the boundaries. */
  readonly bond: number;
  readonly boundary: number;
  /** Which operator of a site is measured. */
  readonly letter: string;
  readonly energy: number;
  /** Change of the energy from boundaries of half the bond. */
  readonly change: number;
  readonly error: number;
  readonly simple: number;
  readonly ending: string;
  readonly lowest: number | null;
  readonly bound: number | null;
  readonly bonds: readonly PlaneBond[];
  readonly magnetisation: readonly number[];
  /** Connected, from the site in the middle, row by row. */
  readonly correlations: readonly (readonly (number | null)[])[];
  readonly structureFactor: readonly (readonly (number | null)[])[] | null;
  /** The energy after each step of the search. */
  readonly history: readonly number[];
}

/** The page as HTML. */
export function planePage(plane: PlaneFigures): string {
  const { rows, columns, hamiltonian, energy } = plane;
  const title = `${hamiltonian} on ${rows} × ${columns} sites`;
  const perSite = significant(energy / (rows * columns), 8);
  const header = element('header', {}, [
    paragraph('Ground state of a plane', 'kicker'),
    element('h1', {}, escapeText(title)),
    paragraph(
      `A projected entangled-pair state of bond ${plane.bond} between boundaries of bond ${plane.boundary}: ${perSite} per site.`,
      'abstract',
    ),
  ]);
  const sections = [
    section('Energy', facts(energyFacts(plane)), figures(historyFigure(plane)), table(sizes(plane))),
    section('The plane', figures(latticeFigure(plane), correlationMap(plane))),
    section('Correlations', figures(distanceFigure(plane), structureFigure(plane))),
  ];
  return wholePage(title, header, sections, 'bulkweave');
}

function energyFacts({ energy, change, lowest, bound, simple, ending }: PlaneFigures): readonly Fact[] {
  const above = (of: number): string => `${significant((100 * (energy - of)) / Math.abs(of), 3)} % below it`;
  return [
    { name: 'energy', value: significant(energy, 9), remark: `boundaries of half the bond: ${significant(change, 2)}` },
    ...(lowest === null ? [] : [{ name: 'least eigenvalue', value: significant(lowest, 9), remark: above(lowest) }]),
    ...(bound === null ? [] : [{ name: 'lower bound', value: significant(bound, 6), remark: above(bound) }]),
    {
      name: 'at the start',
      value: significant(simple, 7),
      ...(ending === 'none'
        ? { remark: 'not searched by gradients' }
        : ending === 'converged'
          ? { remark: 'the search converged' }
          : { caveat: `the search ended: ${ending}` }),
    },
  ];
}

const sizes = ({ error, bond, boundary }: PlaneFigures): readonly (readonly [string, string])[] => [
  ['bond dimension of the state, D', `${bond}`],
  ['bond dimension of the boundaries, χ', `${boundary}`],
  ['greatest relative error in truncating a boundary', significant(error, 2)],
];

function latticeFigure({ rows, columns, bonds, magnetisation, letter }: PlaneFigures): string {
  const quantity = `⟨${letter}⟩`;
  const svg = planeDrawing({
    title: 'Bond energies and magnetisation',
    rows,
    columns,
    bonds,
    magnetisation,
    quantity,
    width: HALF_WIDTH,
  });
  const data = csvData([['site', 'other site', 'energy'], ...bonds.map(({ sites, energy }) => [...sites, energy])]);
  return figure(
    svg,
    `Bond energies and magnetisation. Bonds as wide as |energy|, blue where it is negative; sites by ${quantity}.`,
    'half',
    data,
  );
}

function correlationMap({ correlations, columns, letter }: PlaneFigures): string {
  return mapFigure(
    {
      title: 'Correlations from the middle',
      quantity: 'C',
      rowsLabel: 'row',
      columnsLabel: 'column',
      rows: correlations.map((_, r) => `${r}`),
      columns: Array.from({ length: columns }, (_, c) => `${c}`),
      values: correlations,
    },
    `Correlations from the middle. ⟨${letter}${letter}′⟩ − ⟨${letter}⟩⟨${letter}′⟩ of the site in the middle with every site.`,
  );
}

function distanceFigure({ correlations, rows, columns, letter }: PlaneFigures): string {
  const [r0, c0] = [Math.floor((rows - 1) / 2), Math.floor((columns - 1) / 2)];
  const points = correlations.flatMap((row, r) =>
    row.map((found, c) => {
      const value = found ?? Number.NaN;
      return { x: Math.hypot(r - r0, c - c0), value, hint: `(${r}, ${c}): ${significant(value, 3)}` };
    }),
  );
  const data = (sign: number): readonly Datum[] =>
    points
      .filter(({ x, value }) => x > 0 && sign * value > 0)
      .map(({ x, value, hint }) => ({ x, y: Math.abs(value), hint }));
  return chartFigure(
    {
      title: 'Correlations by distance',
      x: { label: 'distance', kind: 'linear' },
      y: { label: '|C|', kind: 'log' },
      series: [
        { name: 'positive', colour: VERMILION, mark: 'points', data: data(1) },
        { name: 'negative', colour: BLUE, mark: 'hollow', data: data(-1) },
      ],
    },
    `Correlations by distance. Connected, of ${letter}, from the site in the middle.`,
  );
}

function structureFigure({ structureFactor, rows, columns }: PlaneFigures): string {
  if (structureFactor === null) return paragraph('The structure factor takes all pairs: to 36 sites.');
  const values = structureFactor.map((row) => row.map((x) => (x !== null && Math.abs(x) < 1e-12 ? 0 : x)));
  return mapFigure(
    {
      title: 'Structure factor',
      quantity: 'S(q)',
      rowsLabel: `q along columns, 2π/${rows}`,
      columnsLabel: `q along rows, 2π/${columns}`,
      rows: values.map((_, a) => `${a}`),
      columns: Array.from({ length: columns }, (_, b) => `${b}`),
      values,
    },
    'Structure factor. Of the connected correlations of all pairs.',
  );
}

function historyFigure({ history, lowest }: PlaneFigures): string {
  if (history.length < 2) return '';
  return chartFigure(
    {
      title: 'Energy by step',
      x: { label: 'step of the search', kind: 'linear' },
      y: { label: 'energy', kind: 'linear' },
      series: [{ name: '', colour: BLUE, mark: 'line', data: history.map((y, x) => ({ x, y })) }],
      ...(lowest === null ? {} : { levels: [{ y: lowest, name: 'least eigenvalue' }] }),
    },
    'Energy by step. Of the search by gradients, after noise was added to the simple update.',
  );
}
