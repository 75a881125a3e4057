import { expect, test } from 'vitest';
import { type Sweep, sweepSchema } from '../../../train/sweep/sweep-schema.ts';
import { lostColumns, quantitiesOf, sweepCsv, sweepTable, type TaskOutcome } from '../../../train/sweep/sweep-table.ts';

const sweep = sweepSchema.parse({
  name: 's',
  compute: { request: 'geodesic' },
  seeds: 4,
  best: { of: 'length', is: 'least' },
});

const outcome = (qubits: number, seed: number, length: unknown, of: Sweep = sweep): TaskOutcome => ({
  address: `${qubits}${seed}`,
  name: `s-${qubits}-${seed}`,
  fields: { qubits, seed },
  status: length === null ? 'failed' : 'finished',
  quantities: length === null ? null : quantitiesOf(of, { length, words: ['X'], argument: 'a, "b"' }),
  seconds: 2,
  cpuSeconds: 1.5,
  message: length === null ? 'no\nway' : null,
});

const outcomes = [
  outcome(2, 1, 1.5),
  outcome(2, 2, 1.2),
  outcome(2, 3, 1.2 * (1 + 1e-8)),
  outcome(2, 4, { $number: 'Infinity' }),
  outcome(3, 1, null),
  outcome(3, 2, 7),
];

test('single values of the results are columns, and the best of the seeds is found for each other setting', () => {
  const table = sweepTable(sweep, outcomes);
  expect(table.fields).toEqual(['qubits', 'seed']);
  expect(table.columns).toEqual(['length', 'argument']);
  expect(table.rows[3]!.values).toEqual([Infinity, 'a, "b"']);
  expect(table.rows[4]!.values).toEqual([null, null]);
  const rest = { median: 1.2 * (1 + 1e-8), worst: Infinity };
  expect(table.best!.rows).toEqual([
    { fields: { qubits: 2 }, name: 's-2-2', address: '22', value: 1.2, of: 4, reached: 2, ...rest },
    { fields: { qubits: 3 }, name: 's-3-2', address: '32', value: 7, of: 1, reached: 1, median: 7, worst: 7 },
  ]);
  const greatest = sweepTable({ ...sweep, best: { of: 'length', is: 'greatest' } }, outcomes.slice(0, 3));
  expect(greatest.best!.rows).toMatchObject([{ value: 1.5, reached: 1, worst: 1.2 }]);
});

test('columns may be chosen by their paths', () => {
  const chosen = { ...sweep, columns: { first: 'words.0' } };
  const { columns, rows } = sweepTable(chosen, [outcome(2, 1, 1, chosen)]);
  expect([columns, rows[0]!.values]).toEqual([['first'], ['X']]);
});

test('columns of runs of one state are numbers, and paths that lead nowhere are told', () => {
  const runs = sweepSchema.parse({
    name: 'r',
    experiment: { target: { name: 'ghz', qubits: 2 } },
    columns: { infidelity: 'points.*.training.infidelity', length: 'points.*.training.length' },
  });
  const found = { points: [{ training: { infidelity: 1e-9 } }] };
  const one = { ...outcome(2, 1, 1), quantities: quantitiesOf(runs, found) };
  const table = sweepTable(runs, [one]);
  expect(table.rows[0]!.values).toEqual([1e-9, null]);
  expect(lostColumns(runs, table)).toEqual([
    "columns.length: a path in the records or results required, got 'points.*.training.length'",
  ]);
  const two = { ...one, quantities: quantitiesOf(runs, { points: [...found.points, ...found.points] }) };
  expect(sweepTable(runs, [one, two]).rows[1]!.values[0]).toEqual([1e-9, 1e-9]);
});

test('the table is CSV in which commas, quotes and line ends survive', () => {
  const lines = sweepCsv(sweepTable(sweep, outcomes)).split('\r\n');
  expect(lines[0]).toBe('qubits,seed,status,length,argument,seconds,cpu seconds,name,address,message');
  expect(lines[1]).toBe('2,1,finished,1.5,"a, ""b""",2,1.5,s-2-1,21,');
  expect(lines[5]).toBe('3,1,failed,,,2,1.5,s-3-1,31,"no\nway"');
});

test('of runs along a curve quantities are lists; what no run has is left out, unless it was chosen; checks are counted', () => {
  const experiment = { curve: {} };
  const point = (infidelity: number) => ({ training: { infidelity }, geodesic: null, fisher: null });
  const ofRuns = sweepSchema.parse({ name: 's', experiment });
  const task = (of: Sweep, found: unknown): TaskOutcome => ({
    ...outcome(2, 1, 1),
    quantities: quantitiesOf(of, found),
  });
  const run = { points: [point(1e-3), point(1e-4)] };
  const table = sweepTable(ofRuns, [task(ofRuns, run), task(ofRuns, { points: [point(1)] })]);
  expect([table.columns, table.rows.map(({ values }) => values)]).toEqual([['infidelity'], [[[1e-3, 1e-4]], [[1]]]]);
  expect(sweepTable(ofRuns, [task(ofRuns, { points: [point(1)] })]).rows[0]!.values).toEqual([1]); // one point each
  const chosen = sweepSchema.parse({ name: 's', experiment, columns: { rank: 'points.0.fisher.rank' } });
  expect(sweepTable(chosen, [task(chosen, run)])).toMatchObject({ columns: ['rank'], rows: [{ values: [null] }] });
  const ofStudies = sweepSchema.parse({ name: 's', experiment: { study: {} } });
  const study = { findings: { answer: 'yes', checks: [{ passed: true }, { passed: false }] } };
  const studies = sweepTable(ofStudies, [task(ofStudies, study)]);
  expect([studies.columns, studies.rows[0]!.values]).toEqual([
    ['answer', 'checks'],
    ['yes', '1 of 2'],
  ]);
});
