/** @file The environment variables, read and checked in one place. */

import { ENGINE_KINDS, type EngineKind } from '../src/engine/engine-kind.ts';
import { MOST_MEMORY, MOST_THREADS } from '../src/engine/limits.ts';
import { DomainError } from '../src/errors.ts';
import { type BackendName, backendNamed } from '../src/tensorflow/backend-name.ts';

/** Environment variables by name, as `process.env` holds them. */
export type Variables = Readonly<Record<string, string | undefined>>;

/** The settings in the environment; undefined where a variable is absent. */
export interface Settings {
  /** BULKWEAVE_BACKEND, the TensorFlow.js backend. */
  readonly backend: string | undefined;
  /** BULKWEAVE_ENGINE, the kind of the engine's kernels. */
  readonly engine: EngineKind | undefined;
  /** BULKWEAVE_THREADS, threads of the engine. */
  readonly threads: number | undefined;
  /** BULKWEAVE_MEMORY, most memory of the engine in MiB. */
  readonly memory: number | undefined;
  /** BULKWEAVE_REDIS, the address of Redis for sweeps. */
  readonly redis: string | undefined;
  /** BULKWEAVE_DEBUG, whether the stack of an unexpected error is printed. */
  readonly debug: boolean;
}

/**
 * The settings of an environment. An empty variable counts as absent.
 *
 * @throws {DomainError} with every variable that is not what it must be
 */
export function settingsOf(variables: Variables): Settings {
  const mistakes: string[] = [];
  const count = (name: string, most: number): number | undefined => {
    const text = variables[name];
    if (!text) return undefined;
    const value = /^\d+$/.test(text) ? Number(text) : 0;
    if (value >= 1 && value <= most) return value;
    mistakes.push(`${name}: a whole number from 1 to ${most} required, got '${text}'`);
    return undefined;
  };
  const kind = variables.BULKWEAVE_ENGINE;
  const engine = ENGINE_KINDS.find((name) => name === kind);
  if (kind && engine === undefined) {
    mistakes.push(`BULKWEAVE_ENGINE: ${ENGINE_KINDS.join(', ')} required, got '${kind}'`);
  }
  const settings = {
    engine,
    backend: variables.BULKWEAVE_BACKEND || undefined,
    threads: count('BULKWEAVE_THREADS', MOST_THREADS),
    memory: count('BULKWEAVE_MEMORY', MOST_MEMORY),
    redis: variables.BULKWEAVE_REDIS || undefined,
    debug: Boolean(variables.BULKWEAVE_DEBUG),
  };
  if (mistakes.length > 0) throw new DomainError(mistakes.join('\n'));
  return settings;
}

/**
 * The backend that the option --backend names, else the variable BULKWEAVE_BACKEND.
 *
 * @throws {DomainError} an unknown name; the message says where it was given
 */
export function backendOf(option: string | undefined, variables: Variables): BackendName | 'auto' {
  return option === undefined
    ? backendNamed(settingsOf(variables).backend, 'BULKWEAVE_BACKEND')
    : backendNamed(option, '--backend');
}
