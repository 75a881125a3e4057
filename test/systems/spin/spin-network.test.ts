import { describe, expect, test } from 'vitest';
import type { ComplexArray } from '../../../src/linalg/complex.ts';
import { randomStream, randomVector } from '../../../src/linalg/random.ts';
import { networkState } from '../../../src/network/network-state.ts';
import { coarseGrained, fluctuatingArea } from '../../../src/systems/spin/coarse-graining.ts';
import { intertwinerBasis, type Pairing, recouplingMatrix } from '../../../src/systems/spin/intertwiners.ts';
import { invarianceDefect } from '../../../src/systems/spin/invariance.ts';
import { linkArea, pairingSpectrum, volumeSpectrum } from '../../../src/systems/spin/spectra.ts';
import { type SpinGraph, spinNetwork } from '../../../src/systems/spin/spin-network.ts';
import { sixJ } from '../../../src/systems/spin/wigner-symbols.ts';

const none = new Float64Array(0);
const one = { length: 1, interleaved: Float64Array.of(1, 0) };

/** Σ of the products of two real tensors, the axes of the second permuted. */
function innerProduct(a: ComplexArray, b: ComplexArray, order: readonly number[]): number {
  let sum = 0;
  for (let k = 0; k < a.interleaved.length / 2; k++) {
    const index: number[] = [];
    let rest = k;
    for (let leg = a.shape.length - 1; leg >= 0; leg--) {
      index[leg] = rest % a.shape[leg]!;
      rest = Math.floor(rest / a.shape[leg]!);
    }
    const there = order.reduce((place, leg, position) => place * b.shape[position]! + index[leg]!, 0);
    sum += a.interleaved[2 * k]! * b.interleaved[2 * there]!;
  }
  return sum;
}

