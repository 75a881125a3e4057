/** @file A training that is shown while it runs: one worker trains, another searches the geodesic and reads the geometry. */

import type { BulkGeometry } from '../../src/bulk/bulk-geometry.ts';
import type { GenerativeNetwork } from '../../src/generative/generative-network.ts';
import type { NetworkPoint } from '../../src/network-point.ts';
import type { HistoryRow } from '../../src/record/run-record.ts';
import { Ended, finished, startWorker, type WorkerClient } from '../work/client.ts';
import type { FoundGeodesic, ShownTarget, TrainingNews, Turn } from '../work/tasks.ts';
import type { PlayExperiment } from './experiment.ts';

/** What is known of a training so far. */
export interface Progress {
  status: 'running' | 'paused' | 'finished' | 'failed';
  stage: string;
  message: string;
  history: HistoryRow[];
  /** Length of the circuit after so many steps. */
  lengths: { readonly step: number; readonly length: number }[];
  point: NetworkPoint<GenerativeNetwork> | null;
  target: ShownTarget | null;
  geometry: BulkGeometry | null;
  geodesic: { readonly message: string; readonly length: number; readonly found: FoundGeodesic | null } | null;
  record: string | null;
  mistake: string | null;
}

/** A training that runs. */
export interface Session {
  readonly progress: Progress;
  readonly pause: () => void;
  readonly goOn: () => void;
  /** Another number of steps a second, 0 for as many as the machine can do. */
  readonly atPace: (pace: number) => void;
  readonly close: () => void;
}

/** What the page does with news: `changed` says which parts have any. */
export type OnNews = (progress: Progress, changed: 'training' | 'analysis' | 'end') => void;

/** Options of a session. */
export interface SessionOptions extends PlayExperiment {
  /** Steps a second; 0 for as many as the machine can do. */
  readonly pace: number;
  /** Slices of the geodesic beside the training; 0 leaves it out. */
  readonly slices: number;
}

/** Most milliseconds of a turn of the training, and of the analysis beside it. */
const [TRAINING_TURN, ANALYSIS_TURN] = [24, 60];
/** Most milliseconds for which a late frame makes up in steps. */
const LONGEST_FRAME = 250;
/** Least milliseconds between two geometries. */
const GEOMETRY_EVERY = 700;

/** Begins a training. */
export function startSession(options: SessionOptions, onNews: OnNews): Session {
  const { experiment, files } = options;
  const waiting = { message: 'waiting', length: Number.NaN, found: null };
  const progress: Progress = { ...emptyProgress(), geodesic: options.slices === 0 ? null : waiting };
  const trainer = startWorker();
  let analyst: WorkerClient | null = null;
  const turns = pacedTurns(options.pace);
  let wake: (() => void) | null = null;
  let isClosed = false;

  const fail = (error: unknown): void => {
    if (isClosed || error instanceof Ended) return;
    progress.status = 'failed';
    progress.mistake = error instanceof Error ? error.message : String(error);
    onNews(progress, 'end');
  };
  const resumed = async (): Promise<void> => {
    while (progress.status === 'paused') {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  };
  async function trained(): Promise<void> {
    const task = trainer.begin('experiment', { experiment, files });
    let next = task.turn(turns.next());
    for (;;) {
      const { news, found } = await next;
      if (news !== null) absorb(progress, news);
      if (analyst === null && !isClosed) {
        analyst = startWorker(); // the first step is not kept waiting for it
        analysed(analyst, options, progress, () => onNews(progress, 'analysis')).catch(fail);
      }
      if (found !== undefined) progress.record = found.record;
      if (progress.record !== null) break;
      await resumed();
      next = task.turn(turns.next()); // the worker goes on while the page draws
      next.catch(() => {});
      await nextFrame();
      if (news !== null) onNews(progress, 'training');
    }
    progress.status = 'finished';
    onNews(progress, 'end');
  }

  trained().catch(fail);
  return {
    progress,
    pause: () => {
      if (progress.status === 'running') progress.status = 'paused';
    },
    goOn: () => {
      if (progress.status === 'paused') progress.status = 'running';
      wake?.();
    },
    atPace: turns.atPace,
    close: () => {
      isClosed = true;
      trainer.close();
      analyst?.close();
    },
  };
}

/** Turns of so many steps a second, 0 for as many as fit; a late frame makes up for it. */
function pacedTurns(first: number) {
  let [pace, before] = [first, performance.now()];
  return {
    next: (): Turn => {
      const now = performance.now();
      const seconds = Math.min(LONGEST_FRAME, now - before) / 1000;
      before = now;
      return { steps: pace === 0 ? Infinity : Math.max(1, Math.round(pace * seconds)), milliseconds: TRAINING_TURN };
    },
    atPace: (given: number): void => {
      pace = given;
    },
  };
}

const emptyProgress = (): Progress => ({
  status: 'running',
  stage: '',
  message: 'starting',
  history: [],
  lengths: [],
  point: null,
  target: null,
  geometry: null,
  geodesic: null,
  record: null,
  mistake: null,
});

function absorb(progress: Progress, { stage, message, rows, length, network, theta }: TrainingNews): void {
  progress.stage = stage;
  progress.message = message;
  progress.history.push(...rows);
  const present = network ?? progress.point?.network;
  if (theta !== null && present !== undefined) progress.point = { network: present, theta };
  if (length !== null) progress.lengths.push({ step: progress.history.length - 1, length });
}

/** The target, then the geodesic and, from time to time, the geometry of the network in training. */
async function analysed(
  analyst: WorkerClient,
  { experiment, files, slices }: SessionOptions,
  progress: Progress,
  tell: () => void,
): Promise<void> {
  progress.target = await finished(analyst.begin('target', { experiment, files }));
  tell();
  let search = slices === 0 ? null : analyst.begin('geodesic', { experiment, files, slices });
  let [shown, due]: [NetworkPoint<GenerativeNetwork> | null, number] = [null, 0];
  for (;;) {
    const { point } = progress;
    if (point !== null && point !== shown && performance.now() >= due) {
      const begun = performance.now();
      progress.geometry = await finished(analyst.begin('geometry', point));
      shown = point;
      due = performance.now() + Math.max(GEOMETRY_EVERY, 3 * (performance.now() - begun));
      tell();
    } else if (search !== null) {
      const { news, found } = await search.turn({ steps: Infinity, milliseconds: ANALYSIS_TURN });
      const { message = 'found', length = Number.NaN } = news ?? {};
      progress.geodesic = { message, length: found?.length ?? length, found: found ?? null };
      if (found !== undefined) search = null;
      tell();
    } else if (progress.status === 'finished' && point === shown) return;
    else await new Promise((resolve) => setTimeout(resolve, ANALYSIS_TURN));
  }
}

/** The next frame; in a page that is not shown a moment later. */
function nextFrame(): Promise<void> {
  return new Promise((resolve) => {
    const late = setTimeout(resolve, 250);
    requestAnimationFrame(() => {
      clearTimeout(late);
      resolve();
    });
  });
}
