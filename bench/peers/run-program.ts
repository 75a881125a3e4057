/** @file One run of one program in a process of its own, on a given number of threads. */

import { spawnSync } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import type { EngineKind } from '../../src/engine/engine-kind.ts';
import { type Environment, type EnvironmentName, PEERS } from './environments.ts';
import { type Measurement, parseMeasurement } from './measurement.ts';

/** A program of ours, or one of a peer in its environment. */
export interface Program {
  readonly name: string;
  /** File below `bench/peers/ours` or `bench/peers/programs`, without ending. */
  readonly file: string;
  /** Absent for ours. */
  readonly environment?: EnvironmentName;
  /** The engine by which ours computes; absent for peers, and where no engine is used. */
  readonly engine?: EngineKind;
  /** Added to what the workload asks for. */
  readonly options?: Readonly<Record<string, unknown>>;
}

/** A measurement, or why there is none. */
export type Outcome = { readonly measurement: Measurement } | { readonly failure: string };

export interface Conditions {
  readonly threads: number;
  /** Longest duration of the steady part, in seconds. */
  readonly seconds: number;
  /** Seconds after which the program is abandoned. */
  readonly patience: number;
  /** What the steady times are read from: the wall, or the processor, where other programs share it. */
  readonly clock: Clock;
}

export type Clock = 'wall' | 'processor';

/** Where the built programs are. */
export const HERE = dirname(fileURLToPath(import.meta.url));

/** Runs the program on the inputs in the folder. */
export function runProgram(
  { file, environment: own, engine }: Program,
  environments: ReadonlyMap<EnvironmentName, Environment>,
  folder: string,
  { threads, seconds, patience, clock }: Conditions,
): Outcome {
  const where = own && environments.get(own);
  if (where && 'missing' in where) return { failure: `missing: ${where.missing}` };
  const command = where
    ? [resolve(where.python), resolve('bench/peers/programs', `${file}.py`)]
    : [process.execPath, join(HERE, 'ours', `${file}.js`)];
  const result = run([...command, resolve(folder)], threads, patience, {
    BENCH_START: String(Date.now() / 1000),
    BENCH_SECONDS: String(seconds),
    BENCH_CLOCK: clock,
    ...(engine && { BENCH_ENGINE: engine }),
  });
  if ('failure' in result) return result;
  const measurement = parseMeasurement(result.output);
  return measurement ? { measurement } : { failure: 'no measurement printed' };
}

/** Runs a command on the first `threads` cores, and abandons it after `patience` seconds. */
export function run(
  command: readonly string[],
  threads: number,
  patience: number,
  variables: NodeJS.ProcessEnv = {},
): { readonly output: string } | { readonly failure: string } {
  const cores = Array.from({ length: Math.min(threads, availableParallelism()) }, (_, core) => core).join();
  const { stdout, stderr, error, signal, status } = spawnSync('taskset', ['-c', cores, ...command], {
    encoding: 'utf8',
    timeout: 1000 * patience,
    env: { ...threadLimits(threads), ...variables },
  });
  if (status === 0) return { output: stdout };
  if (error !== undefined || signal !== null) return { failure: `given up after ${patience} s` };
  const message = stderr.trim().split('\n').at(-1) ?? '';
  const short = message.replace(/^.*ArrayMemoryError: Unable to allocate ([\d.]+ \w+).*/, 'out of memory, wants $1');
  return { failure: short.slice(0, 200) || `exit status ${status}` };
}

/**
 * The environment of a program: that of this process, without variables that slow NumPy's OpenBLAS down, with the given
 * number of threads.
 */
function threadLimits(threads: number): NodeJS.ProcessEnv {
  const { OPENBLAS_CORETYPE: _coretype, OPENBLAS_L2_SIZE: _size, ...rest } = process.env;
  const count = String(threads);
  return {
    ...rest,
    OMP_NUM_THREADS: count,
    OPENBLAS_NUM_THREADS: count,
    MKL_NUM_THREADS: count,
    JAX_PLATFORMS: 'cpu',
    TF_CPP_MIN_LOG_LEVEL: '3',
    PYTHONDONTWRITEBYTECODE: '1',
    PYTHONWARNINGS: 'ignore',
    TMPDIR: resolve(PEERS),
  };
}
