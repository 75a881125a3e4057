import { describe, expect, test } from 'vitest';
import { norm } from '../../src/linalg/vector.ts';
import {
  catComponents,
  coherentComponents,
  dickeComponents,
  ghzComponents,
  refinedVector,
  sectorState,
} from '../../src/state/symmetric-vector.ts';

const amplitudes = (n: number, dicke: Parameters<typeof sectorState>[1]) =>
  sectorState({ blocks: new Array<number>(n).fill(1) }, dicke).interleaved;

describe('a state by its Dicke components', () => {
  test('is GHZ, W or a product state on 2ⁿ amplitudes', () => {
    const ghz = amplitudes(3, ghzComponents(3));
    expect([ghz[0], ghz[14]]).toEqual([Math.SQRT1_2, Math.SQRT1_2]);
    const w = amplitudes(3, dickeComponents(3, 1));
    for (const index of [1, 2, 4]) expect(w[2 * index]).toBeCloseTo(1 / Math.sqrt(3), 14);
    const product = amplitudes(3, coherentComponents(3, 0.8, 0.5));
    const [c, s] = [Math.cos(0.4), Math.sin(0.4)];
    expect(product[2 * 5]).toBeCloseTo(c * s * s * Math.cos(1), 14); // |101⟩
    expect(product[2 * 5 + 1]).toBeCloseTo(c * s * s * Math.sin(1), 14);
  });

  test('has norm 1 in every sector, and the same amplitudes by way of any', () => {
    const direct = amplitudes(4, catComponents(4, 1.1));
    for (const blocks of [[4], [1, 3], [2, 2], [2, 1, 1]]) {
      const state = sectorState({ blocks }, catComponents(4, 1.1));
      expect(norm(state)).toBeCloseTo(1, 14);
      const { interleaved } = refinedVector({ blocks }, { blocks: [1, 1, 1, 1] }, state);
      interleaved.forEach((x, i) => {
        expect(x).toBeCloseTo(direct[i]!, 14);
      });
    }
  });

  test('names components and blocks that do not fit', () => {
    expect(() => sectorState({ blocks: [1, 2] }, dickeComponents(2, 1))).toThrow('4 Dicke components required, got 3');
    expect(() =>
      sectorState({ blocks: [2] }, [
        [0, 0],
        [0, 0],
        [0, 0],
      ]),
    ).toThrow('a finite norm above 0 required');
    const vector = sectorState({ blocks: [1, 2] }, dickeComponents(3, 1));
    expect(() => refinedVector({ blocks: [1, 2] }, { blocks: [2, 1] }, vector)).toThrow('parts of the blocks 1,2');
    expect(() => refinedVector({ blocks: [3] }, { blocks: [2, 1] }, vector)).toThrow('4 amplitudes required, got 6');
    const three = sectorState({ blocks: [3] }, dickeComponents(3, 1));
    expect(() => refinedVector({ blocks: [3] }, { blocks: [1, 1] }, three)).toThrow('the blocks 3 required, got 1,1');
    expect(() => refinedVector({ blocks: [3] }, { blocks: [3, 4] }, three)).toThrow('the blocks 3 required, got 3,4');
  });
});
