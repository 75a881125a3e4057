/** @file The engine of the tests: with the threads and memory of the environment, if it names any; and one for all. */

import { afterAll } from 'vitest';
import { createEngine, currentEngine, useEngine } from '../src/engine/engine.ts';

if (process.env.BULKWEAVE_THREADS || process.env.BULKWEAVE_MEMORY) {
  const { settingsOf } = await import('../cli/environment.ts');
  const { engine, threads, memory } = settingsOf(process.env);
  useEngine(createEngine({ kind: engine, threads, memory }));
}

// Test files share modules: an engine that one left behind would carry out the tests of the next.
const engine = currentEngine();
afterAll(() => {
  if (currentEngine() === engine) return;
  useEngine(engine);
  throw new Error('a test left its engine behind');
});
