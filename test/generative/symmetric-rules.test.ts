import { describe, expect, test } from 'vitest';
import { symmetricDicke, symmetricGhz } from '../../datasets/symmetric.ts';
import { matrixProductState } from '../../models/matrix-product-state.ts';
import { regionEntropies } from '../../src/generative/generated-entropies.ts';
import { infidelity } from '../../src/generative/infidelity.ts';
import {
  asMixed,
  asPure,
  densityOf,
  networkPointOf,
  purification,
  symmetricOf,
} from '../../src/generative/state-rules.ts';
import { symmetricState } from '../../src/generative/symmetric-rules.ts';
import { multiply } from '../../src/linalg/matrix.ts';
import { randomStream } from '../../src/linalg/random.ts';
import { initialParameters } from '../../src/network/initial-parameters.ts';
import { largestDifference } from '../helpers/largest-difference.ts';

const none = { length: 0, interleaved: new Float64Array(0) };
const vector = (...entries: readonly number[]) => ({
  length: entries.length,
  interleaved: Float64Array.from(entries.flatMap((x) => [x, 0])),
});

describe('a symmetric state as a target', () => {
  test('has amplitudes where they are few, in order of its blocks', () => {
    const target = symmetricState('hub', [1, 2], vector(0, 0.6, 0, 0.8, 0, 0)); // 0.6 |0⟩(|01⟩+|10⟩)/√2 + 0.8 |100⟩
    const amplitudes = Array.from(asPure(target)!.amplitudes.interleaved).filter((_, i) => i % 2 === 0);
    const half = 0.6 * Math.SQRT1_2;
    expect(
      largestDifference(Float64Array.from(amplitudes), Float64Array.of(0, half, half, 0, 0.8, 0, 0, 0)),
    ).toBeLessThan(1e-15);
    expect(symmetricOf(target)).toBe(target);
    expect([asMixed(target), networkPointOf(target)]).toEqual([null, null]);
    const b = purification(target);
    expect(
      largestDifference(multiply(b, b, { adjointB: true }).interleaved, densityOf(target)!.interleaved),
    ).toBeLessThan(1e-15);
  });

  test('of 60 qubits is compared by its network, and keeps its entropies', () => {
    const target = symmetricGhz(60);
    expect([asPure(target), densityOf(target)]).toEqual([null, null]);
    expect(() => purification(target)).toThrow('use a network model');
    expect(regionEntropies(target).entropy([0, 7, 59])).toBeCloseTo(Math.LN2, 12);
    const { network, theta } = networkPointOf(target)!;
    expect(infidelity(network, target)(theta).value).toBeCloseTo(0, 12);
    const chain = matrixProductState(target.dimensions, { bond: 1 });
    const ones = initialParameters(chain, randomStream(1, 'chain')).map((_, i) => (i % 4 === 0 ? 1 : 0));
    expect(infidelity(chain, target)(ones).value).toBeCloseTo(0.5, 12);
  });

  test('of 16 qubits has the same infidelity by amplitudes and by its network', () => {
    const target = symmetricDicke(16, 3);
    const chain = matrixProductState(target.dimensions, { bond: 2 });
    const theta = initialParameters(chain, randomStream(4, 'chain'));
    const dense = infidelity(chain, asPure(target)!)(theta);
    const found = infidelity(chain, target)(theta);
    expect(found.value).toBeCloseTo(dense.value, 12);
    expect(largestDifference(found.gradient, dense.gradient)).toBeLessThan(1e-12);
  });

  test('is refused where its components are no state', () => {
    expect(() => symmetricState('s', [], none)).toThrow('s: blocks of at least one qubit required, got []');
    expect(() => symmetricState('s', [3], vector(1, 0))).toThrow('s: 4 Dicke components required');
    expect(() => symmetricState('s', [1], vector(1, 1))).toThrow('norm 1 required, got norm 1.414');
    expect(() => symmetricState('s', [1], vector(Number.NaN, 1))).toThrow('finite Dicke components required, got NaN');
    expect(() => symmetricState('s', [600], none)).toThrow('at most 512 qubits possible, got 600');
    expect(() => symmetricState('s', [20, 20, 20], none)).toThrow('at most 4096 Dicke components possible, got 9261');
  });
});
