import { expect, test } from 'vitest';
import { isometricMera } from '../../models/isometric-mera.ts';
import { matrixProductState } from '../../models/matrix-product-state.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { initialParameters } from '../../src/network/initial-parameters.ts';
import type { TensorNetwork } from '../../src/network/tensor-network.ts';
import { networkRecoverability } from '../../src/systems/holography/network-recoverability.ts';

const drawn = (network: TensorNetwork) => initialParameters(network, randomStream(3, 'theta'));
const without = (n: number, lost: readonly number[]) => [...Array(n).keys()].filter((site) => !lost.includes(site));

test('a MERA of 64 sites, bond dimension 4: any four neighbours lost, bond after bond', { timeout: 600_000 }, () => {
  const network = isometricMera(64, { bond: 4 });
  const theta = drawn(network);
  for (let level = 0; level < 4; level++) {
    const leg = `b${level}.1`;
    const leaks = [1, 7, 14, 15, 16, 40].map((start) => {
      const lost = [0, 1, 2, 3].map((k) => start + k);
      return networkRecoverability(network, theta, [leg], without(64, lost)).leaked;
    });
    for (const leak of leaks) expect(leak).toBeLessThanOrEqual(2 * Math.log(4) + 1e-9);
    if (level < 3) expect(leaks[5]).toBeCloseTo(0, 9); // far from the future of the bond
    if (level === 0) expect(Math.max(...leaks)).toBeGreaterThan(2);
  }
});

test('a chain of 500 sites', { timeout: 600_000 }, () => {
  const network = matrixProductState(Array(500).fill(2), { bond: 4 });
  const theta = drawn(network);
  const bond = network.nodes[250]!.legs.find((leg) => network.nodes[249]!.legs.includes(leg))!;
  const leaked = (lost: readonly number[]) => networkRecoverability(network, theta, [bond], without(500, lost)).leaked;
  expect(leaked([300, 301])).toBeCloseTo(0, 9);
  expect(leaked([249])).toBeGreaterThan(leaked([240]));
  expect(leaked([247, 248, 249])).toBeGreaterThan(leaked([248, 249]));
});
