/** @file The names of the backends, known before TensorFlow.js is loaded. */

import { DomainError } from '../errors.ts';

/** Backends in the order in which they are tried; `tensorflow` is the native library of @tensorflow/tfjs-node. */
export const BACKENDS = ['tensorflow', 'wasm', 'cpu'] as const;

export type BackendName = (typeof BACKENDS)[number];

/**
 * The backend of a name; 'auto' if the name is 'auto', empty or missing.
 *
 * @param caller - what the error is to call the place where it was named
 * @throws {DomainError} an unknown name
 */
export function backendNamed(name: string | undefined, caller = 'initBackend'): BackendName | 'auto' {
  if (!name || name === 'auto') return 'auto';
  const known = BACKENDS.find((backend) => backend === name);
  if (known !== undefined) return known;
  throw new DomainError(`${caller}: a backend of ${BACKENDS.join(', ')} or 'auto' required, got '${name}'`);
}
