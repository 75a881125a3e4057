import { expect, test } from 'vitest';
import { isometricMera } from '../../models/isometric-mera.ts';
import { matrixProductState } from '../../models/matrix-product-state.ts';
import { projectedEntangledPairState } from '../../models/projected-entangled-pair-state.ts';
import { treeTensorNetwork } from '../../models/tree-tensor-network.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { networkOf } from '../../src/network/from-circuit.ts';
import { initialParameters, randomIsometry } from '../../src/network/initial-parameters.ts';
import { manifoldOf } from '../../src/network/network-manifold.ts';
import { networkLogNorm } from '../../src/network/network-overlap.ts';
import { isometryDefect } from '../../src/optimise/stiefel.ts';
import { isometryError } from '../linalg/compare.ts';

const qubits = (n: number): number[] => new Array(n).fill(2);

test('long chains, trees and PEPS start with a norm within a few powers of ten per hundred tensors of one', () => {
  for (const [network, bound] of [
    [matrixProductState(qubits(100), { bond: 8 }), 60],
    [treeTensorNetwork(qubits(64), { bond: 4 }), 60],
    [projectedEntangledPairState({ rows: 3, columns: 3, bond: 3 }), 20],
  ] as const) {
    const theta = initialParameters(network, randomStream(1, 'norm'));
    expect(Math.abs(networkLogNorm({ network, theta }))).toBeLessThan(bound);
  }
});

test('isometries start as isometries, and the manifold knows them', () => {
  const network = isometricMera(8, { bond: 3 });
  const parts = manifoldOf(network);
  expect(parts.every(({ kind }) => kind === 'stiefel')).toBe(true);
  expect(isometryDefect(initialParameters(network, randomStream(1, 'mera')), parts)).toBeLessThan(1e-13);
  expect(isometryError(randomIsometry(6, 3, randomStream(1, 'w')))).toBeLessThan(1e-14);
});

test('parts of the manifold cover the parameters once, shared ranges too', () => {
  const network = matrixProductState([2, 3, 2], { bond: 2 });
  const covered = manifoldOf(network).reduce((sum, part) => sum + (part.kind === 'flat' ? part.size : 0), 0);
  expect(covered).toBe(network.parameters);
  const gates = [0, 1, 0].map((parameter) => ({ word: 'XY', angle: { parameter } }));
  expect(manifoldOf(networkOf({ kind: 'circuit', qubits: 2, parameters: 2, gates }))).toEqual([
    { kind: 'flat', offset: 0, size: 1 },
    { kind: 'flat', offset: 1, size: 1 },
  ]);
});

test('the same stream gives the same start, another one another', () => {
  const network = matrixProductState(qubits(4));
  const start = (name: string): Float64Array => initialParameters(network, randomStream(1, name));
  expect(start('a')).toEqual(start('a'));
  expect(start('a')).not.toEqual(start('b'));
});
