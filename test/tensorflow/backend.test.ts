import * as tf from '@tensorflow/tfjs';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { DomainError } from '../../src/errors.ts';
import { availableBackends, BACKENDS, initBackend } from '../../src/tensorflow/backend.ts';

const available = await availableBackends();

describe('choosing a backend', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
    vi.restoreAllMocks();
  });

  test('wasm and cpu are there on every machine', () => {
    expect(available).toEqual(BACKENDS.filter((name) => available.includes(name)));
    expect(available).toEqual(expect.arrayContaining(['wasm', 'cpu']));
  });

  test('without a wish the first that works is chosen, with a reason for each one passed over', async () => {
    const report = await initBackend();
    expect(report.name).toBe(available[0]);
    expect(tf.getBackend()).toBe(available[0]);
    expect(report.version).toBe('4.22.0');
    expect(report.skipped.map(({ name }) => name)).toEqual(BACKENDS.slice(0, BACKENDS.indexOf(report.name)));
    for (const { reason } of report.skipped) expect(reason).toMatch(/npm run provision:tfjs-node/);
  });

  test.each(available)('%s is chosen by name', async (prefer) => {
    expect(await initBackend({ prefer })).toMatchObject({ name: prefer, skipped: [] });
    expect(tf.getBackend()).toBe(prefer);
  });

  test('the environment is not asked', async () => {
    vi.stubEnv('BULKWEAVE_BACKEND', 'abacus');
    expect((await initBackend()).name).toBe(available[0]);
    expect((await initBackend({ prefer: 'auto' })).name).toBe(available[0]);
  });

  test('an unknown name is refused with the known ones', async () => {
    await expect(initBackend({ prefer: 'cuda' })).rejects.toThrow(DomainError);
    await expect(initBackend({ prefer: 'cuda' })).rejects.toThrow(
      /tensorflow, wasm, cpu or 'auto' required, got 'cuda'/,
    );
  });

  test('nothing is printed', async () => {
    const spies = (['log', 'info', 'warn', 'error'] as const).map((method) => vi.spyOn(console, method));
    for (const prefer of available) {
      await initBackend({ prefer });
      tf.tidy(() => tf.add(tf.tensor1d([1, 2]), 1).dataSync());
    }
    for (const spy of spies) expect(spy).not.toHaveBeenCalled();
  });

  test('production mode is left as it was found', async () => {
    await initBackend({ prefer: 'cpu' });
    expect(tf.env().getBool('PROD')).toBe(false);
  });

  test('those who choose at the same time are served in turn', async () => {
    const chosen = await Promise.all([initBackend({ prefer: 'wasm' }), initBackend({ prefer: 'cpu' })]);
    expect(chosen.map(({ name }) => name)).toEqual(['wasm', 'cpu']);
    expect(tf.getBackend()).toBe('cpu');
    expect(tf.env().getBool('PROD')).toBe(false);
  });
});
