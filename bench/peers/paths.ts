/** @file The comparison of path searches: the costs of paths, not times; every search has the same time, one after the other. */

import { join, resolve } from 'node:path';
import process from 'node:process';
import type { Environment } from './environments.ts';
import { HERE, run } from './run-program.ts';

const ABOUT = `Base-10 logarithm of the complex multiply-adds of the path found, counted by cotengra for all. "At once" is
our default, which takes the network's own contraction time into account; all others but greedy search for, in time of the
processor,`;

/** The table. */
export function pathsText(found: Environment, folder: string, seconds: number, count?: number): string {
  if ('missing' in found) return `missing: ${found.missing}`;
  const patience = 3600;
  const list = [resolve(folder), String(seconds), ...(count === undefined ? [] : [String(count)])];
  const ours = run([process.execPath, join(HERE, 'ours', 'path-search.js'), ...list], 1, patience);
  if ('failure' in ours) return ours.failure;
  const peers = run([resolve(found.python), 'bench/peers/programs/path_search.py', resolve(folder)], 1, patience);
  return 'failure' in peers ? peers.failure : `${ABOUT} ${seconds} s on one thread.\n\n${peers.output.trim()}`;
}
