/** @file What a lesson computes with: a worker for its questions, sessions for its trainings, all ended together. */

import { type Progress, type Session, startSession } from '../play/session.ts';
import { Ended, finished, startWorker, type WorkerClient } from '../work/client.ts';
import type { Computing } from './lesson.ts';

/** Computing that can be ended. */
export interface EndableComputing extends Computing {
  readonly end: () => void;
}

/** Computing for one state of a lesson. */
export function startComputing(): EndableComputing {
  let worker: WorkerClient | null = null;
  let isEnded = false;
  const sessions: Session[] = [];
  const task: Computing['task'] = async (name, asked) => {
    if (isEnded) throw new Ended('ended');
    worker ??= startWorker();
    return finished(worker.begin(name, asked));
  };
  return {
    task,
    request: async (request, files = {}) => (await task('request', { request, files })).result,
    training: async function* (asked, { pace, slices }) {
      if (isEnded) throw new Ended('ended');
      let told: (() => void) | null = null;
      const session = startSession({ ...asked, pace, slices }, () => told?.());
      sessions.push(session);
      const { progress } = session;
      while (!isOver(progress)) {
        await new Promise<void>((resolve) => {
          told = resolve;
        });
        yield progress;
      }
      if (progress.mistake !== null) throw new Error(progress.mistake);
    },
    end: () => {
      isEnded = true;
      worker?.close();
      for (const session of sessions) session.close();
    },
  };
}

/** Whether nothing more is to come: the record is there, and so are geodesic and geometry. */
const isOver = ({ status, geodesic, geometry }: Progress): boolean =>
  status === 'failed' || (status === 'finished' && geometry !== null && (geodesic === null || geodesic.found !== null));
