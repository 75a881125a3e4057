import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { settingsOf } from '../../cli/environment.ts';
import { DomainError } from '../../src/errors.ts';
import { commandIn, temporaryFolder } from './fake-terminal.ts';

test('the environment sets backend, threads, memory and debugging; an empty variable says nothing', () => {
  const variables = { BULKWEAVE_BACKEND: 'cpu', BULKWEAVE_THREADS: '3', BULKWEAVE_MEMORY: '512', BULKWEAVE_DEBUG: '1' };
  expect(settingsOf(variables)).toEqual({ backend: 'cpu', threads: 3, memory: 512, redis: undefined, debug: true });
  const nothing = {
    engine: undefined,
    backend: undefined,
    threads: undefined,
    memory: undefined,
    redis: undefined,
    debug: false,
  };
  expect(settingsOf({})).toEqual(nothing);
  expect(settingsOf({ BULKWEAVE_BACKEND: '', BULKWEAVE_THREADS: '', BULKWEAVE_MEMORY: '' })).toEqual(nothing);
});

test.each(['abc', '0', '-2', '1.5', '17', '300', '0x2', ' '])('BULKWEAVE_THREADS=%s is refused', (wrong) => {
  const settings = (): unknown => settingsOf({ BULKWEAVE_THREADS: wrong });
  expect(settings).toThrow(DomainError);
  expect(settings).toThrow(`BULKWEAVE_THREADS: a whole number from 1 to 16 required, got '${wrong}'`);
});

test('all mistakes are told at once, by every command, before anything is done', async () => {
  const environment = { BULKWEAVE_THREADS: '300', BULKWEAVE_MEMORY: 'abc' };
  for (const args of [['list'], ['run', 'missing.json'], ['resume', 'missing']]) {
    const { code, err, out } = await commandIn(environment, ...args);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(err).toBe(
      "error: BULKWEAVE_THREADS: a whole number from 1 to 16 required, got '300'\n" +
        "BULKWEAVE_MEMORY: a whole number from 1 to 4096 required, got 'abc'\n",
    );
  }
  expect((await commandIn(environment, '--help')).code).toBe(0);
});

const experiment = {
  name: 'x',
  target: { name: 'ghz', qubits: 2 },
  model: { name: 'staircase' },
  training: { maxSteps: 1, starts: 1, polish: 0 },
  geodesic: false,
  fisher: false,
  bulk: false,
};

test('backend, threads and memory of the environment are used, and said; the option beats the variable', async () => {
  const environment = { BULKWEAVE_BACKEND: 'cpu', BULKWEAVE_THREADS: '3', BULKWEAVE_MEMORY: '512' };
  const folder = temporaryFolder();
  const path = join(folder, 'experiment.json');
  writeFileSync(path, JSON.stringify(experiment));
  for (const [options, backend] of [
    [[], 'cpu'],
    [['--backend', 'wasm'], 'wasm'],
  ] as const) {
    const { err } = await commandIn(environment, 'run', path, '--out', join(folder, backend), ...options);
    expect(err).toContain(`backend: ${backend} (TensorFlow.js 4.22.0)\n`);
    expect(err).toContain('engine: WebAssembly, float64, 3 threads, at most 512 MiB\n');
  }
});

test('a run without room for the compiled engine says so, and is carried out by its twin', async () => {
  class Memory {
    constructor() {
      throw new RangeError('could not allocate memory');
    }
  }
  const folder = temporaryFolder();
  const path = join(folder, 'experiment.json');
  writeFileSync(path, JSON.stringify(experiment));
  vi.stubGlobal('WebAssembly', { Module: WebAssembly.Module, Instance: WebAssembly.Instance, Memory });
  onTestFinished(() => void vi.unstubAllGlobals());
  const { out, err } = await commandIn({}, 'run', path, '--out', join(folder, 'out'), '--backend', 'cpu');
  expect(err).toContain('engine: plain TypeScript, float64, 1 thread (no WebAssembly: could not allocate memory)\n');
  expect(out).toContain('record.json');
});
