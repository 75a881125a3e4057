/** @file Signs of life of locks: those that are held are touched, those that are not touched for long are given up. */

import { statSync, utimesSync } from 'node:fs';

/** Seconds between two signs of life, and of silence after which a holder on another machine is taken for dead. */
export const [BEAT, PATIENCE] = [10, 90];

/** Touches a file regularly. @returns a function that ends it */
export function beating(path: string, every = BEAT): () => void {
  const timer = setInterval(() => {
    try {
      const now = new Date();
      utimesSync(path, now, now);
    } catch {
      // removed, or taken over: whoever writes next sees it
    }
  }, 1000 * every);
  timer.unref();
  return () => clearInterval(timer);
}

/**
 * Watches files, and tells of one whether it has not been touched for so many seconds of this process's own clock: clocks of other
 * machines, and of the file server, do not count.
 */
export function silenceWatch(patience = PATIENCE, clock = (): number => performance.now() / 1000) {
  const seen = new Map<string, { readonly touched: number; readonly since: number }>();
  return (path: string): boolean => {
    const touched = statSync(path, { throwIfNoEntry: false })?.mtimeMs;
    if (touched === undefined) return false;
    const before = seen.get(path);
    const now = clock();
    if (before?.touched === touched) return now - before.since > patience;
    seen.set(path, { touched, since: now });
    return false;
  };
}
