import { describe, expect, test } from 'vitest';
import { randomStream } from '../../../src/linalg/random.ts';
import { networkEnumerator } from '../../../src/network/network-enumerator.ts';
import { lightWords } from '../../../src/stabiliser/light-words.ts';
import { stabilisersOfCode } from '../../../src/stabiliser/stabiliser-code.ts';
import { entropiesOfStabilisers } from '../../../src/stabiliser/stabiliser-entropy.ts';
import { bidirectionalCode, gaugeInvariantWords, pushedTerms } from '../../../src/systems/tiling/bidirectional-code.ts';
import { codeOfNetwork } from '../../../src/systems/tiling/holographic-code.ts';
import { codeSubspace, pluperfectTensor } from '../../../src/systems/tiling/pluperfect-tensor.ts';
import { sparseCode } from '../../../src/systems/tiling/sparse-code.ts';

describe('a pluperfect tensor', () => {
  test('confined to one eigenvalue of X⊗⁶ and of Z⊗⁶ is [[6, 4, 2]]: with any leg, the bulk is unitary to the others', () => {
    const code = codeSubspace(pluperfectTensor(2, 6), ['XXXXXX', 'ZZZZZZ']);
    expect([code.sites.length, code.inputs.length]).toEqual([6, 4]);
    const found = lightWords(code, randomStream(1, 'subspace'), { rounds: 40 });
    expect(found).toMatchObject({ weight: 2, words: { length: 45 } });
    const { entropy } = entropiesOfStabilisers(code.encoding);
    for (const leg of [0, 1, 2, 3, 4, 5]) expect(entropy([6, 7, 8, 9, leg])).toBeCloseTo(5 * Math.LN2, 12);
  });

  test('is confined by words of its perfect state only', () => {
    const tensor = pluperfectTensor(2, 6);
    expect(() => codeSubspace(tensor, ['XXXX'])).toThrow('words of 6 letters required, got 4');
    expect(() => codeSubspace(tensor, ['XXXXXX', 'ZZIIII'])).toThrow(
      "words of the perfect state required, got 'ZZIIII'",
    );
    expect(codeSubspace(pluperfectTensor(3, 4), ['X I X X']).inputs.length).toBe(3);
    expect(() => pluperfectTensor(2, 4)).toThrow('a known perfect state');
  });
});

describe('a bidirectional code', () => {
  test.each([
    ['hexagons of qubits', { layers: 1 }, 7, 6, 30],
    ['31 hexagons', {}, 31, 36, 114],
    ['squares of qutrits', { prime: 3, p: 4, q: 5, layers: 1 }, 5, 4, 12],
    ['squares of dimension 5', { prime: 5, p: 4, q: 5 }, 17, 20, 28],
  ])(
    '%s maps the boundary isometrically into the bulk, with two gauge conditions for each link',
    (_, options, tensors, links, rank) => {
      const bidirectional = bidirectionalCode(options);
      expect(bidirectional).toMatchObject({ tensors, links, rank, gauge: 2 * links });
      expect(bidirectional.code.inputs.length).toBe(rank);
      expect(stabilisersOfCode(bidirectional.code).phases.length).toBe(2 * links);
    },
  );

  test('takes each letter of a leg to the tile of that leg, so that terms stay as local as they were', () => {
    const bidirectional = bidirectionalCode({ layers: 1 });
    const { tiling } = bidirectional;
    const owner = (leg: number): number => tiling.edges[tiling.boundary[leg]!]!.tiles[0]!;
    const terms = Array.from({ length: 11 }, (_, leg) => ({ [leg]: 'Z', [(leg + 1) % 30]: 'Z' }));
    pushedTerms(bidirectional, terms).forEach(({ tiles }, leg) => {
      expect(tiles).toEqual([...new Set([owner(leg), owner((leg + 1) % 30)])].sort((a, b) => a - b));
    });
  });

  test('has two independent gauge-invariant words in a tile for each of its legs at the boundary, none in the interior', () => {
    const bidirectional = bidirectionalCode({ prime: 3, p: 4, q: 5 });
    const { tiles, edges } = bidirectional.tiling;
    tiles.forEach(({ edges: own }, tile) => {
      const open = own.filter((edge) => edges[edge]!.tiles.length === 1).length;
      expect(gaugeInvariantWords(bidirectional, [tile])).toBe(2 * open);
    });
    const interior = [...tiles.keys()].filter((tile) => tiles[tile]!.layer < 2);
    expect(gaugeInvariantWords(bidirectional, interior)).toBe(0);
    expect(gaugeInvariantWords(bidirectional, [...tiles.keys()])).toBe(2 * 28);
  });
});

describe('a bulk that is excited in one tile', () => {
  test('is encoded in the boundary, with a distance that the network of labels confirms', () => {
    for (const [tile, weight, words] of [
      [0, 6, 4500],
      [1, 2, 30],
    ] as const) {
      const network = sparseCode({ layers: 1 }, [tile], ['XXXXXX', 'ZZZZZZ']);
      const code = codeOfNetwork(network);
      expect(code.inputs.map((qudits) => qudits.length)).toEqual([4]);
      const { counts } = networkEnumerator(network, { action: () => 'acts' });
      expect([counts.findIndex((count) => count > 0), counts[weight]]).toEqual([weight, words]);
      expect(lightWords(code, randomStream(1, 'sparse'), { rounds: 20 }).weight).toBe(weight);
    }
  });

  test('says what is wrong', () => {
    const hexagon = bidirectionalCode({ layers: 0 });
    expect(() => gaugeInvariantWords(hexagon, [1])).toThrow('different sites below 1 required, got [1]');
    expect(() => pushedTerms(hexagon, [{ 0: 'Z' }], [1])).toThrow('different sites below 1 required, got [1]');
    expect(() => sparseCode({ layers: 1 }, [7], ['XXXXXX'])).toThrow('different tiles below 7 required, got 7');
    expect(() => sparseCode({ layers: 1 }, [0, 0], ['XXXXXX'])).toThrow('different tiles below 7 required, got 0');
    const all = ['XZZXII', 'IXZZXI', 'XIXZZI', 'ZXIXZI', 'XXXXXX', 'ZZZZZZ'];
    expect(() => sparseCode({ layers: 1 }, [0], all)).toThrow('some of the bulk free');
  });
});
