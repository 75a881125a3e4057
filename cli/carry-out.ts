/** @file Carrying out an assignment, in any thread. */

import { createEngine, useEngine } from '../src/engine/engine.ts';
import type { Engine } from '../src/engine/kernels.ts';
import { reportPage } from '../src/report/page.ts';
import type { BackendReport } from '../src/tensorflow/backend.ts';
import { type Checkpoint, type Earlier, type Moment, type WorkStep, workOf } from '../train/run/work.ts';
import type { Assignment, Report } from './assignment.ts';
import { explain, ofExperiment } from './exit-code.ts';
import { contextOf } from './experiment-file.ts';
import { packageVersion } from './package-root.ts';

/** Least seconds between two steps that are reported, if the second brings nothing new. */
const REPORT_EVERY = 0.05;
/** Least seconds between two checkpoints that are reported, and the same as a multiple of the time that handing over the first took. */
const [CHECKPOINT_EVERY, SPARING] = [2, 50];

/**
 * Carries out an assignment. Target and network are built before TensorFlow.js is loaded, so that a wrong file is
 * reported at once.
 *
 * @param report - called with every step that is news, and with errors, which are never thrown
 * @param isStopped - called after every step; if true, the last checkpoint is reported and the work ends
 * @param existing - the engine, if there is one from earlier work
 */
export async function carryOut(
  assignment: Assignment,
  report: (report: Report) => void,
  isStopped: () => boolean,
  existing?: Engine,
): Promise<void> {
  await null; // nothing is reported before the caller has returned
  try {
    const { experiment, folder, inputs, checkpoint, startedAt } = assignment;
    const { engine: kind, threads, memory } = assignment;
    const engine = existing ?? createEngine({ kind, threads, memory });
    useEngine(engine);
    const start = seconds();
    const news = newsReporter(report, checkpoint);
    const steps = workOf(experiment, contextOf(folder, assignment.files), { inputs, checkpoint });
    let equipped: BackendReport | null = null;
    const equip = async ({ inputs = [] }: Earlier): Promise<BackendReport> => {
      news.step({ moment: LOADING, checkpoint: null, inputs });
      const { initBackend } = await import('../src/tensorflow/backend.ts');
      const backend = await initBackend({ prefer: assignment.backend, caller: 'bulkweave' });
      const { name, description } = engine;
      report({ kind: 'equipped', backend, engine: { name, description } });
      return backend;
    };
    const next = async () => {
      try {
        return await steps.next();
      } catch (error) {
        throw ofExperiment(error);
      }
    };
    let step = await next();
    while (!step.done) {
      if (isStopped()) {
        await steps.return(undefined as never);
        report({ kind: 'stopped', checkpoint: step.value.checkpoint ?? news.latest() });
        return;
      }
      if (step.value.moment.stage !== 'target') equipped ??= await equip(step.value);
      news.step(step.value);
      step = await next();
    }
    const { name, version } = equipped ?? (await equip({ inputs, checkpoint }));
    const versions = {
      ...{ bulkweave: packageVersion(), engine: engine.name },
      ...{ node: process.versions.node, 'TensorFlow.js': version },
    };
    const spent = assignment.seconds + seconds() - start;
    const record = step.value({ versions, backend: name, startedAt, seconds: spent, experiment });
    report({ kind: 'found', record, page: reportPage(record) });
  } catch (error) {
    const stack = error instanceof Error ? error.stack : undefined;
    report({ kind: 'failed', explanation: explain(error), stack });
  }
}

const LOADING: Moment = { stage: 'target', chapter: 'backend', message: 'loading it', place: null };

const seconds = (): number => performance.now() / 1000;

/**
 * Reports the steps that are news; the first step of a part always is, since the part may be long and silent. A checkpoint is copied when it is handed over: checkpoints are reported so rarely
 * that this costs a fiftieth of the time at most, but always at the beginning of a chapter, which may last.
 */
function newsReporter(report: (report: Report) => void, from: Checkpoint | null) {
  let latest = from;
  let [chapter, part] = ['', -1];
  let [nextStep, nextCheckpoint] = [0, 0];
  const step = ({ moment, checkpoint, inputs }: Omit<WorkStep, 'measured'>): void => {
    latest = checkpoint ?? latest;
    const before = seconds();
    const isNew = moment.chapter !== chapter;
    const begins = isNew || (moment.place?.part ?? -1) !== part;
    const saved = checkpoint !== null && (isNew || before >= nextCheckpoint);
    if (!begins && !saved && before < nextStep) return;
    report({ kind: 'step', moment, checkpoint: saved ? checkpoint : null, inputs });
    const after = seconds();
    [chapter, part] = [moment.chapter, moment.place?.part ?? -1];
    nextStep = after + REPORT_EVERY;
    if (saved) nextCheckpoint = after + Math.max(CHECKPOINT_EVERY, SPARING * (after - before));
  };
  return { step, latest: () => latest };
}
