/** @file Which TensorFlow.js backend computes: the native library, WebAssembly, or plain JavaScript. */

import * as tf from '@tensorflow/tfjs-core';
import { DomainError } from '../errors.ts';
import { BACKENDS, type BackendName, backendNamed } from './backend-name.ts';

export { BACKENDS, type BackendName };

/** Where the browser finds the three .wasm files of @tensorflow/tfjs-backend-wasm: a folder, or each by its name. */
export type WasmPaths = string | Readonly<Record<(typeof WASM_FILES)[number], string>>;

const WASM_FILES = [
  'tfjs-backend-wasm.wasm',
  'tfjs-backend-wasm-simd.wasm',
  'tfjs-backend-wasm-threaded-simd.wasm',
] as const;

/** What the backends need to know. */
export interface BackendOptions {
  /** In a page made by a bundler: URLs of the .wasm files, from the first call on. Node finds them by itself. */
  readonly wasmPaths?: WasmPaths | undefined;
}

/** Which backend was chosen, and why not the ones before it. */
export interface BackendReport {
  readonly name: BackendName;
  /** Version of TensorFlow.js. */
  readonly version: string;
  readonly skipped: readonly { readonly name: BackendName; readonly reason: string }[];
}

/**
 * Sets the TensorFlow.js backend: the first of `tensorflow`, `wasm`, `cpu` that computes 1 + 2, or the one asked for.
 * Prints nothing; printing the report is the caller's task.
 *
 * @param options.prefer - a name of `BACKENDS`, or 'auto', the default
 * @param options.caller - what errors call the place where the backend was named; default 'initBackend'
 * @param options.wasmPaths - see `BackendOptions`; needed for `wasm` in a page made by a bundler
 * @throws {DomainError} an unknown name, or a backend that was asked for by name and does not work here
 */
export async function initBackend(
  options: BackendOptions & { readonly prefer?: string | undefined; readonly caller?: string } = {},
): Promise<BackendReport> {
  const { caller = 'initBackend' } = options;
  const name = backendNamed(options.prefer, caller);
  if (name === 'auto') return chosen(BACKENDS, options);
  const reason = await failure(name, options);
  if (reason === undefined) return { name, version: tf.version_core, skipped: [] };
  const others = (await availableBackends(options)).join(', ');
  throw new DomainError(`${caller}: backend '${name}' is not available: ${reason}. Available here: ${others}`);
}

/** The backends that work on this machine, in the order in which they are tried. The last of them stays set. */
export async function availableBackends(options: BackendOptions = {}): Promise<readonly BackendName[]> {
  const available: BackendName[] = [];
  for (const name of BACKENDS) if ((await failure(name, options)) === undefined) available.push(name);
  return available;
}

async function chosen(names: readonly BackendName[], options: BackendOptions): Promise<BackendReport> {
  const skipped: { name: BackendName; reason: string }[] = [];
  for (const name of names) {
    const reason = await failure(name, options);
    if (reason === undefined) return { name, version: tf.version_core, skipped };
    skipped.push({ name, reason });
  }
  const reasons = skipped.map(({ name, reason }) => `${name}: ${reason}`).join('; ');
  throw new DomainError(`initBackend: a working TensorFlow.js backend required, got none (${reasons})`);
}

/**
 * Sets the backend; `undefined` if it computes, else the reason why it does not. A backend that fails to start
 * may still be reported by `tf.getBackend`, so only the answer of `setBackend` and a sum count.
 */
function failure(name: BackendName, options: BackendOptions): Promise<string | undefined> {
  const reason = trial.then(() => failureNow(name, options));
  trial = reason;
  return reason;
}

/** The last trial of a backend: TensorFlow.js has one backend at a time, and one production mode, so that they are tried in turn. */
let trial: Promise<unknown> = Promise.resolve();

async function failureNow(name: BackendName, options: BackendOptions): Promise<string | undefined> {
  const production = tf.env().getBool('PROD');
  tf.env().set('PROD', true); // no banner on first use
  try {
    await load(name, options);
    if (!(await tf.setBackend(name))) return name === 'wasm' ? WASM_FAILURE : 'it does not start';
    const [sum] = tf.tidy(() => tf.add(1, 2).dataSync());
    return sum === 3 ? undefined : `it computes 1 + 2 = ${sum}`;
  } catch (error) {
    return firstLine(error);
  } finally {
    tf.env().set('PROD', production);
  }
}

const WASM_FAILURE = 'it does not start; in a page made by a bundler the option wasmPaths names its .wasm files';

/** Loads the package that registers the backend; `cpu` comes with all of TensorFlow.js, of which only the core is needed elsewhere. */
async function load(name: BackendName, { wasmPaths }: BackendOptions): Promise<void> {
  if (name === 'cpu') await import('@tensorflow/tfjs');
  if (name === 'tensorflow') await loadNative();
  if (name !== 'wasm') return;
  const { setWasmPaths } = await import('@tensorflow/tfjs-backend-wasm');
  if (wasmPaths === undefined) return;
  setWasmPaths(typeof wasmPaths === 'string' ? wasmPaths.replace(/\/?$/, '/') : { ...wasmPaths });
}

/**
 * @tensorflow/tfjs-node is optional and often absent, so its name is hidden from the compiler and from bundlers. It
 * still calls two functions that Node 23 removed from node:util. Its library reads its settings from the environment
 * and nowhere else; they are set here unless the user has set them.
 */
async function loadNative(): Promise<void> {
  if (typeof process === 'undefined' || process.getBuiltinModule === undefined) throw new Error('it needs Node.js');
  const util = process.getBuiltinModule('node:util') as unknown as Record<string, unknown>;
  util.isNullOrUndefined ??= (value: unknown) => value === null || value === undefined;
  util.isArray ??= Array.isArray;
  process.env.TF_CPP_MIN_LOG_LEVEL ??= '3'; // no start-up messages
  process.env.TF_ENABLE_ONEDNN_OPTS ??= '0'; // sums in a fixed order
  const native: string = '@tensorflow/tfjs-node';
  try {
    await import(/* @vite-ignore */ native);
  } catch (error) {
    const reason = firstLine(error);
    const isMissing = reason.includes(`'${native}'`); // "Cannot find package …", and where from
    throw new Error(
      `${native} ${isMissing ? 'is not installed' : `cannot be loaded (${reason})`}; ` +
        `npm install ${native} gets it, npm run provision:tfjs-node builds it where that fails`,
    );
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split('\n')[0]!;
}
