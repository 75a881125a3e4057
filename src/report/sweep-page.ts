/** @file The results of a sweep as one page: the best, all tasks in one table, quantities against fields, records beside each other. */

import { BLUE, GREEN, INK, MUTED, OCHRE, PURPLE, VERMILION } from '../drawing/colours.ts';
import { chartFigure } from '../drawing/data-figure.ts';
import { dataTable } from '../drawing/exhibit.ts';
import { captioned, figures, paragraph, section } from '../drawing/figure.ts';
import type { LineChart, Series } from '../drawing/line-chart.ts';
import { element, escapeText } from '../drawing/markup.ts';
import { counted, duration, significant } from '../number-format.ts';
import type { RunRecord } from '../record/run-record.ts';
import type { StudyRecord } from '../record/study-record.ts';
import { wholePage } from './document.ts';
import { severalSections, versionsOf } from './several.ts';

/** A sweep as the page shows it. */
export interface SweepResults {
  readonly name: string;
  /** The swept fields, and the quantities that were chosen. */
  readonly fields: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly {
    readonly name: string;
    readonly status: string;
    readonly fields: readonly unknown[];
    readonly values: readonly unknown[];
    readonly seconds: number | null;
    readonly cpuSeconds: number | null;
    readonly message: string | null;
  }[];
  readonly best: {
    readonly of: string;
    readonly is: 'least' | 'greatest';
    readonly rows: readonly {
      readonly fields: Readonly<Record<string, unknown>>;
      readonly name: string;
      readonly value: number;
      readonly of: number;
      readonly reached: number;
      readonly median: number;
      readonly worst: number;
    }[];
  } | null;
}

/** Most tasks whose records are set beside each other; the table has all. */
export const MOST_RECORDS = 60;

/**
 * The page of a sweep.
 *
 * @param records - of its finished experiments, in order, the first `MOST_RECORDS`; none for requests
 * @param version - of the program, where there is no record that tells
 */
export function sweepPage(sweep: SweepResults, records: readonly (RunRecord | StudyRecord)[], version: string): string {
  const header = element('header', {}, [
    paragraph('Sweep', 'kicker'),
    element('h1', {}, escapeText(sweep.name)),
    paragraph(summaryOf(sweep), 'abstract'),
  ]);
  const charts = sweepCharts(sweep);
  const some = `Of the records, the first ${MOST_RECORDS} are set beside each other.`;
  return wholePage(
    `${sweep.name}: sweep`,
    header,
    [
      sweep.best === null || sweep.best.rows.length === 0 ? '' : section('The best', bestTable(sweep.best)),
      charts.length === 0 ? '' : section('Quantities', figures(...charts)),
      section('Tasks', tasksTable(sweep)),
      ...(records.length < 2 ? [] : severalSections(records)),
      records.length === MOST_RECORDS ? section('Records left out', paragraph(some)) : '',
    ].filter((text) => text !== ''),
    `bulkweave ${records.length === 0 ? version : versionsOf(records)}`,
  );
}

function summaryOf({ rows, fields }: SweepResults): string {
  const statuses = [...new Set(rows.map(({ status }) => status))];
  const counts = statuses.map((status) => `${rows.filter((row) => row.status === status).length} ${status}`);
  const total = (of: 'seconds' | 'cpuSeconds'): number => rows.reduce((sum, row) => sum + (row[of] ?? 0), 0);
  const varied = fields.length === 0 ? 'Nothing is varied.' : `Varied: ${fields.join(', ')}.`;
  return `${counted(rows.length, 'task')}: ${counts.join(', ')}. ${varied} The tasks took ${duration(total('seconds'))}, ${duration(total('cpuSeconds'))} of processor time.`;
}

type Cell = string | number | null;

/** Longest text in a cell. */
const LONGEST = 60;

function cell(value: unknown): Cell {
  if (value === undefined || value === null || typeof value === 'number') return value ?? null;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)}…`;
}

function tasksTable({ fields, columns, rows }: SweepResults): string {
  const data = {
    columns: [...fields, 'status', ...columns, 'took (s)', 'processor (s)', 'task'],
    rows: rows.map((row): readonly Cell[] => [
      ...row.fields.map(cell),
      row.message === null ? row.status : `${row.status}: ${row.message.slice(0, LONGEST)}`,
      ...row.values.map(cell),
      row.seconds,
      row.cpuSeconds,
      row.name,
    ]),
  };
  return captioned(dataTable(data), 'All tasks. Fields that are varied, what was found, and how long it took.', 'full');
}

function bestTable({ of, is, rows }: NonNullable<SweepResults['best']>): string {
  const fields = Object.keys(rows[0]!.fields);
  const data = {
    columns: [...fields, of, 'seeds', 'within a millionth', 'median', 'worst', 'task'],
    rows: rows.map((row): readonly Cell[] => [
      ...fields.map((key) => cell(row.fields[key])),
      ...[row.value, row.of, row.reached, row.median, row.worst, row.name],
    ]),
  };
  return captioned(
    dataTable(data),
    `The best of several seeds. ${is === 'least' ? 'Least' : 'Greatest'} ${of} of the tasks that differ in the seed alone; how many come within a millionth of it.`,
    'full',
  );
}

const COLOURS = [BLUE, VERMILION, GREEN, PURPLE, OCHRE, MUTED, INK] as const;
/** Most charts of a page. */
const MOST_CHARTS = 8;

/** Every quantity against the first field of several numbers, a colour for each setting of the other fields but the seed. */
function sweepCharts({ fields, columns, rows }: SweepResults): readonly string[] {
  const along = fields.findIndex((name, k) => {
    const values = rows.map((row) => row.fields[k]);
    return name !== 'seed' && values.every((value) => typeof value === 'number') && new Set(values).size > 1;
  });
  if (along < 0) return [];
  const others = fields.flatMap((name, k) => (k === along || name === 'seed' ? [] : [k]));
  const settingOf = (row: SweepResults['rows'][number]): string =>
    others.map((k) => `${fields[k]!.split('.').at(-1)} ${cell(row.fields[k]) ?? '–'}`).join(', ') || 'tasks';
  const settings = [...new Set(rows.map(settingOf))].slice(0, COLOURS.length);
  return columns
    .flatMap((name, c) => {
      const series = settings.map((setting, s): Series => {
        const data = rows.flatMap((row) => {
          const [x, y] = [row.fields[along], row.values[c]];
          if (settingOf(row) !== setting || typeof x !== 'number' || typeof y !== 'number') return [];
          return [{ x, y, hint: `${row.name}: ${significant(y, 6)}` }];
        });
        return { name: setting, colour: COLOURS[s]!, mark: 'points', data };
      });
      const values = series.flatMap(({ data }) => data.map(({ y }) => y));
      if (values.length < 2) return [];
      const chart: LineChart = {
        title: `${name} against ${fields[along]}`,
        x: { label: fields[along]!, kind: 'linear' },
        y: {
          label: name,
          kind: values.every((y) => y > 0) && Math.max(...values) > 1e3 * Math.min(...values) ? 'log' : 'linear',
        },
        series: series.filter(({ data }) => data.length > 0),
      };
      return [chartFigure(chart, `${name} against ${fields[along]}. Of every task.`)];
    })
    .filter((figure) => figure !== '')
    .slice(0, MOST_CHARTS);
}
