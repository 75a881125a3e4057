/** @file A request of a sweep answered, in any thread. */

import { sealed } from '../../src/record/sealed-json.ts';
import {
  answered,
  answerJson,
  type CheckedRequest,
  checkedRequest,
  isMistake,
  issuesLines,
} from '../../train/compute/compute.ts';
import type { ComputeContext } from '../../train/compute/request.ts';
import type { Report } from '../assignment.ts';
import { EXIT, explain } from '../exit-code.ts';
import { type FilesInMemory, readingFrom } from '../reading.ts';
import { forgetRequest, type KeptRequest, keptRequest } from '../request-checkpoint.ts';

/** A request to be answered. */
export interface RequestAssignment {
  readonly request: Readonly<Record<string, unknown>>;
  readonly folder: string;
  readonly files: FilesInMemory;
  /** The file in which it is kept what has been found so far; an earlier process may have left it. */
  readonly checkpoint: string;
}

/** What is said of a request: the answer as a sealed text at last. */
export type RequestReport =
  | { readonly kind: 'message'; readonly message: string }
  | { readonly kind: 'answered'; readonly text: string }
  | Extract<Report, { readonly kind: 'stopped' | 'failed' }>;

/** Least milliseconds between two messages. */
const REPORT_EVERY = 100;

/** Answers a request. Never throws. */
export async function answerRequest(
  { request, folder, files, checkpoint }: RequestAssignment,
  say: (report: RequestReport) => void,
  isStopped: () => boolean,
): Promise<void> {
  await null; // nothing is reported before the caller has returned
  try {
    const found = await checkedRequest(request);
    if ('issues' in found) {
      const explanation = { message: issuesLines(found.issues), code: EXIT.badInput };
      return say({ kind: 'failed', explanation, stack: undefined });
    }
    const kept = begunOrKept(checkpoint, found.checked, readingFrom(folder, files));
    const steps = answered(found.checked, kept.context);
    let said = Number.NEGATIVE_INFINITY;
    for (;;) {
      const step = steps.next();
      if (step.done) return say({ kind: 'answered', text: `${sealed(answerJson(step.value))}\n` });
      if (isStopped()) {
        kept.keep();
        return say({ kind: 'stopped', checkpoint: null });
      }
      kept.look();
      if (performance.now() - said < REPORT_EVERY) continue;
      said = performance.now();
      say({ kind: 'message', message: step.value.message });
    }
  } catch (error) {
    const stack = error instanceof Error ? error.stack : undefined;
    say({ kind: 'failed', explanation: explain(error), stack });
  }
}

/** The request as an earlier process has left it; begun again where that is of no use. */
function begunOrKept(checkpoint: string, checked: CheckedRequest, context: ComputeContext): KeptRequest {
  const seconds = (): number => performance.now() / 1000;
  try {
    return keptRequest(checkpoint, checked, context, seconds);
  } catch (error) {
    if (!isMistake(error)) throw error;
    forgetRequest(checkpoint);
    return keptRequest(checkpoint, checked, context, seconds);
  }
}
