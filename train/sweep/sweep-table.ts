/** @file The results of a sweep as one table: a row for each task, and one for each best of several seeds. */

import { canonicalJson } from './canonical-json.ts';
import type { Sweep } from './sweep-schema.ts';
import type { Fields } from './swept-fields.ts';
import { SEED } from './swept-fields.ts';
import { fieldAt } from './with-field.ts';

/** What has become of a task. */
export interface TaskOutcome {
  readonly address: string;
  readonly name: string;
  readonly fields: Fields;
  readonly status: string;
  /** The record, or the result of the request, as JSON; null where there is none. */
  readonly found: unknown;
  /** Of all processes that were at it, except those that were killed; null where none is known. */
  readonly seconds: number | null;
  readonly cpuSeconds: number | null;
  /** What went wrong. */
  readonly message: string | null;
}

/** A row: the values of the fields and the chosen quantities, in the order of the table's lists of names. */
export interface SweepRow extends Omit<TaskOutcome, 'fields' | 'found'> {
  readonly fields: readonly unknown[];
  readonly values: readonly unknown[];
}

/** The best of the tasks that differ in the seed alone. */
export interface BestRow {
  readonly fields: Fields;
  readonly name: string;
  readonly address: string;
  readonly value: number;
  /** Tasks among which it was chosen, and those of them within a millionth of it. */
  readonly of: number;
  readonly reached: number;
  readonly median: number;
  readonly worst: number;
}

export interface SweepTable {
  readonly name: string;
  readonly fields: readonly string[];
  readonly columns: readonly string[];
  readonly rows: readonly SweepRow[];
  readonly best: { readonly of: string; readonly is: 'least' | 'greatest'; readonly rows: readonly BestRow[] } | null;
}

const RUN_COLUMNS: Readonly<Record<string, string>> = {
  infidelity: 'training.infidelity',
  complexity: 'training.complexity.value',
  geodesic: 'geodesic.length',
  excess: 'geodesic.learned.excess',
  'lower bound': 'geodesic.lowerBound',
  'Fisher rank': 'fisher.rank',
};

const STUDY_COLUMNS: Readonly<Record<string, string>> = {
  answer: 'findings.answer',
  checks: 'findings.checks.*.passed',
};

/** The table of a sweep, from what its tasks have found so far. */
export function sweepTable(sweep: Sweep, outcomes: readonly TaskOutcome[]): SweepTable {
  const fields = [...new Set(outcomes.flatMap((outcome) => Object.keys(outcome.fields)))];
  const valueAt = (found: unknown, path: string): unknown => shortened(numberOf(fieldAt(found, path))) ?? null;
  const paths = Object.entries(sweep.columns ?? columnsOf(sweep, outcomes)).filter(
    ([, path]) => sweep.columns !== undefined || outcomes.some(({ found }) => !isNone(valueAt(found, path))),
  );
  const rows = outcomes.map(({ found, fields: own, ...rest }) => ({
    ...rest,
    fields: fields.map((key) => own[key]),
    values: paths.map(([, path]) => valueAt(found, path)),
  }));
  const columns = paths.map(([name]) => name);
  return {
    name: sweep.name,
    fields,
    columns,
    rows,
    best: sweep.best ? bestRows(sweep.best, columns, fields, rows) : null,
  };
}

/** What is shown unless it is chosen: of runs what they are compared by, of requests all single values of their results. */
function columnsOf(sweep: Sweep, outcomes: readonly TaskOutcome[]): Readonly<Record<string, string>> {
  if (sweep.experiment !== undefined) {
    if ('study' in sweep.experiment) return STUDY_COLUMNS;
    const isCurve = outcomes.some(({ found }) => ((fieldAt(found, 'points') ?? []) as readonly unknown[]).length > 1);
    const point = isCurve ? 'points.*' : 'points.0';
    return Object.fromEntries(Object.entries(RUN_COLUMNS).map(([name, path]) => [name, `${point}.${path}`]));
  }
  const keys = new Set<string>();
  for (const { found } of outcomes) {
    for (const [key, value] of Object.entries(Object(found))) if (isSingle(value)) keys.add(key);
  }
  return Object.fromEntries([...keys].map((key) => [key, key]));
}

/** A list of checks as 'k of n passed'; everything else as it is. */
function shortened(value: unknown): unknown {
  if (!Array.isArray(value) || value.length === 0 || !value.every((entry) => typeof entry === 'boolean')) return value;
  return `${value.filter(Boolean).length} of ${value.length}`;
}

const isNone = (value: unknown): boolean =>
  Array.isArray(value) ? value.every((entry) => entry === null || entry === undefined) : value === null;

const isSingle = (value: unknown): boolean => typeof numberOf(value) !== 'object' || value === null;

/** {"$number": "Infinity"} as the number that it stands for; everything else as it is. */
export function numberOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(numberOf);
  return typeof value === 'object' && value !== null && '$number' in value ? Number(value.$number) : value;
}

/** Tasks that differ in the seed alone, with their values. */
interface Group {
  readonly fields: Fields;
  readonly rows: { readonly row: SweepRow; readonly value: number }[];
}

function bestRows(
  { of, is }: NonNullable<Sweep['best']>,
  columns: readonly string[],
  fields: readonly string[],
  rows: readonly SweepRow[],
): SweepTable['best'] {
  const column = columns.indexOf(of);
  const sign = is === 'least' ? 1 : -1;
  const groups = new Map<string, Group>();
  for (const row of rows) {
    const own = Object.fromEntries(fields.map((key, k) => [key, row.fields[k]]).filter(([key]) => key !== SEED));
    const key = canonicalJson(own);
    const group: Group = groups.get(key) ?? { fields: own, rows: [] };
    groups.set(key, group);
    const value = row.values[column];
    if (typeof value === 'number' && !Number.isNaN(value)) group.rows.push({ row, value });
  }
  const best = [...groups.values()].flatMap(({ fields: own, rows: all }): BestRow[] => {
    const sorted = all.toSorted((a, b) => sign * (a.value - b.value));
    const first = sorted[0];
    if (first === undefined) return [];
    const near = 1e-6 * Math.abs(first.value);
    return [
      {
        ...{ fields: own, name: first.row.name, address: first.row.address, value: first.value },
        of: sorted.length,
        reached: sorted.filter(({ value }) => Math.abs(value - first.value) <= near).length,
        median: sorted[Math.floor((sorted.length - 1) / 2)]!.value,
        worst: sorted.at(-1)!.value,
      },
    ];
  });
  return { of, is, rows: best };
}

/** The table as CSV with a line of names (RFC 4180): fields, status, quantities, times, name and address. */
export function sweepCsv({ fields, columns, rows }: SweepTable): string {
  const head = [...fields, 'status', ...columns, 'seconds', 'cpu seconds', 'name', 'address', 'message'];
  const lines = rows.map(({ fields: own, status, values, seconds, cpuSeconds, name, address, message }) =>
    [...own, status, ...values, seconds, cpuSeconds, name, address, message].map(cell).join(','),
  );
  return `${[head.map(cell).join(','), ...lines].join('\r\n')}\r\n`;
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
