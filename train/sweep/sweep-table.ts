/** @file The results of a sweep as one table: a row for each task, and one for each best of several seeds. */

import { canonicalJson } from './canonical-json.ts';
import type { Sweep } from './sweep-schema.ts';
import type { Fields } from './swept-fields.ts';
import { SEED } from './swept-fields.ts';
import { fieldAt } from './with-field.ts';

/** Values by their names. */
export type Quantities = Readonly<Record<string, unknown>>;

/** What has become of a task. */
export interface TaskOutcome {
  readonly address: string;
  readonly name: string;
  readonly fields: Fields;
  readonly status: string;
  /** What the table shows of its record or result, by name, see `quantitiesOf`; null where there is none. */
  readonly quantities: Quantities | null;
  /** Of all processes that were at it, except those that were killed; null where none is known. */
  readonly seconds: number | null;
  readonly cpuSeconds: number | null;
  /** What went wrong. */
  readonly message: string | null;
}

/** A row: the values of the fields and the chosen quantities, in the order of the table's lists of names. */
export interface SweepRow extends Omit<TaskOutcome, 'fields' | 'quantities'> {
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

/**
 * What the table shows of a record or result: the columns that were chosen; else of runs what they are compared by, lists over their points; of
 * studies answer and checks; of requests all single values of the result. A list of checks is 'k of n'.
 */
export function quantitiesOf(sweep: Sweep, found: unknown): Quantities {
  const paths = sweep.columns ?? columnsOf(sweep, found);
  return Object.fromEntries(
    Object.entries(paths).map(([name, path]) => [name, shortened(numberOf(fieldAt(found, path))) ?? null]),
  );
}

function columnsOf({ experiment }: Sweep, found: unknown): Readonly<Record<string, string>> {
  if (experiment === undefined) {
    const single = Object.entries(Object(found)).filter(([, value]) => isSingle(value));
    return Object.fromEntries(single.map(([key]) => [key, key]));
  }
  if ('study' in experiment) return STUDY_COLUMNS;
  return Object.fromEntries(Object.entries(RUN_COLUMNS).map(([name, path]) => [name, `points.*.${path}`]));
}

/** The table of a sweep, from what its tasks have found so far. Columns of no values are left out, unless they were chosen. */
export function sweepTable(sweep: Sweep, outcomes: readonly TaskOutcome[]): SweepTable {
  const fields = [...new Set(outcomes.flatMap((outcome) => Object.keys(outcome.fields)))];
  const all = outcomes.map(({ quantities }) => quantities ?? {});
  const isOfPoints = (name: string): boolean =>
    sweep.experiment !== undefined && (sweep.columns?.[name]?.startsWith('points.*.') ?? true);
  const isOnePoint = all.every((own) =>
    Object.entries(own).every(([name, value]) => !isOfPoints(name) || !isLong(value)),
  );
  const valueIn = (own: Quantities, name: string): unknown => {
    const value = own[name] ?? null;
    return isOnePoint && isOfPoints(name) && Array.isArray(value) ? (value[0] ?? null) : value;
  };
  const names = Object.keys(sweep.columns ?? Object.assign({}, ...all));
  const columns = names.filter((name) => sweep.columns !== undefined || all.some((own) => !isNone(valueIn(own, name))));
  const rows = outcomes.map(({ quantities, fields: own, ...rest }) => ({
    ...rest,
    fields: fields.map((key) => own[key]),
    values: columns.map((name) => valueIn(quantities ?? {}, name)),
  }));
  const best = sweep.best ? bestRows(sweep.best, columns, fields, rows) : null;
  return { name: sweep.name, fields, columns, rows, best };
}

/** The chosen columns that no record or result has a value for: their paths lead nowhere. */
export function lostColumns({ columns = {} }: Sweep, { columns: names, rows }: SweepTable): readonly string[] {
  const found = rows.filter(({ status }) => status === 'finished' || status === 'missed');
  if (found.length === 0) return [];
  return names
    .filter((_, k) => found.every(({ values }) => isNone(values[k])))
    .map((name) => `columns.${name}: a path in the records or results required, got '${columns[name]}'`);
}

const isLong = (value: unknown): boolean => Array.isArray(value) && value.length > 1;

/** A list of checks as 'k of n'; everything else as it is. */
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
