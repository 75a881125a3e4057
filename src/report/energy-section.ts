/** @file What the Hamiltonian says of target and learned state: energies, levels, variance, correlations, magnetisation. */

import { BLUE, GREEN, VERMILION } from '../drawing/colours.ts';
import { chartFigure } from '../drawing/data-figure.ts';
import { dataTable } from '../drawing/exhibit.ts';
import { figures, section } from '../drawing/figure.ts';
import type { LineChart, Series } from '../drawing/line-chart.ts';
import { element, typeset } from '../drawing/markup.ts';
import { significant } from '../number-format.ts';
import type { EnergyRecord, Likeness } from '../record/likeness-record.ts';

/** The section on the Hamiltonian of the target. */
export function energySection(energy: EnergyRecord): string {
  const table = dataTable({ columns: ['', 'target', 'learned state'], rows: rowsOf(energy) });
  const { levelNote } = energy;
  const note =
    levelNote === undefined ? [] : [element('p', {}, typeset(`${levelNote[0]!.toUpperCase()}${levelNote.slice(1)}.`))];
  return section('Energy', figures(table, magnetisationFigure(energy)), ...note);
}

type Row = readonly (string | number | null)[];

/** A gap below this fraction of the energy is none. */
const NO_GAP = 1e-8;

function rowsOf({
  mean,
  ground,
  gap,
  magnetisation,
  degeneracy,
  variance,
  correlationLength,
}: EnergyRecord): readonly Row[] {
  const text = (value: number | null): string => (value === null ? '–' : significant(value, 7));
  const pair = (name: string, of: (value: number) => number): Row => [
    name,
    ...[mean.target, mean.learned].map((value) => (value === null ? '–' : significant(of(value), 4))),
  ];
  const isGapped = ground !== null && gap !== null && gap > NO_GAP * Math.max(1, Math.abs(ground));
  return [
    ['⟨H⟩', text(mean.target), text(mean.learned)],
    ...(ground === null ? [] : [['lowest energy E_{0}', text(ground), text(ground)]]),
    ...(ground === null ? [] : [pair('⟨H⟩ − E_{0}', (value) => settled(value - ground, ground))]),
    ...(gap === null
      ? []
      : [
          [isGapped ? 'gap above it' : 'gap above it (degenerate)', text(isGapped ? gap : 0), text(isGapped ? gap : 0)],
        ]),
    ...(degeneracy == null ? [] : [['states of lowest energy', degeneracy, degeneracy]]),
    ...both('variance ⟨H^{2}⟩ − ⟨H⟩^{2}', variance, (value) => significant(value, 3)),
    ...both('correlation length, sites', correlationLength, (value) => significant(value, 4)),
    ...(isGapped ? [pair('(⟨H⟩ − E_{0}) / gap', (value) => settled(value - ground, ground) / gap)] : []),
    ...(magnetisation === null
      ? []
      : LETTERS.map((letter, k): Row => {
          const average = (rows: readonly (readonly number[])[]): string => {
            const row = rows[k] ?? [];
            return significant(settled(row.reduce((sum, value) => sum + value, 0) / Math.max(1, row.length), 1), 4);
          };
          return [`magnetisation Σ⟨${letter}_{i}⟩ / n`, average(magnetisation.target), average(magnetisation.learned)];
        })),
  ];
}

/** A row of a quantity of both states; none where neither is known. */
function both(
  name: string,
  values: Likeness<number | null> | undefined,
  text: (value: number) => string,
): readonly Row[] {
  if (values === undefined || (values.target === null && values.learned === null)) return [];
  return [[name, ...[values.target, values.learned].map((value) => (value === null ? '–' : text(value)))]];
}

/** A difference of energies without its rounding. */
const settled = (value: number, scale: number): number =>
  Math.abs(value) < 1e-13 * Math.max(1, Math.abs(scale)) ? 0 : value;

const LETTERS = ['X', 'Y', 'Z'] as const;
const COLOURS = [VERMILION, GREEN, BLUE] as const;
/** Magnetisation below this is drawn as none. */
const NONE = 1e-3;

/** ⟨X⟩, ⟨Y⟩, ⟨Z⟩ site by site, those that do not vanish; '' where all do. */
function magnetisationFigure({ magnetisation }: EnergyRecord): string {
  if (magnetisation === null) return '';
  const { target, learned } = magnetisation;
  const shown = LETTERS.map((letter, k) => ({ letter, k })).filter(({ k }) =>
    [...(target[k] ?? []), ...(learned[k] ?? [])].some((value) => Math.abs(value) > NONE),
  );
  const data = (row: readonly number[] | undefined, name: string) =>
    (row ?? []).map((y, x) => ({ x, y, hint: `${name}, site ${x}: ${significant(y, 4)}` }));
  const series = shown.flatMap(({ letter, k }): readonly Series[] => [
    {
      name: `⟨${letter}⟩, learned state`,
      colour: COLOURS[k]!,
      mark: 'line-and-points',
      data: data(learned[k], `⟨${letter}⟩ of the learned state`),
    },
    {
      name: `⟨${letter}⟩, target`,
      colour: COLOURS[k]!,
      mark: 'hollow',
      data: data(target[k], `⟨${letter}⟩ of the target`),
    },
  ]);
  const chart: LineChart = {
    title: 'Magnetisation site by site',
    x: { label: 'site', kind: 'linear', whole: true },
    y: { label: 'expectation value', kind: 'linear', include: [0] },
    series,
  };
  const left = shown.length < 3 ? ' Letters whose expectation values stay below 0.001 are left out.' : '';
  return chartFigure(
    chart,
    `Magnetisation site by site. ⟨X⟩, ⟨Y⟩ and ⟨Z⟩ of each qubit, of target and learned state.${left}`,
  );
}
