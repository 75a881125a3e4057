/** @file Several records on one page: their numbers in one table, their curves in one chart, what they were asked for. */

import { dataTable } from '../drawing/exhibit.ts';
import { captioned, figures, paragraph, section } from '../drawing/figure.ts';
import { element, escapeText } from '../drawing/markup.ts';
import { counted, duration, infidelityText, significant } from '../number-format.ts';
import type { RunPoint, RunRecord } from '../record/run-record.ts';
import { STUDY_SCHEMA, type StudyRecord } from '../record/study-record.ts';
import { goalOf } from './accepted-infidelity.ts';
import { wholePage } from './document.ts';
import { metricPhrase } from './metric-phrase.ts';
import { networkPhrase } from './network-section.ts';
import { complexityReading, geodesicReading, rankReading, stated } from './reading.ts';
import { type NamedPoint, overlaidFigures } from './several-figures.ts';
import { checkPhrase } from './study-page.ts';

/**
 * One page that compares several records: runs state by state, studies by their checks.
 *
 * @param records - in the order in which they are shown
 */
export function reportOfSeveral(records: readonly (RunRecord | StudyRecord)[]): string {
  const runs = records.filter((record): record is RunRecord => record.schema !== STUDY_SCHEMA);
  const points = namedPoints(runs);
  const names = records.map(({ experiment }) => experiment.name);
  const header = element('header', {}, [
    paragraph('Comparison', 'kicker'),
    element('h1', {}, escapeText(names.length <= 4 ? names.join(', ') : counted(names.length, 'record'))),
    paragraph(comparability(points), 'abstract'),
    ...bestSentences(points).map((text) => paragraph(text)),
  ]);
  return wholePage('Comparison', header, severalSections(records), `bulkweave ${versionsOf(records)}`);
}

/** The versions with which records were made. */
export const versionsOf = (records: readonly (RunRecord | StudyRecord)[]): string =>
  [...new Set(records.map((record) => record.versions.bulkweave ?? 'unknown'))].join(', ');

/** The sections of a comparison: numbers, charts laid over each other, studies, and what the experiments differ in. */
export function severalSections(records: readonly (RunRecord | StudyRecord)[]): readonly string[] {
  const points = namedPoints(records.filter((record): record is RunRecord => record.schema !== STUDY_SCHEMA));
  const studies = records.filter((record): record is StudyRecord => record.schema === STUDY_SCHEMA);
  const figuresOf = overlaidFigures(points);
  return [
    points.length === 0 ? '' : section('Numbers', numbersTable(points)),
    figuresOf.length === 0 ? '' : section('Overlaid', figures(...figuresOf)),
    studies.length === 0 ? '' : section('Studies', studiesTable(studies)),
    section('What the experiments differ in', differencesTable(records)),
  ];
}

/** All states of all runs; a name that occurs twice is numbered. */
function namedPoints(runs: readonly RunRecord[]): readonly NamedPoint[] {
  const all = runs.flatMap((record) =>
    record.points.map((point, k) => {
      const of =
        record.points.length === 1 ? '' : point.time === null ? `, state ${k}` : `, τ = ${significant(point.time)}`;
      return { name: `${record.experiment.name}${of}`, record, point };
    }),
  );
  return all.map((one, k) => {
    const before = all.slice(0, k).filter(({ name }) => name === one.name).length;
    return before === 0 ? one : { ...one, name: `${one.name} (${before + 1})` };
  });
}

const distinct = (points: readonly NamedPoint[], of: (one: NamedPoint) => unknown): number =>
  new Set(points.map((one) => JSON.stringify(of(one) ?? null))).size;

/** Whether targets and metrics are the same, and so what may be compared. */
function comparability(points: readonly NamedPoint[]): string {
  if (points.length === 0) return 'No state of a run is among these records.';
  const targets = distinct(points, ({ point }) => [point.target.name, point.target.dimensions]);
  const metrics = distinct(points, ({ record }) => record.experiment.metric);
  const states = counted(points.length, 'learned state');
  return (
    `${states}. ${targets === 1 ? `All have the target “${points[0]!.point.target.name}”` : `They have ${targets} different targets`}` +
    `${metrics === 1 ? ' and one complexity metric.' : ` and ${metrics} complexity metrics: lengths are comparable only on the same one.`}`
  );
}

