import { describe, expect, test } from 'vitest';
import { controlWords } from '../../src/complexity/controls.ts';
import { entanglementBound } from '../../src/complexity/entanglement-bound.ts';
import { lengthLowerBound } from '../../src/complexity/length-bound.ts';
import { symmetricEntanglementBound, symmetricSpeedBound } from '../../src/complexity/symmetric-entanglement-bound.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { normalised } from '../../src/linalg/vector.ts';
import {
  coherentComponents,
  dickeComponents,
  ghzComponents,
  refinedVector,
  sectorState,
} from '../../src/state/symmetric-vector.ts';
import { zeroState } from '../../src/state/zero-state.ts';

const amplitudesOf = ({
  blocks,
  components,
}: {
  blocks: readonly number[];
  components: ReturnType<typeof sectorState>;
}) => refinedVector({ blocks }, { blocks: new Array(blocks.reduce((sum, n) => sum + n, 0)).fill(1) }, components);

function randomSymmetric(blocks: readonly number[]) {
  const stream = randomStream(8, `bound ${blocks}`);
  const length = blocks.reduce((product, n) => product * (n + 1), 1);
  return {
    blocks,
    components: normalised({ length, interleaved: Float64Array.from({ length: 2 * length }, () => stream.normal()) }),
  };
}

describe('the entanglement bound from Dicke components', () => {
  test.each([
    ['W₄', [4], dickeComponents(4, 1), [1, 1]],
    ['GHZ₅', [5], ghzComponents(5), [1, 1]],
    ['GHZ₅ by hub and leaves', [1, 4], ghzComponents(5), [0.5, 2]],
    ['a Dicke state with words of three qubits', [4], dickeComponents(4, 2), [1, 2, 3]],
  ] as const)('is that from amplitudes: %s', (_, blocks, dicke, sizeWeights) => {
    const target = { blocks, components: sectorState({ blocks }, dicke) };
    const psi = amplitudesOf(target);
    const qubits = Math.log2(psi.length);
    const controls = controlWords({ maxSize: sizeWeights.length, sizeWeights, penalty: Infinity }, qubits);
    const dense = entanglementBound(controls, zeroState(qubits), psi);
    expect(symmetricEntanglementBound(target, sizeWeights) / dense).toBeCloseTo(1, 4);
  });

  test('of blocks that differ is that from amplitudes', () => {
    const target = randomSymmetric([2, 3]);
    const controls = controlWords({ maxSize: 2, penalty: Infinity }, 5);
    const dense = entanglementBound(controls, zeroState(5), amplitudesOf(target));
    expect(symmetricEntanglementBound(target, [1, 1]) / dense).toBeCloseTo(1, 2);
  });

  test('of a product state by words of one qubit is its length, θ√n/2', () => {
    const target = { blocks: [40], components: sectorState({ blocks: [40] }, coherentComponents(40, 0.8, 0.3)) };
    expect(symmetricEntanglementBound(target, [1])).toBeCloseTo(0.4 * Math.sqrt(40), 6);
  });
});

test('the speed bound is at most that from words, and the same where the dimension decides', () => {
  const target = { blocks: [4], components: sectorState({ blocks: [4] }, dickeComponents(4, 1)) };
  const controls = controlWords({ maxSize: 2, penalty: Infinity }, 4);
  expect(symmetricSpeedBound(target, [1, 1])).toBeCloseTo(
    lengthLowerBound(controls, zeroState(4), amplitudesOf(target)),
    12,
  );
  const large = { blocks: [50], components: sectorState({ blocks: [50] }, ghzComponents(50)) };
  expect(symmetricSpeedBound(large, [1, 1])).toBeCloseTo(Math.PI / 4 / Math.sqrt(50 + 3 * 1225), 12);
});
