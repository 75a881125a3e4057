import { describe, expect, test } from 'vitest';
import { randomStream } from '../../src/linalg/random.ts';
import { normalised } from '../../src/linalg/vector.ts';
import { distributionEntropy } from '../../src/state/entropy.ts';
import { entropiesOfState } from '../../src/state/region-entropies.ts';
import { entropiesOfSymmetric } from '../../src/state/symmetric-entropies.ts';
import { coherentComponents, dickeComponents, refinedVector, sectorState } from '../../src/state/symmetric-vector.ts';

const first = (count: number): number[] => Array.from({ length: count }, (_, k) => k);

function randomSymmetric(blocks: readonly number[]) {
  const stream = randomStream(3, `symmetric state of ${blocks}`);
  const length = blocks.reduce((product, n) => product * (n + 1), 1);
  const interleaved = Float64Array.from({ length: 2 * length }, () => stream.normal());
  return { blocks, components: normalised({ length, interleaved }) };
}

describe('entropies of regions of a symmetric state', () => {
  test.each([[[5]], [[2, 3]], [[1, 2, 2]]])('are those of its amplitudes, blocks %j', (blocks) => {
    const state = randomSymmetric(blocks);
    const amplitudes = refinedVector(state, { blocks: [1, 1, 1, 1, 1] }, state.components);
    const dense = entropiesOfState(amplitudes, [2, 2, 2, 2, 2]);
    const found = entropiesOfSymmetric(state);
    for (let set = 0; set < 32; set++) {
      const region = first(5).filter((q) => (set >> q) & 1);
      expect(found.entropy(region)).toBeCloseTo(dense.entropy(region), 11);
    }
  });

  test('are hypergeometric in Dicke states of 100 qubits, and vanish in product states', () => {
    const [n, k, m] = [100, 30, 41];
    const state = { blocks: [n], components: sectorState({ blocks: [n] }, dickeComponents(n, k)) };
    const law = [Math.exp(logChoose(n - m, k) - logChoose(n, k))];
    for (let j = 0; j < k; j++) law.push((law[j]! * (m - j) * (k - j)) / ((j + 1) * (n - m - k + j + 1)));
    expect(entropiesOfSymmetric(state).entropy(first(m))).toBeCloseTo(distributionEntropy(law), 11);
    const product = { blocks: [n], components: sectorState({ blocks: [n] }, coherentComponents(n, 1.1, 0.7)) };
    expect(entropiesOfSymmetric(product).entropy(first(50))).toBeCloseTo(0, 11);
  });
});

const logChoose = (n: number, k: number): number =>
  first(k).reduce((sum, j) => sum + Math.log(n - j) - Math.log(j + 1), 0);
