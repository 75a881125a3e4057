import { describe, expect, test } from 'vitest';
import { networkEnumerator } from '../../src/network/network-enumerator.ts';
import { sourceOfGroup } from '../../src/network/stabiliser-source.ts';
import type { TensorNetwork } from '../../src/network/tensor-network.ts';
import { digitAt } from '../../src/stabiliser/digit-matrix.ts';
import { type StabiliserCode, stabilisersOfCode } from '../../src/stabiliser/stabiliser-code.ts';
import { macWilliamsTransform, weightEnumerator } from '../../src/stabiliser/weight-enumerator.ts';
import { codeOfNetwork, holographicCode } from '../../src/systems/tiling/holographic-code.ts';
import { randomStabiliserCode } from '../helpers/random-stabiliser-code.ts';

/** Random qutrit tensors around a triangle, with two inputs; its sites are of one qutrit and of two. */
function randomTriangle(seed: number): TensorNetwork {
  const tensor = (k: number, legs: number) => sourceOfGroup(randomStabiliserCode(10 * seed + k, 3, legs));
  return {
    kind: 'network',
    parameters: 0,
    dimensions: { a: 3, b: 3, c: 9, 's 0': 3, 's 1': 3, 's 2': 9, 's 3': 3, in: 3, 'in 2': 3 },
    nodes: [
      { id: 'A', legs: ['a', 's 0', 'b', 's 1', 'in'], tensor: tensor(0, 5) },
      { id: 'B', legs: ['s 2', 'c', 'a', 'in 2'], tensor: tensor(1, 6) },
      { id: 'C', legs: ['b', 'c', 's 3'], tensor: tensor(2, 4) },
    ],
    boundary: ['s 0', 's 1', 's 2', 's 3'],
    bulk: ['in', 'in 2'],
    environment: [],
  };
}

/** Words of the encoding by weight, listed; those that are not the identity on an input, or on none. */
function listed({ encoding, sites, inputs }: StabiliserCode, acting: number | null): readonly number[] {
  const { prime, qudits, x, z, phases } = encoding;
  const counts = new Array<number>(sites.length + 1).fill(0);
  for (let index = 0; index < prime ** phases.length; index++) {
    const acts = Array.from({ length: qudits }, (_, q) =>
      [x, z].some((half) => {
        let sum = 0;
        for (let row = 0; row < phases.length; row++)
          sum += (Math.floor(index / prime ** row) % prime) * digitAt(half, row, q);
        return sum % prime !== 0;
      }),
    );
    const fine = inputs.every((input, t) => input.some((q) => acts[q]) === (t === acting));
    const weight = sites.filter((site) => site.some((q) => acts[q])).length;
    if (fine) counts[weight] = counts[weight]! + 1;
  }
  return counts;
}

describe('the enumerator of a network', () => {
  test('counts the words of random qutrit tensors, with the second end of a bond complex conjugate', () => {
    let isometries = 0;
    for (let seed = 0; seed < 12; seed++) {
      const network = randomTriangle(seed);
      let code: StabiliserCode;
      try {
        code = codeOfNetwork(network);
      } catch {
        continue; // it vanishes, or is no isometry
      }
      isometries++;
      if (isometries > 2) break;
      expect(networkEnumerator(network).counts).toEqual(listed(code, null));
      const dressed = networkEnumerator(network, { action: (leg) => (leg === 'in' ? 'acts' : 'identity') });
      expect(dressed.counts).toEqual(listed(code, 0));
      const all = networkEnumerator(network, { action: () => 'any' }).counts.reduce((sum, count) => sum + count, 0);
      expect(all).toBe(3 ** 7);
    }
    expect(isometries).toBeGreaterThan(1);
  });

  test('is that of the group of small holographic codes', () => {
    for (const options of [
      { p: 4, q: 5, seed: 'four-two-two' },
      { p: 5, q: 4 },
    ] as const) {
      const { network } = holographicCode({ ...options, layers: 1 });
      const counts = weightEnumerator(stabilisersOfCode(codeOfNetwork(network)));
      expect(networkEnumerator(network).counts.map(BigInt)).toEqual(counts);
    }
  });

  test('of the pentagon code [[55, 21]]: its stabilisers, distance, and the words of its centre', () => {
    const { network } = holographicCode();
    const { counts, errors } = networkEnumerator(network);
    expect(counts.filter((_, w) => w % 4 === 0).slice(0, 4)).toEqual([1, 30, 405, 3480]);
    expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2 ** 34);
    expect(Math.max(...errors)).toBe(0);
    const all = macWilliamsTransform(counts.map(BigInt), 2);
    expect([all[1], all[2], all[3]]).toEqual([0n, 0n, 135n]);
    const logical = networkEnumerator(network, { action: () => 'any' });
    logical.counts.forEach((count, w) => {
      expect(Math.abs(count - Number(all[w]))).toBeLessThanOrEqual(logical.errors[w]!);
    });
    expect(logical.errors.filter((error) => error === 0).length).toBeGreaterThan(10);
    const dressed = networkEnumerator(network, { action: (leg) => (leg === 'bulk 0' ? 'acts' : 'any') });
    expect(dressed.counts.slice(0, 6)).toEqual([0, 0, 0, 0, 0, 18]);
    const bare = networkEnumerator(network, { action: (leg) => (leg === 'bulk 0' ? 'acts' : 'identity') });
    expect(bare.counts.slice(0, 20)).toEqual([...new Array(19).fill(0), 69120]);
  });

  test('says what is wrong', () => {
    const { network } = holographicCode({ layers: 1 });
    const environment = { ...network, bulk: network.bulk.slice(1), environment: ['bulk 0'] };
    expect(() => networkEnumerator(environment)).toThrow('without environment');
    const plain = {
      ...network,
      nodes: network.nodes.map((node) => ({ ...node, tensor: { kind: 'free', offset: 0 } as const })),
    };
    expect(() => networkEnumerator(plain)).toThrow("stabiliser tensors required, got 'tile 0' of kind free");
  });
});
