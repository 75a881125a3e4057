import { describe, expect, test } from 'vitest';
import { randomStream } from '../../src/linalg/random.ts';
import { networkEnumerator } from '../../src/network/network-enumerator.ts';
import { erasureCurve } from '../../src/stabiliser/erasure-curve.ts';
import { lightWords } from '../../src/stabiliser/light-words.ts';
import { recoveredInputs } from '../../src/stabiliser/stabiliser-code.ts';
import { entropiesOfStabilisers } from '../../src/stabiliser/stabiliser-entropy.ts';
import { type BulkLegs, codeOfNetwork, holographicCode } from '../../src/systems/tiling/index.ts';

const pentagons = (layers: number, bulk: BulkLegs = 'open') => holographicCode({ layers, bulk }).network;

describe('pentagon codes at full size', () => {
  test('of six layers, 2605 sites and 1161 inputs: entropies, wedges without clones', () => {
    const code = codeOfNetwork(pentagons(6));
    expect([code.sites.length, code.inputs.length]).toEqual([2605, 1161]);
    const { entropy } = entropiesOfStabilisers(code.encoding, { boundary: 2605 });
    const half = Array.from({ length: 1302 }, (_, site) => site);
    const rest = Array.from({ length: 2605 - 1302 }, (_, k) => 1302 + k);
    const [near, far] = [recoveredInputs(code, half), recoveredInputs(code, rest)];
    expect(near.filter((t) => far.includes(t))).toEqual([]);
    expect(near.length + far.length).toBeGreaterThan(1000);
    // Subadditivity with all inputs mixed, and what is recovered in the entropy of its region.
    const all = 1161 * Math.LN2;
    expect(entropy(half) + entropy(rest)).toBeGreaterThanOrEqual(all - 1e-9);
    expect(entropy(half)).toBeGreaterThanOrEqual(near.length * Math.LN2 - 1e-9);
  });

  test('of 145 sites: distances of the centre in two ways', () => {
    const network = pentagons(3);
    const centre = (others: 'any' | 'identity') =>
      networkEnumerator(network, { action: (leg) => (leg === 'bulk 0' ? 'acts' : others) });
    const dressed = centre('any');
    expect(dressed.counts.slice(0, 8)).toEqual([0, 0, 0, 0, 0, 0, 3375, 10800]);
    const found = lightWords(codeOfNetwork(network), randomStream(1, 'dressed'), { input: 0, rounds: 300 });
    expect(found.weight).toBe(6);
    expect(found.words.length).toBeLessThanOrEqual(3375);
    const bare = centre('identity');
    expect(bare.counts.findIndex((count, w) => bare.errors[w]! > 0 || count > 0)).toBe(41);
    expect(bare.errors[41]).toBe(0);
  });

  test('lose the centre at 30 %: often with all inputs in use, more so with more layers, and seldom with the centre alone', () => {
    const share = (layers: number, bulk: BulkLegs) =>
      erasureCurve(codeOfNetwork(pentagons(layers, bulk)), [0.3], randomStream(2, 'erasure'), { samples: 10_000 })[0]!
        .inputs[0]!.share;
    expect(Math.abs(share(2, 'open') - 0.44)).toBeLessThan(0.04);
    expect(Math.abs(share(3, 'open') - 0.08)).toBeLessThan(0.04);
    expect(Math.abs(share(2, 'centre') - 0.96)).toBeLessThan(0.04);
    expect(Math.abs(share(3, 'centre') - 0.97)).toBeLessThan(0.04);
  });

  test('with the centre alone have curves that cross between 0.45 and 0.5, and grow steeper', () => {
    const curve = (layers: number) =>
      erasureCurve(codeOfNetwork(pentagons(layers, 'centre')), [0.4, 0.45, 0.5, 0.55], randomStream(3, 'crossing'), {
        samples: 4000,
      }).map(({ inputs }) => inputs[0]!);
    const [two, three] = [curve(2), curve(3)];
    const difference = three.map(({ share }, k) => share - two[k]!.share);
    const error = three.map((point, k) => Math.hypot(point.error, two[k]!.error));
    expect(difference[0]).toBeGreaterThan(2 * error[0]!);
    expect(difference[1]).toBeGreaterThan(-2 * error[1]!);
    expect(difference[2]).toBeLessThan(2 * error[2]!);
    expect(difference[3]).toBeLessThan(-2 * error[3]!);
  });
});
