import { describe, expect, test } from 'vitest';
import { dicke } from '../../../datasets/dicke.ts';
import { haarRandom } from '../../../datasets/haar-random.ts';
import { w } from '../../../datasets/w.ts';
import { symmetricForm, symmetryClasses } from '../../../src/geodesic/sector/permutation-symmetry.ts';
import { sectorWeights } from '../../../src/geodesic/sector/sector-weights.ts';
import { randomStream } from '../../../src/linalg/random.ts';
import { normalised } from '../../../src/linalg/vector.ts';
import { complete, star } from '../../../src/operator/lattice.ts';
import { permutedQubits } from '../../../src/state/permuted-qubits.ts';
import { refinedVector } from '../../../src/state/symmetric-vector.ts';
import { largestDifference } from '../../helpers/largest-difference.ts';

/** A state symmetric within blocks, its qubits then put into another order: qubit k is qubit order[k] of the blocks. */
function scattered(blocks: readonly number[], order: readonly number[]) {
  const stream = randomStream(2, `scattered ${blocks}`);
  const length = blocks.reduce((product, n) => product * (n + 1), 1);
  const components = normalised({
    length,
    interleaved: Float64Array.from({ length: 2 * length }, () => stream.normal()),
  });
  return permutedQubits(refinedVector({ blocks }, { blocks: order.map(() => 1) }, components), order);
}

describe('the permutations that leave a state as it is', () => {
  test('are all in Dicke states, none in random ones, and no sign is allowed', () => {
    expect(symmetryClasses(w(5).amplitudes)).toEqual([[0, 1, 2, 3, 4]]);
    expect(symmetryClasses(haarRandom(3, 1).amplitudes)).toEqual([[0], [1], [2]]);
    const singlet = { length: 4, interleaved: Float64Array.of(0, 0, Math.SQRT1_2, 0, -Math.SQRT1_2, 0, 0, 0) };
    expect(symmetryClasses(singlet)).toEqual([[0], [1]]);
  });

  test('are found wherever the hub is, and give the components back', () => {
    const psi = scattered([1, 2, 3], [4, 1, 0, 5, 2, 3]);
    expect(symmetryClasses(psi)).toEqual([[2], [1, 4], [0, 3, 5]]);
    const { blocks, order, components } = symmetricForm(psi);
    expect(blocks).toEqual([1, 2, 3]);
    const back = refinedVector({ blocks }, { blocks: [1, 1, 1, 1, 1, 1] }, components);
    expect(largestDifference(back.interleaved, permutedQubits(psi, order).interleaved)).toBeLessThan(1e-14);
  });

  test('are up to a tolerance', () => {
    const { length, interleaved } = dicke(4, 2).amplitudes;
    const near = { length, interleaved: interleaved.map((x, i) => x + (i === 6 ? 1e-5 : 0)) };
    expect(symmetryClasses(near)).toHaveLength(2);
    expect(symmetryClasses(near, 1e-4)).toHaveLength(1);
  });
});

describe('the weights of a metric by size', () => {
  const weights = (metric: Parameters<typeof sectorWeights>[0], n = 4) => sectorWeights(metric, n);

  test('are those of words on all pairs', () => {
    expect(weights({ maxSize: 2, penalty: Infinity })).toEqual({ sizeWeights: [1, 1] });
    expect(weights({ maxSize: 2, maxRange: 3, sizeWeights: [0.5], penalty: Infinity })).toEqual({
      sizeWeights: [0.5, 1],
    });
    expect(weights({ maxSize: 2, penalty: 9 })).toEqual({ sizeWeights: [1, 1, 9, 9] });
    expect(weights({ maxSize: 2, maxRange: 1, penalty: Infinity, lattice: complete(4) })).toEqual({
      sizeWeights: [1, 1],
    });
    expect(weights({ maxSize: 1, maxRange: 0, penalty: Infinity })).toEqual({ sizeWeights: [1] });
  });

  test('and by letters, where these are weighed on all pairs, or words by name alike on all qubits', () => {
    expect(weights({ letters: { X: 1, ZZ: 4 }, penalty: Infinity }, 2)).toEqual({
      sizeWeights: [],
      letterWeights: { X: 1, ZZ: 4 },
    });
    expect(weights({ words: { XI: 1, IX: 1, XZ: 3, ZX: 3 }, penalty: Infinity }, 2)).toEqual({
      sizeWeights: [],
      letterWeights: { X: 1, XZ: 3 },
    });
    expect(weights({ maxSize: 2, letters: { XZ: 3 }, words: { YY: 9 }, penalty: 5 }, 2)).toEqual({
      sizeWeights: [1, 1],
      letterWeights: { XZ: 3, YY: 9 },
    });
  });

  test('are none where the metric tells qubits apart, and it is said why', () => {
    const why = (metric: Parameters<typeof sectorWeights>[0]) => {
      const found = weights(metric);
      return 'reason' in found ? found.reason : '';
    };
    expect(why({ maxSize: 2, maxRange: 1, penalty: Infinity })).toContain('range 1 only');
    expect(why({ maxSize: 2, maxRange: 1, penalty: Infinity, lattice: star(4) })).toContain('metric.maxRange 2');
    expect(why({ maxSize: 2, sizeWeights: [0], penalty: Infinity })).toContain('rotations of one qubit are free');
    expect(why({ words: { XIII: 1 }, penalty: Infinity })).toContain('by name');
    expect(why({ words: { XIII: 1, IXII: 1, IIXI: 2, IIIX: 1 }, penalty: Infinity })).toContain('tells qubits apart');
    expect(why({ letters: { X: 1, ZZ: 1 }, maxRange: 1, penalty: Infinity })).toContain('range 1 only');
    expect(why({ letters: { X: Infinity }, penalty: Infinity })).toContain('leaves out words');
  });
});
