import fc from 'fast-check';
import { expect, test } from 'vitest';
import { networkMistakes } from '../../src/network/check-network.ts';
import { graphStateNetwork } from '../../src/network/graph-state-network.ts';
import { stabiliserGroupOf } from '../../src/network/stabiliser-network.ts';
import { areSameGroup } from '../../src/stabiliser/canonical-form.ts';
import { partialTrace } from '../../src/stabiliser/stabiliser-contraction.ts';
import { randomStabiliserCode } from '../helpers/random-stabiliser-code.ts';

test('every pure stabiliser state is a network on the graph behind it, also with several qudits on a site', () => {
  fc.assert(
    fc.property(fc.constantFrom(2, 3, 5), fc.nat(1000), (prime, seed) => {
      const group = randomStabiliserCode(seed, prime, 6);
      for (const sites of [undefined, [[0, 1], [2], [3, 4, 5]], [[4], [2, 0], [1, 3, 5]]]) {
        const network = graphStateNetwork(group, sites);
        expect(networkMistakes(network)).toEqual([]);
        const state = stabiliserGroupOf(network)!;
        const order = (sites ?? []).flat();
        expect(areSameGroup(state.group, sites === undefined ? group : partialTrace(group, order))).toBe(true);
      }
    }),
    { seed: 23, numRuns: 10 },
  );
});
