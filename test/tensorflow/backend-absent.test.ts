import * as tf from '@tensorflow/tfjs';
import { expect, test, vi } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import { availableBackends, initBackend } from '../../src/tensorflow/backend.ts';

vi.mock('@tensorflow/tfjs-node', () => {
  throw new Error('the native addon can not be found');
});
vi.mock('@tensorflow/tfjs-backend-wasm', () => {
  throw new Error('no WebAssembly here');
});

test('a machine with neither native library nor WebAssembly falls back to plain JavaScript and says why', async () => {
  const report = await initBackend({ prefer: 'auto' });
  expect(report.name).toBe('cpu');
  expect(report.skipped.map(({ name }) => name)).toEqual(['tensorflow', 'wasm']);
  expect(report.skipped[0]!.reason).toMatch(
    /^@tensorflow\/tfjs-node cannot be loaded \(.*\); npm run provision:tfjs-node/,
  );
  expect(await availableBackends()).toEqual(['cpu']);
});

test.each(['tensorflow', 'wasm'])('asking for %s by name is an error that lists what is there', async (prefer) => {
  const error = await initBackend({ prefer }).then(String, (reason: unknown) => reason);
  expect(error).toBeInstanceOf(DomainError);
  expect(String(error)).toMatch(new RegExp(`backend '${prefer}' is not available: .+ Available here: cpu$`));
  expect(tf.getBackend()).toBe('cpu');
});