describe('invariant tensors', () => {
  test('are orthonormal and invariant', () => {
    for (const spins of [
      [0.5, 1, 1.5, 1],
      [1, 1, 1, 1, 1],
      [2, 2],
      [0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
    ]) {
      const basis = intertwinerBasis(spins);
      const order = spins.map((_, k) => k);
      basis.forEach((tensor, k) => {
        expect(invarianceDefect(tensor)).toBeLessThan(1e-14);
        for (const [l, other] of basis.entries()) {
          expect(innerProduct(tensor, other, order)).toBeCloseTo(k === l ? 1 : 0, 14);
        }
      });
    }
    expect(intertwinerBasis([0.5, 0.5, 0.5])).toEqual([]);
    expect(invarianceDefect({ shape: [2, 2], interleaved: Float64Array.of(1, 0, 0, 0, 0, 0, 0, 0) })).toBeGreaterThan(
      0.5,
    );
  });

  test('coupled in another order are related by 6j symbols', () => {
    const pairings: readonly (readonly [Pairing, readonly number[]])[] = [
      ['13', [0, 2, 1, 3]],
      ['23', [1, 2, 0, 3]],
    ];
    for (const spins of [
      [0.5, 1, 1.5, 1],
      [1, 1.5, 2, 0.5],
      [2, 1, 1.5, 2.5],
    ] as const) {
      const basis = intertwinerBasis(spins);
      for (const [pairing, order] of pairings) {
        const R = recouplingMatrix(spins, pairing);
        intertwinerBasis(order.map((k) => spins[k]!)).forEach((tensor, row) => {
          basis.forEach((start, column) => {
            expect(innerProduct(start, tensor, order)).toBeCloseTo(R.data[row * R.cols + column]!, 14);
          });
        });
      }
    }
  });

  test('that would need too much memory are refused', () => {
    expect(() => intertwinerBasis([10, 10, 10, 10, 10, 10])).toThrow('at most 16777216 entries in all required');
  });
});

describe('spectra', () => {
  test('volumes are those of Barbieri', () => {
    const published = [
      [
        [0.5, 0.5, 0.5, 0.5],
        [0.3102, 0.3102],
      ],
      [
        [0.5, 0.5, 1, 1],
        [0.3964, 0.3964],
      ],
      [
        [1, 1, 1, 1],
        [0, 0.6204, 0.6204],
      ],
      [
        [1.5, 1.5, 1.5, 1.5],
        [0.5373, 0.5373, 0.993, 0.993],
      ],
      [
        [2, 2, 2, 2],
        [0, 0.9357, 0.9357, 1.4249, 1.4249],
      ],
    ] as const;
    for (const [spins, volumes] of published) {
      const found = volumeSpectrum(spins);
      for (const [k, volume] of volumes.entries()) expect(Math.abs(found[k]! - volume)).toBeLessThan(5e-5);
    }
  });

  test('four spins of one half have the volume (√2/3)·√(√3/4)', () => {
    expect(volumeSpectrum([0.5, 0.5, 0.5, 0.5])[0]).toBeCloseTo((Math.SQRT2 / 3) * Math.sqrt(Math.sqrt(3) / 4), 14);
  });

  test('a basis tensor has a definite spin in its own pairing, and squares of 6j symbols in another', () => {
    const coefficients = { length: 3, interleaved: Float64Array.of(0, 0, 0, 2, 0, 0) };
    const [own, other] = (['12', '23'] as const).map((pairing) => pairingSpectrum([1, 1, 1, 1], coefficients, pairing));
    expect([...own!.probabilities]).toEqual([0, 1, 0]);
    other!.spins.forEach((K, k) => {
      expect(other!.probabilities[k]).toBeCloseTo(3 * (2 * K + 1) * sixJ(1, 1, 1, 1, 1, K) ** 2, 14);
    });
    expect(() => pairingSpectrum([1, 1, 1, 1], one, '12')).toThrow('3 coefficients required, got 1');
  });
});

describe('spin networks', () => {
  const tetrahedron: SpinGraph = {
    vertices: ['a', 'b', 'c', 'd'],
    links: [
      { from: 'a', to: 'b', spin: 1 },
      { from: 'a', to: 'c', spin: 1.5 },
      { from: 'a', to: 'd', spin: 0.5 },
      { from: 'b', to: 'c', spin: 1.5 },
      { from: 'b', to: 'd', spin: 0.5 },
      { from: 'c', to: 'd', spin: 1 },
    ],
  };
  const open: SpinGraph = {
    vertices: ['a', 'b', 'c'],
    links: [
      { from: 'a', to: 'b', spin: 1 },
      { from: 'b', to: 'a', spin: 0.5 },
      { from: 'b', to: 'c', spin: 1 },
      { from: 'c', to: 'a', spin: 1 },
      { from: 'a', to: null, spin: 1.5 },
      { from: 'b', to: null, spin: 0.5 },
      { from: 'c', to: null, spin: 1 },
      { from: 'c', to: null, spin: 1 },
    ],
  };

  test('the tetrahedron contracts to a 6j symbol', () => {
    const network = spinNetwork(tetrahedron, { a: one, b: one, c: one, d: one });
    const [re, im] = networkState(network, none).interleaved;
    expect(Math.abs(re!)).toBeCloseTo(Math.abs(sixJ(1, 1.5, 0.5, 1, 0.5, 1.5)), 14);
    expect(im).toBe(0);
  });

  test('with open links are invariant, whatever their intertwiners', () => {
    const free = spinNetwork(open, 'free');
    const theta = randomVector(free.parameters / 2, randomStream(1, 'theta')).interleaved;
    for (const [network, point] of [
      [free, theta],
      [spinNetwork(open, randomStream(2, 'spins')), none],
    ] as const) {
      const { interleaved } = networkState(network, point);
      const shape = network.boundary.map((leg) => network.dimensions[leg]!);
      expect(shape).toEqual([4, 2, 3, 3]);
      expect(invarianceDefect({ shape, interleaved })).toBeLessThan(1e-13);
    }
  });

  test('seen from afar make the same state, and areas fluctuate', () => {
    const network = spinNetwork(open, randomStream(3, 'spins'));
    const { network: coarse, links } = coarseGrained(network, none, [['a', 'c'], ['b']]);
    const [fine, seen] = [networkState(network, none).interleaved, networkState(coarse, none).interleaved];
    for (const [k, x] of fine.entries()) expect(Math.abs(x - seen[k]!)).toBeLessThan(1e-15);
    expect(links).toHaveLength(1);
    const [{ legs, distributions, areas }] = links as [(typeof links)[0]];
    expect(legs).toEqual(['link0', 'link1', 'link2']);
    for (const [k, distribution] of distributions.entries()) {
      expect(distribution.spins).toEqual([0.5, 1.5, 2.5]);
      expect(distribution.probabilities.reduce((sum, p) => sum + p, 0)).toBeCloseTo(1, 14);
      expect(areas[k]!.deviation).toBeGreaterThan(0.1);
    }
    expect(fluctuatingArea({ spins: [1], probabilities: Float64Array.of(1) })).toEqual({
      mean: linkArea(1),
      deviation: 0,
    });
  });

  test('a bundle at a vertex whose other link has spin ½ has total spin ½', () => {
    const network = spinNetwork(
      {
        vertices: ['a', 'b'],
        links: [
          { from: 'a', to: 'b', spin: 1 },
          { from: 'a', to: 'b', spin: 0.5 },
          { from: 'a', to: null, spin: 0.5 },
          { from: 'b', to: null, spin: 0.5 },
        ],
      },
      randomStream(4, 'spins'),
    );
    const [link] = coarseGrained(network, none, [['a'], ['b']]).links;
    expect(link!.distributions[0].probabilities[0]).toBeCloseTo(1, 14);
    expect(link!.areas[1].mean).toBeCloseTo(linkArea(0.5), 14);
  });

  test('all mistakes are told at once', () => {
    const wrong: SpinGraph = {
      vertices: ['a', 'a', 'b'],
      links: [
        { from: 'a', to: 'x', spin: 1 },
        { from: 'b', to: 'b', spin: 1 },
        { from: 'b', to: null, spin: 0.5 },
      ],
    };
    expect(() => spinNetwork(wrong, 'free')).toThrow(
      "two vertices 'a'; link 0 to the unknown vertex 'x'; link 1 from 'b' to itself; spins 1 at 'a', which cannot be coupled to 0; spins 1, 0.5 at 'b'",
    );
    expect(() => spinNetwork(tetrahedron, { a: one })).toThrow("no coefficients at 'b', which has 1");
    expect(() => coarseGrained(spinNetwork(open, 'free'), none, [['a', 'z', 'a'], ['b']])).toThrow(
      "'z' in no network, 'c' in no group, 'a' twice",
    );
  });
});
