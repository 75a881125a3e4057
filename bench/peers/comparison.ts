/** @file The comparison of all programs of one case of a workload, and its rows in the table. */

import { agree, type Measurement } from './measurement.ts';
import type { Outcome } from './run-program.ts';
import { median, quantile } from './statistics.ts';

/** The results of a program in all rounds. */
export interface Row {
  readonly name: string;
  readonly outcomes: readonly Outcome[];
  /** Ours, by one of its engines. */
  readonly own?: boolean;
}

/** One case: its label and its programs, ours, by WebAssembly and by native code, before the peers. */
export interface CaseResult {
  readonly label: string;
  readonly threads: number;
  readonly rows: readonly Row[];
  /** Relative difference of numbers that count as the same; default that of `agree`. */
  readonly tolerance?: number | undefined;
  /** The number that is shown in the last column. */
  readonly shown?: string | undefined;
}

export const HEADER = [
  '| case | threads | program | import to first result | steady, median | least | quartiles | memory | first ÷ ours | steady ÷ WASM | steady ÷ native | same numbers |',
  '|---|---|---|---|---|---|---|---|---|---|---|---|',
].join('\n');

/**
 * The rows of a case. Times are medians over all runs, ratios of steady times medians over the rounds, of which each has a run of
 * every program. Numbers are compared with those of the first row, which is ours.
 */
export function tableRows({ label, threads, rows, tolerance, shown }: CaseResult): readonly string[] {
  const [wasm, native] = rows.filter(({ own }) => own);
  return rows.map((row) => {
    const runs = measurements(row);
    const last = runs.at(-1);
    if (last === undefined) {
      const failure = row.outcomes.flatMap((outcome) => ('failure' in outcome ? [outcome.failure] : []))[0];
      return cells([label, threads, row.name, failure ?? 'not run', ...new Array<string>(8).fill('')]);
    }
    const times = runs.flatMap((run) => run.times);
    const quartiles = [quantile(times, 0.25), quantile(times, 0.75)].map(time);
    const reference = measurements(rows[0]).at(-1)?.values;
    const same = reference === undefined ? '' : agree(reference, last.values, tolerance) ? 'yes' : '**no**';
    const value = shown === undefined ? '' : last.values[shown]?.toPrecision(14);
    return cells([
      label,
      threads,
      last.engine === undefined ? row.name : `${row.name}, ${last.engine}`,
      time(firstOf(runs)),
      time(median(times)),
      time(quantile(times, 0)),
      times.length > 0 ? quartiles.join(' … ') : '',
      `${(Math.max(...runs.map((run) => run.memory)) / 2 ** 20).toFixed(0)} MiB`,
      row.own ? '' : ratio(firstOf(runs), firstOf(measurements(wasm))),
      row === wasm ? '' : steadyRatio(row, wasm),
      row.own ? '' : steadyRatio(row, native),
      [row === rows[0] ? '' : same, value].filter(Boolean).join(': '),
    ]);
  });
}

/** The programs of a case whose numbers are not ours, each in a line. */
export function disagreements({ label, rows, tolerance }: CaseResult): readonly string[] {
  const [reference, ...peers] = rows.map((row) => ({ name: row.name, values: measurements(row).at(-1)?.values }));
  if (reference?.values === undefined) return [];
  return peers.flatMap(({ name, values }) =>
    values === undefined || agree(reference.values!, values, tolerance)
      ? []
      : [`${label}: ${name}: ${JSON.stringify(values)} instead of ${JSON.stringify(reference.values)}`],
  );
}

const measurements = (row: Row | undefined): readonly Measurement[] =>
  (row?.outcomes ?? []).flatMap((outcome) => ('measurement' in outcome ? [outcome.measurement] : []));

const firstOf = (runs: readonly Measurement[]): number => median(runs.map((run) => run.first));

/** The median, over the rounds in which both ran, of the ratios of their median steady times. */
export function steadyRatio(row: Row, ours: Row | undefined): string {
  const ratios = row.outcomes.flatMap((outcome, round) => {
    const other = ours?.outcomes[round];
    if (other === undefined || !('measurement' in outcome && 'measurement' in other)) return [];
    return [median(outcome.measurement.times) / median(other.measurement.times)];
  });
  return ratio(median(ratios), 1);
}

const cells = (columns: readonly (string | number)[]): string => `| ${columns.join(' | ')} |`;

/** Three digits with a fitting unit. */
export function time(seconds: number): string {
  if (!Number.isFinite(seconds)) return '';
  if (seconds >= 1) return `${seconds.toPrecision(3)} s`;
  if (seconds >= 1e-3) return `${(1e3 * seconds).toPrecision(3)} ms`;
  return `${(1e6 * seconds).toPrecision(3)} µs`;
}

/** The ratio to two digits or more; empty where it is not finite. */
export function ratio(a: number, b: number): string {
  const value = a / b;
  if (!Number.isFinite(value)) return '';
  return value >= 100 ? value.toFixed(0) : value.toPrecision(2);
}
