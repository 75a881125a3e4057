import { describe, expect, test } from 'vitest';
import { networkOfChain } from '../../src/chain/matrix-product-state.ts';
import { symmetricChain } from '../../src/chain/symmetric-chain.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { normalised } from '../../src/linalg/vector.ts';
import { networkState } from '../../src/network/network-state.ts';
import {
  coherentComponents,
  dickeComponents,
  ghzComponents,
  refinedVector,
  sectorState,
} from '../../src/state/symmetric-vector.ts';
import { largestDifference } from '../helpers/largest-difference.ts';

describe('the matrix-product state of a symmetric state', () => {
  test.each([[[6]], [[1, 5]], [[2, 3, 1]]])('has its amplitudes, blocks %j', (blocks) => {
    const stream = randomStream(5, `symmetric chain of ${blocks}`);
    const length = blocks.reduce((product, n) => product * (n + 1), 1);
    const interleaved = Float64Array.from({ length: 2 * length }, () => stream.normal());
    const components = normalised({ length, interleaved });
    const { network, theta } = networkOfChain(symmetricChain({ blocks, components }));
    const dense = refinedVector({ blocks }, { blocks: [1, 1, 1, 1, 1, 1] }, components);
    expect(largestDifference(networkState(network, theta).interleaved, dense.interleaved)).toBeLessThan(1e-13);
  });

  test('has bonds of the Schmidt ranks: 2 for GHZ, k + 1 for Dicke states, 1 for products', () => {
    const bonds = (dicke: Parameters<typeof sectorState>[1]) =>
      symmetricChain({ blocks: [40], components: sectorState({ blocks: [40] }, dicke) }).map(({ shape }) => shape[0]!);
    expect(Math.max(...bonds(ghzComponents(40)))).toBe(2);
    expect(bonds(dickeComponents(40, 3)).slice(0, 6)).toEqual([1, 2, 3, 4, 4, 4]);
    expect(Math.max(...bonds(coherentComponents(40, 1, 0.3)))).toBe(1);
  });
});
