/** @file How the network was found: the training curve, phase by phase. */

import type { HistoryRow, TrainingRecord } from '../record/run-record.ts';
import type { Result } from '../solution.ts';
import { BLUE, VERMILION } from './colours.ts';
import { figure, figures, paragraph, section } from './figure.ts';
import { type Band, type Datum, lineChart } from './line-chart.ts';
import { counted, infidelityText, significant } from './number-format.ts';

/** Infidelities below this are drawn at it. */
export const FLOOR = 1e-20;

/** What became of an iteration, in words. */
export const RESULT_WORDS: Readonly<Record<Result, string>> = {
  converged: 'converged',
  'max-steps': 'stopped at the step limit',
  stalled: 'stalled: no further decrease could be found, usually the rounding floor',
  diverged: 'diverged: the objective became NaN or infinite',
};

/**
 * The section on the training.
 *
 * @param kind - of the target; fidelity with a mixed state is Uhlmann's
 */
export function trainingSection(training: TrainingRecord, kind: string): string {
  const { history, complexity, starts } = training;
  const fidelity = kind === 'mixed' ? 'F = (Tr√(√ρ σ √ρ))²' : 'F = |⟨target|ψ(θ)⟩|\u2060²';
  const text = [
    `The network's parameters minimise the infidelity 1 − F, with ${fidelity}, and, once that is small, ` +
      `infidelity + weight × complexity. ${counted(history.length, 'step')} recorded; the optimiser ${RESULT_WORDS[training.result]}.`,
    starts.length > 1
      ? `${starts.length} starts reached infidelities ${starts.map((value) => infidelityText(value, 2)).join(', ')}; the best was kept.`
      : '',
    training.gates === null ? '' : `Pruning left ${training.gates.after} of ${counted(training.gates.before, 'gate')}.`,
  ];
  return section('Training', paragraph(text.filter(Boolean).join(' ')), trainingFigures(history, complexity.name));
}

function trainingFigures(history: readonly HistoryRow[], complexity: string): string {
  if (history.length === 0) return paragraph('No training steps were recorded.', 'remark');
  const rows = thinned(history, 900);
  const bands = phases(history);
  const infidelity = rows.map(({ row, at }) => datum(row, at, Math.max(row.infidelity, FLOOR)));
  const evaluated = rows.flatMap(({ row, at }) => (row.complexity === null ? [] : [datum(row, at, row.complexity)]));
  const x = {
    label: 'training step',
    kind: 'linear',
    whole: true,
    domain: [0, Math.max(1, history.length - 1)],
  } as const;
  const left = lineChart({
    title: 'Infidelity during training',
    x,
    y: { label: 'infidelity 1 − F (log scale)', kind: 'log' },
    series: [{ name: 'infidelity', colour: BLUE, mark: 'line', data: infidelity }],
    bands,
    width: 560,
  });
  const right = lineChart({
    title: 'Complexity during training',
    x,
    y: { label: `${complexity}, before its weight`, kind: 'linear', include: [0] },
    series: [{ name: complexity, colour: VERMILION, mark: 'line', data: evaluated }],
    bands,
    width: 560,
  });
  const names = bands.map(({ name, from, to }) => `${name} (steps ${from}–${to})`).join('; ');
  const note = `Phases in order: ${names}.`;
  return figures(
    figure(left, `Infidelity against training step. Logarithmic scale; values below 10⁻²⁰ are drawn at 10⁻²⁰. ${note}`),
    evaluated.length === 0
      ? ''
      : figure(right, `Complexity against training step. The price that the schedule weighs against infidelity.`),
  );
}

/** Stretches of equal phase, in the order of the steps. */
export function phases(history: readonly HistoryRow[]): readonly Band[] {
  const starts = history.flatMap(({ phase }, k) => (k === 0 || history[k - 1]!.phase !== phase ? [k] : []));
  return starts.map((from, k) => ({ from, to: starts[k + 1] ?? history.length - 1, name: history[from]!.phase }));
}

interface At {
  readonly row: HistoryRow;
  readonly at: number;
}

/** About `count` rows, evenly spread, with the last row of every phase. */
function thinned(history: readonly HistoryRow[], count: number): readonly At[] {
  const stride = Math.max(1, Math.ceil(history.length / count));
  return history.flatMap((row, at) => (at % stride === 0 || history[at + 1]?.phase !== row.phase ? [{ row, at }] : []));
}

function datum(row: HistoryRow, at: number, y: number): Datum {
  return { x: at, y, hint: `step ${at}, ${row.phase}: ${significant(y)}` };
}
