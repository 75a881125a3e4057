/** @file One phase of a training: a loss, an optimiser, a stopping rule; recorded, so that it can be resumed. */

import type { GenerativeNetwork } from '../src/generative/generative-network.ts';
import type { NetworkPoint } from '../src/network-point.ts';
import type { HistoryRow } from '../src/record/run-record.ts';
import type { Result } from '../src/solution.ts';
import { type Descent, type StepperState, startStepper } from './stepper.ts';
import type { TrainingOptions } from './training-options.ts';

/** A phase to be run; its name is unique in a training. */
export interface Phase extends Descent {
  readonly name: string;
  readonly maxSteps: number;
  /** Infidelity at which the phase ends; 0 for none. */
  readonly target: number;
}

/** The best point that a phase has found. */
export interface Best {
  readonly theta: Float64Array;
  readonly loss: number;
  readonly infidelity: number;
}

export interface PhaseResult extends Best {
  readonly result: Result;
}

/** A network with its parameters, infidelity and complexity. */
export interface Candidate {
  readonly network: GenerativeNetwork;
  readonly theta: Float64Array;
  readonly infidelity: number;
  readonly result: Result;
}

/**
 * A training so far: the results of finished phases, the phase that is running, the training curve. Plain data; a
 * checkpoint is a copy.
 */
export interface Journal {
  completed: Readonly<Record<string, PhaseResult>>;
  running: { readonly name: string; readonly steps: number; readonly state: StepperState; readonly best: Best } | null;
  history: readonly HistoryRow[];
}

export const emptyJournal = (): Journal => ({ completed: {}, running: null, history: [] });

/** One step of a training; `checkpoint` is the journal at regular intervals, else null. */
export interface TrainingStep {
  readonly row: HistoryRow;
  /** The network of the phase and the parameters at which the row was measured. */
  readonly network: NetworkPoint<GenerativeNetwork>;
  /** Fraction of the phase's steps that is done, in (0, 1]. */
  readonly progress: number;
  readonly checkpoint: Journal | null;
}

/** A relative decrease of the loss by less than this over `patience` steps ends a phase. */
const SMALLEST_DECREASE = 1e-3;

/**
 * Runs a phase and writes it into the journal. A phase that the journal knows as completed returns at once; one that it
 * knows as running continues from there, bit for bit as if it had not been interrupted.
 */
export async function* runPhase(
  phase: Phase,
  { checkpointEvery, patience }: TrainingOptions,
  journal: Journal,
): AsyncGenerator<TrainingStep, PhaseResult> {
  const completed = journal.completed[phase.name];
  if (completed !== undefined) return completed;
  const resumed = journal.running?.name === phase.name ? journal.running : null;
  const stepper = await startStepper(phase, resumed?.state ?? null);
  const rows = [...journal.history];
  const before = rows.length - (resumed?.steps ?? 0);
  let best: Best = resumed?.best ?? { theta: phase.start, loss: Infinity, infidelity: Infinity };
  let steps = resumed?.steps ?? 0;
  let result: Result | undefined;
  try {
    while (result === undefined) {
      const point = steps < phase.maxSteps ? stepper.step() : undefined;
      if (point === undefined) {
        result = steps < phase.maxSteps ? 'stalled' : 'max-steps';
        break;
      }
      steps++;
      const { value, gradient } = point.evaluation;
      const { infidelity, complexity } = phase.loss.parts(point.x, point.evaluation);
      if (value < best.loss) best = { theta: point.x.slice(), loss: value, infidelity };
      const gradientNorm = Math.sqrt(gradient.reduce((sum, g) => sum + g * g, 0));
      rows.push({ step: rows.length + 1, phase: phase.name, loss: value, infidelity, complexity, gradientNorm });
      if (!Number.isFinite(value)) result = 'diverged';
      else if (infidelity <= phase.target || (steps % patience === 0 && isFlat(rows.slice(before), patience)))
        result = 'converged';
      let checkpoint: Journal | null = null;
      if (result === undefined && steps % checkpointEvery === 0) {
        journal.history = [...rows];
        journal.running = { name: phase.name, steps, state: await stepper.snapshot(), best };
        checkpoint = { ...journal };
      }
      const network = { network: phase.network, theta: point.x };
      yield { row: rows.at(-1)!, network, progress: steps / phase.maxSteps, checkpoint };
    }
  } finally {
    stepper.dispose();
  }
  const ended: PhaseResult = { ...best, result };
  journal.completed = { ...journal.completed, [phase.name]: ended };
  journal.running = null;
  journal.history = rows;
  return ended;
}

/** Whether the best loss of the last `patience` steps is barely below the best before them. */
function isFlat(rows: readonly HistoryRow[], patience: number): boolean {
  if (rows.length < 2 * patience) return false;
  const least = (part: readonly HistoryRow[]): number => part.reduce((low, { loss }) => Math.min(low, loss), Infinity);
  const earlier = least(rows.slice(0, -patience));
  return earlier - least(rows.slice(-patience)) < SMALLEST_DECREASE * Math.abs(earlier);
}
