/** @file Finished runs beside each other: what they reached, and how their experiments differ. */

import { z } from 'zod';
import { infidelityText, significant } from '../../../src/number-format.ts';
import type { RunPoint, RunRecord } from '../../../src/record/run-record.ts';
import { STUDY_SCHEMA } from '../../../src/record/study-record.ts';
import { reportOfSeveral } from '../../../src/report/several.ts';
import { atOnce, registered } from '../request.ts';
import { number } from '../result-schema.ts';
import { recordOfFile } from '../run-file.ts';

const options = z.strictObject({
  runs: z.array(z.string().min(1)).min(2).describe('folders of finished runs, or their record.json'),
});

const row = z.strictObject({
  run: z.string(),
  target: z.string(),
  qubits: z.int(),
  network: z.string().describe('kind of network'),
  gates: z.int().describe('gates or tensors'),
  parameters: z.int(),
  infidelity: number(),
  complexity: number().nullable(),
  geodesic: number().nullable().describe('length of the geodesic'),
  excess: number().nullable().describe('length of the learned circuit beyond it'),
  lowerBound: number().nullable(),
  fisherRank: z.int().nullable(),
  seconds: number(),
});

const result = z.strictObject({
  rows: z.array(row).describe('a row for each state of each run'),
  differences: z
    .array(z.strictObject({ key: z.string(), values: z.array(z.unknown()) }))
    .describe('keys of the experiments that are not the same in all runs, with their values'),
});

type Result = z.output<typeof result>;
type Row = z.output<typeof row>;

const gatesOf = ({ network }: RunPoint['training']): number =>
  network.kind === 'network' ? network.nodes.length : network.gates.length;

const rowsOf = ({ points, seconds }: RunRecord, run: string): readonly Row[] =>
  points.map(({ target, training, geodesic, fisher }) => ({
    run,
    target: target.name,
    qubits: target.dimensions.length,
    network: training.network.kind,
    gates: gatesOf(training),
    parameters: training.theta.length,
    infidelity: training.infidelity,
    complexity: training.complexity.value,
    geodesic: geodesic && Math.min(geodesic.length, geodesic.polished?.length ?? Infinity),
    excess: geodesic?.learned?.excess ?? null,
    lowerBound: geodesic?.lowerBound ?? null,
    fisherRank: fisher?.rank ?? null,
    seconds,
  }));

/** The entries of an object by their paths, 'training.maxSteps'. */
function leaves(value: unknown, path: string): readonly (readonly [path: string, value: unknown])[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [[path, value]];
  return Object.entries(value).flatMap(([key, entry]) => leaves(entry, path === '' ? key : `${path}.${key}`));
}

function differences(experiments: readonly unknown[]): Result['differences'] {
  const all = experiments.map((experiment) => new Map(leaves(experiment, '')));
  const keys = [...new Set(all.flatMap((one) => [...one.keys()]))];
  return keys
    .map((key) => ({ key, values: all.map((one) => one.get(key) ?? null) }))
    .filter(({ values }) => new Set(values.map((value) => JSON.stringify(value))).size > 1);
}

const COLUMNS: readonly (readonly [title: string, cell: (row: Row) => string])[] = [
  ['run', ({ run }) => run],
  ['target', ({ target }) => target],
  ['network', ({ network }) => network],
  ['gates', ({ gates }) => String(gates)],
  ['infidelity', ({ infidelity }) => infidelityText(infidelity)],
  ['complexity', ({ complexity }) => significant(complexity, 4)],
  ['geodesic', ({ geodesic }) => significant(geodesic, 4)],
  ['excess', ({ excess }) => significant(excess, 3)],
  ['lower bound', ({ lowerBound }) => significant(lowerBound, 4)],
  ['Fisher rank', ({ fisherRank }) => (fisherRank === null ? '—' : String(fisherRank))],
];

export const request = registered({
  formula: 'infidelity, length, geodesic and Fisher rank of each run, and the keys in which their experiments differ',
  options,
  result,
  places: ['runs'],
  example: { runs: ['first', 'second'] },
  commands: ['compare runs/ghz-8 runs/w-8', 'compare runs/* --json', 'compare runs/* --html comparison.html'],
  answer: ({ runs }, context) => {
    const records = runs.map((run) => recordOfFile(run, context));
    const rows = records.flatMap((record, k) => (record.schema === STUDY_SCHEMA ? [] : rowsOf(record, runs[k]!)));
    const notes = records.flatMap(({ schema }, k) =>
      schema === STUDY_SCHEMA ? [`${runs[k]} is a study, without a row`] : [],
    );
    const value = { rows, differences: differences(records.map(({ experiment }) => experiment)) };
    return atOnce<Result>(value, notes);
  },
  page: ({ runs }, context) => reportOfSeveral(runs.map((run) => recordOfFile(run, context))),
  text: ({ rows, differences: found }) => {
    const cells = [COLUMNS.map(([title]) => title), ...rows.map((one) => COLUMNS.map(([, cell]) => cell(one)))];
    const widths = COLUMNS.map((_, c) => Math.max(...cells.map((line) => line[c]!.length)));
    return [
      ...cells.map((line) =>
        line
          .map((cell, c) => cell.padEnd(widths[c]!))
          .join('  ')
          .trimEnd(),
      ),
      ...(found.length === 0 ? [] : ['', 'the experiments differ in']),
      ...found.map(({ key, values }) => `  ${key}: ${values.map((value) => JSON.stringify(value)).join(' | ')}`),
    ];
  },
});
