/** @file How a command ended, for scripts: exit codes, and errors as one clear message. */

import { DomainError, ShapeError } from '../src/errors.ts';
import { printable } from '../src/printable.ts';

/** Exit codes of every command. */
export const EXIT = {
  /** All went well, and every state reached its target infidelity. */
  success: 0,
  /** The run failed, or a state did not reach its target infidelity (its record is written all the same). */
  failed: 1,
  /** Something given to the command is wrong: an option, a file, a folder. Nothing was written. */
  badInput: 2,
  /** Interrupted by Ctrl-C; a checkpoint was written. */
  interrupted: 130,
  /** The same by SIGTERM. */
  terminated: 143,
  /** The same by SIGHUP: the terminal was closed. */
  hungUp: 129,
} as const;

export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

/** An error as it is explained to the user. */
export interface Explanation {
  readonly message: string;
  readonly code: ExitCode;
  /** Of a mistake in the experiment: each line is about it, and begins with a key where one is known. */
  readonly isOfExperiment?: true;
}

/** An error of another thread, which comes with its explanation. */
export const explained = (explanation: Explanation, stack: string | undefined): Error =>
  Object.assign(new Error(explanation.message), { explanation, stack });

/** An error met while an experiment is carried out: a mistake in the input is one of the experiment. */
export function ofExperiment(error: unknown): unknown {
  const { message, code } = explain(error);
  if (code !== EXIT.badInput) return error;
  return explained({ message, code, isOfExperiment: true }, error instanceof Error ? error.stack : undefined);
}

/** The explanation with the file of the experiment before each line, where it is about that. */
export function inFile(path: string, { isOfExperiment, message, code }: Explanation): Explanation {
  const lines = message.split('\n');
  return { message: isOfExperiment ? lines.map((line) => `${printable(path)}: ${line}`).join('\n') : message, code };
}

const SYSTEM: Readonly<Record<string, string>> = {
  ENOENT: 'no such file or folder',
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  EROFS: 'the file system is read-only',
  EISDIR: 'it is a folder, a file is required',
  ENOTDIR: 'part of the path is a file, a folder is required',
  EEXIST: 'a file of that name is in the way',
  ENOSPC: 'no space left on the device',
  ENAMETOOLONG: 'the name is too long',
};

/** The reason of a system's error in words, without the path. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as { readonly code?: unknown; readonly message?: unknown };
  return SYSTEM[String(code)] ?? String(message ?? error);
}

/** The explanation for the user. Mistakes in the input have no stack; an unexpected error says how to see its stack. */
export function explain(error: unknown): Explanation {
  const { explanation } = error as { readonly explanation?: Explanation };
  if (explanation !== undefined) return explanation;
  if (error instanceof DomainError || error instanceof ShapeError) {
    return { message: error.message, code: EXIT.badInput };
  }
  const { code, path } = error as { readonly code?: unknown; readonly path?: unknown };
  if (typeof code === 'string' && code in SYSTEM) {
    return {
      message: `${printable(String(path ?? 'file'))}: ${SYSTEM[code]}`,
      code: code === 'ENOSPC' ? EXIT.failed : EXIT.badInput,
    };
  }
  if (error instanceof RangeError && /allocation|Invalid (typed )?array length/i.test(error.message)) {
    return { message: `not enough memory: ${error.message}; choose fewer qubits`, code: EXIT.badInput };
  }
  const message = error instanceof Error ? error.message : String(error);
  return { message: `unexpected error: ${message} (set BULKWEAVE_DEBUG=1 for the stack)`, code: EXIT.failed };
}
