/** @file Signals that ask a command to stop, for one that waits. */

import { EXIT, type ExitCode } from './exit-code.ts';
import type { Signal, Terminal } from './terminal.ts';

/** Exit codes of a command that was ended by a signal: 128 and the number of the signal. */
export const ENDED: Readonly<Record<Signal, ExitCode>> = {
  SIGINT: EXIT.interrupted,
  SIGTERM: EXIT.terminated,
  SIGHUP: EXIT.hungUp,
};

/** What a command that waits knows of signals. */
export interface Interruption {
  /** The exit code of the first signal; null as long as none came. */
  readonly code: () => ExitCode | null;
  /** Waits, no longer than until a signal comes. */
  readonly pause: (milliseconds: number) => Promise<void>;
  /** Stops to listen. */
  readonly end: () => void;
}

/** Listens for signals. */
export function interruption(terminal: Pick<Terminal, 'onInterrupt'>): Interruption {
  let code: ExitCode | null = null;
  let wake = (): void => {};
  const end = terminal.onInterrupt((signal) => {
    code ??= ENDED[signal];
    wake();
  });
  const pause = (milliseconds: number): Promise<void> =>
    new Promise((resolve) => {
      if (code !== null) return resolve();
      const timer = setTimeout(resolve, milliseconds);
      wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  return { code: () => code, pause, end };
}
