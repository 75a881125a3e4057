/** @file Holographic codes: the group of a network, entropies of its regions, weights of its stabilisers. */

import { networkEnumerator, regionRank, stabiliserGroupOf } from 'bulkweave/stabiliser';
import { codeOfNetwork, holographicCode } from 'bulkweave/systems/tiling';
import { given, measure } from './measure.ts';

interface Task {
  readonly task: 'state' | 'entropies' | 'weights';
  readonly layers: number;
  readonly regions: readonly (readonly number[])[];
}

const { task, layers, regions } = given<Task>();
const { network } = holographicCode({ layers });

const sum = (ranks: readonly number[]) => ({ ranks: ranks.reduce((total, rank) => total + rank, 0) });
if (task === 'state') {
  measure(
    () => stabiliserGroupOf(network)!.group,
    (group) => sum(regions.map((region) => regionRank(group, region))),
  );
} else if (task === 'entropies') {
  const { encoding } = codeOfNetwork(network);
  measure(() => regions.map((region) => regionRank(encoding, region)), sum);
} else {
  measure(
    () => networkEnumerator(network, { radii: [1] }).counts,
    (counts) => Object.fromEntries([4, 8, 12].map((w) => [`A${w}`, counts[w]!])),
  );
}
