/** @file Target beside learned state: amplitudes or probabilities on one scale, and the entanglement of half the sites. */

import { BLUE, OCHRE } from '../drawing/colours.ts';
import { chartFigure, mapFigure } from '../drawing/data-figure.ts';
import { figures, paragraph, section } from '../drawing/figure.ts';
import type { LineChart } from '../drawing/line-chart.ts';
import { significant } from '../number-format.ts';
import type { Likeness, LikenessRecord } from '../record/likeness-record.ts';

/** The section; '' where neither amplitudes nor a spectrum are in the record. */
export function likenessSection(likeness: LikenessRecord, dimensions: readonly number[]): string {
  const { amplitudes, probabilities, spectra } = likeness;
  const entries = amplitudes === null ? probabilities : shownAmplitudes(amplitudes);
  const quantity = amplitudes === null ? '⟨b|ρ|b⟩' : isReal(amplitudes) ? '⟨b|ψ⟩' : '|⟨b|ψ⟩|²';
  const drawn = [
    ...(entries === null ? [] : entryFigures(entries, quantity, dimensions)),
    spectra === null ? '' : spectrumFigure(spectra),
  ].filter((figure) => figure !== '');
  if (drawn.length === 0) return '';
  return section('Target and learned state', paragraph(differenceText(likeness)), figures(...drawn));
}

/** Amplitudes whose imaginary parts are below this are real. */
const REAL = 1e-9;

const isReal = ({ target, learned }: Likeness<readonly number[]>): boolean =>
  target.every((x, k) => k % 2 === 0 || Math.abs(x) < REAL) &&
  learned.every((x, k) => k % 2 === 0 || Math.abs(x) < 1e-2);

/** Real amplitudes with their signs, others as probabilities. */
function shownAmplitudes(amplitudes: Likeness<readonly number[]>): Likeness<readonly number[]> {
  const real = isReal(amplitudes);
  const of = (interleaved: readonly number[]): readonly number[] =>
    Array.from({ length: interleaved.length / 2 }, (_, b) =>
      real ? interleaved[2 * b]! : interleaved[2 * b]! ** 2 + interleaved[2 * b + 1]! ** 2,
    );
  return { target: of(amplitudes.target), learned: of(amplitudes.learned) };
}

/** Both states as maps on one scale. */
function entryFigures(
  { target, learned }: Likeness<readonly number[]>,
  quantity: string,
  dimensions: readonly number[],
): readonly string[] {
  const all = [...target, ...learned].filter(Number.isFinite);
  const scale = { least: Math.min(0, ...all), greatest: Math.max(0, ...all) };
  const sides = sidesOf(dimensions);
  const what = quantity === '⟨b|ψ⟩' ? 'Amplitudes' : 'Probabilities';
  const figureOf = (entries: readonly number[], of: string, remark: string): string => {
    const values = sides.rows.map((_, k) => entries.slice(k * sides.columns.length, (k + 1) * sides.columns.length));
    const labels = { quantity, rowsLabel: 'first half', columnsLabel: 'second half', title: `${what} of the ${of}` };
    return mapFigure(
      { ...labels, ...sides, values, ...scale },
      `${what} of the ${of}. ${quantity} in the computational basis: the row is the first half of the sites, the column the second. ${remark}`,
    );
  };
  return [
    figureOf(target, 'target', 'Both maps have one scale.'),
    figureOf(learned, 'learned state', 'On the scale of the map beside it.'),
  ];
}

/** Names of the rows and columns: the values of the sites of either half. */
function sidesOf(dimensions: readonly number[]): {
  readonly rows: readonly string[];
  readonly columns: readonly string[];
} {
  const half = Math.floor(dimensions.length / 2);
  return { rows: digits(dimensions.slice(0, half)), columns: digits(dimensions.slice(half)) };
}

function digits(dimensions: readonly number[]): readonly string[] {
  return dimensions.reduce<readonly string[]>(
    (names, dimension) => names.flatMap((name) => Array.from({ length: dimension }, (_, digit) => `${name}${digit}`)),
    [''],
  );
}

/** How far target and learned state are apart, entry by entry. */
function differenceText({ amplitudes, probabilities, spectra }: LikenessRecord): string {
  const greatest = ({ target, learned }: Likeness<readonly number[]>): number =>
    Math.max(0, ...target.map((x, k) => Math.abs(x - (learned[k] ?? 0))));
  const modulus = ({ target, learned }: Likeness<readonly number[]>): number =>
    Math.max(
      0,
      ...target.map((x, k) =>
        k % 2 === 0 ? Math.hypot(x - (learned[k] ?? 0), target[k + 1]! - (learned[k + 1] ?? 0)) : 0,
      ),
    );
  return [
    amplitudes === null
      ? ''
      : `Amplitudes of target and learned state, their phases aligned, differ by at most ${significant(modulus(amplitudes), 2)}.`,
    probabilities === null
      ? ''
      : `Diagonal elements of target and learned state differ by at most ${significant(greatest(probabilities), 2)}.`,
    spectra === null
      ? ''
      : `The eigenvalues of the reduced state of the first half of the sites differ by at most ${significant(greatest(spectra), 2)}.`,
  ]
    .filter(Boolean)
    .join(' ');
}

/** Most eigenvalues that are drawn. */
const MOST = 40;

function spectrumFigure({ target, learned }: Likeness<readonly number[]>): string {
  const data = (values: readonly number[], of: string) =>
    values.slice(0, MOST).map((y, k) => ({ x: k + 1, y, hint: `${of}, eigenvalue ${k + 1}: ${significant(y, 4)}` }));
  const chart: LineChart = {
    title: 'Entanglement spectrum of half the sites',
    x: { label: 'eigenvalue, in descending order', kind: 'linear', include: [1], whole: true },
    y: { label: 'eigenvalue of ρ_{A} (log scale)', kind: 'log' },
    series: [
      { name: 'learned state', colour: BLUE, mark: 'points', data: data(learned, 'learned state') },
      { name: 'target', colour: OCHRE, mark: 'hollow', data: data(target, 'target') },
    ],
  };
  return chartFigure(
    chart,
    'Entanglement spectrum of half the sites. Eigenvalues of the reduced state of the first half, of target and learned state.',
  );
}
