/** @file The engine of the tests: with the threads and memory of the environment, if it names any. */

if (process.env.BULKWEAVE_THREADS || process.env.BULKWEAVE_MEMORY) {
  const { settingsOf } = await import('../cli/environment.ts');
  const { createEngine, useEngine } = await import('../src/engine/engine.ts');
  const { threads, memory } = settingsOf(process.env);
  useEngine(createEngine({ threads, memory }));
}
