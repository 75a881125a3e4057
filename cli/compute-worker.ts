/** @file Entry of the thread that computes for `bulkweave serve`. */

import { parentPort, workerData } from 'node:worker_threads';
import { createEngine, type EngineOptions, useEngine } from '../src/engine/engine.ts';
import { type EncodedReply, type ServedRequest, serve } from './served-request.ts';

/** What the thread says: first that it can compute. */
export type WorkerReport =
  | { readonly kind: 'ready' }
  | { readonly kind: 'step'; readonly message: string }
  | { readonly kind: 'reply'; readonly reply: EncodedReply };

const port = parentPort!;
const say = (report: WorkerReport): void => port.postMessage(report);

useEngine(createEngine(workerData as Pick<EngineOptions, 'kind' | 'threads' | 'memory'>));
port.on('message', async (request: ServedRequest) => {
  say({ kind: 'reply', reply: await serve(request, ({ message }) => say({ kind: 'step', message })) });
});
say({ kind: 'ready' });