/** Which state has the least infidelity and which the shortest path, among those of one target on one metric. */
function bestSentences(points: readonly NamedPoint[]): readonly string[] {
  const isOne =
    points.length > 1 && distinct(points, ({ point }) => [point.target.name, point.target.dimensions]) === 1;
  if (!isOne) return [];
  const least = (of: (one: NamedPoint) => number | null | undefined) =>
    points.reduce<{ readonly name: string; readonly value: number } | null>((best, one) => {
      const value = of(one);
      if (typeof value !== 'number' || !Number.isFinite(value)) return best;
      return best === null || value < best.value ? { name: one.name, value } : best;
    }, null);
  const nearest = least(({ point }) => point.training.infidelity);
  const isOneMetric = distinct(points, ({ record }) => record.experiment.metric) === 1;
  const path = isOneMetric ? least(({ point }) => pathLength(point)) : null;
  const circuit = isOneMetric ? least(({ point }) => point.geodesic?.learned?.layeredLength) : null;
  return [
    ...(nearest === null
      ? []
      : [`Nearest to the target: ${nearest.name}, infidelity ${infidelityText(nearest.value)}.`]),
    ...(circuit === null
      ? []
      : [`Shortest learned circuit, layer after layer: ${circuit.name}, length ${significant(circuit.value, 4)}.`]),
    ...(path === null ? [] : [`Shortest path found: that of ${path.name}, length ${significant(path.value, 4)}.`]),
  ];
}

/** Length of the path that was found, by shooting where that is shorter. */
const pathLength = ({ geodesic }: RunPoint): number | null =>
  geodesic === null ? null : Math.min(geodesic.length, geodesic.polished?.length ?? Infinity);

const COLUMNS = [
  'run',
  'target',
  'network',
  'infidelity',
  'reached',
  'complexity',
  'path found',
  'lower bound',
  'excess of the circuit',
  'Fisher rank',
  'greatest entropy (nats)',
  'took',
] as const;

function numbersTable(points: readonly NamedPoint[]): string {
  const rows = points.map(({ name, record, point }) => {
    const { training, geodesic, fisher, bulk, target } = point;
    const entropies = (bulk?.cuts ?? []).map(({ entropy }) => entropy).filter(Number.isFinite);
    const learned = geodesic?.learned;
    return [
      name,
      target.name,
      networkPhrase(training.network),
      infidelityText(training.infidelity),
      training.infidelity <= goalOf(record.experiment).accepted ? 'yes' : 'no',
      stated(complexityReading(training)),
      geodesic === null ? '–' : stated(geodesicReading(geodesic)),
      geodesic === null ? '–' : significant(geodesic.lowerBound),
      learned == null ? '–' : significant(learned.excess),
      fisher === null ? '–' : rankReading(fisher).value,
      entropies.length === 0 ? '–' : significant(Math.max(...entropies)),
      duration(record.seconds),
    ];
  });
  const metrics = [...new Set(points.map(({ record }) => metricPhrase(record.experiment.metric)))].filter(Boolean);
  return (
    captioned(
      dataTable({ columns: COLUMNS, rows }),
      'Runs beside each other. Excess: length of the circuit, layer after layer, beyond that of the path found; what limits a number stands behind it in brackets.',
      'full',
    ) + metrics.map((text) => paragraph(text, 'byline')).join('')
  );
}

function studiesTable(studies: readonly StudyRecord[]): string {
  const rows = studies.map(({ findings, experiment, seconds }) => [
    experiment.name,
    findings.title,
    checkPhrase(findings),
    duration(seconds),
  ]);
  return captioned(dataTable({ columns: ['record', 'study', 'checks', 'took'], rows }), 'Studies.', 'full');
}

/** Most keys that are shown, and most letters of a value. */
const MOST_KEYS = 80;
const MOST_LETTERS = 60;
/** Most records that have a column each. */
const MOST_COLUMNS = 8;

/** Keys of the experiments with different values: a column for each record, of many records with fewer keys a row for each. */
function differencesTable(records: readonly (RunRecord | StudyRecord)[]): string {
  const flat = records.map(({ experiment }) => flattened(experiment));
  const keys = [...new Set(flat.flatMap((one) => [...one.keys()]))];
  const differing = keys.filter((key) => new Set(flat.map((one) => one.get(key) ?? '')).size > 1);
  if (differing.length === 0) return paragraph('In nothing: the experiments are the same.');
  const cell = (text: string | undefined) =>
    text === undefined
      ? '–'
      : text.length <= MOST_LETTERS
        ? text
        : { shown: `${text.slice(0, MOST_LETTERS)}…`, whole: text };
  const shown = differing.slice(0, MOST_KEYS);
  const names = records.map(({ experiment }) => experiment.name);
  const data =
    records.length > MOST_COLUMNS && shown.length < records.length
      ? {
          columns: ['record', ...shown],
          rows: flat.map((one, k) => [names[k]!, ...shown.map((key) => cell(one.get(key)))]),
        }
      : { columns: ['key', ...names], rows: shown.map((key) => [key, ...flat.map((one) => cell(one.get(key)))]) };
  return captioned(
    dataTable(data),
    'Keys with different values. Of the experiments with all defaults filled in.',
    'full',
  );
}

/** The values of an object by their keys joined by dots, as JSON. */
function flattened(value: unknown, path = ''): ReadonlyMap<string, string> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return new Map([[path, JSON.stringify(value)]]);
  return new Map(
    Object.entries(value).flatMap(([key, part]) => [...flattened(part, path === '' ? key : `${path}.${key}`)]),
  );
}
