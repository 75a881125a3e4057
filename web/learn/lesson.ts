/** @file A guided page: words, a few controls, and figures that the engine computes for them. */

import type { z } from 'zod';
import type { PlayExperiment } from '../play/experiment.ts';
import type { Progress } from '../play/session.ts';
import type { Files, TaskName, Tasks } from '../work/tasks.ts';

/** How a lesson computes. Everything ends when the reader changes a control or leaves. */
export interface Computing {
  /** The result of a request, as `bulkweave compute` gives it. */
  readonly request: (json: Readonly<Record<string, unknown>>, files?: Files) => Promise<unknown>;
  /** The result of a task of the worker. */
  readonly task: <Name extends TaskName>(name: Name, asked: Tasks[Name]['asked']) => Promise<Tasks[Name]['found']>;
  /** A training, frame by frame, with its geodesic and geometry beside it. */
  readonly training: (asked: PlayExperiment, options: TrainingView) => AsyncGenerator<Progress>;
}

/** How a training is shown. */
export interface TrainingView {
  /** Steps a second. */
  readonly pace: number;
  /** Slices of the geodesic; 0 leaves it out. */
  readonly slices: number;
}

/** A guided page. Its state is a few numbers. */
export interface Lesson<State> {
  readonly title: string;
  readonly schema: z.ZodType<State>;
  readonly first: State;
  /** Paragraphs before the figures, as markup. */
  readonly words: string;
  /** What to try, as markup. */
  readonly question: string;
  readonly controls: (state: State) => string;
  readonly read: (form: ParentNode, before: State) => State;
  /** The figures, again and again as more of them is known. */
  readonly figures: (state: State, computing: Computing) => AsyncGenerator<string>;
}

/** A lesson whose state is known to itself alone. */
export const lesson = <State>(given: Lesson<State>): Lesson<never> => given as unknown as Lesson<never>;
