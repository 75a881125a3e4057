/** @file bulkweave doctor: what this machine computes with, and how to get what is missing. */

import { cpus, freemem, totalmem } from 'node:os';
import { createEngine } from '../../src/engine/engine.ts';
import type { EngineKind } from '../../src/engine/engine-kind.ts';
import { nativeModule } from '../../src/engine/native-module.ts';
import type { BackendReport } from '../../src/tensorflow/backend.ts';
import { settingsOf } from '../environment.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { packageVersion } from '../package-root.ts';
import type { Terminal } from '../terminal.ts';

/** One thing that was looked at. */
export interface Examined {
  readonly name: string;
  readonly found: string;
  /** How to get what is missing; null where nothing is. */
  readonly advice: string | null;
}

/** How each backend is obtained. */
const ADVICE: Readonly<Record<string, string>> = {
  tensorflow:
    "native TensorFlow: 'npm install @tensorflow/tfjs-node', or 'npm run provision:tfjs-node' where its download is out of reach (needs pip and a C++ compiler)",
  wasm: "WebAssembly: 'npm install @tensorflow/tfjs-backend-wasm', on a machine with WebAssembly",
};

const LEAST_NODE = [20, 19] as const;

/**
 * Prints versions, engine, backend, memory and settings. Never asks a network.
 *
 * @returns 0 if everything is there that a run needs, 1 if not
 */
export async function doctorCommand(options: { readonly json?: boolean }, terminal: Terminal): Promise<ExitCode> {
  const { engine, backend, threads, memory } = settingsOf(terminal.environment);
  const all = [
    versions(),
    machine(),
    { name: 'engine', found: createEngine({ kind: engine, threads, memory }).description, advice: null },
    ...nativeCode(engine),
    ...(await backends(backend)),
    settings(terminal.environment),
  ];
  if (options.json === true) terminal.out(`${JSON.stringify(all)}\n`);
  else {
    const width = Math.max(...all.map(({ name }) => name.length));
    const lines = all.flatMap(({ name, found, advice }) => [
      `${name.padEnd(width)}  ${found}`,
      ...(advice === null ? [] : [`${' '.repeat(width)}  → ${advice}`]),
    ]);
    terminal.out(`${lines.join('\n')}\n`);
  }
  return isFit(all) ? EXIT.success : EXIT.failed;
}

const isFit = (all: readonly Examined[]): boolean =>
  all.some(({ name, advice }) => name === 'backend' && advice === null) &&
  all.every(({ name, advice }) => name !== 'versions' || advice === null);

function versions(): Examined {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isOld = major < LEAST_NODE[0] || (major === LEAST_NODE[0] && minor < LEAST_NODE[1]);
  const found = `bulkweave ${packageVersion()}, Node ${process.versions.node}, ${process.platform} ${process.arch}`;
  return { name: 'versions', found, advice: isOld ? `Node ${LEAST_NODE.join('.')} or later is needed` : null };
}

function machine(): Examined {
  const gibibytes = (bytes: number): string => (bytes / 2 ** 30).toFixed(1);
  const cores = cpus();
  const model = cores[0]?.model.trim() ?? 'unknown processor';
  const found = `${cores.length} × ${model}, ${gibibytes(totalmem())} GiB of memory, ${gibibytes(freemem())} free`;
  return { name: 'machine', found, advice: null };
}

/** Native code, where it is not what computes. */
function nativeCode(engine: EngineKind | undefined): readonly Examined[] {
  if (engine === 'native') return [];
  try {
    nativeModule();
  } catch (error) {
    const [found = '', advice = 'npm run build:native'] = (error as Error).message.split(': ');
    return [{ name: 'not native', found, advice }];
  }
  if (engine === 'auto') return [];
  return [{ name: 'not native', found: 'native code is here', advice: 'BULKWEAVE_ENGINE=auto takes it' }];
}

/** The backend that is taken, and those that are not, with what is missing. */
async function backends(prefer: string | undefined): Promise<readonly Examined[]> {
  const { initBackend } = await import('../../src/tensorflow/backend.ts');
  let report: BackendReport;
  try {
    report = await initBackend({ prefer });
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    return [{ name: 'backend', found: error.message, advice: 'choose another with BULKWEAVE_BACKEND' }];
  }
  const { name, version, skipped } = report;
  return [
    { name: 'backend', found: `${name} (TensorFlow.js ${version})`, advice: null },
    ...skipped.map((other) => ({
      name: `not ${other.name}`,
      found: other.reason,
      advice: ADVICE[other.name] ?? null,
    })),
  ];
}

function settings(environment: Terminal['environment']): Examined {
  const given = Object.entries(environment).filter(([name, value]) => name.startsWith('BULKWEAVE_') && value);
  const found = given.map(([name, value]) => `${name}=${value}`).join(' ');
  return { name: 'settings', found: found === '' ? 'none; all defaults' : found, advice: null };
}
