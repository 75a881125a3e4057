import { expect, test } from 'vitest';
import { aklt } from '../../datasets/aklt.ts';
import { MODELS } from '../../models/index.ts';
import { spinNetwork } from '../../models/spin-network.ts';
import { randomStream, randomVector } from '../../src/linalg/random.ts';
import { innerProduct, norm } from '../../src/linalg/vector.ts';
import { networkState } from '../../src/network/network-state.ts';

const ring = (sites: number, bond: number, site: number) =>
  Array.from({ length: sites }, (_, k) => [
    { from: `v${k}`, to: `v${(k + 1) % sites}`, spin: bond },
    { from: `v${k}`, to: null, spin: site },
  ]).flat();

test('the AKLT ring is the spin network with spin ½ between spins 1, whatever its parameters', () => {
  const network = spinNetwork([3, 3, 3, 3, 3], { links: ring(5, 0.5, 1) });
  expect(network.parameters).toBe(2 * 5);
  const state = networkState(network, randomVector(5, randomStream(1, 'theta')).interleaved);
  const target = aklt(5, { boundary: 'periodic' }).amplitudes;
  const [re, im] = innerProduct(target, state);
  expect(Math.hypot(re, im) / (norm(state) * norm(target))).toBeCloseTo(1, 13);
});

test('its entry in the catalogue compares the sites', () => {
  const { options, build } = MODELS['spin-network'];
  const context = { dimensions: [3, 3, 2], metric: { maxSize: 2, penalty: 1 }, read: () => new Uint8Array() };
  expect(() => build(options.parse({ links: ring(3, 0.5, 1) }), context)).toThrow(
    'open links of dimensions [3,3,2] required, got [3,3,3]',
  );
  expect(() => spinNetwork([3], { links: [{ from: 'a', spin: 1 }] })).toThrow(
    "spins 1 at 'a', which cannot be coupled to 0",
  );
});
