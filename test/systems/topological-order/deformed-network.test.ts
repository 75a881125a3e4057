import { expect, test } from 'vitest';
import { boundaryLogNorm } from '../../../src/chain/boundary-chain.ts';
import { entropiesOfNetwork } from '../../../src/network/network-entropies.ts';
import { networkState } from '../../../src/network/network-state.ts';
import { deformedToricNetwork } from '../../../src/systems/topological-order/index.ts';

/** ln Σ e^{β Σ θθ′} on an open rectangle, configuration by configuration. */
function openIsingSum(rows: number, columns: number, tension: number): number {
  const pairs = Array.from({ length: rows * columns }, (_, k) => [
    ...(k % columns < columns - 1 ? [[k, k + 1] as const] : []),
    ...(k < (rows - 1) * columns ? [[k, k + columns] as const] : []),
  ]).flat();
  let sum = 0;
  for (let spins = 0; spins < 2 ** (rows * columns); spins++) {
    const energy = pairs.reduce((total, [a, b]) => total + (((spins >> a) ^ (spins >> b)) & 1 ? -1 : 1), 0);
    sum += Math.exp(tension * energy);
  }
  return Math.log(sum);
}

test('the norm by boundaries is twice the Ising sum', () => {
  for (const tension of [0, 0.44, -0.3]) {
    const { network, theta } = deformedToricNetwork(3, 3, tension);
    const { value } = boundaryLogNorm(network, { rows: 3, columns: 3 })(theta);
    expect(value).toBeCloseTo(Math.LN2 + openIsingSum(3, 3, tension), 10);
  }
});

test('like neighbours are |0⟩ and have the greater weight', () => {
  const { network, theta } = deformedToricNetwork(2, 2, 0.4);
  const { interleaved } = networkState(network, theta);
  // Both signs of all vertices: four like edges, or two unlike ones at vertex 0, on the way to vertices 1 and 2.
  expect(interleaved[0]).toBeCloseTo(2 * Math.exp(0.8), 12);
  expect(interleaved[2 * 0b1100]).toBeCloseTo(2, 12);
  expect(interleaved[2 * 0b1000]).toBe(0);
});

test('a corner without tension shares its two vertices less one with the rest', () => {
  const { network, theta } = deformedToricNetwork(2, 3, 0);
  const { entropy } = entropiesOfNetwork(network, theta);
  // Sites hold the edges before each vertex: 1, 3 and 4 make up the first square.
  expect(entropy([1, 3, 4])).toBeCloseTo(Math.LN2, 10);
  expect(entropy([1])).toBeCloseTo(Math.LN2, 10);
});

test('sizes and tensions out of range are refused', () => {
  expect(() => deformedToricNetwork(1, 4, 0)).toThrow('from 2 to 64 rows required, got 1');
  expect(() => deformedToricNetwork(4, 4, Infinity)).toThrow('a finite tension required, got Infinity');
});
