/** @file All mistakes of a file as one message. */

import type { Issue } from '../src/issues.ts';
import { printable } from '../src/printable.ts';

const ADVICE = "See 'bulkweave list' for names and options, 'bulkweave schema' for the whole format.";

/** Every mistake on its own line, in columns. */
export function issuesMessage(path: string, issues: readonly Issue[], advice = ADVICE): string {
  const count = issues.length === 1 ? 'one mistake' : `${issues.length} mistakes`;
  const lines = issues.flatMap(({ path: field, expected, received }) => [
    `  ${field === '' ? '(the whole file)' : printable(field)}`,
    `      expected: ${printable(expected)}`,
    `      received: ${printable(received)}`,
  ]);
  return [`${path}: ${count}`, ...lines, advice].join('\n');
}
