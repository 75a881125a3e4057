/** @file Signals and closed streams, as the system sends them to a real process. */

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { type BuiltProgram, builtProgram, ended, said } from './built-program.ts';
import { temporaryFolder } from './fake-terminal.ts';

vi.setConfig({ testTimeout: 600_000, hookTimeout: 600_000 }); // processes on a busy machine

let program: BuiltProgram;
beforeAll(async () => {
  program = await builtProgram();
});
afterAll(() => program.remove());

function prepared(experiment: object) {
  const folder = temporaryFolder();
  const path = join(folder, 'experiment.json');
  writeFileSync(path, JSON.stringify(experiment));
  return { path, out: join(folder, 'out') };
}

const pointsIn = (out: string): unknown => JSON.parse(readFileSync(join(out, 'record.json'), 'utf8')).points;

/** Lanczos on 2¹⁸ amplitudes: one step without a pause, of a minute and more. */
const large = {
  name: 'large',
  target: { name: 'ground-state', qubits: 18, hamiltonian: { name: 'transverse-field-ising' } },
  model: { name: 'staircase', depth: 1 },
};

const without = { geodesic: false, fisher: false, bulk: false };

const small = { name: 'small', target: { name: 'ghz', qubits: 2 }, model: { name: 'staircase', depth: 1 }, ...without };

/** Seconds of TensorFlow.js on any machine, to a target that cannot be reached. */
const patient = {
  name: 'patient',
  target: { name: 'w', qubits: 3 },
  model: { name: 'brickwall', depth: 1 },
  training: {
    optimiser: { name: 'tensorflow-adam', learningRate: 0.001 },
    starts: 1,
    maxSteps: 20_000,
    patience: 20_000,
    polish: 0,
    targetInfidelity: 1e-12,
    checkpointEvery: 5,
  },
  ...without,
};

describe('in the middle of a long step', () => {
  test.each([
    ['SIGINT', 130],
    ['SIGTERM', 143],
    ['SIGHUP', 129],
  ] as const)('%s ends the run, which can be resumed', async (signal, code) => {
    const { path, out } = prepared(large);
    const child = program.start('run', path, '--out', out);
    const end = ended(child);
    expect(await said(child, 'target')).toBe(true);
    child.kill(signal);
    const { code: received, err } = await end;
    expect(received).toBe(code);
    expect(err).toContain(`to go on: bulkweave resume ${out}`);
    expect(readdirSync(out)).toEqual(['checkpoint.json']);
  });
});

test('a run that was ended in training goes on to the same numbers, bit for bit', async () => {
  const whole = prepared(patient);
  expect(await ended(program.start('run', whole.path, '--out', whole.out, '--backend', 'wasm'))).toMatchObject({
    code: 1,
  });
  const { path, out } = prepared(patient);
  const child = program.start('run', path, '--out', out, '--backend', 'wasm');
  const end = ended(child);
  expect(await said(child, 'training:')).toBe(true);
  child.kill('SIGTERM');
  expect(await end).toMatchObject({ code: 143 });
  expect(await ended(program.start('resume', out))).toMatchObject({ code: 1 });
  expect(pointsIn(out)).toEqual(pointsIn(whole.out));
});

/** Seconds of Markov chains: paths by Hamiltonian Monte Carlo, words of gates by Metropolis' rule. */
const sampled = {
  name: 'sampled',
  study: {
    name: 'path-integral',
    states: [{ name: 'ghz', qubits: 2 }],
    slices: 3,
    betas: [2, 4, 8],
    chains: 2,
    burnIn: 60,
    draws: 200,
    rounds: 40_000, // longer than the two seconds between checkpoints on a fast machine
  },
};

test('Markov chains that are killed, twice, go on from their checkpoint to the same bits', async () => {
  const findingsIn = (out: string): unknown => JSON.parse(readFileSync(join(out, 'record.json'), 'utf8')).findings;
  const whole = prepared(sampled);
  const { code } = await ended(program.start('run', whole.path, '--out', whole.out));
  const { path, out } = prepared(sampled);
  const checkpoint = join(out, 'checkpoint.json');
  /** The part within which the run is by its checkpoint, with all that has been drawn there; undefined between two parts. */
  const runningPart = (): string | undefined => {
    if (!existsSync(checkpoint)) return;
    const part = JSON.parse(readFileSync(checkpoint, 'utf8')).checkpoint?.['running part'];
    return part && JSON.stringify(part);
  };
  let before: string | undefined;
  for (const words of [
    ['run', path, '--out', out],
    ['resume', out],
  ]) {
    const child = program.start(...words);
    const end = ended(child);
    const isFurther = (): boolean => runningPart() !== undefined && runningPart() !== before;
    await vi.waitUntil(isFurther, { timeout: 300_000, interval: 5 });
    child.kill('SIGKILL');
    expect(await end).toMatchObject({ code: null }); // it had not come to its end
    before = runningPart();
    expect(before).toBeDefined();
  }
  expect(await ended(program.start('resume', out))).toMatchObject({ code });
  expect(findingsIn(out)).toEqual(findingsIn(whole.out));
});

test('a request that is killed, twice, goes on from its checkpoint to the same answer', async () => {
  const checkpoint = join(temporaryFolder(), 'kept.json');
  const asked = ['path-ensemble', 'ghz(2)', '--slices', '3', '--betas', '2', '8', '32', '--draws', '2500', '--json'];
  const begun = (): readonly string[] => Object.keys(JSON.parse(readFileSync(checkpoint, 'utf8')).entries);
  let [before, now]: (readonly string[])[] = [[], []];
  for (let kill = 0; kill < 2; kill++) {
    const child = program.start(...asked, '--checkpoint', checkpoint);
    const end = ended(child);
    await vi.waitUntil(() => existsSync(checkpoint) && begun().join() !== before!.join(), {
      timeout: 300_000,
      interval: 5,
    });
    child.kill('SIGKILL');
    expect(await end).toMatchObject({ code: null, out: '' }); // it had not come to its end
    now = begun();
    expect(now.join()).not.toBe(before!.join());
    before = now;
  }
  const { code, out } = await ended(program.start(...asked, '--checkpoint', checkpoint));
  expect({ code, out }).toEqual({ code: 0, out: (await ended(program.start(...asked))).out });
  expect(existsSync(checkpoint)).toBe(false);
});

describe('a run goes on to its end', () => {
  test.each(['stderr', 'stdout'] as const)('if nobody reads %s', async (stream) => {
    const { path, out } = prepared(small);
    const child = program.start('run', path, '--out', out, '--backend', 'wasm');
    child[stream].destroy();
    expect(await ended(child)).toMatchObject({ code: 0 });
    expect(readdirSync(out).sort()).toEqual(['circuit.qasm', 'record.json', 'report.html']);
  });
});

test('the first line names the run, before anything is loaded', async () => {
  const { path } = prepared({ ...small, target: { name: 'w', qubits: 'three' } });
  const { code, err } = await ended(program.start('run', path));
  expect(code).toBe(2);
  expect(err).toMatch(/^bulkweave \d+\.\d+\.\d+: small\nerror: .*: one mistake\n {2}target\.qubits\n/);
});
