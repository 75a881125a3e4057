import * as tf from '@tensorflow/tfjs';
import { expect, test, vi } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import { availableBackends, initBackend } from '../../src/tensorflow/backend.ts';

vi.mock('@tensorflow/tfjs-node', () => {
  throw new Error('the native addon can not be found');
});
vi.mock('@tensorflow/tfjs-backend-wasm', () => {
  tf.registerBackend('wasm', () => Promise.reject(new Error('the .wasm file can not be found')), 2);
  return { setWasmPaths: () => {} };
});

test('a machine with neither native library nor WebAssembly falls back to plain JavaScript and says why', async () => {
  const spies = (['log', 'info', 'warn', 'error'] as const).map((method) => vi.spyOn(console, method));
  const report = await initBackend({ prefer: 'auto' });
  tf.tidy(() => tf.add(tf.tensor1d([1, 2]), 1).dataSync());
  for (const spy of spies) expect(spy).not.toHaveBeenCalled(); // not even TensorFlow.js on its first use
  vi.restoreAllMocks();
  expect(report.name).toBe('cpu');
  const [native, wasm] = report.skipped;
  expect(native!.reason).toMatch(
    /^@tensorflow\/tfjs-node (is not installed|cannot be loaded \(.*\)); npm install @tensorflow\/tfjs-node gets it, npm run provision:tfjs-node/,
  );
  expect(wasm).toMatchObject({ name: 'wasm', reason: expect.stringMatching(/^it does not start; .+ wasmPaths/) });
  expect(await availableBackends()).toEqual(['cpu']);
});

test.each(['tensorflow', 'wasm'])('asking for %s by name is an error that lists what is there', async (prefer) => {
  const error = await initBackend({ prefer }).then(String, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(DomainError);
  expect(String(error)).toMatch(new RegExp(`backend '${prefer}' is not available: .+ Available here: cpu$`));
  expect(tf.getBackend()).toBe('cpu');
});
