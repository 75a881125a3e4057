/** @file Files that exist only in the page. */

import { DomainError } from '../../src/errors.ts';
import type { RunContext } from '../../train/run/run.ts';
import type { Files } from './tasks.ts';

/** A context that reads these files, and no others. */
export function readerOf(files: Files): RunContext {
  return {
    read: (path) => {
      const text = Object.hasOwn(files, path) ? files[path] : undefined;
      if (text === undefined) throw new DomainError(`${path}: a file of the page required; it reads no others`);
      return new TextEncoder().encode(text);
    },
  };
}
