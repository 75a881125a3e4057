/**
 * @file Studies: questions of the paper put to the library. A study is a sequence of named parts; the result of each
 * part is recorded, so that an interrupted study continues after the last part that it finished, and within one that keeps a journal.
 */

import type { z } from 'zod';
import type { Findings } from '../src/record/study-record.ts';
import { type SearchEntries, type SearchJournal, searchJournal } from '../src/search-journal.ts';

/** The results of the finished parts, by name, and how far the running one is: plain data and typed arrays. */
export interface StudyCheckpoint {
  readonly [part: string]: unknown;
  readonly 'running part'?: { readonly name: string; readonly entries: SearchEntries };
}

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
   * @param work - a function, or a generator that yields its progress; what it returns must be data (no functions). What it writes
   * in its journal is in the checkpoint with the next step that it yields, and an interrupted part finds it there again
   */
  readonly part: <Value>(
    name: string,
    until: number,
    work: (journal: SearchJournal) => Value | Generator<PartStep, Value>,
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
  const { [RUNNING]: running, ...parts } = from;
  let finished: StudyCheckpoint = parts;
  let done = 0;
  function* part<Value>(
    name: string,
    until: number,
    work: (journal: SearchJournal) => Value | Generator<PartStep, Value>,
  ): Generator<StudyStep, Value> {
    const before = done;
    done = until;
    if (name in finished) return finished[name] as Value;
    const span = [before, until] as const;
    yield { message: name, span, progress: 0, checkpoint: null };
    const { entries } = running?.name === name ? running : { entries: {} };
    const journal = searchJournal(entries);
    const begun = work(journal);
    const value = isGenerator(begun) ? yield* steps(name, span, begun, journal, finished) : begun;
    finished = { ...finished, [name]: value };
    yield { message: `${name}: finished`, span, progress: 1, checkpoint: finished };
    return value;
  }
  return { seed, read, part };
}

/** Where a checkpoint has the part that is running: its name, and the entries of its journal. */
const RUNNING = 'running part';

function* steps<Value>(
  name: string,
  span: StudyStep['span'],
  work: Generator<PartStep, Value>,
  { store }: SearchJournal,
  finished: StudyCheckpoint,
): Generator<StudyStep, Value> {
  let { entries } = store;
  for (;;) {
    const next = work.next();
    if (next.done) return next.value;
    const { message, progress } = next.value;
    const isNew = store.entries !== entries;
    entries = store.entries;
    const checkpoint = isNew ? { ...finished, [RUNNING]: { name, entries } } : null;
    yield { message: `${name}: ${message}`, span, progress, checkpoint };
  }
}

const isGenerator = <Value>(value: Value | Generator<PartStep, Value>): value is Generator<PartStep, Value> =>
  typeof value === 'object' && value !== null && 'next' in value && Symbol.iterator in value;
