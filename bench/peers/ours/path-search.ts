/**
 * @file Search for contraction paths for a given number of seconds per network. Networks, paths (opt_einsum's linear
 * format) and their costs are written to paths.json in the folder, where `programs/path_search.py` reads them.
 */

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { contractionPath, linearPath, pathCost } from 'bulkweave';
import { NETWORKS } from '../path-networks.ts';

/** The searches look at the clock. Here it shows the time of the processor, so that other programs do not shorten a search. */
performance.now = () => {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
};

const [folder = '.', seconds = '5', count = String(NETWORKS.length)] = process.argv.slice(2);

const found = NETWORKS.slice(0, Number(count)).map(([name, legs, dimension]) => {
  const dimensions = Object.fromEntries(legs.flat().map((leg) => [leg, dimension]));
  const minimise = 'operations';
  const quick = contractionPath(legs, dimensions, [], { minimise });
  const path = contractionPath(legs, dimensions, [], { milliseconds: 1000 * Number(seconds), minimise });
  const { flops } = pathCost(legs, dimensions, quick, []);
  return { name, legs, dimensions, seconds: Number(seconds), path: linearPath(path, legs.length), quick: flops };
});
writeFileSync(join(folder, 'paths.json'), JSON.stringify(found));
