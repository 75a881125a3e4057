import { describe, expect, test } from 'vitest';
import { randomStream } from '../../src/linalg/random.ts';
import { erasureCurve } from '../../src/stabiliser/erasure-curve.ts';
import { codeOfGroup } from '../../src/stabiliser/stabiliser-code.ts';
import { stabiliserGroupOfWords } from '../../src/stabiliser/stabiliser-words.ts';
import { codeOfNetwork, holographicCode } from '../../src/systems/tiling/holographic-code.ts';

const stream = () => randomStream(1, 'erasure');

describe('the erasure curve', () => {
  test('of the five-qubit code is the chance that at most two of five sites are lost', () => {
    const code = codeOfGroup(stabiliserGroupOfWords(['XZZXI', 'IXZZX', 'XIXZZ', 'ZXIXZ']));
    const points = erasureCurve(code, [0, 0.1, 0.3, 0.5, 1], stream(), { samples: 400 });
    for (const { probability: e, inputs, all } of points) {
      const exact = (1 - e) ** 5 + 5 * e * (1 - e) ** 4 + 10 * e ** 2 * (1 - e) ** 3;
      expect(Math.abs(inputs[0]!.share - exact)).toBeLessThanOrEqual(4 * inputs[0]!.error);
      expect(inputs[0]!.error).toBeCloseTo(Math.sqrt((inputs[0]!.share * (1 - inputs[0]!.share)) / 400), 12);
      expect(all).toEqual(inputs[0]);
    }
  });

  test.each([
    [2, 'open', 0.44],
    [3, 'open', 0.08],
    [2, 'centre', 0.96],
    [3, 'centre', 0.97],
  ] as const)(
    'of pentagon codes of %i layers, inputs %s: the centre survives a loss of 30 %%',
    (layers, bulk, share) => {
      const code = codeOfNetwork(holographicCode({ layers, bulk }).network);
      const [point] = erasureCurve(code, [0.3], stream(), { samples: layers === 2 ? 200 : 80 });
      expect(Math.abs(point!.inputs[0]!.share - share)).toBeLessThan(0.04 + 3 * point!.inputs[0]!.error);
      expect(point!.all.share).toBeLessThanOrEqual(point!.inputs[0]!.share);
    },
  );

  test('says what is wrong', () => {
    const code = codeOfGroup(stabiliserGroupOfWords(['XX']));
    expect(() => erasureCurve(code, [1.5], stream())).toThrow('probabilities from 0 to 1 required, got 1.5');
    expect(() => erasureCurve(code, [0.5], stream(), { samples: 0 })).toThrow('at least one sample required, got 0');
  });
});
