/** @file How the network was found: the training curve, phase by phase. */

import type { Circuit } from '../circuit/circuit.ts';
import { orderInUse } from '../circuit/circuit-contraction.ts';
import { BLUE, VERMILION } from '../drawing/colours.ts';
import { chartFigure } from '../drawing/data-figure.ts';
import { figures, foldedSection, paragraph, section, table } from '../drawing/figure.ts';
import type { Band, Datum, LineChart, Series } from '../drawing/line-chart.ts';
import { element } from '../drawing/markup.ts';
import type { TargetState } from '../generative/target-state.ts';
import { counted, infidelityText, significant } from '../number-format.ts';
import type { HistoryRow, TrainingRecord } from '../record/run-record.ts';
import type { Result } from '../solution.ts';

/** Infidelities below this are drawn at this value. */
export const FLOOR = 1e-20;

/** The outcome of an iteration, in words. */
export const RESULT_WORDS: Readonly<Record<Result, string>> = {
  converged: 'converged',
  'max-steps': 'stopped at the step limit',
  stalled: 'stalled: no further decrease could be found, usually the rounding floor',
  diverged: 'diverged: the objective became NaN or infinite',
};

const OVERLAP = 'F = |⟨target|ψ(θ)⟩|\u2060²';
const UHLMANN = 'F = (Tr√(√ρ σ √ρ))²';
const FIDELITY: Readonly<Record<TargetState['kind'], string>> = {
  pure: OVERLAP,
  mixed: UHLMANN,
  network: OVERLAP,
  stabiliser: UHLMANN,
  gaussian: UHLMANN,
  symmetric: OVERLAP,
};

/** By which order overlaps of the circuit with the target are contracted: in a run the one that the circuit fixes. */
function orderSentence(circuit: Circuit): string {
  const { order } = orderInUse(circuit);
  return order === 'gate by gate' ? '' : `Overlaps with the target are contracted in a fixed order: ${order}.`;
}

/**
 * The section on the training.
 *
 * @param kind - of the target; fidelity with a state that may be mixed is Uhlmann's
 */
export function trainingSection(training: TrainingRecord, kind: TargetState['kind']): string {
  const { history, complexity, starts, network } = training;
  const fidelity = FIDELITY[kind];
  if (network.parameters === 0) {
    return section(
      'Training',
      paragraph(`The network is given, and has no parameters to train. Its fidelity is ${fidelity}.`),
    );
  }
  const weighed = history.some((row) => row.complexity !== null);
  const text = [
    `The parameters of the network minimise the infidelity 1 − F, with ${fidelity}${weighed ? ', and, once that is small, infidelity + weight × complexity' : ''}. ` +
      `${counted(history.length, 'step')} recorded; the optimiser ${RESULT_WORDS[training.result]}.`,
    starts.length > 1
      ? `${starts.length} starts reached infidelities ${starts.map((value) => infidelityText(value, 2)).join(', ')}; the best was kept.`
      : '',
    training.gates === null || training.gates.before === training.gates.after
      ? ''
      : `Pruning left ${training.gates.after} of ${counted(training.gates.before, 'gate')}.`,
    kind === 'pure' && network.kind === 'circuit' ? orderSentence(network) : '',
  ];
  return foldedSection(
    'Training',
    `${counted(history.length, 'step')}, ${RESULT_WORDS[training.result].split(':')[0]}`,
    paragraph(text.filter(Boolean).join(' ')),
    trainingFigures(history, complexity.name),
    phaseTable(history),
  );
}

function trainingFigures(history: readonly HistoryRow[], complexity: string): string {
  if (history.length === 0) return paragraph('No training steps were recorded.', 'remark');
  if (history.length === 1 && history[0]!.complexity === null) {
    return paragraph(`A single step makes no curve; its infidelity is ${infidelityText(history[0]!.infidelity)}.`);
  }
  const bands = chapters(history);
  const weighed: LineChart = {
    x: stepAxis(history),
    bands,
    title: 'Complexity during training',
    y: { label: `${complexity}, before its weight`, kind: 'linear', include: [0] },
    series: curves(history, bands, VERMILION, (row) => row.complexity),
  };
  return figures(
    chartFigure(
      infidelityChart(history),
      `Infidelity against training step. Logarithmic scale${history.some((row) => row.infidelity < FLOOR) ? '; values below 10⁻²⁰ are drawn at 10⁻²⁰' : ''}.`,
    ),
    history.some((row) => row.complexity !== null)
      ? chartFigure(weighed, 'Complexity against training step. The price that the schedule weighs against infidelity.')
      : '',
  );
}

const stepAxis = ({ length }: readonly HistoryRow[]) =>
  ({ label: 'training step', kind: 'linear', whole: true, domain: [0, Math.max(1, length - 1)] }) as const;

/** The infidelity at every step of a training, chapter by chapter. */
export function infidelityChart(history: readonly HistoryRow[]): LineChart {
  const bands = chapters(history);
  return {
    x: stepAxis(history),
    bands,
    title: 'Infidelity during training',
    y: { label: 'infidelity 1 − F (log scale)', kind: 'log' },
    series: curves(history, bands, BLUE, ({ infidelity }) => Math.max(infidelity, FLOOR)),
  };
}

/** Stretches of equal phase, in the order of the steps. */
export function phases(history: readonly HistoryRow[]): readonly Band[] {
  return stretches(history, ({ phase }) => phase);
}

/** Stretches of phases that belong together, by their names before the comma: 'start 1' and 'start 1, polish'. */
export function chapters(history: readonly HistoryRow[]): readonly Band[] {
  return stretches(history, ({ phase }) => phase.split(', ')[0]!);
}

function stretches(history: readonly HistoryRow[], nameOf: (row: HistoryRow) => string): readonly Band[] {
  const names = history.map(nameOf);
  const starts = names.flatMap((name, k) => (k === 0 || names[k - 1] !== name ? [k] : []));
  return starts.map((from, k) => ({ from, to: (starts[k + 1] ?? names.length) - 1, name: names[from]! }));
}

/** Approximate number of points drawn of a curve. */
const POINTS = 900;

/** One curve for each chapter: the last step of one start and the first of the next are not neighbours. */
function curves(
  history: readonly HistoryRow[],
  bands: readonly Band[],
  colour: string,
  quantity: (row: HistoryRow) => number | null,
): readonly Series[] {
  const stride = Math.max(1, Math.ceil(history.length / POINTS));
  return bands.map(({ from, to }) => {
    const data = history.slice(from, to + 1).flatMap((row, k): readonly Datum[] => {
      const y = k % stride === 0 || from + k === to ? quantity(row) : null;
      return y === null ? [] : [{ x: from + k, y, hint: `step ${from + k}, ${row.phase}: ${significant(y)}` }];
    });
    return { name: '', colour, mark: 'line', data };
  });
}

function phaseTable(history: readonly HistoryRow[]): string {
  const rows = phases(history).map(({ name, from, to }): readonly [string, string] => {
    const end = infidelityText(history[to]!.infidelity);
    return [name, `${counted(to - from + 1, 'step')} from step ${from}; infidelity at the end ${end}`];
  });
  return rows.length === 0 ? '' : element('details', {}, [element('summary', {}, 'Phases'), table(rows)]);
}
