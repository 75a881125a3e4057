/**
 * @file Studies: questions of the paper put to the library. A study is a sequence of named parts; the result of each
 * part is recorded, so that an interrupted study continues after the last part that it finished.
 */

import type { z } from 'zod';
import type { Findings } from '../src/record/study-record.ts';

/** The results of the finished parts, by name: plain data and typed arrays. */
export type StudyCheckpoint = Readonly<Record<string, unknown>>;

/** One step of a study. */
export interface StudyStep {
  /** What is being done, in words. */
  readonly message: string;
  /** Fractions of the study that are done before and after the current part, in [0, 1]. */
  readonly span: readonly [number, number];
  /** Estimate of the share of the part that is done, in [0, 1]. */
  readonly progress: number;
  /** Checkpoint from which the study can be resumed; null on most steps. */
  readonly checkpoint: StudyCheckpoint | null;
}

/** A step inside a part: what is being done, and the share of the part that is done. */
export interface PartStep {
  readonly message: string;
  readonly progress: number;
}

/** What a study needs from its surroundings. */
export interface StudyContext {
  readonly seed: number;
  /** The bytes of a file named in the options. */
  readonly read: (path: string) => Uint8Array;
  /**
   * A part of the study: does its work, or returns the result recorded before an interruption.
   *
   * @param name - unique in the study, readable: 'GHZ_4 on the chain'
   * @param until - fraction of the study that is done after it
   * @param work - a function, or a generator that yields its progress; what it returns must be data (no functions)
   */
  readonly part: <Value>(
    name: string,
    until: number,
    work: () => Value | Generator<PartStep, Value>,
  ) => Generator<StudyStep, Value>;
}

/** How a study is carried out: step by step, to its findings. */
export type StudyRun<Options> = (options: Options, context: StudyContext) => Generator<StudyStep, Findings>;

/** A study of the catalogue: its subject, its options, and how to load its code. */
export interface Study<Schema extends z.ZodObject = z.ZodObject> {
  readonly summary: string;
  readonly options: Schema;
  readonly load: () => Promise<{ readonly run: StudyRun<z.output<Schema>> }>;
}

/** An entry of the catalogue: the question, and the module that answers it. */
export const study = <Schema extends z.ZodObject>(
  question: Pick<Study<Schema>, 'summary' | 'options'>,
  load: Study<Schema>['load'],
): Study<Schema> => ({ ...question, load });

/**
 * The context of a study that begins or is resumed.
 *
 * @param from - the results of an earlier run
 */
export function studyContext(
  seed: number,
  read: (path: string) => Uint8Array,
  from: StudyCheckpoint = {},
): StudyContext {
  let finished = from;
  let done = 0;
  function* part<Value>(
    name: string,
    until: number,
    work: () => Value | Generator<PartStep, Value>,
  ): Generator<StudyStep, Value> {
    const before = done;
    done = until;
    if (name in finished) return finished[name] as Value;
    const span = [before, until] as const;
    yield { message: name, span, progress: 0, checkpoint: null };
    const begun = work();
    const value = isGenerator(begun) ? yield* steps(name, span, begun) : begun;
    finished = { ...finished, [name]: value };
    yield { message: `${name}: finished`, span, progress: 1, checkpoint: finished };
    return value;
  }
  return { seed, read, part };
}

function* steps<Value>(
  name: string,
  span: StudyStep['span'],
  work: Generator<PartStep, Value>,
): Generator<StudyStep, Value> {
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
    const { message, progress } = next.value;
    yield { message: `${name}: ${message}`, span, progress, checkpoint: null };
  }
}

const isGenerator = <Value>(value: Value | Generator<PartStep, Value>): value is Generator<PartStep, Value> =>
  typeof value === 'object' && value !== null && 'next' in value && Symbol.iterator in value;
